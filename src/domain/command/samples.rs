//! A municipality that does not exist, with forty ideas in all stages, for whoever wants to see a
//! sluice in use before there is anything of one's own.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::domain::demo::{self, Demo};
use crate::domain::kinds::{CommentKind, DecisionKind, Source};
use crate::domain::language::Language;
use crate::domain::names::Names;
use crate::domain::record::{Kind, Record};
use crate::domain::records::{
    Comment, CommentId, Decision, DecisionId, Feedback, FeedbackId, Filling, FillingId,
    FillingLevel, FillingLevelId, Idea, IdeaId, IdeaTag, IdeaTagId, IdeaText, PersonId, Sluice,
    Stage, Tag, TagId, Test, TestId, Unit, UnitId,
};
use crate::domain::reference::{Both, Reference};
use crate::domain::refusal::No;
use crate::domain::say::Say;
use crate::domain::step::{Change, Step};
use crate::domain::there::There;
use crate::domain::value::Stamp;
use crate::domain::when::{Holidays, add_working_days};

use super::place::SPACING;
use super::{Begin, Fresh, Plan};

/// The stage that shows what a limit looks like, and its limit.
const LIMITED: (&str, i64) = ("behov", 7);

/// The hours of a day at which things happened, so that they stand in their order.
const WRITTEN_DOWN: i8 = 8;
const RECEIVED: i8 = 9;
const TALKED_ABOUT: i8 = 10;
const DECIDED: i8 = 12;
const ANSWERED: i8 = 13;

/// All of it in one step, on a file in which nothing has begun. Names are learnt in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Samples {
    pub language: Language,
}

impl Plan for Samples {
    fn plan(&self, there: &dyn There, fresh: &mut Fresh<'_>) -> Result<Step, No> {
        let sluices: Vec<Sluice> = there.all()?;
        if !sluices.is_empty() {
            return Err(No::refuse(Say::new("refused-samples-not-fresh")));
        }
        let demo = Demo::get();
        let days = demo.days_until(fresh.today);
        let demo = demo.shift(days);
        let name = demo.municipality.in_language(self.language).to_owned();
        let mut step = Begin { name }.plan(there, fresh)?;
        step.label = Say::new("step-samples");
        let stages: Vec<Stage> = step.changes.iter().filter_map(created).collect();
        for stage in stages.iter().filter(|stage| stage.key.as_deref() == Some(LIMITED.0)) {
            step.update(stage, &Stage { soft_limit: Some(LIMITED.1), ..stage.clone() });
        }
        let mut teller = Teller {
            language: self.language,
            stages,
            names: Names::default(),
            tags: Vec::new(),
            told: Vec::new(),
            step,
            fresh,
        };
        teller.learn_names(&demo)?;
        for idea in &demo.ideas {
            teller.tell(idea)?;
        }
        Ok(teller.step)
    }

    /// A file without a sluice has no screen to show.
    fn is_undoable(&self) -> bool {
        false
    }
}

fn created<R: Record>(change: &Change) -> Option<R> {
    match change {
        Change::Create { kind, row } if *kind == R::KIND => R::from_row(row),
        Change::Create { .. } | Change::Delete { .. } | Change::Update { .. } => None,
    }
}

struct Teller<'a, 'f> {
    language: Language,
    stages: Vec<Stage>,
    names: Names,
    /// The tags by their keys in the demo.
    tags: Vec<(String, TagId)>,
    /// The ideas so far: their numbers in the demo, their ids, their stages.
    told: Vec<(u32, IdeaId, String)>,
    step: Step,
    fresh: &'a mut Fresh<'f>,
}

impl Teller<'_, '_> {
    fn learn_names(&mut self, demo: &Demo) -> Result<(), No> {
        for unit in &demo.units {
            let id = UnitId(self.fresh.id(Kind::Unit)?);
            let name = self.words(&unit.name);
            let unit = Unit { id, uid: self.fresh.uid(), code: unit.key.clone(), name };
            self.step.create(&unit);
            self.names.units.push(unit);
        }
        for tag in &demo.tags {
            let (id, key) = (TagId(self.fresh.id(Kind::Tag)?), tag.key.clone());
            let tag = Tag { id, uid: self.fresh.uid(), name: self.words(&tag.name) };
            self.step.create(&tag);
            self.tags.push((key, id));
        }
        Ok(())
    }

    fn tell(&mut self, told: &demo::Idea) -> Result<(), No> {
        let id = self.tell_card(told)?;
        for key in &told.tags {
            let Some(tag) = self.tag(key) else { continue };
            let own = IdeaTagId(self.fresh.id(Kind::IdeaTag)?);
            self.step.create(&IdeaTag { id: own, uid: self.fresh.uid(), idea: id, tag });
        }
        // Those who were in the room when it was written down need no receipt.
        if told.source != Source::Workshop {
            self.tell_receipt(id, told)?;
        }
        for decision in &told.decisions {
            self.tell_decision(id, told, decision)?;
        }
        for test in &told.tests {
            self.tell_test(id, test)?;
        }
        for comment in &told.comments {
            self.tell_comment(id, comment)?;
        }
        if !told.assessment.is_empty() {
            self.tell_profile(id, told)?;
        }
        Ok(())
    }

    fn tell_card(&mut self, told: &demo::Idea) -> Result<IdeaId, No> {
        let id = IdeaId(self.fresh.id(Kind::Idea)?);
        let stage = self.stages.iter().find(|stage| stage.key.as_ref() == Some(&told.stage));
        let stage = stage.expect("the tests have read the stages of the demo").id;
        let above = self.told.iter().filter(|(_, _, stage)| *stage == told.stage).count();
        let rank = SPACING * (1 + i64::try_from(above).unwrap_or_default());
        let created = self.at(told.created, WRITTEN_DOWN);
        let merged_into = told.merged_into.and_then(|number| self.idea(number));
        let unit = self.names.unit(&told.unit, &mut self.step, self.fresh)?;
        let giver = self.person(&told.giver)?;
        let owner = match &told.owner {
            Some(owner) => Some(self.person(owner)?),
            None => None,
        };
        let uid = self.fresh.uid();
        self.step.create(&Idea {
            title: self.words(&told.title),
            status: told.status,
            outcome: told.outcome,
            unit: Some(unit),
            giver: Some(giver),
            owner,
            receiver: told.receiver.as_ref().map(|receiver| self.words(receiver)),
            next_due: told.next_step.as_ref().map(|next| next.due),
            paused_until: told.paused_until,
            source: told.source,
            benefit_score: Some(i64::from(told.benefit_score)),
            effort_score: Some(i64::from(told.effort_score)),
            merged_into,
            ..Idea::new(id, uid, stage, rank, created, told.stage_since)
        });
        let maybe = |text: Option<&Both>| text.map(|text| self.words(text)).unwrap_or_default();
        let text = IdeaText {
            need: self.words(&told.need),
            target_group: self.words(&told.target_group),
            solution: self.words(&told.solution),
            benefit: self.words(&told.benefit),
            next_step: maybe(told.next_step.as_ref().map(|next| &next.text)),
            referred_to: maybe(told.referred_to.as_ref()),
            ..IdeaText::empty(id, self.fresh.uid())
        };
        self.step.create(&text);
        self.told.push((told.id, id, told.stage.clone()));
        Ok(id)
    }

    fn tell_receipt(&mut self, idea: IdeaId, told: &demo::Idea) -> Result<(), No> {
        let reference = Reference::get();
        let within = reference.sluice.response_times.first_answer_working_days;
        let answer_by = add_working_days(told.created, within, Holidays::None);
        let text = &reference.feedback("kvitto").expect("there is a receipt").text;
        let text = text.in_language(self.language).replace("{nr}", &idea.0.to_string());
        let text = text.replace("{datum}", &answer_by.to_string());
        self.answer(idea, None, self.at(told.created, RECEIVED), text)
    }

    fn tell_decision(
        &mut self,
        idea: IdeaId,
        told: &demo::Idea,
        decision: &demo::Decision,
    ) -> Result<(), No> {
        let of_gate = |stage: &&Stage| {
            let gate = stage.key.as_deref().and_then(|key| Reference::get().gate_of(key));
            gate.is_some_and(|gate| gate.key == decision.gate)
        };
        let stage = self.stages.iter().find(of_gate);
        let stage = stage.expect("the tests have read the gates of the demo").id;
        let id = DecisionId(self.fresh.id(Kind::Decision)?);
        let at = self.at(decision.date, DECIDED);
        let reason = self.words(&decision.rationale);
        let kind = decision.decision;
        let target = match (kind, &told.referred_to) {
            (DecisionKind::Refer, Some(target)) => self.words(target),
            _ => String::new(),
        };
        let record = Decision {
            id,
            uid: self.fresh.uid(),
            idea,
            stage,
            kind,
            at,
            role: self.words(&decision.decided_by_role),
            reason: reason.clone(),
            learning: String::new(),
            conditions: String::new(),
            until: told.paused_until.filter(|_| kind == DecisionKind::Pause),
            event: String::new(),
            target,
            contact: String::new(),
            skipped: false,
        };
        self.step.create(&record);
        let Some(given) = decision.feedback_given else { return Ok(()) };
        let given = self.at(given, ANSWERED);
        self.answer(idea, Some(id), given, reason.clone())?;
        // Those whose idea another was merged into hear of it too.
        if let Some(survivor) = told.merged_into.and_then(|number| self.idea(number))
            && kind == DecisionKind::Merge
        {
            self.answer(survivor, Some(id), given, reason)?;
        }
        Ok(())
    }

    fn answer(
        &mut self,
        idea: IdeaId,
        decision: Option<DecisionId>,
        at: Stamp,
        text: String,
    ) -> Result<(), No> {
        let channel = match self.language {
            Language::Sv => "E-post",
            Language::En => "Email",
        };
        let id = FeedbackId(self.fresh.id(Kind::Feedback)?);
        let (uid, channel) = (self.fresh.uid(), channel.to_owned());
        self.step.create(&Feedback { id, uid, idea, decision, at, channel, text });
        Ok(())
    }

    fn tell_test(&mut self, idea: IdeaId, test: &demo::Test) -> Result<(), No> {
        let id = TestId(self.fresh.id(Kind::Test)?);
        let maybe =
            |text: &Option<Both>| text.as_ref().map(|text| self.words(text)).unwrap_or_default();
        let record = Test {
            question: self.words(&test.question),
            method: self.words(&test.method),
            starts: Some(test.start),
            ends: Some(test.end),
            result: maybe(&test.result),
            learning: maybe(&test.learning),
            ..Test::empty(id, self.fresh.uid(), idea)
        };
        self.step.create(&record);
        Ok(())
    }

    fn tell_comment(&mut self, idea: IdeaId, comment: &demo::Comment) -> Result<(), No> {
        let author = self.person(&comment.author_role)?;
        let id = CommentId(self.fresh.id(Kind::Comment)?);
        let record = Comment {
            id,
            uid: self.fresh.uid(),
            idea,
            kind: CommentKind::Comment,
            text: self.words(&comment.text),
            author: Some(author),
            at: self.at(comment.date, TALKED_ABOUT),
            edited: None,
        };
        self.step.create(&record);
        Ok(())
    }

    /// Filled in at the newest gate.
    fn tell_profile(&mut self, idea: IdeaId, told: &demo::Idea) -> Result<(), No> {
        let newest = told.decisions.last();
        let day = newest.map_or(told.stage_since, |decision| decision.date);
        let role = newest.map(|decision| self.words(&decision.decided_by_role));
        let id = FillingId(self.fresh.id(Kind::Filling)?);
        self.step.create(&Filling {
            id,
            uid: self.fresh.uid(),
            idea,
            at: self.at(day, TALKED_ABOUT),
            role: role.unwrap_or_default(),
            note: String::new(),
        });
        for criterion in &Reference::get().profile.criteria {
            let Some(level) = told.assessment.get(&criterion.key) else { continue };
            let own = FillingLevelId(self.fresh.id(Kind::FillingLevel)?);
            self.step.create(&FillingLevel {
                id: own,
                uid: self.fresh.uid(),
                filling: id,
                criterion: criterion.key.clone(),
                level: i64::from(*level),
            });
        }
        Ok(())
    }

    fn tag(&self, key: &str) -> Option<TagId> {
        self.tags.iter().find(|(known, _)| known == key).map(|(_, id)| *id)
    }

    fn idea(&self, number: u32) -> Option<IdeaId> {
        self.told.iter().find(|(told, _, _)| *told == number).map(|(_, id, _)| *id)
    }

    fn person(&mut self, role: &Both) -> Result<PersonId, No> {
        let role = self.words(role);
        self.names.person(&role, &mut self.step, self.fresh)
    }

    fn words(&self, text: &Both) -> String {
        text.in_language(self.language).to_owned()
    }

    /// What happened today did not happen later than now.
    fn at(&self, day: Date, hour: i8) -> Stamp {
        let moment = TimeZone::UTC.to_timestamp(day.at(hour, 0, 0, 0));
        let stamp = moment.map_or(0, |moment| moment.as_millisecond());
        Stamp(stamp).min(self.fresh.now)
    }
}

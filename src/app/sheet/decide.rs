//! The nine decisions, on one idea or on all that are marked. What a decision asks for shows when it
//! is chosen; those that cannot be taken now say why.

use jiff::civil::Date;

use crate::app::model::Model;
use crate::app::opening::OpeningRead;
use crate::domain::{
    Answered, Arg, Command, Decide, DecideTogether, DecisionKind, IdeaId, Reference,
    ReferralTarget, Say, Status, known, most_similar, reference,
};

use super::part::{Body, Choose, Part};
use super::pick::Pick;
use super::{Kind, Sheet, gate, lines};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deciding {
    pub(super) ideas: Vec<IdeaId>,
    /// What was answered at the gate.
    answers: Vec<Answered>,
    next_role: String,
}

/// As many similar ideas stand first among those to merge into.
const SIMILAR: usize = 5;

impl Deciding {
    pub(super) fn open(
        model: &Model,
        ideas: Vec<IdeaId>,
        kind: Option<DecisionKind>,
        said: &[(String, String)],
        read: &OpeningRead,
    ) -> Result<Sheet, Say> {
        let detail = read.detail.as_ref().ok_or_else(|| Say::new("refused-idea-gone"))?;
        let in_last_stage = read.gate.as_ref().is_none_or(|gate| gate.next.is_none());
        let mut options = Vec::new();
        for (decision, digit) in Reference::get().sluice.decisions.iter().zip('1'..='9') {
            let key = decision.kind.key();
            let name = Arg::Known(format!("decision:{key}").into());
            let mut one = Choose::new(key, Say::new("known").with("what", name));
            one.digit = Some(digit);
            one.meaning = Some(Say::new(meaning(decision.kind)));
            one.closed = closed(decision, detail.idea.status, in_last_stage, ideas.len());
            options.push(one);
        }
        let at = kind.and_then(|kind| options.iter().position(|one| one.key == kind.key()));
        let at = at.filter(|at| options.get(*at).is_some_and(|one| one.closed.is_none()));
        let mut choice = Part::new(
            "kind",
            Say::new("decide-kind"),
            Body::Choice { options, at, advances: true },
        );
        choice.tall = true;
        let answers: Vec<Answered> =
            said.iter().filter_map(|(key, text)| gate::answered(key, text)).collect();
        let mut parts = vec![choice];
        if !answers.is_empty() {
            let n = answers.len();
            parts.push(Part::note(Say::new("decide-answers-follow").with("n", n)));
        }
        parts.extend(asked_for(model, &detail.idea.title, read));
        parts.push(lines::reason());
        parts.push(
            Part::prose("learning", Say::new("decide-learning"), "")
                .with_hint(Say::new("decide-learning-hint"))
                .when(|sheet| rules(sheet).is_some_and(|rules| rules.needs_learning)),
        );
        parts.push(lines::conditions().when(|sheet| stays(sheet, DecisionKind::Pause)));
        if ideas.len() == 1 {
            let next = lines::next_step(detail);
            parts.extend(next.map(|part| part.when(|sheet| stays(sheet, DecisionKind::Pause))));
        }
        parts.push(lines::role(read));
        parts.push(Part::buttons(Say::new("button-decide")));
        let title = match ideas.as_slice() {
            [idea] => Say::new("sheet-decide")
                .with("idea", Arg::Idea(idea.0))
                .with("title", detail.idea.title.as_str()),
            ideas => Say::new("sheet-decide-many").with("n", ideas.len()),
        };
        let next_role = detail.text.next_role.clone();
        let kind = Kind::Decide(Box::new(Deciding { ideas, answers, next_role }));
        let mut sheet = Sheet::new(title, kind, parts);
        for (key, text) in said {
            if let Some(part) = sheet.parts.iter_mut().find(|part| part.key == *key) {
                part.set_text(text);
                sheet.unkept = true;
            }
        }
        if at.is_some() {
            sheet.next_part();
        }
        Ok(sheet)
    }

    pub(super) fn command(&self, sheet: &Sheet, today: Date) -> Result<Command, Say> {
        let rules = rules(sheet).ok_or_else(|| Say::new("refused-decide-nothing"))?;
        let first = *self.ideas.first().ok_or_else(|| Say::new("refused-no-idea"))?;
        let mut decide = Decide::new(first, rules.kind);
        decide.answers.clone_from(&self.answers);
        decide.reason = sheet.text("reason");
        decide.role = sheet.text("role");
        if rules.needs_learning {
            decide.learning = sheet.text("learning");
        }
        if stays(sheet, DecisionKind::Pause) {
            decide.conditions = sheet.text("conditions");
            decide.next_step = lines::next_of(sheet, today, &self.next_role)?;
        }
        if rules.needs_date_or_event {
            decide.until = lines::day(sheet, "until", today)?;
            decide.event = sheet.text("event");
        }
        if rules.needs_target {
            decide.target = sheet.text("target");
            decide.contact = sheet.text("contact");
        }
        if rules.needs_idea {
            decide.into = Some(number(&sheet.text("into"))?);
        }
        Ok(match self.ideas.as_slice() {
            [_] => decide.into(),
            ideas => DecideTogether { ideas: ideas.to_vec(), decision: decide }.into(),
        })
    }
}

/// What pausing, merging and referring ask for.
fn asked_for(model: &Model, title: &str, read: &OpeningRead) -> [Part; 5] {
    let pick = |names| Body::Pick(Pick::new("", false, names));
    let pauses = |sheet: &Sheet| rules(sheet).is_some_and(|rules| rules.needs_date_or_event);
    let refers = |sheet: &Sheet| rules(sheet).is_some_and(|rules| rules.needs_target);
    let merges = |sheet: &Sheet| rules(sheet).is_some_and(|rules| rules.needs_idea);
    let named = |target: &ReferralTarget| match (&target.name, &target.key) {
        (Some(name), _) => Some(name.clone()),
        (None, Some(key)) => known(&format!("target:{key}"), model.language()).map(str::to_owned),
        (None, None) => None,
    };
    let targets = read.targets.iter().filter_map(named).collect();
    [
        Part::day_line("until", "decide-until", None)
            .with_hint(Say::new("decide-until-hint"))
            .when(pauses),
        Part::line("event", "decide-event", "")
            .with_hint(Say::new("decide-event-hint"))
            .when(pauses),
        Part::new("into", Say::new("decide-into"), pick(candidates(title, read)))
            .with_hint(Say::new("decide-into-hint"))
            .when(merges),
        Part::new("target", Say::new("decide-target"), pick(targets))
            .with_hint(Say::new("decide-target-hint"))
            .when(refers),
        Part::line("contact", "decide-contact", "")
            .with_hint(Say::new("decide-contact-hint"))
            .when(refers),
    ]
}

/// Ideas with their numbers, those with a similar title first.
fn candidates(title: &str, read: &OpeningRead) -> Vec<String> {
    let titles = read.candidates.iter().map(|(_, title)| title.as_str());
    let similar: Vec<usize> =
        most_similar(title, titles, SIMILAR).into_iter().map(|(at, _)| at).collect();
    let rest = (0..read.candidates.len()).filter(|at| !similar.contains(at));
    let order = similar.iter().copied().chain(rest);
    order
        .filter_map(|at| read.candidates.get(at))
        .map(|(idea, title)| format!("{} {title}", idea.0))
        .collect()
}

/// The number that what was picked begins with. Any idea can be named by it.
fn number(text: &str) -> Result<IdeaId, Say> {
    let text = text.trim().trim_start_matches('#');
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    let number = digits.parse().map_err(|_| Say::new("refused-merge-target-missing"))?;
    Ok(IdeaId(number))
}

fn rules(sheet: &Sheet) -> Option<&'static reference::Decision> {
    Reference::get().decision(&sheet.text("kind"))
}

/// The idea is worked on afterwards, or at least by then.
fn stays(sheet: &Sheet, but: DecisionKind) -> bool {
    rules(sheet).is_some_and(|rules| rules.to_outcome.is_none() && rules.kind != but)
}

fn closed(
    decision: &reference::Decision,
    status: Status,
    in_last_stage: bool,
    ideas: usize,
) -> Option<Say> {
    if ideas > 1 && decision.kind == DecisionKind::GoAhead {
        return Some(Say::new("decide-closed-together"));
    }
    if decision.from.allows(status, in_last_stage) {
        return None;
    }
    Some(Say::new(match (status, decision.kind) {
        (Status::Active, DecisionKind::Reopen) => "decide-closed-open",
        (Status::Closed, _) => "decide-closed-closed",
        (_, DecisionKind::GoAhead) => "decide-closed-last-stage",
        _ => "decide-closed-before-last-stage",
    }))
}

fn meaning(kind: DecisionKind) -> &'static str {
    match kind {
        DecisionKind::GoAhead => "decide-means-ga_vidare",
        DecisionKind::ComeBack => "decide-means-komplettera",
        DecisionKind::Pause => "decide-means-vila",
        DecisionKind::Merge => "decide-means-sla_ihop",
        DecisionKind::Refer => "decide-means-hanvisa",
        DecisionKind::NotForward => "decide-means-ga_inte_vidare",
        DecisionKind::Withdraw => "decide-means-aterkalla",
        DecisionKind::CloseImplemented => "decide-means-avsluta_genomford",
        DecisionKind::Reopen => "decide-means-ateroppna",
    }
}

//! What is read of a file's shape, and the rows that each list makes of it.

use std::collections::HashMap;

use jiff::civil::Date;

use crate::domain::minutes::MeetingRead;
use crate::domain::{
    Action, Arg, Attendance, GateQuestion, IdeaId, List, Names, Parking, Reference, ReferralTarget,
    Say, SluiceId, Stage, StageId, Test, WorkshopLine, WorkshopState,
};

use crate::app::model::Model;
use crate::text::dates;

use super::{Listed, Matter};

/// The little that there is of everything that shapes a sluice.
#[derive(Clone, Debug, Default)]
pub struct ShapeRead {
    pub questions: Vec<GateQuestion>,
    pub names: Names,
    pub targets: Vec<ReferralTarget>,
    /// How many ideas a stage has, on the board or off it.
    pub held: HashMap<StageId, usize>,
}

/// One row of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub id: i64,
    pub name: Say,
    /// Its facts, in the order in which they stand.
    pub facts: Vec<Say>,
    /// It is the one on the screen; of what was agreed, it is done.
    pub shown: bool,
    /// How many ideas it has.
    pub holds: usize,
}

impl Entry {
    fn new(id: i64, name: impl Into<Arg>) -> Entry {
        Entry { id, name: plain(name), facts: Vec::new(), shown: false, holds: 0 }
    }

    fn with(mut self, facts: impl IntoIterator<Item = Say>) -> Entry {
        self.facts.extend(facts);
        self
    }
}

fn plain(text: impl Into<Arg>) -> Say {
    Say::new("known").with("what", text)
}

pub(super) fn of(listed: Listed, read: &ShapeRead, model: &Model) -> Vec<Entry> {
    match listed {
        Listed::Sluices => sluices(read, model),
        Listed::Stages => model.frame.stages.iter().map(|stage| self::stage(stage, read)).collect(),
        Listed::Questions(stage) => questions(stage, read),
        Listed::List(list) => entries(list, read),
        // Tests and what comes of workshops are no shape of the sluice; they are read by themselves.
        Listed::Tests(_) | Listed::Matter(..) | Listed::Workshops => Vec::new(),
    }
}

fn ideas(n: usize) -> Say {
    Say::new("entry-ideas").with("n", n)
}

fn sluices(read: &ShapeRead, model: &Model) -> Vec<Entry> {
    let held = |sluice: SluiceId| -> usize {
        let stages = model.frame.all.iter().filter(|stage| stage.sluice == sluice);
        stages.filter_map(|stage| read.held.get(&stage.id)).sum()
    };
    let rows = model.frame.sluices.iter().map(|sluice| {
        let n = held(sluice.id);
        let row = Entry::new(sluice.id.0, sluice.name.as_str()).with([ideas(n)]);
        Entry { shown: Some(sluice.id) == model.frame.sluice, holds: n, ..row }
    });
    rows.collect()
}

fn stage(stage: &Stage, read: &ShapeRead) -> Entry {
    let n = read.held.get(&stage.id).copied().unwrap_or(0);
    let limit = stage.soft_limit.map(|most| Say::new("entry-limit").with("n", most));
    let warn = stage.warn_days.map(|days| Say::new("entry-warn").with("n", days));
    let receiver = stage.needs_receiver.then(|| Say::new("entry-receiver"));
    let facts = [Some(ideas(n)), limit, warn, receiver].into_iter().flatten();
    Entry { holds: n, ..Entry::new(stage.id.0, stage.label()).with(facts) }
}

/// The questions at a gate, in their order.
pub(super) fn questions(stage: StageId, read: &ShapeRead) -> Vec<Entry> {
    let mut own: Vec<&GateQuestion> =
        read.questions.iter().filter(|question| question.stage == stage).collect();
    own.sort_by_key(|question| (question.rank, question.id));
    let rows = own.into_iter().map(|question| {
        let kind = if question.must { "entry-must" } else { "entry-judge" };
        Entry::new(question.id.0, question.label()).with([Say::new(kind)])
    });
    rows.collect()
}

/// An idea's tests by their question, with when they are and whether there is a result.
pub(super) fn tests(tests: &[Test], model: &Model) -> Vec<Entry> {
    let day = |day: Option<Date>| {
        day.map(|day| dates::day_short(day, model.today, model.words.language)).unwrap_or_default()
    };
    let rows = tests.iter().map(|test| {
        let from_to = format!("{}–{}", day(test.starts), day(test.ends));
        let when = (test.starts.is_some() || test.ends.is_some()).then(|| plain(from_to));
        let result = (!test.result.is_empty()).then(|| Say::new("entry-result"));
        Entry::new(test.id.0, test.question.as_str()).with(when.into_iter().chain(result))
    });
    rows.collect()
}

/// Workshops by their title, with how each stands, when it is and what came of it.
pub(super) fn workshops(lines: &[WorkshopLine], model: &Model) -> Vec<Entry> {
    let rows = lines.iter().map(|line| {
        let workshop = &line.workshop;
        let state = match workshop.state {
            WorkshopState::Running => "workshop-runs",
            WorkshopState::Planned => "workshop-planned",
            WorkshopState::Ended => "workshop-ended",
        };
        let day = |day: Date| plain(dates::day_short(day, model.today, model.words.language));
        let came = (line.ideas > 0).then(|| ideas(line.ideas));
        let facts = [Some(Say::new(state)), workshop.day.map(day), came];
        let row = Entry::new(workshop.id.0, workshop.title.as_str());
        Entry { shown: workshop.state == WorkshopState::Running, ..row }
            .with(facts.into_iter().flatten())
    });
    rows.collect()
}

/// What came of a workshop: what is open first.
pub(super) fn matters(matter: Matter, read: Option<&MeetingRead>, model: &Model) -> Vec<Entry> {
    let Some(read) = read else { return Vec::new() };
    let room = &read.meeting.room;
    let idea = |idea: IdeaId| Say::new("known").with("what", Arg::Idea(idea.0));
    let done = |is: bool| is.then(|| Say::new("minutes-done"));
    let said = |text: &str| (!text.is_empty()).then(|| plain(text));
    let mut rows: Vec<Entry> = match matter {
        Matter::Parking => {
            let row = |it: &Parking| {
                let facts = [done(it.done.is_some()), said(&it.owner)].into_iter().flatten();
                let row = Entry::new(it.id.0, it.text.as_str()).with(facts);
                Entry { shown: it.done.is_some(), ..row }
            };
            room.parking.iter().map(row).collect()
        }
        Matter::Action => {
            let row = |it: &Action| {
                let due = it.due.map(|due| dates::due(due, model.today, model.words.language));
                let who = said(&it.role).unwrap_or(Say::new("minutes-nobody"));
                let facts = [done(it.done.is_some()), Some(who), due.map(plain), it.idea.map(idea)];
                let row = Entry::new(it.id.0, it.text.as_str()).with(facts.into_iter().flatten());
                Entry { shown: it.done.is_some(), ..row }
            };
            room.actions.iter().map(row).collect()
        }
        Matter::Attendance => {
            let row = |it: &Attendance| {
                let interest =
                    it.idea.map(|idea| Say::new("entry-interest").with("idea", Arg::Idea(idea.0)));
                Entry::new(it.id.0, it.text.as_str()).with(interest)
            };
            room.attendance.iter().map(row).collect()
        }
    };
    rows.sort_by_key(|row| row.shown);
    rows
}

fn entries(list: List, read: &ShapeRead) -> Vec<Entry> {
    let names = &read.names;
    let contact = |contact: &Option<String>| contact.as_deref().map(plain);
    let mut rows: Vec<Entry> = match list {
        List::Units => {
            let row = |it: &crate::domain::Unit| {
                Entry::new(it.id.0, it.name.as_str()).with([plain(it.code.as_str())])
            };
            names.units.iter().map(row).collect()
        }
        List::Tags => names.tags.iter().map(|it| Entry::new(it.id.0, it.name.as_str())).collect(),
        List::Challenges => {
            names.challenges.iter().map(|it| Entry::new(it.id.0, it.name.as_str())).collect()
        }
        List::Targets => {
            let row = |it: &ReferralTarget| {
                Entry::new(it.id.0, target_name(it)).with(contact(&it.contact))
            };
            let mut targets: Vec<&ReferralTarget> = read.targets.iter().collect();
            targets.sort_by_key(|it| (it.rank, it.id));
            return targets.into_iter().map(row).collect();
        }
        List::People => {
            let row = |it: &crate::domain::Person| {
                Entry::new(it.id.0, it.name.as_str()).with(contact(&it.contact))
            };
            names.people.iter().map(row).collect()
        }
    };
    let key = |row: &Entry| match row.name.args.first() {
        Some((_, Arg::Text(text))) => crate::text::fold(text),
        _ => String::new(),
    };
    rows.sort_by_cached_key(key);
    rows
}

pub(in crate::app) fn target_name(target: &ReferralTarget) -> Arg {
    match (&target.name, &target.key) {
        (Some(name), _) => Arg::Text(name.clone().into()),
        (None, Some(key)) => Arg::Known(format!("target:{key}").into()),
        (None, None) => Arg::Text("".into()),
    }
}

/// What a stage is for, its gate's name and who decides there, as they stand.
pub(in crate::app) fn texts(stage: &Stage, model: &Model) -> [String; 3] {
    let key = stage.key.as_deref();
    let gate = key.and_then(|key| Reference::get().gate_of(key)).map(|gate| gate.key.as_str());
    let said = |own: &Option<String>, family: &str, key: Option<&str>| match (own, key) {
        (Some(own), _) => own.clone(),
        (None, Some(key)) => model.words.arg(&Arg::Known(format!("{family}:{key}").into())),
        (None, None) => String::new(),
    };
    [
        said(&stage.purpose, "stage-purpose", key),
        said(&stage.gate_name, "gate", gate),
        said(&stage.gate_who, "gate-who", gate),
    ]
}

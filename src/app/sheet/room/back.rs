//! Back to where an item of the run sheet began: the checkpoints with their times, what would be taken
//! back to each, and the question whether that is meant.

use crate::app::model::{Model, Pending};
use crate::app::msg::Effect;
use crate::app::opening::Checkpoint;
use crate::app::overlay::Turn;
use crate::app::sheet::Sheet;
use crate::app::sheet::part::{Body, Button, Choose, Part, Press};
use crate::domain::{AgendaItemId, Arg, Kind, Say};
use crate::text::dates;

pub(super) const GO: &str = "back";
const TO: &str = "to";

/// What is told of the steps by kind, in this order.
const TOLD: &[(&str, &[Kind])] = &[
    ("back-votes", &[Kind::Vote, Kind::VoteOption, Kind::VoteCount]),
    ("back-decisions", &[Kind::Decision, Kind::GateAnswer]),
    ("back-groups", &[Kind::Cluster, Kind::ClusterIdea]),
    ("back-matters", &[Kind::Parking, Kind::Action, Kind::Attendance]),
    ("back-items", &[Kind::AgendaItem, Kind::Workshop]),
    ("back-ideas", &[Kind::Idea, Kind::IdeaText, Kind::Comment, Kind::Test]),
];
const REST: &str = "back-rest";

pub(super) fn parts(
    model: &Model,
    item: AgendaItemId,
    all: &[Checkpoint],
) -> Result<(Say, Vec<Part>), Say> {
    let meant = all.iter().position(|checkpoint| checkpoint.item.id == item);
    let meant = meant.ok_or(Say::new("refused-no-checkpoint"))?;
    if all.iter().all(|checkpoint| checkpoint.since.is_empty()) {
        return Err(Say::new("refused-nothing-since"));
    }
    // Where nothing was done since, the one before it that something was done since.
    let has_any = |at: &usize| all.get(*at).is_some_and(|it| !it.since.is_empty());
    let at = (0..=meant).rev().find(has_any).or_else(|| (0..all.len()).find(has_any));
    let digits = '1'..='9';
    let options = all.iter().zip(digits.map(Some).chain(std::iter::repeat(None)));
    let options = options.map(|(checkpoint, digit)| Choose { digit, ..option(model, checkpoint) });
    let body = Body::Choice { options: options.collect(), at, advances: true };
    let mut parts = vec![Part { tall: true, ..Part::new(TO, Say::new("back-to"), body) }];
    parts.extend(all.iter().map(|checkpoint| Part {
        told_of: Some((TO, checkpoint.item.id.0.to_string())),
        ..Part::note(meaning(model, &checkpoint.since))
    }));
    parts.extend([
        Part::note(Say::new("back-note")),
        Part::button_row(vec![
            Button::new(Press::Close, "button-cancel"),
            Button::new(Press::Own(GO), "back-go"),
        ]),
    ]);
    Ok((Say::new("back-title"), parts))
}

fn option(model: &Model, checkpoint: &Checkpoint) -> Choose {
    let began = checkpoint.item.started.map(|at| dates::time(at, &model.zone));
    let nth = i64::try_from(checkpoint.nth).unwrap_or(i64::MAX);
    let name = Say::new("back-item")
        .with("time", began.unwrap_or_default())
        .with("nth", nth)
        .with("title", checkpoint.item.title.clone());
    let key = checkpoint.item.id.0.to_string();
    let closed = checkpoint.since.is_empty().then(|| Say::new("back-nothing"));
    let n = i64::try_from(checkpoint.since.len()).unwrap_or(i64::MAX);
    // What it means stands beside it, so that each has a row of its own.
    let meaning = Some(Say::new("back-steps").with("n", n));
    Choose { closed, meaning, ..Choose::new(key, name) }
}

/// How many steps there are, by kind.
fn meaning(model: &Model, since: &[Vec<Kind>]) -> Say {
    let told = |kinds: &Vec<Kind>| {
        let of = |(_, all): &&(&str, &[Kind])| all.iter().any(|kind| kinds.contains(kind));
        TOLD.iter().find(of).map_or(REST, |(told, _)| told)
    };
    let told: Vec<&str> = since.iter().map(told).collect();
    let ids = TOLD.iter().map(|(id, _)| *id).rev().chain([REST]);
    let counts = ids.map(|id| (id, told.iter().filter(|told| **told == id).count()));
    let words = counts.filter(|(_, n)| *n > 0).map(|(id, n)| {
        let n = i64::try_from(n).unwrap_or(i64::MAX);
        model.words.with(id, &[("n", Arg::from(n))])
    });
    let kinds: Vec<String> = words.collect();
    let n = i64::try_from(since.len()).unwrap_or(i64::MAX);
    Say::new("back-since").with("n", n).with("kinds", kinds.join(", "))
}

pub(super) fn go(sheet: &Sheet, model: &mut Model) -> Turn {
    let Some(item) = sheet.text(TO).parse().ok().map(AgendaItemId) else {
        model.refuse(Say::new("refused-nothing-since"));
        return Turn::stay();
    };
    model.pending.push_back(Pending::default());
    Turn { effects: vec![Effect::BackToItem(item)], closes: true }
}

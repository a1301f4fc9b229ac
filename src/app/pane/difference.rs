//! What a step changed, readable: a field's name, the old text and the new, trimmed to what differs.

use crate::app::model::Model;
use crate::domain::{Cell as _, Change, Kind, Names, Stamp, Value, known};
use crate::text::dates;
use crate::text::ink::{Ink, Row};

use super::PaneRead;
use super::page::said;

/// How a column's value is said.
#[derive(Clone, Copy)]
enum Form {
    Text,
    Day,
    /// A word of a family of `known`.
    Word(&'static str),
    Name(Kind),
    Stage,
    Idea,
}

/// A column that a person knows: its name as a key of `known` or as a message, and its form.
struct Shown {
    kind: Kind,
    column: &'static str,
    name: &'static str,
    form: Form,
}

const fn shown(kind: Kind, column: &'static str, name: &'static str, form: Form) -> Shown {
    Shown { kind, column, name, form }
}

static COLUMNS: &[Shown] = &[
    shown(Kind::Idea, "title", "field:title", Form::Text),
    shown(Kind::Idea, "stage", "field:stage", Form::Stage),
    shown(Kind::Idea, "status", "field:status", Form::Word("status")),
    shown(Kind::Idea, "outcome", "field:outcome", Form::Word("outcome")),
    shown(Kind::Idea, "unit", "field:unit", Form::Name(Kind::Unit)),
    shown(Kind::Idea, "giver", "field:giver", Form::Name(Kind::Person)),
    shown(Kind::Idea, "owner", "field:owner", Form::Name(Kind::Person)),
    shown(Kind::Idea, "coach", "field:coach", Form::Name(Kind::Person)),
    shown(Kind::Idea, "receiver", "field:receiver", Form::Text),
    shown(Kind::Idea, "next_due", "field:next_due", Form::Day),
    shown(Kind::Idea, "paused_until", "field:paused_until", Form::Day),
    shown(Kind::Idea, "challenge", "field:challenge", Form::Name(Kind::Challenge)),
    shown(Kind::Idea, "source", "field:source", Form::Word("source")),
    shown(Kind::Idea, "sensitivity", "field:sensitivity", Form::Word("sensitivity")),
    shown(Kind::Idea, "name_visible", "field:name_visible", Form::Word("name-visible")),
    shown(Kind::Idea, "wants_to_join", "field:wants_to_join", Form::Word("wants-to-join")),
    shown(Kind::Idea, "record_status", "field:record_status", Form::Word("record-status")),
    shown(Kind::Idea, "diary_no", "field:diary_no", Form::Text),
    shown(Kind::Idea, "benefit_score", "field:benefit_score", Form::Word("benefit-score")),
    shown(Kind::Idea, "effort_score", "field:effort_score", Form::Word("effort-score")),
    shown(Kind::Idea, "merged_into", "field:merged_into", Form::Idea),
    shown(Kind::IdeaText, "need", "field:need", Form::Text),
    shown(Kind::IdeaText, "target_group", "field:target_group", Form::Text),
    shown(Kind::IdeaText, "solution", "field:solution", Form::Text),
    shown(Kind::IdeaText, "benefit", "field:benefit", Form::Text),
    shown(Kind::IdeaText, "alternatives", "field:alternatives", Form::Text),
    shown(Kind::IdeaText, "effort_note", "field:effort_note", Form::Text),
    shown(Kind::IdeaText, "next_step", "field:next_step", Form::Text),
    shown(Kind::IdeaText, "next_role", "field:next_role", Form::Text),
    shown(Kind::IdeaText, "paused_event", "pane-event", Form::Text),
    shown(Kind::IdeaText, "referred_to", "field:referred_to", Form::Text),
    shown(Kind::IdeaTag, "tag", "field:tags", Form::Name(Kind::Tag)),
    shown(Kind::IdeaBenefit, "benefit", "field:benefit_types", Form::Word("benefit-type")),
    shown(Kind::Link, "label", "field:links", Form::Text),
    shown(Kind::Link, "address", "field:links", Form::Text),
    shown(Kind::Comment, "kind", "comment-kind", Form::Word("comment-kind")),
    shown(Kind::Comment, "text", "comment-text", Form::Text),
    shown(Kind::Test, "question", "field:test_question", Form::Text),
    shown(Kind::Test, "method", "field:test_method", Form::Text),
    shown(Kind::Test, "place", "field:test_place", Form::Text),
    shown(Kind::Test, "participants", "field:test_participants", Form::Text),
    shown(Kind::Test, "starts", "field:test_starts", Form::Day),
    shown(Kind::Test, "ends", "field:test_ends", Form::Day),
    shown(Kind::Test, "measure", "field:test_measure", Form::Text),
    shown(Kind::Test, "stop_rule", "field:test_stop_rule", Form::Text),
    shown(Kind::Test, "result", "field:test_result", Form::Text),
    shown(Kind::Test, "learning", "field:test_learning", Form::Text),
    shown(Kind::Test, "cost", "field:test_cost", Form::Text),
    shown(Kind::Decision, "kind", "field:decisions", Form::Word("decision")),
    shown(Kind::Decision, "reason", "pane-reason", Form::Text),
    shown(Kind::Decision, "conditions", "pane-conditions", Form::Text),
    shown(Kind::Decision, "learning", "pane-learning", Form::Text),
    shown(Kind::Decision, "until", "pane-until", Form::Day),
    shown(Kind::Decision, "event", "pane-event", Form::Text),
    shown(Kind::Decision, "target", "pane-target", Form::Text),
    shown(Kind::Feedback, "text", "field:feedback", Form::Text),
    shown(Kind::Filling, "role", "pane-filled-by", Form::Text),
    shown(Kind::Filling, "note", "pane-filling-note", Form::Text),
];

/// The changes of a step that concern the idea.
pub(super) fn rows(
    model: &Model,
    read: &PaneRead,
    names: &Names,
    changes: &[Change],
    cells: usize,
) -> Vec<Row> {
    let mut rows = Vec::new();
    for change in changes.iter().filter(|change| concerns(change, read, changes)) {
        if let Change::Create { kind: Kind::FillingLevel, .. }
        | Change::Delete { kind: Kind::FillingLevel, .. } = change
        {
            rows.extend(level(model, change, cells));
            continue;
        }
        for shown in COLUMNS.iter().filter(|shown| shown.kind == change.kind()) {
            let (before, after) = change.column(shown.column);
            let say = |value: Option<&Value>| match value {
                Some(value) => said_value(model, names, shown.form, value),
                None => String::new(),
            };
            let (before, after) = (say(before), say(after));
            // What a new idea has anyway is no news.
            let is_new = matches!(change, Change::Create { kind: Kind::Idea, .. });
            let is_news = !(is_new && matches!(shown.form, Form::Word(_)));
            if before != after && is_news {
                let name = name(model, shown.name);
                rows.extend(said(&name, Ink::Muted, cells));
                rows.extend(old_and_new(&before, &after, cells));
            }
        }
    }
    if rows.is_empty() {
        rows.extend(said(&model.words.get("pane-no-texts-changed"), Ink::Muted, cells));
    }
    rows
}

fn name(model: &Model, key: &str) -> String {
    match known(key, model.language()) {
        Some(name) => name.to_owned(),
        None => model.words.get(key).into_owned(),
    }
}

/// A change belongs to another idea only where it says so.
fn concerns(change: &Change, read: &PaneRead, changes: &[Change]) -> bool {
    let idea = read.idea.0;
    match change.kind() {
        Kind::Idea | Kind::IdeaText => change.id() == idea,
        // What an answer belongs to is made and taken away in the same step.
        Kind::FillingLevel => belongs(change, "filling", Kind::Filling, read, changes),
        Kind::GateAnswer => belongs(change, "decision", Kind::Decision, read, changes),
        _ => number(change, "idea").is_none_or(|other| other == idea),
    }
}

fn belongs(change: &Change, column: &str, to: Kind, read: &PaneRead, changes: &[Change]) -> bool {
    let owner = number(change, column);
    let found = changes
        .iter()
        .find(|other| other.kind() == to && Some(other.id()) == owner)
        .and_then(|owner| number(owner, "idea"));
    found.is_none_or(|idea| idea == read.idea.0)
}

/// A number that a column has or had.
fn number(change: &Change, column: &str) -> Option<i64> {
    match change.column(column) {
        (_, Some(Value::Int(number))) | (Some(Value::Int(number)), _) => Some(*number),
        _ => None,
    }
}

/// One answered criterion: its name and its level.
fn level(model: &Model, change: &Change, cells: usize) -> Vec<Row> {
    let text = |column: &str| match change.column(column) {
        (_, Some(Value::Text(text))) | (Some(Value::Text(text)), _) => text.clone(),
        _ => String::new(),
    };
    let level = number(change, "level").unwrap_or(0);
    let criterion = format!("criterion:{}", text("criterion"));
    let criterion = known(&criterion, model.language()).unwrap_or_default();
    let level = known(&format!("level:{level}"), model.language()).unwrap_or_default();
    let sign = if matches!(change, Change::Create { .. }) { "+" } else { "-" };
    said(&format!("{sign} {criterion}: {level}"), Ink::Text, cells)
}

fn said_value(model: &Model, names: &Names, form: Form, value: &Value) -> String {
    let word = |family: &str, key: &str| {
        let key = format!("{family}:{key}");
        known(&key, model.language()).unwrap_or_default().to_owned()
    };
    match (form, value) {
        (_, Value::Null) => String::new(),
        (Form::Text, Value::Text(text)) => text.clone(),
        (Form::Text, Value::Int(number)) => number.to_string(),
        (Form::Day, Value::Text(day)) => match day.parse() {
            Ok(day) => dates::due(day, model.today, model.language()),
            Err(_) => day.clone(),
        },
        (Form::Day, Value::Int(_)) => Stamp::from_value(value)
            .map(|at| dates::moment(at, &model.zone, model.today, model.language()))
            .unwrap_or_default(),
        (Form::Word(family), Value::Text(key)) => word(family, key),
        (Form::Word(family), Value::Int(number)) => {
            format!("{number} · {}", word(family, &number.to_string()))
        }
        (Form::Name(Kind::Unit), Value::Int(id)) => {
            let unit = names.units.iter().find(|unit| unit.id.0 == *id);
            unit.map(|unit| unit.name.clone()).unwrap_or_default()
        }
        (Form::Name(kind), Value::Int(id)) => names.name(kind, *id).unwrap_or_default().to_owned(),
        (Form::Stage, Value::Int(id)) => {
            let stage = model.frame.stages.iter().find(|stage| stage.id.0 == *id);
            stage.map(|stage| model.words.arg(&stage.label())).unwrap_or_default()
        }
        (Form::Idea, Value::Int(id)) => format!("#{id}"),
        (Form::Name(_) | Form::Stage | Form::Idea, Value::Text(text)) => text.clone(),
    }
}

fn old_and_new(before: &str, after: &str, cells: usize) -> Vec<Row> {
    let (before, after) = trimmed(before, after);
    let side = |sign: &str, text: &str, ink: Ink| -> Vec<Row> {
        if text.is_empty() {
            return Vec::new();
        }
        let lines = said(text, ink, cells.saturating_sub(2));
        let rows = lines.into_iter().map(|row| {
            let mut signed = Row::of(format!("{sign} "), ink);
            signed.0.extend(row.0);
            signed
        });
        rows.collect()
    };
    let mut rows = side("-", &before, Ink::Muted);
    rows.extend(side("+", &after, Ink::Text));
    rows
}

/// Words kept on either side of what differs, in characters.
const AROUND: usize = 40;

/// Both texts without most of what they have in common at their ends.
fn trimmed(before: &str, after: &str) -> (String, String) {
    let (old, new): (Vec<char>, Vec<char>) = (before.chars().collect(), after.chars().collect());
    let start = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let most = old.len().min(new.len()) - start;
    let end = old.iter().rev().zip(new.iter().rev()).take(most).take_while(|(a, b)| a == b).count();
    let cut = |text: &[char]| -> String {
        let words = |c: &char| c.is_whitespace();
        let mut from = start.saturating_sub(AROUND);
        if from > 0 {
            // Not in the middle of a word.
            let ahead = text.get(from..start).unwrap_or_default().iter().position(words);
            from += ahead.map_or(0, |at| at + 1);
        }
        let last = text.len() - end;
        let mut to = (last + AROUND).min(text.len());
        if to < text.len() {
            let behind = text.get(last..to).unwrap_or_default().iter().rposition(words);
            to = behind.map_or(to, |at| last + at);
        }
        let kept: String = text.get(from..to).unwrap_or_default().iter().collect();
        let head = if from > 0 { "… " } else { "" };
        let tail = if to < text.len() { " …" } else { "" };
        format!("{head}{kept}{tail}")
    };
    (cut(&old), cut(&new))
}

#[cfg(test)]
mod tests {
    use super::trimmed;

    #[test]
    fn long_texts_are_trimmed_around_what_differs() {
        let long = "Ett långt stycke som ingen har ändrat på länge och som ingen behöver läsa. ";
        let (old, new) = (format!("{long}Köplats visas."), format!("{long}Köplats och tid visas."));
        let (old, new) = trimmed(&old, &new);
        assert!(old.starts_with("… ") && old.ends_with("Köplats visas."), "{old}");
        assert!(new.ends_with("Köplats och tid visas."), "{new}");
        assert!(old.chars().count() < 60, "{old}");
    }

    #[test]
    fn short_texts_stand_whole() {
        assert_eq!(trimmed("", "Ny"), (String::new(), "Ny".to_owned()));
        assert_eq!(trimmed("aa", "aaa"), ("aa".to_owned(), "aaa".to_owned()));
    }
}

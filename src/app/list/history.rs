//! What was done, over the whole file, the newest first. Enter takes back just the one in focus.

use std::collections::{BTreeSet, HashMap};

use crate::app::listing::{Cell, ColumnShape, Of, Row};
use crate::app::model::{Model, Pending};
use crate::app::msg::Effect;
use crate::app::overlay::Turn;
use crate::domain::{Arg, Entry, IdeaId, Say, State};
use crate::text::dates;

use super::{ListRead, titled};

pub(super) const COLUMNS: &[ColumnShape] = &[
    ColumnShape::fits(17).right(),
    ColumnShape::fits(14).from(60),
    ColumnShape::grows(),
    ColumnShape::fits(24).right(),
];

pub(super) fn rows(model: &Model, entries: &[Entry], read: &ListRead) -> Vec<Row> {
    // What a title may take inside a sentence.
    let room = usize::from(model.size.columns / 3).max(16);
    let row = |entry: &Entry| {
        let when = dates::moment(entry.at, &model.zone, model.today, model.language());
        let who = entry.who.and_then(|who| read.people.get(&who)).cloned().unwrap_or_default();
        let cells = vec![
            Cell::muted(when),
            Cell::muted(who),
            Cell::new(model.words.say(&with_titles(&entry.label, &read.titles, room))),
            Cell::muted(state(model, entry)),
        ];
        let whole = model.words.say(&with_titles(&entry.label, &read.titles, 80));
        let note = match standing(entry) {
            Standing::Stands => model.words.with("history-enter", &[("what", whole.into())]),
            Standing::Undone | Standing::Turn | Standing::Never => whole,
        };
        let mut row = Row::new(Of::Entry(entry.seq), cells).noting(Cell::muted(note));
        row.quiet = standing(entry) != Standing::Stands;
        row
    };
    entries.iter().map(row).collect()
}

/// Whether a step can be taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    Stands,
    Undone,
    /// It took another back, or did it again.
    Turn,
    Never,
}

fn standing(entry: &Entry) -> Standing {
    match (entry.state, entry.undoes) {
        (State::Done, _) => Standing::Stands,
        (State::Undone | State::Dropped, _) => Standing::Undone,
        (State::Turn, Some(_)) => Standing::Turn,
        (State::Turn, None) => Standing::Never,
    }
}

fn state(model: &Model, entry: &Entry) -> String {
    match standing(entry) {
        Standing::Stands | Standing::Turn => String::new(),
        Standing::Undone => model.words.get("history-undone").into_owned(),
        Standing::Never => model.words.get("history-never").into_owned(),
    }
}

/// The sentence with the ideas' titles beside their numbers.
pub(super) fn with_titles(say: &Say, titles: &HashMap<IdeaId, String>, cells: usize) -> Say {
    let args = say.args.iter().map(|(name, arg)| {
        let arg = match arg {
            Arg::Idea(idea) => titled(*idea, titles, cells),
            Arg::Say(say) => Arg::Say(Box::new(with_titles(say, titles, cells))),
            other => other.clone(),
        };
        (name.clone(), arg)
    });
    Say { id: say.id.clone(), args: args.collect() }
}

pub(super) fn ideas_of(say: &Say, ideas: &mut BTreeSet<IdeaId>) {
    for (_, arg) in &say.args {
        match arg {
            Arg::Idea(idea) => {
                ideas.insert(IdeaId(*idea));
            }
            Arg::Say(say) => ideas_of(say, ideas),
            _ => {}
        }
    }
}

/// Takes back one step where nothing that came later stands in its way.
pub(super) fn undo(model: &mut Model, seq: i64, row: &Row) -> Turn {
    if row.quiet {
        model.refuse(Say::new("refused-not-standing"));
        return Turn::stay();
    }
    model.pending.push_back(Pending::default());
    Turn::with(vec![Effect::UndoChosen(seq)])
}

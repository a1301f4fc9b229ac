//! What looking through the file found to be wrong: each with its place, a sentence, and whether it
//! can be mended. How it is found and mended is the store's affair.

use super::record::Kind;
use super::records::{IdeaId, StageId};
use super::say::{Arg, Say};

/// One thing that is not as this program left it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Finding {
    /// The file is not built as it should be, in SQLite's own words.
    Build(String),
    /// An index does not lead to the rows that are there.
    Index(String),
    /// A record that an index still knows is gone.
    Lost(Spotted),
    /// A record is not what was saved.
    Altered(Spotted),
    /// Bytes in a record are no text.
    NotText(Spotted, &'static str),
    /// A record holds what its kind cannot.
    Unreadable(Spotted),
    /// What must say something is empty.
    Empty(Spotted, &'static str),
    /// A text holds signs that are never let in.
    Unclean(Spotted, &'static str),
    /// A record points at one that is not there.
    Orphan(Spotted, &'static str, Kind, i64),
    /// What a card shows of other records is not what they say.
    Derived(IdeaId),
    /// A column's count is not that of its ideas.
    Count(StageId),
    /// A number could be given twice.
    Counter(Kind),
    /// An entry of the journal is not what was written.
    EntryAltered(i64),
    /// An entry of the journal cannot be understood.
    EntryUnreadable(i64),
    /// Entries of the journal are gone, from the first to the last of these.
    EntriesGone(i64, i64),
    /// An entry turns one that is not there.
    EntryOrphan(i64),
    /// Whether a step stands is not told as the journal tells it.
    Standing(i64),
    /// Which ideas a step is about is not told as the step tells it.
    About(i64),
    /// A draft is not what was typed: what it is for, and its field.
    Draft(String, String),
    /// What is remembered between runs is no text.
    Memory(String),
}

/// Where a record is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Spotted {
    pub kind: Kind,
    pub id: i64,
    /// The idea that it belongs to.
    pub idea: Option<IdeaId>,
}

/// What can be done about a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Remedy {
    /// It follows from what else is in the file, and is worked out anew.
    Rework,
    /// A step that can be taken back.
    Step,
    /// It is restored where the file itself tells what it was; else it stays until it is accepted.
    Restore,
    /// Only a backup has it whole.
    Backup,
}

impl Remedy {
    /// The message that says it.
    pub fn word(self) -> &'static str {
        match self {
            Remedy::Rework => "remedy-rework",
            Remedy::Step => "remedy-step",
            Remedy::Restore => "remedy-restore",
            Remedy::Backup => "remedy-backup",
        }
    }
}

impl Finding {
    pub fn remedy(&self) -> Remedy {
        match self {
            Finding::Build(_) => Remedy::Backup,
            Finding::Index(_)
            | Finding::Derived(_)
            | Finding::Count(_)
            | Finding::Counter(_)
            | Finding::Standing(_)
            | Finding::About(_)
            | Finding::Memory(_) => Remedy::Rework,
            Finding::NotText(..)
            | Finding::Empty(..)
            | Finding::Unclean(..)
            | Finding::Orphan(..) => Remedy::Step,
            Finding::Lost(_)
            | Finding::Altered(_)
            | Finding::Unreadable(_)
            | Finding::EntryAltered(_)
            | Finding::EntryUnreadable(_)
            | Finding::EntriesGone(..)
            | Finding::EntryOrphan(_)
            | Finding::Draft(..) => Remedy::Restore,
        }
    }

    /// What it is, in one word that stays as it is: for other programs.
    pub fn key(&self) -> &'static str {
        match self {
            Finding::Build(_) => "build",
            Finding::Index(_) => "index",
            Finding::Lost(_) => "lost",
            Finding::Altered(_) => "altered",
            Finding::NotText(..) => "not-text",
            Finding::Unreadable(_) => "unreadable",
            Finding::Empty(..) => "empty",
            Finding::Unclean(..) => "unclean",
            Finding::Orphan(..) => "orphan",
            Finding::Derived(_) => "derived",
            Finding::Count(_) => "count",
            Finding::Counter(_) => "counter",
            Finding::EntryAltered(_) => "entry-altered",
            Finding::EntryUnreadable(_) => "entry-unreadable",
            Finding::EntriesGone(..) => "entries-gone",
            Finding::EntryOrphan(_) => "entry-orphan",
            Finding::Standing(_) => "standing",
            Finding::About(_) => "about",
            Finding::Draft(..) => "draft",
            Finding::Memory(_) => "memory",
        }
    }

    /// The record that it is about.
    pub fn record(&self) -> Option<Spotted> {
        match self {
            Finding::Lost(at)
            | Finding::Altered(at)
            | Finding::NotText(at, _)
            | Finding::Unreadable(at)
            | Finding::Empty(at, _)
            | Finding::Unclean(at, _)
            | Finding::Orphan(at, ..) => Some(*at),
            Finding::Derived(idea) => {
                Some(Spotted { kind: Kind::Idea, id: idea.0, idea: Some(*idea) })
            }
            Finding::Count(stage) => Some(Spotted { kind: Kind::Stage, id: stage.0, idea: None }),
            _ => None,
        }
    }

    pub fn idea(&self) -> Option<IdeaId> {
        self.record().and_then(|record| record.idea)
    }

    /// What is wrong, and where.
    pub fn say(&self) -> Say {
        let at = |id, at: &Spotted| Say::new(id).with("record", at.arg());
        let step = |id, seq: &i64| Say::new(id).with("seq", *seq);
        match self {
            Finding::Build(words) => Say::new("finding-build").with("words", words.as_str()),
            Finding::Index(name) => Say::new("finding-index").with("name", name.as_str()),
            Finding::Lost(spot) => at("finding-lost", spot),
            Finding::Altered(spot) => at("finding-altered", spot),
            Finding::NotText(spot, _) => at("finding-not-text", spot),
            Finding::Unreadable(spot) => at("finding-unreadable", spot),
            Finding::Empty(spot, _) => at("finding-empty", spot),
            Finding::Unclean(spot, _) => at("finding-unclean", spot),
            Finding::Orphan(spot, _, kind, id) => {
                let to = Spotted { kind: *kind, id: *id, idea: None };
                at("finding-orphan", spot).with("to", to.arg())
            }
            Finding::Derived(idea) => Say::new("finding-derived").with("idea", Arg::Idea(idea.0)),
            Finding::Count(stage) => Say::new("finding-count").with("stage", stage.0),
            Finding::Counter(kind) => Say::new("finding-counter").with("kind", kind.word()),
            Finding::EntryAltered(seq) => step("finding-entry-altered", seq),
            Finding::EntryUnreadable(seq) => step("finding-entry-unreadable", seq),
            Finding::EntriesGone(from, to) => {
                Say::new("finding-entries-gone").with("from", *from).with("to", *to)
            }
            Finding::EntryOrphan(seq) => step("finding-entry-orphan", seq),
            Finding::Standing(seq) => step("finding-standing", seq),
            Finding::About(seq) => step("finding-about", seq),
            Finding::Draft(target, field) => Say::new("finding-draft")
                .with("target", target.as_str())
                .with("field", field.as_str()),
            Finding::Memory(name) => Say::new("finding-memory").with("name", name.as_str()),
        }
    }
}

impl Spotted {
    /// The record as part of a sentence: an idea by its number, all else by kind and id.
    pub fn arg(&self) -> Arg {
        let named = |id| Say::new(id).with("kind", self.kind.word()).with("id", self.id);
        match self.idea {
            Some(idea) if self.kind == Kind::Idea => Arg::Idea(idea.0),
            Some(idea) => {
                Arg::Say(Box::new(named("finding-record-of").with("idea", Arg::Idea(idea.0))))
            }
            None => Arg::Say(Box::new(named("finding-record"))),
        }
    }
}

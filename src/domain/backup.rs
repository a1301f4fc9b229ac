//! What is known of a backup: how it is named, why it was taken, whether it is whole. The files
//! themselves are the store's affair.

use jiff::civil::DateTime;

use super::history::Entry;
use super::say::{Arg, Say};

/// Why a copy of the file was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// The person left, and something had changed.
    Leaving,
    /// Something had changed for a while.
    Routine,
    BeforeMigration,
    BeforeImport,
    /// Before many ideas were changed at once.
    BeforeBulk,
    BeforeRestore,
    BeforeErase,
    /// Somebody asked for it.
    Asked,
}

impl Why {
    pub const ALL: [Why; 8] = [
        Why::Leaving,
        Why::Routine,
        Why::BeforeMigration,
        Why::BeforeImport,
        Why::BeforeBulk,
        Why::BeforeRestore,
        Why::BeforeErase,
        Why::Asked,
    ];

    /// How it is written beside the copy.
    pub fn key(self) -> &'static str {
        match self {
            Why::Leaving => "leaving",
            Why::Routine => "routine",
            Why::BeforeMigration => "before-migration",
            Why::BeforeImport => "before-import",
            Why::BeforeBulk => "before-bulk",
            Why::BeforeRestore => "before-restore",
            Why::BeforeErase => "before-erase",
            Why::Asked => "asked",
        }
    }

    pub fn from_key(key: &str) -> Option<Why> {
        Why::ALL.into_iter().find(|why| why.key() == key)
    }

    /// The words for it.
    pub fn say(self) -> Say {
        Say::new(match self {
            Why::Leaving => "backup-why-leaving",
            Why::Routine => "backup-why-routine",
            Why::BeforeMigration => "backup-why-before-migration",
            Why::BeforeImport => "backup-why-before-import",
            Why::BeforeBulk => "backup-why-before-bulk",
            Why::BeforeRestore => "backup-why-before-restore",
            Why::BeforeErase => "backup-why-before-erase",
            Why::Asked => "backup-why-asked",
        })
    }

    /// One that says nothing new is not taken: the newest copy has all of it.
    pub fn wants_news(self) -> bool {
        match self {
            Why::Leaving | Why::Routine | Why::BeforeImport | Why::BeforeBulk => true,
            Why::BeforeMigration | Why::BeforeRestore | Why::BeforeErase | Why::Asked => false,
        }
    }
}

/// Whether the bytes of a copy are those that were checked when it was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Soundness {
    /// Nobody has looked yet.
    Unknown,
    Good,
    /// Its bytes are not those that were written, or what tells of them is missing.
    Damaged,
}

/// A copy of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// The name of its file, without the folder.
    pub name: String,
    /// When it was taken, as the clock on the wall showed then.
    pub taken: DateTime,
    /// The newest step that is in it.
    pub seq: i64,
    pub bytes: u64,
    /// None where that is not written beside it.
    pub why: Option<Why>,
    pub soundness: Soundness,
    /// What a look through it found that only an older copy may have whole.
    pub flaws: usize,
    /// How long it took to take it.
    pub millis: Option<u64>,
}

impl Backup {
    /// A sentence that names it by when it was taken.
    pub fn say(&self, id: &'static str) -> Say {
        let (hour, minute) = (self.taken.hour(), self.taken.minute());
        Say::new(id)
            .with("day", Arg::Day(self.taken.date().to_string()))
            .with("time", format!("{hour:02}:{minute:02}"))
    }

    /// The older first: by what is in it, and only then by what the clock said.
    pub fn order(&self) -> (i64, DateTime, &str) {
        (self.seq, self.taken, &self.name)
    }
}

/// What a copy and the file that stands have that the other lacks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Steps that only the file has: they go.
    pub lost: Side,
    /// Steps that only the copy has: they come.
    pub gained: Side,
    /// How many ideas each has, removed ones too.
    pub ideas_here: i64,
    pub ideas_there: i64,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Side {
    pub steps: usize,
    /// Ideas of which the other knows nothing.
    pub ideas: usize,
    /// The newest of its steps, the newest first.
    pub newest: Vec<Entry>,
}

impl Difference {
    /// What would go and what would come, a sentence each.
    pub fn says(&self) -> Vec<Say> {
        let mut says = Vec::new();
        let mut say = |id, n: usize| {
            if n > 0 {
                says.push(Say::new(id).with("n", n));
            }
        };
        say("restore-lost", self.lost.steps);
        say("restore-lost-ideas", self.lost.ideas);
        say("restore-gained", self.gained.steps);
        say("restore-gained-ideas", self.gained.ideas);
        if self.lost.steps == 0 {
            says.insert(0, Say::new("restore-lost-nothing"));
        }
        says
    }
}

//! What is known of a person, and how it goes away: where the person occurs, what of it is an
//! official record, which texts lose which words. Nothing here touches a file.

use super::kinds::ErasureKind;
use super::needles::Excerpt;
use super::record::{Kind, Row};
use super::records::{IdeaId, Person, PersonId};
use super::say::Say;
use super::step::Change;
use super::value::Stamp;

mod disposal;
mod occurrences;
mod place;
mod redaction;
mod retention;
mod wanted;

pub use disposal::{Disposal, Dispose};
pub use occurrences::{Occurrences, Tracing};
pub use redaction::{Fate, Redaction};
pub use retention::{Overdue, OverdueKind, Periods};
pub use wanted::{Trace, Wanted};

/// What is done to a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Deed {
    /// The ideas stay, the person becomes nobody.
    Anonymise,
    /// The person goes, and all that names them.
    Erase,
}

/// The person whom it concerns, and what was decided of the texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonErasure {
    pub person: Person,
    pub deed: Deed,
    /// The decision that lets official records be changed; without it they stay as they are.
    pub reference: String,
    /// Why it is done.
    pub ground: String,
    /// Who does it, as a role.
    pub role: String,
    pub verdicts: Vec<(TextOf, String, Verdict)>,
    /// What the person is called afterwards.
    pub name: String,
    /// What stands where a word was.
    pub mask: String,
}

/// Which text something stands in. What it said before, as the journal tells, belongs to it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TextOf {
    Column {
        kind: Kind,
        id: i64,
        column: &'static str,
    },
    Draft {
        target: String,
        field: String,
    },
    /// A thing remembered between runs, by its name.
    Memory(String),
    /// What a step of the journal is called.
    Label(i64),
}

/// A way of writing the name or contact that stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    pub text_of: TextOf,
    /// As it is written there, folded.
    pub form: String,
    /// It may be somebody or something else: a part of the name, or a namesake.
    pub is_part: bool,
    pub idea: Option<IdeaId>,
    /// It stands in an official record.
    pub is_official: bool,
    /// It stands in the text as it is now, and not only in what it was before.
    pub is_now: bool,
    /// How often, in all wordings together.
    pub times: usize,
    pub excerpt: Excerpt,
}

/// What the person occurs as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    Giver,
    Owner,
    Coach,
    /// Wrote a comment.
    Author,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    Redact,
    Keep(Keep),
}

/// Why a hit is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Keep {
    /// It is somebody or something else.
    Another,
    /// It stands in an official record, and nothing allows it to go.
    Official,
    /// It has to be there.
    Needed,
}

/// What goes for good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Removal {
    Person(PersonErasure),
    Disposal(Dispose),
}

/// The same as it is carried out in one file.
#[derive(Clone, Debug)]
pub enum Rewriting<'a> {
    Person(Redaction<'a>),
    Disposal(Disposal),
}

impl Removal {
    pub fn kind(&self) -> ErasureKind {
        match self {
            Removal::Person(asked) => asked.deed.kind(),
            Removal::Disposal(_) => ErasureKind::Disposed,
        }
    }

    /// The reference, the ground and the role, without space around them.
    pub fn grounds(&self) -> [&str; 3] {
        match self {
            Removal::Person(it) => [it.reference.trim(), it.ground.trim(), it.role.trim()],
            Removal::Disposal(it) => [it.reference.trim(), it.ground.trim(), it.role.trim()],
        }
    }

    /// What the step of the journal is called that tells of it.
    pub fn say(&self, steps: usize) -> Say {
        let say = Say::new(match self.kind() {
            ErasureKind::Anonymised => "step-anonymised",
            ErasureKind::Erased => "step-erased",
            ErasureKind::Disposed => "step-disposed",
        });
        say.with("n", steps)
    }
}

impl Rewriting<'_> {
    /// What is to be changed in a record that is there.
    pub fn row(&self, kind: Kind, row: &Row) -> Option<Change> {
        match self {
            Rewriting::Person(it) => it.row(kind, row),
            Rewriting::Disposal(it) => it.row(kind, row),
        }
    }

    /// What a step did, as the journal may tell it; `None` where that stays.
    pub fn changes(&self, changes: &[Change]) -> Option<Vec<Change>> {
        match self {
            Rewriting::Person(it) => it.changes(changes),
            Rewriting::Disposal(it) => it.changes(changes),
        }
    }

    pub fn label(&self, seq: i64, label: &Say) -> Option<Say> {
        match self {
            Rewriting::Person(it) => it.label(seq, label),
            Rewriting::Disposal(_) => None,
        }
    }

    pub fn who(&self, who: PersonId, ideas: &[IdeaId]) -> Option<PersonId> {
        match self {
            Rewriting::Person(it) => it.who(who, ideas),
            Rewriting::Disposal(_) => Some(who),
        }
    }

    pub fn text(&self, text_of: &TextOf, text: &str) -> Option<String> {
        match self {
            Rewriting::Person(it) => it.text(text_of, text),
            Rewriting::Disposal(_) => None,
        }
    }

    /// Whether a draft goes as a whole.
    pub fn drops_draft(&self, target: &str, at: Stamp, discarded: Option<Stamp>) -> bool {
        match self {
            Rewriting::Person(_) => false,
            Rewriting::Disposal(it) => it.drops_draft(target, at, discarded),
        }
    }

    /// What stays all the same, each with the reason.
    pub fn kept(&self) -> &[(Hit, Keep)] {
        match self {
            Rewriting::Person(it) => &it.kept,
            Rewriting::Disposal(_) => &[],
        }
    }

    /// Whether the person's own record stays.
    pub fn stays(&self) -> bool {
        matches!(self, Rewriting::Person(it) if it.stays())
    }

    /// The words that are nowhere to be found afterwards.
    pub fn gone(&self) -> Vec<String> {
        match self {
            Rewriting::Person(it) => it.gone(),
            Rewriting::Disposal(_) => Vec::new(),
        }
    }
}

/// The words of which only a copy knows, beside what is wanted in the file itself, and which are
/// nowhere to be found afterwards.
pub fn gone_too(
    wanted: &Wanted,
    of_copy: &Wanted,
    stays: bool,
    kept: &[(Hit, Keep)],
) -> Vec<String> {
    let known = wanted.needles();
    let mut new = of_copy.needles();
    new.retain(|word| !known.contains(word));
    redaction::searched(new, if stays { &known } else { &[] }, kept)
}

impl Deed {
    pub fn kind(self) -> ErasureKind {
        match self {
            Deed::Anonymise => ErasureKind::Anonymised,
            Deed::Erase => ErasureKind::Erased,
        }
    }
}

impl Role {
    pub fn say(self) -> Say {
        Say::new(match self {
            Role::Giver => "person-giver",
            Role::Owner => "person-owner",
            Role::Coach => "person-coach",
            Role::Author => "person-author",
        })
    }
}

impl Keep {
    pub const ALL: [Keep; 3] = [Keep::Another, Keep::Official, Keep::Needed];

    pub fn say(self) -> Say {
        Say::new(match self {
            Keep::Another => "keep-another",
            Keep::Official => "keep-official",
            Keep::Needed => "keep-needed",
        })
    }
}

impl PersonErasure {
    /// What becomes of a hit; `None` where it is still to be decided.
    pub fn verdict(&self, hit: &Hit) -> Option<Verdict> {
        if hit.is_official && self.reference.trim().is_empty() {
            return Some(Verdict::Keep(Keep::Official));
        }
        let said = self
            .verdicts
            .iter()
            .find(|(text_of, form, _)| *text_of == hit.text_of && *form == hit.form);
        match said {
            Some((_, _, verdict)) => Some(*verdict),
            None if hit.is_part => None,
            None => Some(Verdict::Redact),
        }
    }
}

//! How long what is kept, and what has been kept longer. A list to approve; nothing goes by itself.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::domain::records::{IdeaId, PersonId};
use crate::domain::say::Say;
use crate::domain::value::Uid;

use super::Dispose;

/// How long each kind is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Periods {
    /// Closed ideas, in months from the decision that closed them.
    pub closed: u16,
    /// Contacts, in months from the answer to whoever had the idea.
    pub contact: u16,
    /// Drafts that were thrown away, in days.
    pub drafts: u16,
}

impl Default for Periods {
    fn default() -> Periods {
        Periods { closed: 24, contact: 6, drafts: 7 }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OverdueKind {
    Closed,
    Contact,
    Draft,
}

/// Something that has been kept for longer than it is needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overdue {
    pub kind: OverdueKind,
    pub idea: Option<IdeaId>,
    pub person: Option<PersonId>,
    /// What a draft was for.
    pub draft: Option<String>,
    /// Drafts have none.
    pub uid: Option<Uid>,
    /// By what the person who approves knows it.
    pub name: String,
    /// From when it counts.
    pub since: Date,
    pub is_official: bool,
}

impl Overdue {
    /// What disposing of these asks for; its grounds are still to be given.
    pub fn dispose<'a>(chosen: impl IntoIterator<Item = &'a Overdue>) -> Dispose {
        let mut asked = Dispose::default();
        for one in chosen {
            match (one.kind, one.uid) {
                (OverdueKind::Closed, Some(uid)) => asked.ideas.push(uid),
                (OverdueKind::Contact, Some(uid)) => asked.contacts.push(uid),
                (OverdueKind::Draft, _) => asked.drafts.extend(one.draft.clone()),
                (OverdueKind::Closed | OverdueKind::Contact, None) => {}
            }
        }
        asked
    }
}

impl OverdueKind {
    pub const ALL: [OverdueKind; 3] =
        [OverdueKind::Closed, OverdueKind::Contact, OverdueKind::Draft];

    pub fn say(self) -> Say {
        Say::new(match self {
            OverdueKind::Closed => "retention-closed",
            OverdueKind::Contact => "retention-contact",
            OverdueKind::Draft => "retention-draft",
        })
    }
}

impl Periods {
    /// The name under which a file remembers them.
    pub const MEMORY: &'static str = "retention";

    /// As a file remembers them; what cannot be read is as it comes.
    pub fn read(written: &str) -> Periods {
        let mut periods = Periods::default();
        for pair in written.split_whitespace() {
            let Some((key, value)) = pair.split_once('=') else { continue };
            let Ok(value) = value.parse() else { continue };
            match key {
                "closed" => periods.closed = value,
                "contact" => periods.contact = value,
                "drafts" => periods.drafts = value,
                _ => {}
            }
        }
        periods
    }

    pub fn written(self) -> String {
        let Periods { closed, contact, drafts } = self;
        format!("closed={closed} contact={contact} drafts={drafts}")
    }

    /// The last day from which on it has been kept too long.
    pub fn limit(self, kind: OverdueKind, today: Date) -> Date {
        let back = match kind {
            OverdueKind::Closed => i64::from(self.closed).months(),
            OverdueKind::Contact => i64::from(self.contact).months(),
            OverdueKind::Draft => i64::from(self.drafts).days(),
        };
        today.saturating_sub(back)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn two_years_half_a_year_and_a_week_unless_it_is_said_otherwise() {
        let today = date(2026, 11, 23);
        let limits = OverdueKind::ALL.map(|kind| Periods::default().limit(kind, today));
        assert_eq!(limits, [date(2024, 11, 23), date(2026, 5, 23), date(2026, 11, 16)]);
        let own = Periods { closed: 36, contact: 1, drafts: 30 };
        assert_eq!(Periods::read(&own.written()), own);
        assert_eq!(Periods::read("closed=x nonsense"), Periods::default());
    }
}

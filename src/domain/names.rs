//! The names that a file knows: its units, tags, challenges and people, by which fields are shown
//! and read. Learning new ones is the affair of the commands.

use super::record::Kind;
use super::records::{Challenge, Person, Tag, Unit};
use super::refusal::No;
use super::there::There;

/// Stands where a name would, for whoever may not read it: *somebody* differs from *nobody*.
pub const SOMEBODY: &str = "•••";

/// Fields of forms in which people are named. Before a room they are neither shown nor read.
pub const PERSONAL_FIELDS: &[&str] = &["giver", "giver_contact", "owner", "coach", "contact"];

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    pub units: Vec<Unit>,
    pub tags: Vec<Tag>,
    pub challenges: Vec<Challenge>,
    pub people: Vec<Person>,
}

impl Names {
    pub fn read(there: &dyn There) -> Result<Names, No> {
        Ok(Names {
            units: there.all()?,
            tags: there.all()?,
            challenges: there.all()?,
            people: there.all()?,
        })
    }

    /// What a record of one of these kinds is called where a person types it.
    pub fn name(&self, kind: Kind, id: i64) -> Option<&str> {
        match kind {
            Kind::Unit => self.units.iter().find(|it| it.id.0 == id).map(|it| it.code.as_str()),
            Kind::Tag => self.tags.iter().find(|it| it.id.0 == id).map(|it| it.name.as_str()),
            Kind::Challenge => {
                self.challenges.iter().find(|it| it.id.0 == id).map(|it| it.name.as_str())
            }
            Kind::Person => self.people.iter().find(|it| it.id.0 == id).map(|it| it.name.as_str()),
            _ => None,
        }
    }

    /// All that can be picked of a kind, as typed.
    pub fn all(&self, kind: Kind) -> Vec<&str> {
        match kind {
            Kind::Unit => self.units.iter().map(|it| it.code.as_str()).collect(),
            Kind::Tag => self.tags.iter().map(|it| it.name.as_str()).collect(),
            Kind::Challenge => self.challenges.iter().map(|it| it.name.as_str()).collect(),
            Kind::Person => self.people.iter().map(|it| it.name.as_str()).collect(),
            _ => Vec::new(),
        }
    }
}

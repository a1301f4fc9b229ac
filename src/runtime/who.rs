//! Who sits at the keyboard: asked once, remembered by the file as one of its people.

use crate::domain::{Person, PersonId};
use crate::store::Reader;

use super::saver::Job;

#[derive(Default)]
pub(super) struct Who {
    pub(super) id: Option<PersonId>,
    /// A name that was given just now; its person may still be on the way into the file.
    name: Option<String>,
}

const MEMORY: &str = "who";

impl Who {
    /// Whom the file remembers.
    pub(super) fn of(reader: &Reader) -> Who {
        let remembered = reader.remembered(MEMORY).ok().flatten();
        let id = remembered.and_then(|id| id.parse().ok()).map(PersonId);
        Who { id, name: None }
    }

    pub(super) fn name(&self, reader: &Reader) -> Option<String> {
        reader.find::<Person>(self.id?.0).ok().flatten().map(|person| person.name)
    }

    /// Somebody else sits down; without a name nobody that is known.
    pub(super) fn sit_down(&mut self, name: String) -> Option<Job> {
        self.id = None;
        self.name = Some(name).filter(|name| !name.is_empty());
        self.name.is_none().then(|| Job::Remember(MEMORY, String::new()))
    }

    /// Finds the person of the name that was given; what is to be remembered where that succeeds.
    pub(super) fn find(&mut self, reader: &Reader) -> Option<Job> {
        let name = self.name.as_ref()?.to_lowercase();
        let people = reader.every::<Person>().ok()?;
        let found = people.iter().find(|person| person.name.to_lowercase() == name)?;
        self.id = Some(found.id);
        self.name = None;
        Some(Job::Remember(MEMORY, found.id.0.to_string()))
    }
}

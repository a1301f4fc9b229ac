//! Names that are said for the first time are learnt with the step that says them.

use crate::domain::clean::{Lines, clean};
use crate::domain::names::Names;
use crate::domain::record::Kind;
use crate::domain::records::{Challenge, ChallengeId, Person, PersonId, Tag, TagId, Unit, UnitId};
use crate::domain::refusal::No;
use crate::domain::step::Step;

use super::Fresh;

/// A unit's code is made of so many letters of its name.
const CODE: std::ops::RangeInclusive<usize> = 4..=8;

impl Names {
    /// The id of what is called this. The kind is one of those that have names.
    pub(super) fn learn(
        &mut self,
        kind: Kind,
        said: &str,
        step: &mut Step,
        fresh: &mut Fresh<'_>,
    ) -> Result<i64, No> {
        match kind {
            Kind::Unit => Ok(self.unit(said, step, fresh)?.0),
            Kind::Tag => Ok(self.tag(said, step, fresh)?.0),
            Kind::Challenge => Ok(self.challenge(said, step, fresh)?.0),
            Kind::Person => Ok(self.person(said, step, fresh)?.0),
            _ => unreachable!("only units, tags, challenges and people are picked by name"),
        }
    }

    pub(super) fn unit(
        &mut self,
        said: &str,
        step: &mut Step,
        fresh: &mut Fresh<'_>,
    ) -> Result<UnitId, No> {
        let said = cleaned(said);
        let known = self.units.iter().find(|unit| is(&unit.code, &said));
        let known = known.or_else(|| self.units.iter().find(|unit| is(&unit.name, &said)));
        if let Some(unit) = known {
            return Ok(unit.id);
        }
        let id = UnitId(fresh.id(Kind::Unit)?);
        let unit = Unit { id, uid: fresh.uid(), code: self.new_code(&said), name: said };
        step.create(&unit);
        self.units.push(unit);
        Ok(id)
    }

    /// The first letters of the name, as few as tell it from the other units.
    pub(super) fn new_code(&self, name: &str) -> String {
        let letters: Vec<char> =
            name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect();
        let short = |n: usize| letters.iter().take(n).collect::<String>();
        let is_free = |code: &String| self.units.iter().all(|unit| unit.code != *code);
        let longest = short(*CODE.end());
        CODE.map(short).find(is_free).unwrap_or_else(|| {
            let numbered = (2..).map(|n| format!("{longest}{n}"));
            numbered.into_iter().find(is_free).unwrap_or_default()
        })
    }

    pub(super) fn tag(
        &mut self,
        said: &str,
        step: &mut Step,
        fresh: &mut Fresh<'_>,
    ) -> Result<TagId, No> {
        let said = cleaned(said).to_lowercase();
        if let Some(tag) = self.tags.iter().find(|tag| is(&tag.name, &said)) {
            return Ok(tag.id);
        }
        let tag = Tag { id: TagId(fresh.id(Kind::Tag)?), uid: fresh.uid(), name: said };
        let id = tag.id;
        step.create(&tag);
        self.tags.push(tag);
        Ok(id)
    }

    pub(super) fn knows_tag(&self, said: &str) -> bool {
        self.tags.iter().any(|tag| is(&tag.name, &cleaned(said)))
    }

    pub(super) fn challenge(
        &mut self,
        said: &str,
        step: &mut Step,
        fresh: &mut Fresh<'_>,
    ) -> Result<ChallengeId, No> {
        let name = cleaned(said);
        if let Some(challenge) = self.challenges.iter().find(|it| is(&it.name, &name)) {
            return Ok(challenge.id);
        }
        let id = ChallengeId(fresh.id(Kind::Challenge)?);
        let challenge = Challenge { id, uid: fresh.uid(), name };
        step.create(&challenge);
        self.challenges.push(challenge);
        Ok(id)
    }

    /// Roles stand here too, and several people may share one: the record without a contact is the
    /// one that means the role.
    pub(super) fn person(
        &mut self,
        said: &str,
        step: &mut Step,
        fresh: &mut Fresh<'_>,
    ) -> Result<PersonId, No> {
        let name = cleaned(said);
        let mut called = self.people.iter().filter(|person| is(&person.name, &name));
        let first = called.clone().next();
        let known = called.find(|person| person.contact.is_none()).or(first);
        match known {
            Some(person) => Ok(person.id),
            None => Ok(self.new_person(name, None, step, fresh)?.id),
        }
    }

    pub(super) fn new_person(
        &mut self,
        name: String,
        contact: Option<String>,
        step: &mut Step,
        fresh: &mut Fresh<'_>,
    ) -> Result<Person, No> {
        let id = PersonId(fresh.id(Kind::Person)?);
        let person = Person { id, uid: fresh.uid(), name, contact };
        step.create(&person);
        self.people.push(person.clone());
        Ok(person)
    }
}

fn cleaned(said: &str) -> String {
    clean(said, Lines::One).trim().to_owned()
}

fn is(known: &str, said: &str) -> bool {
    known.to_lowercase() == said.to_lowercase()
}

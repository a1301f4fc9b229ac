//! What was typed in a form, put back where it is kept.

use crate::domain::clean::{Lines, clean};
use crate::domain::detail::Detail;
use crate::domain::field::{At, FIELDS, Field, FieldKind, Filled, TEST_FIELDS};
use crate::domain::language::Language;
use crate::domain::names::Names;
use crate::domain::record::{Kind, Record, Row};
use crate::domain::records::{
    Idea, IdeaBenefit, IdeaBenefitId, IdeaId, IdeaTag, IdeaTagId, Link, LinkId, Person, TagId, Test,
};
use crate::domain::reference::known;
use crate::domain::refusal::No;
use crate::domain::say::{Arg, Say};
use crate::domain::step::Step;
use crate::domain::there::There;
use crate::domain::value::{Cell, Value};
use crate::domain::when::{NotADay, read_day};

use super::Fresh;

/// Writes a step: what is learnt on the way comes before what needs it.
pub(super) struct Pen<'a, 'f> {
    pub(super) there: &'a dyn There,
    pub(super) fresh: &'a mut Fresh<'f>,
    pub(super) names: Names,
    pub(super) step: Step,
}

impl<'a, 'f> Pen<'a, 'f> {
    pub(super) fn new(there: &'a dyn There, fresh: &'a mut Fresh<'f>) -> Result<Pen<'a, 'f>, No> {
        let step = Step::new(Say::new("step-edit"));
        Ok(Pen { there, fresh, names: Names::read(there)?, step })
    }

    /// Puts what was filled in into the idea, and notes where the file said something else than
    /// the form when it was opened. The fields that were changed.
    pub(super) fn fill_idea(
        &mut self,
        filled: &[Filled],
        before: &Detail,
        after: &mut Detail,
    ) -> Result<Vec<&'static Field>, No> {
        let changed = changed(FIELDS, filled);
        for (field, filled) in &changed {
            let theirs = field.of_idea(before, &self.names);
            self.put(field, &filled.now, after)?;
            let mine = field.of_idea(after, &self.names);
            self.step.clash(field.key, &filled.was, &theirs, &mine);
        }
        Ok(changed.into_iter().map(|(field, _)| field).collect())
    }

    /// The same for a test.
    pub(super) fn fill_test(
        &mut self,
        filled: &[Filled],
        before: &Test,
        after: &mut Test,
    ) -> Result<(), No> {
        for (field, filled) in changed(TEST_FIELDS, filled) {
            if let At::Test(column) = field.at {
                let value = self.value(field, Kind::Test, column, &filled.now)?;
                *after = with(after, column, value);
            }
            let (theirs, mine) = (field.of_test(before), field.of_test(after));
            self.step.clash(field.key, &filled.was, &theirs, &mine);
        }
        Ok(())
    }

    /// Notes what differs between the idea as it was and as it is to be.
    pub(super) fn keep(&mut self, before: &Detail, after: &Detail) {
        self.step.update(&before.idea, &after.idea);
        self.step.update(&before.text, &after.text);
        self.keep_lists(before, after);
    }

    /// The same for an idea that was not there.
    pub(super) fn keep_new(&mut self, before: &Detail, after: &Detail) {
        self.step.create(&after.idea);
        self.step.create(&after.text);
        self.keep_lists(before, after);
    }

    fn keep_lists(&mut self, before: &Detail, after: &Detail) {
        keep_list(&before.tags, &after.tags, &mut self.step);
        keep_list(&before.benefits, &after.benefits, &mut self.step);
        keep_list(&before.links, &after.links, &mut self.step);
    }

    fn put(&mut self, field: &Field, now: &str, after: &mut Detail) -> Result<(), No> {
        match field.at {
            At::Card("giver") => self.put_giver(now, after)?,
            At::Card(column) => {
                let value = self.value(field, Kind::Idea, column, now)?;
                after.idea = with(&after.idea, column, value);
            }
            At::Text(column) => {
                let value = self.value(field, Kind::IdeaText, column, now)?;
                after.text = with(&after.text, column, value);
            }
            At::Tags => self.put_tags(now, after)?,
            At::Benefits => self.put_benefits(field, now, after)?,
            At::Links => self.put_links(now, after)?,
            At::GiverContact => self.put_contact(now, after)?,
            At::Test(_) => unreachable!("the fields of tests are not among those of ideas"),
        }
        if after.idea.title.is_empty() {
            return Err(No::refuse(Say::new("refused-title-empty")));
        }
        Ok(())
    }

    /// What a text means in a field that is one column.
    fn value(
        &mut self,
        field: &Field,
        kind: Kind,
        column: &'static str,
        now: &str,
    ) -> Result<Value, No> {
        let said = clean(now, Lines::One);
        let said = said.trim();
        let number = |number: i64| Value::Int(number);
        let empty = said.is_empty();
        Ok(match field.kind {
            FieldKind::Line if empty => none(kind, column),
            FieldKind::Line => Value::Text(said.to_owned()),
            FieldKind::Prose if empty => none(kind, column),
            FieldKind::Prose => Value::Text(clean(now, Lines::Many).into_owned()),
            FieldKind::Day if empty => Value::Null,
            FieldKind::Day => match read_day(said, self.fresh.today) {
                Ok(day) => day.to_value(),
                Err(NotADay::Unread) => return Err(refuse("refused-field-day", field, said)),
                Err(NotADay::DoesNotExist) => {
                    return Err(refuse("refused-field-no-such-day", field, said));
                }
            },
            FieldKind::Number if empty => Value::Null,
            FieldKind::Number => match said.parse::<u32>() {
                Ok(read) => number(i64::from(read)),
                Err(_) => return Err(refuse("refused-field-number", field, said)),
            },
            FieldKind::Score(_) if empty => Value::Null,
            FieldKind::Score(_) => match said.parse::<i64>() {
                Ok(read @ 1..=5) => number(read),
                Ok(_) | Err(_) => return Err(refuse("refused-field-score", field, said)),
            },
            FieldKind::Choice(family) => Value::Text(choose(field, family, said)?.to_owned()),
            FieldKind::Pick(_) if empty => Value::Null,
            FieldKind::Pick(kind) => {
                number(self.names.learn(kind, said, &mut self.step, self.fresh)?)
            }
            FieldKind::Choices(_) | FieldKind::Picks(_) | FieldKind::Links => {
                unreachable!("a list is not kept in one column")
            }
        })
    }

    /// A contact that was noted before there was a name gets the name.
    fn put_giver(&mut self, now: &str, after: &mut Detail) -> Result<(), No> {
        let said = clean(now, Lines::One).trim().to_owned();
        if said.is_empty() {
            after.giver = None;
            after.idea.giver = None;
            return Ok(());
        }
        if let Some(nameless) = after.giver.clone().filter(|giver| giver.name.is_empty()) {
            let named = Person { name: said, ..nameless.clone() };
            self.change_person(&nameless, &named);
            after.giver = Some(named);
            return Ok(());
        }
        let giver = self.names.person(&said, &mut self.step, self.fresh)?;
        after.giver = self.names.people.iter().find(|person| person.id == giver).cloned();
        after.idea.giver = Some(giver);
        Ok(())
    }

    /// A contact belongs to one person. Where several ideas name the same role without a contact,
    /// whoever gave this one becomes a person apart, so that no answer goes to somebody else.
    fn put_contact(&mut self, now: &str, after: &mut Detail) -> Result<(), No> {
        let said = clean(now, Lines::One).trim().to_owned();
        let contact = (!said.is_empty()).then_some(said);
        let giver = match after.giver.clone() {
            Some(giver) if giver.contact == contact => return Ok(()),
            None if contact.is_none() => return Ok(()),
            Some(giver) if giver.contact.is_some() || !self.is_shared(&giver, after.idea.id)? => {
                let reached = Person { contact, ..giver.clone() };
                self.change_person(&giver, &reached);
                reached
            }
            other => {
                let name = other.map(|giver| giver.name).unwrap_or_default();
                self.names.new_person(name, contact, &mut self.step, self.fresh)?
            }
        };
        after.idea.giver = Some(giver.id);
        after.giver = Some(giver);
        Ok(())
    }

    fn change_person(&mut self, before: &Person, after: &Person) {
        self.step.update(before, after);
        for person in self.names.people.iter_mut().filter(|person| person.id == after.id) {
            person.clone_from(after);
        }
    }

    /// Whether other ideas name this person too.
    fn is_shared(&self, person: &Person, idea: IdeaId) -> Result<bool, No> {
        for column in ["giver", "owner", "coach"] {
            let ideas: Vec<Idea> = self.there.those(column, person.id.to_value())?;
            if ideas.iter().any(|other| other.id != idea) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn put_tags(&mut self, now: &str, after: &mut Detail) -> Result<(), No> {
        let mut wanted: Vec<TagId> = Vec::new();
        for said in parts(now) {
            let said = said.trim_start_matches('#').trim();
            if !said.is_empty() {
                let tag = self.names.tag(said, &mut self.step, self.fresh)?;
                if !wanted.contains(&tag) {
                    wanted.push(tag);
                }
            }
        }
        after.tags.retain(|tag| wanted.contains(&tag.tag));
        for tag in wanted {
            if !after.tags.iter().any(|there| there.tag == tag) {
                let id = IdeaTagId(self.fresh.id(Kind::IdeaTag)?);
                after.tags.push(IdeaTag { id, uid: self.fresh.uid(), idea: after.idea.id, tag });
            }
        }
        Ok(())
    }

    fn put_benefits(&mut self, field: &Field, now: &str, after: &mut Detail) -> Result<(), No> {
        let FieldKind::Choices(family) = field.kind else { return Ok(()) };
        let mut wanted: Vec<&str> = Vec::new();
        for said in parts(now) {
            let key = choose(field, family, &said)?;
            if !wanted.contains(&key) {
                wanted.push(key);
            }
        }
        after.benefits.retain(|there| wanted.contains(&there.benefit.as_str()));
        for key in wanted {
            if !after.benefits.iter().any(|there| there.benefit == key) {
                let id = IdeaBenefitId(self.fresh.id(Kind::IdeaBenefit)?);
                let benefit = key.to_owned();
                let idea = after.idea.id;
                after.benefits.push(IdeaBenefit { id, uid: self.fresh.uid(), idea, benefit });
            }
        }
        Ok(())
    }

    fn put_links(&mut self, now: &str, after: &mut Detail) -> Result<(), No> {
        let mut left = std::mem::take(&mut after.links);
        for line in clean(now, Lines::Many).lines() {
            let (label, address) = line.split_once('|').unwrap_or(("", line));
            let (label, address) = (label.trim(), address.trim());
            if address.is_empty() && label.is_empty() {
                continue;
            }
            let same = |link: &Link| link.label == label && link.address == address;
            let link = match left.iter().position(same) {
                Some(at) => left.remove(at),
                None => Link {
                    id: LinkId(self.fresh.id(Kind::Link)?),
                    uid: self.fresh.uid(),
                    idea: after.idea.id,
                    label: label.to_owned(),
                    address: address.to_owned(),
                },
            };
            after.links.push(link);
        }
        // Read back, they stand in the order of their ids.
        after.links.sort_by_key(|link| link.id);
        Ok(())
    }
}

/// The fields that somebody changed, in the order of the table.
fn changed<'a>(
    fields: &'static [Field],
    filled: &'a [Filled],
) -> Vec<(&'static Field, &'a Filled)> {
    let is_known = |filled: &Filled| fields.iter().any(|field| field.key == filled.field);
    debug_assert!(filled.iter().all(is_known), "forms are made from the tables of fields");
    let of = |field: &'static Field| {
        let filled = filled.iter().find(|filled| filled.field == field.key)?;
        (filled.was != filled.now).then_some((field, filled))
    };
    fields.iter().filter_map(of).collect()
}

fn with<R: Record>(record: &R, column: &str, value: Value) -> R {
    let mut row: Row = record.to_row();
    if let Some(place) = R::KIND.position(column).and_then(|at| row.0.get_mut(at)) {
        *place = value;
    }
    R::from_row(&row).expect("a field's value is of its column's type")
}

/// Nothing, as the column writes it.
fn none(kind: Kind, column: &str) -> Value {
    let found = kind.columns().iter().find(|known| known.name == column);
    if found.is_some_and(|column| column.sql.contains("NOT NULL")) {
        Value::Text(String::new())
    } else {
        Value::Null
    }
}

/// The key that was typed, or the key of the word that was typed in either language.
fn choose(field: &Field, family: &str, said: &str) -> Result<&'static str, No> {
    let low = said.to_lowercase();
    let is_word = |key: &str| {
        let name = |language| known(&format!("{family}:{key}"), language);
        Language::ALL.into_iter().filter_map(name).any(|name| name.to_lowercase() == low)
    };
    let keys = field.kind.keys();
    let found =
        keys.iter().find(|key| **key == low).or_else(|| keys.iter().find(|key| is_word(key)));
    found.copied().ok_or_else(|| refuse("refused-field-choice", field, said))
}

/// What stands between commas, one line each.
fn parts(text: &str) -> Vec<String> {
    let text = clean(text, Lines::Many);
    let parts = text.split([',', '\n']).map(|part| part.trim().to_owned());
    parts.filter(|part| !part.is_empty()).collect()
}

fn refuse(id: &'static str, field: &Field, said: &str) -> No {
    let name = Arg::Known(format!("field:{}", field.key).into());
    No::refuse(Say::new(id).with("field", name).with("said", said))
}

fn keep_list<R: Record + PartialEq>(before: &[R], after: &[R], step: &mut Step) {
    for record in before.iter().filter(|record| !after.contains(record)) {
        step.delete(record);
    }
    for record in after.iter().filter(|record| !before.contains(record)) {
        step.create(record);
    }
}

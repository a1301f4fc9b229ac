//! What a file says once a person is gone from it: which words give way in which texts, and what
//! records that pointed at the person point at instead. It holds for rows and for the journal alike,
//! so that taking a step back still meets what the step left.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::domain::record::{Kind, Row};
use crate::domain::records::{IdeaId, PersonId};
use crate::domain::refusal::No;
use crate::domain::say::{Arg, Say};
use crate::domain::step::{Change, Delta};
use crate::domain::value::{Cell, Value};

use super::occurrences::is_text;
use super::{Deed, Hit, Keep, Occurrences, PersonErasure, TextOf, Verdict, Wanted};

/// Shorter words stand in the bytes of any file by chance.
const SEARCHED: usize = 5;

/// What becomes of the person's own record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It has another name now, and no contact.
    Renamed(String),
    Gone,
    /// It stays, for the official records; all others point at another one, or at none.
    Split(Option<PersonId>),
}

#[derive(Clone, Debug)]
pub struct Redaction<'a> {
    wanted: &'a Wanted,
    person: Option<PersonId>,
    pub fate: Fate,
    /// The ideas that stay as they are.
    untouched: BTreeSet<IdeaId>,
    owners: HashMap<(Kind, i64), IdeaId>,
    redacted: HashMap<TextOf, HashSet<String>>,
    /// What stays, each with the reason.
    pub kept: Vec<(Hit, Keep)>,
    mask: &'a str,
}

impl<'a> Redaction<'a> {
    /// Refused while it is not said of every hit what becomes of it. In a copy of the file there may
    /// be texts that nobody was asked about: there a word stays that stays in the file itself.
    pub fn new(
        wanted: &'a Wanted,
        asked: &'a PersonErasure,
        person: Option<PersonId>,
        occurrences: Occurrences,
        kept_elsewhere: Option<&[(Hit, Keep)]>,
    ) -> Result<Redaction<'a>, No> {
        let Occurrences { roles, hits, official, owners, .. } = occurrences;
        let untouched = if asked.reference.trim().is_empty() { official } else { BTreeSet::new() };
        let mut redacted: HashMap<TextOf, HashSet<String>> = HashMap::new();
        let mut kept = Vec::new();
        let mut undecided = 0;
        for hit in hits {
            let elsewhere = || {
                let same = kept_elsewhere?.iter().find(|(known, _)| known.form == hit.form);
                Some(same.map_or(Verdict::Redact, |(_, keep)| Verdict::Keep(*keep)))
            };
            match asked.verdict(&hit).or_else(elsewhere) {
                Some(Verdict::Redact) => {
                    redacted.entry(hit.text_of).or_default().insert(hit.form);
                }
                Some(Verdict::Keep(keep)) => kept.push((hit, keep)),
                None => undecided += 1,
            }
        }
        if undecided > 0 {
            return Err(No::refuse(Say::new("refused-undecided").with("n", undecided)));
        }
        let stays = roles.iter().any(|(idea, ..)| untouched.contains(idea));
        let fate = match (stays, asked.deed) {
            (true, _) => Fate::Split(None),
            (false, Deed::Anonymise) => Fate::Renamed(asked.name.clone()),
            (false, Deed::Erase) => Fate::Gone,
        };
        let mask = &asked.mask;
        Ok(Redaction { wanted, person, fate, untouched, owners, redacted, kept, mask })
    }

    /// A text without the words that give way in it; `None` where it stays.
    pub fn text(&self, text_of: &TextOf, text: &str) -> Option<String> {
        let forms = self.redacted.get(text_of)?;
        let traces = self.wanted.traces(text);
        let gone: Vec<_> = traces.into_iter().filter(|it| forms.contains(&it.form)).collect();
        if gone.is_empty() {
            return None;
        }
        let mut written = String::with_capacity(text.len());
        let mut from = 0;
        for trace in gone {
            written.push_str(text.get(from..trace.range.start)?);
            written.push_str(self.mask);
            from = trace.range.end;
        }
        written.push_str(text.get(from..)?);
        Some(written)
    }

    /// What is to be changed in a record that is there.
    pub fn row(&self, kind: Kind, row: &Row) -> Option<Change> {
        if self.is_own(kind, row.id()) && self.fate == Fate::Gone {
            return Some(Change::Delete { kind, row: row.clone() });
        }
        let deltas: Vec<Delta> = kind
            .columns()
            .iter()
            .zip(&row.0)
            .filter_map(|(column, before)| {
                let after = self.value(kind, row.id(), column.name, before)?;
                Some(Delta { column: column.name, before: before.clone(), after })
            })
            .collect();
        let id = row.id();
        (!deltas.is_empty()).then_some(Change::Update { kind, id, deltas })
    }

    /// The changes of a step as the journal may tell them; `None` where they stay as they are.
    pub fn changes(&self, changes: &[Change]) -> Option<Vec<Change>> {
        let written: Vec<Change> = changes.iter().filter_map(|it| self.change(it)).collect();
        (written != changes).then_some(written)
    }

    fn change(&self, change: &Change) -> Option<Change> {
        let gone = self.is_own(change.kind(), change.id()) && self.fate == Fate::Gone;
        match change {
            _ if gone => None,
            Change::Create { kind, row } => {
                Some(Change::Create { kind: *kind, row: self.past_row(*kind, row) })
            }
            Change::Delete { kind, row } => {
                Some(Change::Delete { kind: *kind, row: self.past_row(*kind, row) })
            }
            Change::Update { kind, id, deltas } => {
                let now = |column, value: &Value| {
                    self.value(*kind, *id, column, value).unwrap_or_else(|| value.clone())
                };
                let deltas: Vec<Delta> = deltas
                    .iter()
                    .map(|delta| Delta {
                        column: delta.column,
                        before: now(delta.column, &delta.before),
                        after: now(delta.column, &delta.after),
                    })
                    .filter(|delta| delta.before != delta.after)
                    .collect();
                (!deltas.is_empty()).then_some(Change::Update { kind: *kind, id: *id, deltas })
            }
        }
    }

    fn past_row(&self, kind: Kind, row: &Row) -> Row {
        let cells = kind.columns().iter().zip(&row.0).map(|(column, value)| {
            self.value(kind, row.id(), column.name, value).unwrap_or_else(|| value.clone())
        });
        Row(cells.collect())
    }

    /// What a step is called, where that changes.
    pub fn label(&self, seq: i64, label: &Say) -> Option<Say> {
        let text_of = TextOf::Label(seq);
        self.redacted.get(&text_of)?;
        Some(self.sentence(&text_of, label))
    }

    fn sentence(&self, text_of: &TextOf, say: &Say) -> Say {
        let args = say.args.iter().map(|(name, arg)| {
            let arg = match arg {
                Arg::Text(text) => match self.text(text_of, text) {
                    Some(text) => Arg::Text(text.into()),
                    None => arg.clone(),
                },
                Arg::Say(inner) => Arg::Say(Box::new(self.sentence(text_of, inner))),
                other => other.clone(),
            };
            (name.clone(), arg)
        });
        Say { id: say.id.clone(), args: args.collect() }
    }

    /// Who took a step, as the journal may tell; what stays untouched keeps its hand.
    pub fn who(&self, who: PersonId, ideas: &[IdeaId]) -> Option<PersonId> {
        let to = match self.fate {
            Fate::Renamed(_) => return Some(who),
            Fate::Gone => None,
            Fate::Split(to) => to,
        };
        let stays = Some(who) != self.person || ideas.iter().any(|it| self.untouched.contains(it));
        if stays { Some(who) } else { to }
    }

    /// Whether it is this person.
    pub fn is_about(&self, person: PersonId) -> bool {
        self.person == Some(person)
    }

    fn is_own(&self, kind: Kind, id: i64) -> bool {
        kind == Kind::Person && self.is_about(PersonId(id))
    }

    /// What a column holds afterwards; `None` where it stays.
    fn value(&self, kind: Kind, id: i64, column: &'static str, value: &Value) -> Option<Value> {
        if self.is_own(kind, id) {
            let after = match (&self.fate, column) {
                (Fate::Renamed(name), "name") => Value::Text(name.clone()),
                (Fate::Renamed(_), "contact") => Value::Null,
                _ => return None,
            };
            return (after != *value).then_some(after);
        }
        match value {
            Value::Text(text) if is_text(kind, column) => {
                self.text(&TextOf::Column { kind, id, column }, text).map(Value::Text)
            }
            Value::Int(_) => self.pointer(kind, id, column, value),
            Value::Text(_) | Value::Null => None,
        }
    }

    fn pointer(&self, kind: Kind, id: i64, column: &str, value: &Value) -> Option<Value> {
        let person = self.person?;
        let refers = kind.columns().iter().find(|known| known.name == column)?.refers;
        if refers != Some(Kind::Person) || *value != person.to_value() {
            return None;
        }
        let idea = match kind {
            Kind::Idea => Some(IdeaId(id)),
            _ => self.owners.get(&(kind, id)).copied(),
        };
        match &self.fate {
            Fate::Renamed(_) => None,
            Fate::Gone => Some(Value::Null),
            Fate::Split(_) if idea.is_some_and(|idea| self.untouched.contains(&idea)) => None,
            Fate::Split(to) => Some(to.to_value()),
        }
    }

    /// Whether the person's own record stays, for the official records that point at it.
    pub fn stays(&self) -> bool {
        matches!(self.fate, Fate::Split(_))
    }

    /// The words that are nowhere to be found afterwards, for a search of raw bytes.
    pub fn gone(&self) -> Vec<String> {
        let known = self.wanted.needles();
        // Where the person's own record stays, so do the name and all that is part of it.
        let own = if self.stays() { known.as_slice() } else { &[] };
        let redacted = self.redacted.values().flatten();
        searched(redacted.chain(&known).cloned().collect(), own, &self.kept)
    }
}

/// The words that a search of raw bytes can look for, but for those that stay.
pub(super) fn searched(words: Vec<String>, own: &[String], kept: &[(Hit, Keep)]) -> Vec<String> {
    let stays = |form: &str| {
        let is_kept = kept.iter().any(|(hit, _)| hit.form.contains(form));
        is_kept || own.iter().any(|name| alike(name, form))
    };
    let mut words = words;
    words.sort();
    words.dedup();
    words.retain(|word| word.chars().count() >= SEARCHED && !stays(word));
    words
}

/// Whether one of them is in the other, with or without the genitive.
fn alike(name: &str, form: &str) -> bool {
    name.contains(form.trim_end_matches('s')) || form.contains(name)
}

#[cfg(test)]
mod tests;

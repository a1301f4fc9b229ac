//! Disposal by decision: whole ideas with all that belongs to them, contacts that are needed no
//! longer, drafts that were thrown away. The journal forgets them too.

use std::collections::{BTreeSet, HashMap};

use crate::domain::record::{Kind, Row};
use crate::domain::records::{IdeaId, PersonId};
use crate::domain::refusal::No;
use crate::domain::say::Say;
use crate::domain::step::{Change, Delta};
use crate::domain::value::{Cell, Stamp, Uid, Value};

use super::Occurrences;
use super::occurrences::of_target;

/// What is to be disposed of, by names that hold in every copy of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dispose {
    pub ideas: Vec<Uid>,
    /// People who lose their contact.
    pub contacts: Vec<Uid>,
    /// What the drafts were for that were thrown away and go.
    pub drafts: Vec<String>,
    /// The decision or rule that allows it.
    pub reference: String,
    /// Why.
    pub ground: String,
    /// Who does it, as a role.
    pub role: String,
}

/// The same in one file.
#[derive(Clone, Debug)]
pub struct Disposal {
    pub ideas: BTreeSet<IdeaId>,
    pub contacts: BTreeSet<PersonId>,
    drafts: Vec<String>,
    /// When those were typed that go, where this is a copy of the file: it may be from before they
    /// were thrown away.
    typed: HashMap<String, Stamp>,
    owners: HashMap<(Kind, i64), IdeaId>,
}

impl Disposal {
    /// Refused where an official record is among it and no decision allows it.
    pub fn new(
        asked: &Dispose,
        ideas: BTreeSet<IdeaId>,
        contacts: BTreeSet<PersonId>,
        occurrences: Occurrences,
        typed: HashMap<String, Stamp>,
    ) -> Result<Disposal, No> {
        let official = ideas.intersection(&occurrences.official).count();
        if official > 0 && asked.reference.trim().is_empty() {
            return Err(No::refuse(Say::new("refused-no-reference").with("n", official)));
        }
        let Occurrences { owners, .. } = occurrences;
        Ok(Disposal { ideas, contacts, drafts: asked.drafts.clone(), typed, owners })
    }

    /// Whether a record goes with its idea.
    fn goes(&self, kind: Kind, id: i64) -> bool {
        let idea = match kind {
            Kind::Idea | Kind::IdeaText => Some(IdeaId(id)),
            _ => self.owners.get(&(kind, id)).copied(),
        };
        idea.is_some_and(|idea| self.ideas.contains(&idea))
    }

    pub fn row(&self, kind: Kind, row: &Row) -> Option<Change> {
        if self.goes(kind, row.id()) {
            return Some(Change::Delete { kind, row: row.clone() });
        }
        let deltas: Vec<Delta> = kind
            .columns()
            .iter()
            .zip(&row.0)
            .filter(|(column, value)| self.empties(kind, row.id(), column.name, value))
            .map(|(column, before)| Delta {
                column: column.name,
                before: before.clone(),
                after: Value::Null,
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
        if self.goes(change.kind(), change.id()) {
            return None;
        }
        let now = |kind, id, column, value: &Value| {
            if self.empties(kind, id, column, value) { Value::Null } else { value.clone() }
        };
        let whole = |kind: Kind, row: &Row| {
            let cells = kind.columns().iter().zip(&row.0);
            Row(cells.map(|(column, value)| now(kind, row.id(), column.name, value)).collect())
        };
        Some(match change {
            Change::Create { kind, row } => Change::Create { kind: *kind, row: whole(*kind, row) },
            Change::Delete { kind, row } => Change::Delete { kind: *kind, row: whole(*kind, row) },
            Change::Update { kind, id, deltas } => {
                let deltas: Vec<Delta> = deltas
                    .iter()
                    .map(|delta| Delta {
                        column: delta.column,
                        before: now(*kind, *id, delta.column, &delta.before),
                        after: now(*kind, *id, delta.column, &delta.after),
                    })
                    .filter(|delta| delta.before != delta.after)
                    .collect();
                if deltas.is_empty() {
                    return None;
                }
                Change::Update { kind: *kind, id: *id, deltas }
            }
        })
    }

    /// Drafts about what goes, and those that were thrown away.
    pub fn drops_draft(&self, target: &str, at: Stamp, discarded: Option<Stamp>) -> bool {
        let was_thrown_away =
            discarded.is_some() || self.typed.get(target).is_some_and(|last| at <= *last);
        let old = was_thrown_away && self.drafts.iter().any(|draft| draft == target);
        old || self.goes_with_an_idea(target)
    }

    /// Whether a text is about an idea that goes, by what it says it is for.
    pub fn goes_with_an_idea(&self, target: &str) -> bool {
        let beside = || {
            let (kind, id) = target.split_once(':')?;
            let kind = Kind::from_table(kind)?;
            self.owners.get(&(kind, id.parse().ok()?)).copied()
        };
        let idea = of_target(target).or_else(beside);
        idea.is_some_and(|idea| self.ideas.contains(&idea))
    }

    /// What points at something that goes with its idea, and the contacts that go.
    fn empties(&self, kind: Kind, id: i64, column: &str, value: &Value) -> bool {
        if kind == Kind::Person && column == "contact" {
            return *value != Value::Null && self.contacts.contains(&PersonId(id));
        }
        let known = kind.columns().iter().find(|known| known.name == column);
        let points = known.and_then(|known| known.refers).zip(i64::from_value(value));
        points.is_some_and(|(to, id)| self.goes(to, id))
    }
}

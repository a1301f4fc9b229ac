//! Where a person occurs: the roles by which records point at them, and every text that names them,
//! now or in what it said before. Whoever reads the file hands it over piece by piece.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::domain::kinds::RecordStatus;
use crate::domain::needles::{Excerpt, Needle, Needles};
use crate::domain::record::{Kind, Row};
use crate::domain::records::{IdeaId, PersonId};
use crate::domain::say::{Arg, Say};
use crate::domain::step::Change;
use crate::domain::value::{Cell, Value};

use super::{Hit, Role, TextOf, Wanted};

/// Columns whose words are ours and name nobody.
const KEYS: &[&str] = &["uid", "key", "benefit", "template"];

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Occurrences {
    /// What the person is to which idea, and whether that is an official record.
    pub roles: Vec<(IdeaId, Role, bool)>,
    /// How many steps of the journal the person took.
    pub steps: usize,
    pub hits: Vec<Hit>,
    /// The ideas that are official records.
    pub official: BTreeSet<IdeaId>,
    /// The ideas that records belong to.
    pub(super) owners: HashMap<(Kind, i64), IdeaId>,
}

impl Occurrences {
    /// In how many ideas the person stays, because they are official records that no decision allows
    /// to be changed.
    pub fn untouched(&self, reference: &str) -> usize {
        let official = self.roles.iter().filter(|(.., official)| *official);
        let ideas: BTreeSet<IdeaId> = official.map(|(idea, ..)| *idea).collect();
        if reference.trim().is_empty() { ideas.len() } else { 0 }
    }
}

/// Reads a file through, once.
pub struct Tracing<'a> {
    wanted: &'a Wanted,
    person: Option<PersonId>,
    found: HashMap<(TextOf, String), Found>,
    order: Vec<(TextOf, String)>,
    roles: BTreeSet<(IdeaId, Role)>,
    steps: usize,
    owners: HashMap<(Kind, i64), IdeaId>,
    official: HashSet<IdeaId>,
    /// Ideas that are in the file; of others the journal tells what they were.
    there: HashSet<IdeaId>,
}

struct Found {
    is_part: bool,
    is_now: bool,
    times: usize,
    excerpt: Excerpt,
}

impl<'a> Tracing<'a> {
    pub fn new(wanted: &'a Wanted, person: Option<PersonId>) -> Tracing<'a> {
        Tracing {
            wanted,
            person,
            found: HashMap::new(),
            order: Vec::new(),
            roles: BTreeSet::new(),
            steps: 0,
            owners: HashMap::new(),
            official: HashSet::new(),
            there: HashSet::new(),
        }
    }

    /// A record as it is. They come kind by kind, in the order of the list of kinds.
    pub fn row(&mut self, kind: Kind, row: &Row) {
        self.learn(kind, row, true);
        self.roles_in(kind, row);
        self.texts(kind, row, true);
    }

    /// A step of the journal.
    pub fn past(&mut self, seq: i64, who: Option<PersonId>, label: &Say, changes: &[Change]) {
        if who.is_some() && who == self.person {
            self.steps += 1;
        }
        for text in said(label) {
            self.text(&TextOf::Label(seq), text, true);
        }
        for change in changes {
            match change {
                Change::Create { kind, row } | Change::Delete { kind, row } => {
                    self.learn(*kind, row, false);
                    self.texts(*kind, row, false);
                }
                Change::Update { kind, id, deltas } => {
                    for delta in deltas {
                        if self.is_own(*kind, *id) || !is_text(*kind, delta.column) {
                            continue;
                        }
                        let text_of = TextOf::Column { kind: *kind, id: *id, column: delta.column };
                        for value in [&delta.before, &delta.after] {
                            if let Value::Text(text) = value {
                                self.text(&text_of, text, false);
                            }
                        }
                    }
                }
            }
        }
    }

    /// A text that was typed and not saved.
    pub fn draft(&mut self, target: &str, field: &str, text: &str) {
        let text_of = TextOf::Draft { target: target.to_owned(), field: field.to_owned() };
        self.text(&text_of, text, true);
    }

    /// Something remembered between runs.
    pub fn memory(&mut self, name: &str, value: &str) {
        self.text(&TextOf::Memory(name.to_owned()), value, true);
    }

    pub fn done(self) -> Occurrences {
        let Tracing { mut found, order, roles, steps, owners, official, .. } = self;
        let idea_of = |text_of: &TextOf| match text_of {
            TextOf::Column { kind: Kind::Idea | Kind::IdeaText, id, .. } => Some(IdeaId(*id)),
            TextOf::Column { kind, id, .. } => owners.get(&(*kind, *id)).copied(),
            TextOf::Draft { target, .. } => of_target(target),
            TextOf::Memory(_) | TextOf::Label(_) => None,
        };
        let mut hits: Vec<Hit> = order
            .into_iter()
            .filter_map(|key| {
                let one = found.remove(&key)?;
                let (text_of, form) = key;
                let idea = idea_of(&text_of);
                let is_official = idea.is_some_and(|idea| official.contains(&idea))
                    && !matches!(text_of, TextOf::Draft { .. });
                let Found { is_part, is_now, times, excerpt } = one;
                Some(Hit { text_of, form, is_part, idea, is_official, is_now, times, excerpt })
            })
            .collect();
        hits.sort_by(|one, other| (one.idea, &one.text_of).cmp(&(other.idea, &other.text_of)));
        let roles =
            roles.into_iter().map(|(idea, role)| (idea, role, official.contains(&idea))).collect();
        Occurrences { roles, steps, hits, official: official.into_iter().collect(), owners }
    }

    fn is_own(&self, kind: Kind, id: i64) -> bool {
        kind == Kind::Person && Some(PersonId(id)) == self.person
    }

    /// Which idea a record belongs to, and what the idea is to the archive.
    fn learn(&mut self, kind: Kind, row: &Row, is_there: bool) {
        let cell = |name: &str| kind.position(name).and_then(|at| row.0.get(at));
        match kind {
            Kind::Idea => {
                let idea = IdeaId(row.id());
                let known = self.there.contains(&idea);
                if is_there {
                    self.there.insert(idea);
                }
                let status = cell("record_status").and_then(RecordStatus::from_value);
                if !known && status.is_some_and(|it| it != RecordStatus::WorkingMaterial) {
                    self.official.insert(idea);
                }
            }
            // What was voted stays: the option only no longer says which idea it was.
            Kind::VoteOption => {}
            _ => {
                let own = cell("idea").and_then(IdeaId::from_value);
                // An answer belongs to a decision, a level to an assessment.
                let beside = || {
                    kind.columns().iter().zip(&row.0).find_map(|(column, value)| {
                        self.owners.get(&(column.refers?, i64::from_value(value)?)).copied()
                    })
                };
                if let Some(idea) = own.or_else(beside) {
                    self.owners.insert((kind, row.id()), idea);
                }
            }
        }
    }

    fn roles_in(&mut self, kind: Kind, row: &Row) {
        let Some(person) = self.person else { return };
        for (column, value) in kind.columns().iter().zip(&row.0) {
            if column.refers != Some(Kind::Person) || *value != person.to_value() {
                continue;
            }
            let role = match column.name {
                "giver" => Role::Giver,
                "owner" => Role::Owner,
                "coach" => Role::Coach,
                _ => Role::Author,
            };
            let idea = match kind {
                Kind::Idea => Some(IdeaId(row.id())),
                _ => self.owners.get(&(kind, row.id())).copied(),
            };
            self.roles.extend(idea.map(|idea| (idea, role)));
        }
    }

    fn texts(&mut self, kind: Kind, row: &Row, is_now: bool) {
        if self.is_own(kind, row.id()) {
            return;
        }
        for (column, value) in kind.columns().iter().zip(&row.0) {
            if let Value::Text(text) = value
                && is_text(kind, column.name)
            {
                let text_of = TextOf::Column { kind, id: row.id(), column: column.name };
                self.text(&text_of, text, is_now);
            }
        }
    }

    fn text(&mut self, text_of: &TextOf, text: &str, is_now: bool) {
        // A namesake is somebody else until it is said otherwise.
        let namesake = matches!(text_of, TextOf::Column { kind: Kind::Person, .. });
        for trace in self.wanted.traces(text) {
            let key = (text_of.clone(), trace.form);
            if let Some(found) = self.found.get_mut(&key) {
                found.times += 1;
                found.is_now |= is_now;
                continue;
            }
            let needle = Needle { text: key.1.clone(), number: None };
            let needles = Needles { words: vec![needle], without: Vec::new() };
            let Some(excerpt) = needles.excerpt(text) else { continue };
            let is_part = trace.is_part || namesake;
            self.found.insert(key.clone(), Found { is_part, is_now, times: 1, excerpt });
            self.order.push(key);
        }
    }
}

/// Whether people write what they like in a column.
pub(super) fn is_text(kind: Kind, column: &str) -> bool {
    let known = kind.columns().iter().find(|known| known.name == column);
    let is_key = KEYS.contains(&column) || (kind == Kind::FillingLevel && column == "criterion");
    known.is_some_and(|known| known.is_text) && !is_key
}

/// The texts in a sentence that are not ours.
pub(super) fn said(label: &Say) -> Vec<&str> {
    let mut texts = Vec::new();
    for (_, arg) in &label.args {
        match arg {
            Arg::Text(text) => texts.push(text.as_ref()),
            Arg::Say(say) => texts.extend(said(say)),
            Arg::Number(_) | Arg::Idea(_) | Arg::Day(_) | Arg::Word(_) | Arg::Known(_) => {}
        }
    }
    texts
}

/// The idea that a draft says it is about.
pub(super) fn of_target(target: &str) -> Option<IdeaId> {
    let pieces: Vec<&str> = target.split(':').collect();
    match *pieces {
        ["idea" | "decide" | "reply", id] | ["test" | "comment", "new", id] => {
            id.parse().ok().map(IdeaId)
        }
        _ => None,
    }
}

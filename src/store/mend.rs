//! Mending what looking through the file found. What a person wrote is mended by a step that can be
//! taken back, unless that would break the file anew; what follows from it is worked out anew. What nothing in the file can tell stays as it
//! is until it is accepted.

mod accept;
mod past;
mod repair;
mod rework;

use std::collections::BTreeSet;
use std::fs::File;
use std::path::PathBuf;

use crate::domain::{Change, Delta, Done, Finding, Kind, Remedy, Row, Say, Step, Value, clean};

use super::integrity::{Depth, look_through};
use super::journal::{DONE, Request, is_constraint};
use super::rights::{private_file, private_folder};
use super::rows::Inside;
use super::seal::seal;
use super::{Beside, Cancel, Fault, Store};

use past::Past;
use repair::Effort;

/// What came of mending.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mended {
    /// The step that can be taken back, where one was needed.
    pub done: Option<Done>,
    /// What was found before.
    pub found: Vec<Finding>,
    /// What is still found.
    pub left: Vec<Finding>,
    /// How many were accepted as they stand.
    pub accepted: usize,
}

impl Mended {
    pub fn mended(&self) -> usize {
        self.found.len().saturating_sub(self.left.len() + self.accepted)
    }
}

impl Store {
    /// Looks through all of the file and mends what can be mended, in one transaction. What cannot
    /// is accepted where that is asked for. A file that is not built as it should be is left alone.
    pub fn mend(&mut self, request: Request, accept: bool) -> Result<Mended, Fault> {
        let run = self.run.clone();
        let transaction = self.begin()?;
        // What is mended is whole at the end, not after each change.
        transaction.pragma_update(None, "defer_foreign_keys", true)?;
        let inside = Inside(&transaction);
        let found = inside.look()?;
        let is_broken = found.iter().any(|finding| finding.remedy() == Remedy::Backup);
        if found.is_empty() || is_broken {
            return Ok(Mended { left: found.clone(), found, ..Mended::default() });
        }
        let mut mender = Mender { inside: &inside, changes: Vec::new() };
        let untried = mender.entries(&found)?;
        mender.records(&found, accept)?;
        mender.orphans()?;
        let changes = mender.changes;
        inside.rework(&inside.look()?)?;
        let mut left = inside.look()?;
        let mut accepted = 0;
        if accept && !left.is_empty() {
            let before = left.len();
            let is_tried = |it: &&Finding| !untried.contains(it);
            let tried: Vec<Finding> = left.iter().filter(is_tried).cloned().collect();
            inside.accept(&tried, request)?;
            inside.rework(&inside.look()?)?;
            left = inside.look()?;
            accepted = before.saturating_sub(left.len());
        }
        let mended = found.len().saturating_sub(left.len() + accepted);
        let done = match changes.is_empty() {
            true => None,
            false => Some(inside.note_mended(request, &run, changes, mended)?),
        };
        let mut newest = done.as_ref().map(|done| done.seq);
        if accepted > 0 {
            newest = Some(inside.note_accepted(request, &run, accepted)?);
        }
        seal(transaction)?;
        if let Some(newest) = newest {
            self.acknowledge(newest);
        }
        Ok(Mended { done, found, left, accepted })
    }
}

impl Store {
    /// Keeps the file as it stands, under a name by which it is no backup. Answers where.
    pub fn keep_as_it_is(&self, beside: &Beside) -> Result<PathBuf, Fault> {
        let seq: i64 =
            self.connection
                .query_row("SELECT coalesce(max(seq), 0) FROM journal", [], |row| row.get(0))?;
        let unwritable = |error: std::io::Error| Fault::Unreadable(error.to_string());
        private_folder(&beside.backups()).map_err(unwritable)?;
        let name = |n: u32| match n {
            0 => format!("{}-before-mend-seq{seq:06}.db", beside.stem()),
            n => format!("{}-before-mend-seq{seq:06}-{n}.db", beside.stem()),
        };
        let free = (0..).map(|n| beside.backups().join(name(n))).find(|path| !path.exists());
        let path = free.unwrap_or_else(|| beside.backups().join(name(0)));
        private_file(&path).map_err(unwritable)?;
        let kept = self
            .connection
            .execute("VACUUM INTO ?1", [path.to_string_lossy()])
            .map_err(Fault::from)
            .and_then(|_| File::open(&path).and_then(|it| it.sync_all()).map_err(unwritable));
        if kept.is_err() {
            // Half a file keeps nothing; whether it can be removed changes nothing.
            let _ = std::fs::remove_file(&path);
        }
        kept.map(|()| path)
    }
}

impl Inside<'_> {
    fn look(&self) -> Result<Vec<Finding>, Fault> {
        Ok(look_through(self.0, Depth::Whole, &Cancel::default())?.findings)
    }

    /// The step of all that was mended in what a person wrote.
    fn note_mended(
        &self,
        request: Request,
        run: &str,
        changes: Vec<Change>,
        mended: usize,
    ) -> Result<Done, Fault> {
        self.drop_redo()?;
        let ideas = self.touched(&changes)?;
        let label = Say::new("step-mended").with("n", mended);
        let step = Step { changes, ..Step::new(label) };
        let done = self.append(request, run, &step, ideas, None)?;
        if self.goes_back(&step)? {
            self.set_standing(done.seq, run, DONE)?;
        }
        Ok(done)
    }

    /// Whether the file would stand it that a step is taken back. It is tried, and left.
    fn goes_back(&self, step: &Step) -> Result<bool, Fault> {
        self.0.pragma_update(None, "defer_foreign_keys", false)?;
        self.0.execute_batch("SAVEPOINT tried")?;
        let tried = self.carry_out(&step.inverse());
        self.0.execute_batch("ROLLBACK TO tried; RELEASE tried")?;
        match tried {
            Ok(ideas) => Ok(ideas.is_some()),
            Err(fault) if is_constraint(&fault) => Ok(false),
            Err(fault) => Err(fault),
        }
    }

    /// That damage was accepted is told in the journal. It cannot be taken back.
    fn note_accepted(&self, request: Request, run: &str, accepted: usize) -> Result<i64, Fault> {
        let label = Say::new("step-accepted").with("n", accepted);
        self.note(Request { uid: request.uid.nth(1), ..request }, run, &label)
    }
}

/// Mends records one by one, and remembers what it changed.
struct Mender<'a> {
    inside: &'a Inside<'a>,
    changes: Vec<Change>,
}

impl Mender<'_> {
    fn change(&mut self, change: Change) -> Result<(), Fault> {
        if self.inside.apply(&change)? {
            self.changes.push(change);
        }
        Ok(())
    }

    /// From one row to the other, where they differ.
    fn update(&mut self, kind: Kind, before: &Row, after: &Row) -> Result<(), Fault> {
        let cells = kind.columns().iter().zip(before.0.iter().zip(&after.0));
        let deltas: Vec<Delta> = cells
            .filter(|(_, (before, after))| before != after)
            .map(|(column, (before, after))| Delta {
                column: column.name,
                before: before.clone(),
                after: after.clone(),
            })
            .collect();
        if deltas.is_empty() {
            return Ok(());
        }
        self.change(Change::Update { kind, id: before.id(), deltas })
    }

    /// Answers which entries wait for the next time: the file is locked meanwhile.
    fn entries(&mut self, found: &[Finding]) -> Result<Vec<Finding>, Fault> {
        let mut effort = Effort::default();
        let mut untried = Vec::new();
        for finding in found {
            if let Finding::EntryAltered(seq) = finding
                && !self.inside.repair_entry(*seq, &mut effort)?
            {
                untried.push(finding.clone());
            }
        }
        Ok(untried)
    }

    fn records(&mut self, found: &[Finding], accept: bool) -> Result<(), Fault> {
        let records: BTreeSet<(Kind, i64)> = found
            .iter()
            .filter(|finding| !matches!(finding, Finding::Orphan(..) | Finding::Derived(_)))
            .filter_map(|finding| finding.record().map(|at| (at.kind, at.id)))
            .collect();
        let past = Past::of(self.inside, &records)?;
        self.indexes(found, &past, accept)?;
        for finding in found {
            let Some(at) = finding.record() else { continue };
            match finding {
                Finding::Lost(_) => {
                    if let Some(row) = past.whole(at.kind, at.id) {
                        self.change(Change::Create { kind: at.kind, row })?;
                    }
                }
                Finding::Altered(_) | Finding::Unreadable(_) => {
                    self.restore(at.kind, at.id, &past)?;
                }
                Finding::NotText(..) => {
                    let restored = self.restore(at.kind, at.id, &past)?;
                    // What is no text is shown as such from now on.
                    if !restored {
                        self.inside.seal_as_shown(at.kind, at.id)?;
                    }
                }
                Finding::Empty(_, column) => self.fill(at.kind, at.id, column, &past)?,
                Finding::Unclean(..) => self.clean(at.kind, at.id)?,
                _ => {}
            }
        }
        Ok(())
    }

    /// Makes indexes anew. Where one still knows of a record that is gone and cannot be restored, it
    /// stays as it is: nothing else tells of it.
    fn indexes(&mut self, found: &[Finding], past: &Past, accept: bool) -> Result<(), Fault> {
        let mut keep = BTreeSet::new();
        let mut anew = BTreeSet::new();
        for finding in found {
            if let Finding::Lost(at) = finding {
                let known = past.whole(at.kind, at.id).is_some() || accept;
                if known { &mut anew } else { &mut keep }.insert(at.kind.table().to_owned());
            }
        }
        for finding in found {
            if let Finding::Index(name) = finding {
                let table: String = self.inside.0.query_row(
                    "SELECT tbl_name FROM sqlite_schema WHERE name = ?1",
                    [name],
                    |row| row.get(0),
                )?;
                anew.insert(table);
            }
        }
        for table in anew.difference(&keep) {
            self.inside.0.execute_batch(&format!("REINDEX {table}"))?;
        }
        Ok(())
    }

    /// Brings back what a record said, where the sum or the journal tells it.
    fn restore(&mut self, kind: Kind, id: i64, past: &Past) -> Result<bool, Fault> {
        let Some(found) = self.inside.raw(kind, id)? else { return Ok(false) };
        if found.sum_alone_is_wrong(kind) {
            self.inside.seal_as_shown(kind, id)?;
            return Ok(true);
        }
        let Some(row) = found.repaired(kind).or_else(|| past.fitting(kind, &found)) else {
            return Ok(false);
        };
        // The step begins with what is there, as it shows, and under a sum of its own.
        let shown = self.inside.seal_as_shown(kind, id)?;
        self.update(kind, &shown, &row)?;
        Ok(true)
    }

    /// What must say something says what it said last, or its number.
    fn fill(&mut self, kind: Kind, id: i64, column: &str, past: &Past) -> Result<(), Fault> {
        let Some(found) = self.inside.raw(kind, id)? else { return Ok(()) };
        let (before, mut after) = (found.shown(), found.shown());
        let said = past.said(kind, id, column).unwrap_or_else(|| format!("#{id}"));
        if let Some(cell) = kind.position(column).and_then(|at| after.0.get_mut(at)) {
            *cell = Value::Text(said);
        }
        self.update(kind, &before, &after)
    }

    fn clean(&mut self, kind: Kind, id: i64) -> Result<(), Fault> {
        let Some(found) = self.inside.raw(kind, id)? else { return Ok(()) };
        let (before, mut after) = (found.shown(), found.shown());
        for (column, value) in kind.columns().iter().zip(&mut after.0) {
            if let Value::Text(text) = value {
                *value = Value::Text(clean(text, column.lines()).into_owned());
            }
        }
        self.update(kind, &before, &after)
    }

    /// What a record points at is restored where the journal knows it. Else the record lets go of
    /// it, or goes to the first place there is, or goes with it.
    fn orphans(&mut self) -> Result<(), Fault> {
        // What goes may leave others behind; kinds are not deeper than this.
        for _ in 0..Kind::ALL.len() {
            let found = self.inside.look()?;
            let orphans: Vec<_> = found
                .iter()
                .filter_map(|finding| match finding {
                    Finding::Orphan(at, column, kind, id) => Some((*at, *column, *kind, *id)),
                    _ => None,
                })
                .collect();
            if orphans.is_empty() {
                return Ok(());
            }
            let targets = orphans.iter().map(|(_, _, kind, id)| (*kind, *id)).collect();
            let past = Past::of(self.inside, &targets)?;
            for (kind, id) in targets {
                if let Some(row) = past.whole(kind, id) {
                    self.change(Change::Create { kind, row })?;
                }
            }
            for (at, column, kind, id) in orphans {
                if past.whole(kind, id).is_none() {
                    self.let_go(at.kind, at.id, column, kind)?;
                }
            }
        }
        Ok(())
    }

    fn let_go(&mut self, kind: Kind, id: i64, column: &str, to: Kind) -> Result<(), Fault> {
        let Some(found) = self.inside.raw(kind, id)? else { return Ok(()) };
        let (before, mut after) = (found.shown(), found.shown());
        let at = kind.position(column).unwrap_or(0);
        let is_optional = kind.columns().get(at).is_some_and(|it| !it.sql.contains("NOT NULL"));
        let first = match (kind, to) {
            (Kind::Idea | Kind::Decision, Kind::Stage) | (Kind::Stage, Kind::Sluice) => {
                self.inside.first(to)?
            }
            _ => None,
        };
        let instead = match first {
            Some(first) => Some(Value::Int(first)),
            None if is_optional => Some(Value::Null),
            None => None,
        };
        match (instead, after.0.get_mut(at)) {
            (Some(instead), Some(cell)) if at > 0 => {
                *cell = instead;
                self.update(kind, &before, &after)
            }
            _ => self.change(Change::Delete { kind, row: before }),
        }
    }
}

//! Back to a checkpoint: all that was done since is taken back as one step, which can itself be
//! taken back.

use rusqlite::OptionalExtension;

use crate::domain::{AgendaItem, AgendaItemId, Change, Kind, No, Say, Step, Uid, WorkshopId};

use super::journal::{DONE, Outcome, Request, is_constraint, read_changes};
use super::rows::Inside;
use super::seal::seal;
use super::{Fault, Reader, Store};

impl Reader {
    /// The place in the journal of the step that has this name.
    pub fn place_of(&self, step: Uid) -> Result<Option<i64>, Fault> {
        Inside(&self.connection).place_of(step)
    }

    /// The steps that would be taken back, the newest first, each with the kinds of record that it
    /// changed.
    pub fn standing_since(&self, seq: i64) -> Result<Vec<(i64, Vec<Kind>)>, Fault> {
        let steps = Inside(&self.connection).standing_after(seq)?;
        let kinds = |step: &Step| step.changes.iter().map(Change::kind).collect();
        Ok(steps.iter().map(|(seq, step)| (*seq, kinds(step))).collect())
    }
}

impl Store {
    /// Back to where an item was begun.
    pub fn back_to_item(&mut self, request: Request, item: AgendaItemId) -> Outcome {
        let nothing = || Ok(Err(No::refuse(Say::new("refused-no-checkpoint"))));
        let reader = Inside(&self.connection);
        let there: &dyn crate::domain::There = &reader;
        let found = match there.find::<AgendaItem>(item.0) {
            Ok(found) => found,
            Err(no) => return Ok(Err(no)),
        };
        let Some(found) = found else { return nothing() };
        let Some(step) = found.started_in else { return nothing() };
        let Some(seq) = reader.place_of(step)? else { return nothing() };
        let nth = nth(&reader, found.workshop, &found)?;
        self.undo_to(request, seq, Say::new("step-back-to").with("nth", nth))
    }

    /// Takes back every step that stands after a place in the journal, as one. What cannot be taken
    /// back, a vote with ballots in it above all, stays.
    pub fn undo_to(&mut self, request: Request, seq: i64, label: Say) -> Outcome {
        let run = self.run.clone();
        let transaction = self.begin()?;
        let inside = Inside(&transaction);
        if let Some(done) = inside.find_done(request.uid)? {
            return Ok(Ok(done));
        }
        let since = inside.standing_after(seq)?;
        if since.is_empty() {
            return Ok(Err(No::refuse(Say::new("refused-nothing-since"))));
        }
        let mut whole = Step::new(label);
        whole.label = whole.label.with("since", seq);
        for (taken, step) in &since {
            if inside.is_altered(*taken)? {
                return Ok(Err(No::refuse(Say::new("refused-step-damaged"))));
            }
            whole.changes.extend(step.inverse().changes);
        }
        let conflict = || Ok(Err(No::refuse(Say::new("refused-back"))));
        let ideas = match inside.carry_out(&whole) {
            Ok(Some(ideas)) => ideas,
            Ok(None) => return conflict(),
            Err(fault) if is_constraint(&fault) => return conflict(),
            Err(fault) => return Err(fault),
        };
        inside.drop_redo()?;
        let done = inside.append(request, &run, &whole, ideas, None)?;
        inside.set_standing(done.seq, &run, DONE)?;
        for (taken, _) in &since {
            transaction
                .prepare_cached(
                    "UPDATE standing SET state = 'dropped', taken_back_in = ?2 WHERE seq = ?1",
                )?
                .execute((taken, done.seq))?;
        }
        seal(transaction)?;
        self.acknowledge(done.seq);
        Ok(Ok(done))
    }
}

impl Inside<'_> {
    /// The steps that stand after a place, the newest first.
    fn standing_after(&self, seq: i64) -> Result<Vec<(i64, Step)>, Fault> {
        let mut statement = self.0.prepare_cached(
            "SELECT journal.seq, changes FROM standing
             JOIN journal ON journal.seq = standing.seq
             WHERE state = 'done' AND journal.seq > ?1 ORDER BY journal.seq DESC",
        )?;
        let mut rows = statement.query([seq])?;
        let mut steps = Vec::new();
        while let Some(row) = rows.next()? {
            let mut step = Step::new(Say::new("step-undone"));
            step.changes = read_changes(&row.get::<_, String>(1)?)?;
            steps.push((row.get(0)?, step));
        }
        Ok(steps)
    }

    /// What a step took back stands again once that step is taken back itself, and the other way.
    pub(super) fn turn_those_taken_back(&self, seq: i64, undone: bool) -> Result<(), Fault> {
        let (from, to) = if undone { ("dropped", DONE) } else { (DONE, "dropped") };
        self.0
            .prepare_cached(
                "UPDATE standing SET state = ?3 WHERE taken_back_in = ?1 AND state = ?2",
            )?
            .execute((seq, from, to))?;
        Ok(())
    }

    pub(super) fn place_of(&self, uid: Uid) -> Result<Option<i64>, Fault> {
        let mut statement = self.0.prepare_cached("SELECT seq FROM journal WHERE uid = ?1")?;
        Ok(statement.query_row([uid.to_string()], |row| row.get(0)).optional()?)
    }
}

/// An item's place on its run sheet, from 1.
fn nth(inside: &Inside<'_>, workshop: WorkshopId, item: &AgendaItem) -> Result<i64, Fault> {
    let sql = "SELECT 1 + count(*) FROM agenda_item
               WHERE workshop = ?1 AND (rank, id) < (?2, ?3)";
    let mut statement = inside.0.prepare_cached(sql)?;
    Ok(statement.query_row((workshop.0, item.rank, item.id.0), |row| row.get(0))?)
}

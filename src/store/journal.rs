//! Every step that was ever taken, and which of them stand. A step's records and its entry land in
//! one transaction; taking back is a step of its own.

use std::collections::BTreeSet;

use jiff::civil::Date;
use rusqlite::{OptionalExtension, Transaction, TransactionBehavior};

use crate::domain::{
    Change, Command, Done, Fresh, IdeaId, Kind, No, PersonId, Plan, Say, Stamp, State, Step, Uid,
    Unreadable, VoteId, is_sound,
};

use super::line::Line;
use super::rows::{Inside, Lossy};
use super::seal::seal;
use super::{Fault, Store, drafts};

/// What comes with every request: a name that makes a retry harmless, the time, who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Request {
    pub uid: Uid,
    pub now: Stamp,
    pub today: Date,
    pub who: Option<PersonId>,
}

pub(super) const DONE: &str = "done";
const UNDONE: &str = "undone";

/// Reads a step's standing; an entry that turned another has none of its own.
pub(super) fn read_state(written: Option<&str>) -> State {
    match written {
        Some(DONE) => State::Done,
        Some(UNDONE) => State::Undone,
        Some(_) => State::Dropped,
        None => State::Turn,
    }
}

/// How a step's standing is written, where it has one.
pub(super) fn written_state(state: State) -> Option<&'static str> {
    match state {
        State::Done => Some(DONE),
        State::Undone => Some(UNDONE),
        State::Dropped => Some("dropped"),
        State::Turn => None,
    }
}

/// What became of a request.
pub(crate) type Outcome = Result<Result<Done, No>, Fault>;

impl Store {
    /// Plans a command on what is in the file now and saves the step, in one transaction. A request
    /// that is in the file already is answered as it was.
    pub fn commit(&mut self, request: Request, command: &Command) -> Outcome {
        self.commit_dropping(request, command, None)
    }

    /// The same; a draft that the step makes superfluous goes with it.
    pub fn commit_dropping(
        &mut self,
        request: Request,
        command: &Command,
        draft: Option<&str>,
    ) -> Outcome {
        let run = self.run.clone();
        let transaction = self.begin()?;
        let inside = Inside(&transaction);
        if let Some(done) = inside.find_done(request.uid)? {
            return Ok(Ok(done));
        }
        let mut ids = |kind| inside.next_id(kind).map_err(|fault| Unreadable(fault.to_string()));
        let mut claim =
            |kind, id| inside.claim_id(kind, id).map_err(|fault| Unreadable(fault.to_string()));
        let mut ballots = |vote, option| {
            inside.empty_box(vote, option).map_err(|fault| Unreadable(fault.to_string()))
        };
        let mut fresh = Fresh {
            now: request.now,
            today: request.today,
            who: request.who,
            uid: request.uid,
            ids: &mut ids,
            claim: &mut claim,
            ballots: &mut ballots,
            made: 0,
        };
        let mut step = match command.plan(&inside, &mut fresh) {
            Ok(step) => step,
            Err(no) => return Ok(Err(no)),
        };
        if step.is_empty() {
            return Ok(Err(No::refuse(Say::new("refused-nothing-changed"))));
        }
        let Some(ideas) = inside.carry_out(&step)? else {
            return Ok(Err(No::refuse(Say::new("refused-overtaken"))));
        };
        inside.drop_redo()?;
        if let Some(story) = step.past.take() {
            inside.append_story(&story)?;
            if story.is_whole {
                step.changes.clear();
            }
        }
        let done = inside.append(request, &run, &step, ideas, None)?;
        if command.is_undoable() {
            inside.set_standing(done.seq, &run, DONE)?;
        } else {
            for vote in step.changes.iter().filter(|change| change.kind() == Kind::Vote) {
                inside.set_in_stone(VoteId(vote.id()))?;
            }
        }
        if let Some(draft) = draft {
            drafts::drop_draft(&transaction, draft)?;
        }
        seal(transaction)?;
        self.acknowledge(done.seq);
        Ok(Ok(done))
    }

    /// Takes back this run's newest standing step, then the file's.
    pub fn undo(&mut self, request: Request) -> Outcome {
        let run = self.run.clone();
        let newest = self
            .connection
            .prepare_cached(
                "SELECT coalesce(
                     (SELECT max(seq) FROM standing WHERE run = ?1 AND state = 'done'),
                     (SELECT max(seq) FROM standing WHERE state = 'done'))",
            )?
            .query_row([&run], |row| row.get::<_, Option<i64>>(0))?;
        match newest {
            Some(seq) => self.turn(request, seq, DONE, UNDONE),
            None => Ok(Err(No::refuse(Say::new("refused-nothing-to-undo")))),
        }
    }

    /// Takes back one chosen step, where nothing that came later stands in its way.
    pub fn undo_chosen(&mut self, request: Request, seq: i64) -> Outcome {
        self.turn(request, seq, DONE, UNDONE)
    }

    /// Does again what was taken back last.
    pub fn redo(&mut self, request: Request) -> Outcome {
        let newest = self
            .connection
            .prepare_cached(
                "SELECT journal.undoes FROM journal
                 JOIN standing ON standing.seq = journal.undoes
                 WHERE standing.state = 'undone'
                 ORDER BY journal.seq DESC LIMIT 1",
            )?
            .query_row([], |row| row.get::<_, Option<i64>>(0))
            .optional()?
            .flatten();
        match newest {
            Some(seq) => self.turn(request, seq, UNDONE, DONE),
            None => Ok(Err(No::refuse(Say::new("refused-nothing-to-redo")))),
        }
    }

    /// What became of a request, where it is in the file.
    pub(crate) fn find(&self, uid: Uid) -> Result<Option<Done>, Fault> {
        Inside(&self.connection).find_done(uid)
    }

    /// Turns a step from one state to the other: back where it stood, forth where it did not.
    fn turn(
        &mut self,
        request: Request,
        seq: i64,
        from: &'static str,
        to: &'static str,
    ) -> Outcome {
        let run = self.run.clone();
        let transaction = self.begin()?;
        let inside = Inside(&transaction);
        if let Some(done) = inside.find_done(request.uid)? {
            return Ok(Ok(done));
        }
        if inside.is_altered(seq)? {
            return Ok(Err(No::refuse(Say::new("refused-step-damaged"))));
        }
        let Some((step, state, own_run)) = inside.step(seq)? else {
            return Ok(Err(No::refuse(Say::new("refused-step-gone"))));
        };
        if state != from {
            return Ok(Err(No::refuse(Say::new("refused-step-not-standing"))));
        }
        let mut turned = if to == UNDONE { step.inverse() } else { step };
        let ideas = match inside.carry_out(&turned) {
            Ok(Some(ideas)) => ideas,
            Ok(None) => return Ok(Err(inside.conflict(&turned.label))),
            Err(fault) if is_constraint(&fault) => {
                return Ok(Err(inside.conflict(&turned.label)));
            }
            Err(fault) => return Err(fault),
        };
        let word = if to == UNDONE { "step-undone" } else { "step-redone" };
        turned.label = Say::new(word).about(turned.label);
        let done = inside.append(request, &run, &turned, ideas, Some(seq))?;
        inside.set_standing(seq, &own_run, to)?;
        inside.turn_those_taken_back(seq, to == UNDONE)?;
        seal(transaction)?;
        self.acknowledge(done.seq);
        Ok(Ok(done))
    }

    pub(super) fn begin(&mut self) -> Result<Transaction<'_>, Fault> {
        Ok(self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?)
    }
}

pub(super) fn is_constraint(fault: &Fault) -> bool {
    match fault {
        Fault::Sqlite(error) => {
            error.sqlite_error_code() == Some(rusqlite::ErrorCode::ConstraintViolation)
        }
        Fault::Unsure(_) | Fault::Unreadable(_) => false,
    }
}

impl Inside<'_> {
    /// Applies a step's changes and what follows from them. `None` where the file is not as the
    /// step starts from it; the transaction is then to be dropped.
    pub(super) fn carry_out(&self, step: &Step) -> Result<Option<BTreeSet<IdeaId>>, Fault> {
        let mut ideas = self.touched(&step.changes)?;
        let before = self.columns_of(&ideas)?;
        for change in &step.changes {
            if !self.apply(change)? {
                return Ok(None);
            }
        }
        let sound = is_sound(self, &step.changes)
            .map_err(|no| Fault::Unreadable(format!("after a step: {no:?}")))?;
        if !sound {
            return Ok(None);
        }
        ideas.extend(self.touched(&step.changes)?);
        self.derive(&ideas)?;
        let after = self.columns_of(&ideas)?;
        self.count_columns(&before, &after)?;
        Ok(Some(ideas))
    }

    pub(super) fn append(
        &self,
        request: Request,
        run: &str,
        step: &Step,
        ideas: BTreeSet<IdeaId>,
        undoes: Option<i64>,
    ) -> Result<Done, Fault> {
        let seq = self.insert(&Line {
            uid: request.uid,
            at: request.now,
            who: request.who,
            run,
            label: &step.label,
            changes: &step.changes,
            undoes,
        })?;
        self.link(seq, &ideas)?;
        Ok(done(seq, request.now, step, ideas))
    }

    pub(super) fn drop_redo(&self) -> Result<(), Fault> {
        self.0
            .prepare_cached("UPDATE standing SET state = 'dropped' WHERE state = 'undone'")?
            .execute([])?;
        Ok(())
    }

    pub(super) fn set_standing(&self, seq: i64, run: &str, state: &str) -> Result<(), Fault> {
        self.0
            .prepare_cached(
                "INSERT INTO standing (seq, run, state) VALUES (?1, ?2, ?3)
                 ON CONFLICT (seq) DO UPDATE SET state = excluded.state",
            )?
            .execute((seq, run, state))?;
        Ok(())
    }

    /// A step with its state and the run that took it.
    fn step(&self, seq: i64) -> Result<Option<(Step, String, String)>, Fault> {
        let mut statement = self.0.prepare_cached(
            "SELECT label, changes, state, standing.run FROM journal
             JOIN standing ON standing.seq = journal.seq
             WHERE journal.seq = ?1",
        )?;
        let found = statement
            .query_row([seq], |row| {
                Ok((
                    row.get::<_, Lossy>(0)?.0,
                    row.get::<_, Lossy>(1)?.0,
                    row.get::<_, Lossy>(2)?.0,
                    row.get::<_, Lossy>(3)?.0,
                ))
            })
            .optional()?;
        let Some((label, changes, state, run)) = found else { return Ok(None) };
        let step = read_step(&label, &changes)?;
        Ok(Some((step, state, run)))
    }

    /// The entry of a request that is in the file already.
    pub(super) fn find_done(&self, uid: Uid) -> Result<Option<Done>, Fault> {
        let mut statement =
            self.0.prepare_cached("SELECT seq, at, label, changes FROM journal WHERE uid = ?1")?;
        let found = statement
            .query_row([uid.to_string()], |row| {
                Ok((
                    row.get::<_, i64>(0)?,
                    row.get::<_, i64>(1)?,
                    row.get::<_, Lossy>(2)?.0,
                    row.get::<_, Lossy>(3)?.0,
                ))
            })
            .optional()?;
        let Some((seq, at, label, changes)) = found else { return Ok(None) };
        let step = read_step(&label, &changes)?;
        let ideas = self.touched(&step.changes)?;
        Ok(Some(done(seq, Stamp(at), &step, ideas)))
    }

    fn conflict(&self, label: &Say) -> No {
        No::refuse(Say::new("refused-undo-conflict").about(label.clone()))
    }
}

fn done(seq: i64, at: Stamp, step: &Step, ideas: BTreeSet<IdeaId>) -> Done {
    let created: Vec<IdeaId> = step
        .changes
        .iter()
        .filter_map(|change| match change {
            Change::Create { kind: Kind::Idea, row } => Some(IdeaId(row.id())),
            Change::Create { .. } | Change::Delete { .. } | Change::Update { .. } => None,
        })
        .collect();
    Done {
        seq,
        at,
        label: step.label.clone(),
        ideas: ideas.into_iter().collect(),
        created,
        clashes: step.clashes.clone(),
    }
}

fn read_step(label: &str, changes: &str) -> Result<Step, Fault> {
    let (label, changes) = (read_label(label)?, read_changes(changes)?);
    Ok(Step { label, changes, clashes: Vec::new(), past: None })
}

pub(super) fn read_label(written: &str) -> Result<Say, Fault> {
    serde_json::from_str(written).map_err(|error| Fault::Unreadable(error.to_string()))
}

pub(super) fn read_changes(written: &str) -> Result<Vec<Change>, Fault> {
    serde_json::from_str(written).map_err(|error| Fault::Unreadable(error.to_string()))
}

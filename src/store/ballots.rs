//! The ballot box. What is in it is nobody's to know: nothing here answers with a number of points,
//! except to the reveal, which empties it into records inside its own transaction. It lies outside
//! the journal, so that no history and no export tells of it.

use rusqlite::OptionalExtension;

use crate::domain::vote::{Part, Settings, Slip, Taken, Tally, Turnout, may_cast};
use crate::domain::{
    Cell, Change, Kind, No, Say, There, Value, Vote, VoteId, VoteOption, VoteOptionId,
};

use super::rows::Inside;
use super::seal::seal;
use super::{Fault, Reader, Store, journal};

/// In the place of an option: the whole vote.
const WHOLE: i64 = 0;

impl Store {
    /// Counts a ballot. One that is in the box already, because it is tried again, counts once; the
    /// one before it can no longer be corrected.
    pub fn cast(&mut self, slip: &Slip) -> Result<Result<Turnout, No>, Fault> {
        let transaction = self.begin()?;
        let inside = Inside(&transaction);
        let answer = inside.cast(slip)?;
        if answer.is_ok() {
            seal(transaction)?;
        }
        Ok(answer)
    }

    /// Takes the last ballot back and counts another, or none, in its place. Refused once the next
    /// one is in.
    pub fn correct(
        &mut self,
        last: &Slip,
        new: Option<&Slip>,
    ) -> Result<Result<Turnout, No>, Fault> {
        let transaction = self.begin()?;
        let inside = Inside(&transaction);
        if let Some(new) = new
            && inside.is_last(new)?
        {
            return Ok(Ok(inside.turnout_of(new)?));
        }
        let answer = match inside.take_out(last)? {
            Err(no) => Err(no),
            Ok(()) => match new {
                Some(new) => inside.cast(new)?,
                None => Ok(inside.turnout_of(last)?),
            },
        };
        if answer.is_ok() {
            seal(transaction)?;
        }
        Ok(answer)
    }
}

impl Store {
    /// The turnout, where this ballot is in the box and the last one there; it is asked after a save
    /// that may or may not have come through.
    pub fn counted(&self, slip: &Slip) -> Result<Option<Turnout>, Fault> {
        let inside = Inside(&self.connection);
        if !inside.is_last(slip)? {
            return Ok(None);
        }
        self.settle()?;
        inside.turnout_of(slip).map(Some)
    }
}

impl Reader {
    /// How many have voted: all that may be known before the reveal.
    pub fn turnout(&self, vote: VoteId) -> Result<Turnout, Fault> {
        Inside(&self.connection).turnout(vote)
    }

    /// How many ballots there are in all: no step tells that one was cast.
    pub fn voted(&self) -> Result<i64, Fault> {
        let sql = "SELECT coalesce(sum(voted), 0) FROM turnout";
        Ok(self.connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
    }

    /// Whether there are ballots that are not revealed yet. While there are, no copy of the file is
    /// made.
    pub fn has_open_vote(&self) -> Result<bool, Fault> {
        Inside(&self.connection).has_open_vote()
    }

    /// How it stands in a vote that everybody may follow. `None` of a blind one.
    pub fn running_tally(&self, vote: VoteId) -> Result<Option<Tally>, Fault> {
        let open: bool = self
            .connection
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM vote
                 WHERE id = ?1 AND blind = 0 AND state IN ('oppen', 'raknad'))",
            )?
            .query_row([vote.0], |row| row.get(0))?;
        if !open {
            return Ok(None);
        }
        let mut tally = Tally::of(self.turnout(vote)?.voted, []);
        let mut statement = self.connection.prepare_cached(
            "SELECT option, points, n FROM tally JOIN vote ON vote.id = tally.vote
             WHERE tally.vote = ?1 AND vote.blind = 0",
        )?;
        let mut rows = statement.query([vote.0])?;
        while let Some(row) = rows.next()? {
            tally.shift(VoteOptionId(row.get(0)?), row.get(1)?, row.get(2)?);
        }
        Ok(Some(tally))
    }
}

impl Inside<'_> {
    pub(super) fn has_open_vote(&self) -> Result<bool, Fault> {
        let sql = "SELECT EXISTS (SELECT 1 FROM vote WHERE state IN ('oppen', 'raknad'))";
        Ok(self.0.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
    }

    /// Throws away the ballots of open votes that tell who cast them.
    pub(super) fn empty_named(&self) -> Result<(), Fault> {
        for table in ["tally", "turnout", "voter", "last_ballot"] {
            let named =
                "vote IN (SELECT id FROM vote WHERE named = 1 AND state IN ('oppen', 'raknad'))";
            self.0.execute(&format!("DELETE FROM {table} WHERE {named}"), [])?;
        }
        Ok(())
    }

    fn cast(&self, slip: &Slip) -> Result<Result<Turnout, No>, Fault> {
        if self.is_last(slip)? {
            return Ok(Ok(self.turnout_of(slip)?));
        }
        for part in &slip.parts {
            let Some(vote) = self.vote(part.vote)? else { return Ok(Err(No::gone(Kind::Vote))) };
            let options = self.options(part.vote)?;
            let turnout = self.turnout(part.vote)?;
            if let Err(say) = may_cast(slip, part, &vote, &options, &turnout) {
                return Ok(Err(No::refuse(say)));
            }
            if vote.named && !self.note_voter(part.vote, &slip.voter)? {
                return Ok(Err(No::refuse(Say::new("refused-ballot-voted"))));
            }
            if turnout.voted == 0 {
                self.set_in_stone(part.vote)?;
            }
            self.put(slip, part, &vote, 1)?;
            self.0
                .prepare_cached(
                    "INSERT INTO last_ballot (vote, uid) VALUES (?1, ?2)
                     ON CONFLICT (vote) DO UPDATE SET uid = excluded.uid",
                )?
                .execute((part.vote.0, slip.uid.to_string()))?;
        }
        Ok(Ok(self.turnout_of(slip)?))
    }

    fn take_out(&self, slip: &Slip) -> Result<Result<(), No>, Fault> {
        if !self.is_last(slip)? {
            return Ok(Err(No::refuse(Say::new("refused-ballot-next"))));
        }
        for part in &slip.parts {
            let Some(vote) = self.vote(part.vote)? else { return Ok(Err(No::gone(Kind::Vote))) };
            self.put(slip, part, &vote, -1)?;
            self.0
                .prepare_cached("DELETE FROM voter WHERE vote = ?1 AND name = ?2")?
                .execute((part.vote.0, slip.voter.to_lowercase()))?;
            self.0
                .prepare_cached("DELETE FROM last_ballot WHERE vote = ?1")?
                .execute([part.vote.0])?;
        }
        Ok(Ok(()))
    }

    /// Adds what a slip says, or takes it off.
    fn put(&self, slip: &Slip, part: &Part, vote: &Vote, times: i64) -> Result<(), Fault> {
        for (option, points, n) in &part.marks {
            self.shift_tally((part.vote, *option, *points), &slip.voter, n * times)?;
            if vote.axis.is_some() {
                self.shift_turnout(part.vote, option.0, n * times)?;
            }
        }
        self.shift_turnout(part.vote, WHOLE, slip.voters * times)
    }

    fn shift_tally(
        &self,
        (vote, option, points): (VoteId, VoteOptionId, i64),
        voter: &str,
        n: i64,
    ) -> Result<(), Fault> {
        let found: Option<i64> = self
            .0
            .prepare_cached(
                "SELECT n FROM tally WHERE vote = ?1 AND option = ?2 AND points = ?3 AND voter = ?4",
            )?
            .query_row((vote.0, option.0, points, voter), |row| row.get(0))
            .optional()?;
        let sql = match (found, found.unwrap_or(0) + n) {
            (_, 0) => {
                "DELETE FROM tally
                 WHERE vote = ?1 AND option = ?2 AND points = ?3 AND voter = ?4 AND ?5 IS NOT NULL"
            }
            (Some(_), _) => {
                "UPDATE tally SET n = n + ?5
                 WHERE vote = ?1 AND option = ?2 AND points = ?3 AND voter = ?4"
            }
            (None, _) => {
                "INSERT INTO tally (vote, option, points, voter, n) VALUES (?1, ?2, ?3, ?4, ?5)"
            }
        };
        self.0.prepare_cached(sql)?.execute((vote.0, option.0, points, voter, n))?;
        Ok(())
    }

    fn shift_turnout(&self, vote: VoteId, option: i64, n: i64) -> Result<(), Fault> {
        self.0
            .prepare_cached(
                "INSERT OR IGNORE INTO turnout (vote, option, voted) VALUES (?1, ?2, 0)",
            )?
            .execute((vote.0, option))?;
        self.0
            .prepare_cached(
                "UPDATE turnout SET voted = voted + ?3 WHERE vote = ?1 AND option = ?2",
            )?
            .execute((vote.0, option, n))?;
        Ok(())
    }

    /// Whether nobody of this name has voted before.
    fn note_voter(&self, vote: VoteId, name: &str) -> Result<bool, Fault> {
        let mut statement =
            self.0.prepare_cached("INSERT OR IGNORE INTO voter (vote, name) VALUES (?1, ?2)")?;
        Ok(statement.execute((vote.0, name.to_lowercase()))? == 1)
    }

    fn is_last(&self, slip: &Slip) -> Result<bool, Fault> {
        let Some(part) = slip.parts.first() else { return Ok(false) };
        let last: Option<String> = self
            .0
            .prepare_cached("SELECT uid FROM last_ballot WHERE vote = ?1")?
            .query_row([part.vote.0], |row| row.get(0))
            .optional()?;
        Ok(last.is_some_and(|last| last == slip.uid.to_string()))
    }

    fn turnout_of(&self, slip: &Slip) -> Result<Turnout, Fault> {
        slip.parts.first().map_or_else(|| Ok(Turnout::default()), |part| self.turnout(part.vote))
    }

    pub(super) fn turnout(&self, vote: VoteId) -> Result<Turnout, Fault> {
        let of = self.vote(vote)?.and_then(|vote| vote.expected);
        let mut turnout = Turnout { of, ..Turnout::default() };
        let mut statement = self
            .0
            .prepare_cached("SELECT option, voted FROM turnout WHERE vote = ?1 ORDER BY option")?;
        let mut rows = statement.query([vote.0])?;
        while let Some(row) = rows.next()? {
            match row.get(0)? {
                WHOLE => turnout.voted = row.get(1)?,
                option => turnout.options.push((VoteOptionId(option), row.get(1)?)),
            }
        }
        Ok(turnout)
    }

    /// Empties the box, or one option's part of it, in the transaction that keeps what it held.
    pub(super) fn empty_box(
        &self,
        vote: VoteId,
        option: Option<VoteOptionId>,
    ) -> Result<Taken, Fault> {
        let voted: Option<i64> = self
            .0
            .prepare_cached("SELECT voted FROM turnout WHERE vote = ?1 AND option = ?2")?
            .query_row((vote.0, option.map_or(WHOLE, |option| option.0)), |row| row.get(0))
            .optional()?;
        let mut taken = Taken { voted: voted.unwrap_or(0), counts: Vec::new() };
        let option = option.map(|option| option.0);
        {
            let mut statement = self.0.prepare_cached(
                "DELETE FROM tally WHERE vote = ?1 AND (?2 IS NULL OR option = ?2)
                 RETURNING option, points, voter, n",
            )?;
            let mut rows = statement.query((vote.0, option))?;
            while let Some(row) = rows.next()? {
                let option = VoteOptionId(row.get(0)?);
                taken.counts.push((option, row.get(1)?, row.get(2)?, row.get(3)?));
            }
        }
        taken.counts.sort();
        self.smooth(vote, option)?;
        self.0.prepare_cached("DELETE FROM last_ballot WHERE vote = ?1")?.execute([vote.0])?;
        if option.is_none() {
            self.0.prepare_cached("DELETE FROM voter WHERE vote = ?1")?.execute([vote.0])?;
        }
        Ok(taken)
    }

    /// Where rows are gone, a page still tells in which order they came, and with it who voted alike.
    /// Every row there could have been is put in their place in one order, and taken away again.
    fn smooth(&self, vote: VoteId, option: Option<i64>) -> Result<(), Fault> {
        let Some(settings) = self.vote(vote)?.map(|vote| Settings::of(&vote)) else {
            return Ok(());
        };
        let all = self.options(vote)?;
        for it in all.iter().filter(|it| option.is_none_or(|option| it.id.0 == option)) {
            for points in settings.low..=settings.high {
                self.0
                    .prepare_cached(
                        "INSERT INTO tally (vote, option, points, voter, n) VALUES (?1, ?2, ?3, '', 1)",
                    )?
                    .execute((vote.0, it.id.0, points))?;
            }
        }
        self.0
            .prepare_cached("DELETE FROM tally WHERE vote = ?1 AND (?2 IS NULL OR option = ?2)")?
            .execute((vote.0, option))?;
        Ok(())
    }

    /// From the first ballot on, a vote can no longer be taken back: its steps stay done, and undo
    /// goes past them.
    pub(super) fn set_in_stone(&self, vote: VoteId) -> Result<(), Fault> {
        let mut sealed = Vec::new();
        {
            let mut statement = self.0.prepare_cached(
                "SELECT journal.seq, changes FROM standing
                 JOIN journal ON journal.seq = standing.seq
                 WHERE state = 'done' AND changes LIKE '%\"vote\"%' ORDER BY journal.seq DESC",
            )?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let changes = journal::read_changes(&row.get::<_, String>(1)?)?;
                let own = |change: &&Change| change.kind() == Kind::Vote && change.id() == vote.0;
                if let Some(change) = changes.iter().find(own) {
                    sealed.push(row.get::<_, i64>(0)?);
                    if matches!(change, Change::Create { .. }) {
                        break;
                    }
                }
            }
        }
        for seq in sealed {
            self.0.prepare_cached("DELETE FROM standing WHERE seq = ?1")?.execute([seq])?;
        }
        Ok(())
    }

    fn vote(&self, vote: VoteId) -> Result<Option<Vote>, Fault> {
        let there: &dyn There = self;
        there.find(vote.0).map_err(unread)
    }

    fn options(&self, vote: VoteId) -> Result<Vec<VoteOption>, Fault> {
        let there: &dyn There = self;
        let is: Value = vote.to_value();
        there.those("vote", is).map_err(unread)
    }
}

fn unread(no: No) -> Fault {
    match no {
        No::Unreadable(error) => Fault::Unreadable(error.0),
        No::Refused(refusal) => Fault::Unreadable(refusal.0.id.into_owned()),
    }
}

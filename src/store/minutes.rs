//! What minutes are made of, and which answers a workshop owes. Of a vote that is not revealed, no
//! more is read than how many have voted.

use crate::domain::minutes::{Answering, MeetingRead};
use crate::domain::{Cell as _, Idea, VoteCount, WorkshopId, WorkshopLine, WorkshopState};

use super::{Fault, Reader};

impl Reader {
    /// The workshop that is meant where none is named: the one that is being held, else the one
    /// that ended last, else the next.
    pub fn meant_workshop(&self) -> Result<Option<WorkshopId>, Fault> {
        let all = self.workshops()?;
        let first = |state: WorkshopState| all.iter().find(|line| line.workshop.state == state);
        let found: Option<&WorkshopLine> = first(WorkshopState::Running)
            .or_else(|| first(WorkshopState::Ended))
            .or_else(|| first(WorkshopState::Planned));
        Ok(found.map(|line| line.workshop.id))
    }

    /// What minutes of a workshop are made of; `None` where it is gone.
    pub fn minutes(&self, workshop: WorkshopId) -> Result<Option<MeetingRead>, Fault> {
        let Some(meeting) = self.meeting(workshop)? else { return Ok(None) };
        let (names, stages) = (self.names()?, self.every()?);
        let mut ballots = Vec::new();
        for view in meeting.room.votes.iter().filter(|it| it.vote.named && !it.vote.is_secret()) {
            ballots.extend(self.those::<VoteCount>("vote", &view.vote.id.to_value())?);
        }
        let mut placed = Vec::new();
        for idea in &meeting.concerned {
            let on_matrix = |it: &Idea| it.benefit_score.is_some() && it.effort_score.is_some();
            let idea = self.find::<Idea>(idea.0)?;
            placed.extend(idea.filter(|it| it.removed.is_none() && on_matrix(it)));
        }
        Ok(Some(MeetingRead { meeting, names, stages, ballots, placed }))
    }

    /// The ideas that a workshop was about, each with the day by which its giver is owed an answer.
    pub fn answers_after(&self, workshop: WorkshopId) -> Result<Vec<Answering>, Fault> {
        let Some(meeting) = self.meeting(workshop)? else { return Ok(Vec::new()) };
        let mut all = Vec::with_capacity(meeting.concerned.len());
        for idea in meeting.concerned {
            let Some(idea) = self.find::<Idea>(idea.0)?.filter(|it| it.removed.is_none()) else {
                continue;
            };
            let sql = "SELECT answer_due FROM idea WHERE id = ?1";
            let mut statement = self.connection.prepare_cached(sql)?;
            let due: Option<String> = statement.query_row([idea.id.0], |row| row.get(0))?;
            let due = due.and_then(|due| due.parse().ok());
            all.push(Answering { idea, due });
        }
        // Those that are owed first, the most pressing of them before the others.
        all.sort_by_key(|it| (it.due.is_none(), it.due, it.idea.id));
        Ok(all)
    }
}

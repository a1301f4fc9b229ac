//! Workshops as the screens and the minutes read them. Of a vote that is not revealed, no more is
//! read than how many have voted.

use std::collections::BTreeSet;

use crate::domain::vote::{Tally, shifts, standings};
use crate::domain::{
    Action, AgendaItem, Attendance, Cell, Change, Cluster, ClusterIdea, Decided, Decision, Grouped,
    Idea, IdeaId, IdeaText, Kind, Meeting, OptionView, Parking, Room, Sensitivity, Stamp, Uid,
    Vote, VoteCount, VoteId, VoteOption, VoteResult, VoteView, Workshop, WorkshopId, WorkshopLine,
    WorkshopState,
};

use super::journal::read_changes;
use super::{Fault, Reader};

impl Reader {
    /// All that stand; those to come first, then the newest.
    pub fn workshops(&self) -> Result<Vec<WorkshopLine>, Fault> {
        let mut workshops: Vec<Workshop> = self.every()?;
        workshops.retain(|workshop| workshop.removed.is_none());
        workshops.sort_by_key(|workshop| {
            let order = match workshop.state {
                WorkshopState::Running => 0,
                WorkshopState::Planned => 1,
                WorkshopState::Ended => 2,
            };
            let ended = workshop.ended.map_or(0, |ended| -ended.0);
            let day = workshop.day.map_or_else(|| "9999".to_owned(), |day| day.to_string());
            (order, ended, day, workshop.begins, workshop.id)
        });
        let line = |workshop: Workshop| {
            let items = self.count("agenda_item", workshop.id)?;
            let ideas = self.count("idea", workshop.id)?;
            Ok(WorkshopLine { workshop, items, ideas })
        };
        workshops.into_iter().map(line).collect()
    }

    /// The workshop that is being held.
    pub fn running_workshop(&self) -> Result<Option<WorkshopId>, Fault> {
        let running: Vec<Workshop> = self.those("state", &WorkshopState::Running.to_value())?;
        Ok(running.first().map(|workshop| workshop.id))
    }

    /// A workshop with all that belongs to it; `None` where it is gone.
    pub fn room(&self, id: WorkshopId) -> Result<Option<Room>, Fault> {
        let Some(workshop) = self.find::<Workshop>(id.0)? else { return Ok(None) };
        let mut items: Vec<AgendaItem> = self.those("workshop", &id.to_value())?;
        items.sort_by_key(|item| (item.rank, item.id));
        let mut ideas: Vec<Idea> = self.those("workshop", &id.to_value())?;
        ideas.retain(|idea| idea.removed.is_none());
        let mut clusters: Vec<Cluster> = self.those("workshop", &id.to_value())?;
        clusters.sort_by_key(|cluster| (cluster.rank, cluster.id));
        let groups = clusters.into_iter().map(|cluster| self.grouped(cluster));
        let votes: Vec<Vote> = self.those("workshop", &id.to_value())?;
        let votes = votes.into_iter().map(|vote| self.vote_view(vote));
        Ok(Some(Room {
            workshop,
            items,
            ideas,
            groups: groups.collect::<Result<_, _>>()?,
            votes: votes.collect::<Result<_, _>>()?,
            parking: self.those::<Parking>("workshop", &id.to_value())?,
            actions: self.those::<Action>("workshop", &id.to_value())?,
            attendance: self.those::<Attendance>("workshop", &id.to_value())?,
        }))
    }

    pub fn vote(&self, vote: VoteId) -> Result<Option<VoteView>, Fault> {
        self.find::<Vote>(vote.0)?.map(|vote| self.vote_view(vote)).transpose()
    }

    /// What came of a vote. `None` before its reveal, whatever was cast.
    pub fn result(&self, vote: VoteId) -> Result<Option<VoteResult>, Fault> {
        let Some(view) = self.vote(vote)? else { return Ok(None) };
        let own = view.vote.revealed.is_some();
        let mut options: Vec<VoteOption> =
            view.options.iter().map(|view| view.option.clone()).collect();
        options.retain(|option| own || option.revealed.is_some());
        if !own && options.is_empty() {
            return Ok(None);
        }
        let counts: Vec<VoteCount> = self.those("vote", &vote.to_value())?;
        let voters = view.vote.voters.or(options.iter().filter_map(|it| it.voters).max());
        let tally = Tally::of(voters.unwrap_or(0), &counts);
        let standings = standings(&options, &tally, &view.settings());
        let earlier = match view.vote.earlier {
            Some(earlier) => self.result(earlier)?.zip(self.vote(earlier)?),
            None => None,
        };
        let shifts = earlier.map_or(Vec::new(), |(result, earlier)| {
            let before: Vec<VoteOption> =
                earlier.options.into_iter().map(|view| view.option).collect();
            shifts((&options, &standings), (&before, &result.standings))
        });
        Ok(Some(VoteResult { voters: tally.voted, standings, shifts, tally }))
    }

    /// All that the minutes tell of a workshop; `None` where it is gone.
    pub fn meeting(&self, id: WorkshopId) -> Result<Option<Meeting>, Fault> {
        let Some(room) = self.room(id)? else { return Ok(None) };
        let decisions = self.decisions(room.workshop.started_in, room.workshop.ended_in)?;
        let results = room.votes.iter().map(|view| self.result(view.vote.id));
        let results = results.collect::<Result<Vec<_>, _>>()?;
        let mut concerned: BTreeSet<IdeaId> = room.ideas.iter().map(|idea| idea.id).collect();
        concerned.extend(decisions.iter().map(|decided| decided.idea.id));
        concerned.extend(room.groups.iter().flat_map(|group| &group.ideas).map(|idea| idea.id));
        let options = room.votes.iter().flat_map(|view| &view.options);
        concerned.extend(options.filter_map(|view| view.option.idea));
        Ok(Some(Meeting {
            from: room.workshop.started,
            to: room.workshop.ended,
            new_ideas: room.ideas.clone(),
            decisions,
            results,
            concerned: concerned.into_iter().collect(),
            room,
        }))
    }

    /// The decisions that were taken from one step to another, or until now, and still stand.
    fn decisions(&self, from: Option<Uid>, to: Option<Uid>) -> Result<Vec<Decided>, Fault> {
        let place = |step: Option<Uid>| step.map_or(Ok(None), |step| self.place_of(step));
        let Some(from) = place(from)? else { return Ok(Vec::new()) };
        let to = place(to)?.unwrap_or(i64::MAX);
        let mut statement = self.connection.prepare_cached(
            "SELECT changes FROM journal
             WHERE seq BETWEEN ?1 AND ?2 AND changes LIKE '%\"decision\"%'",
        )?;
        let mut rows = statement.query((from, to))?;
        let mut taken = BTreeSet::new();
        while let Some(row) = rows.next()? {
            for change in read_changes(&row.get::<_, String>(0)?)? {
                if let Change::Create { kind: Kind::Decision, row } = change {
                    taken.insert(row.id());
                }
            }
        }
        let mut decided = Vec::new();
        for id in taken {
            let Some(decision) = self.find::<Decision>(id)? else { continue };
            if let Some(idea) = self.find::<Idea>(decision.idea.0)?
                && let Some(text) = self.find::<IdeaText>(idea.id.0)?
            {
                decided.push(Decided { decision, idea, text });
            }
        }
        Ok(decided)
    }

    /// The decisions that were taken since then, the oldest first. Before a room too, where the
    /// journal is not read.
    pub fn decided_since(&self, since: Stamp) -> Result<Vec<Decision>, Fault> {
        // They are numbered in the order of time.
        let sql = "SELECT id, at FROM decision ORDER BY id DESC";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        let mut decided = Vec::new();
        while let Some(row) = rows.next()? {
            if row.get::<_, i64>(1)? < since.0 {
                break;
            }
            decided.extend(self.find::<Decision>(row.get(0)?)?);
        }
        decided.reverse();
        Ok(decided)
    }

    fn grouped(&self, cluster: Cluster) -> Result<Grouped, Fault> {
        let members: Vec<ClusterIdea> = self.those("cluster", &cluster.id.to_value())?;
        let mut ideas = Vec::with_capacity(members.len());
        for member in members {
            ideas.extend(self.find::<Idea>(member.idea.0)?.filter(|idea| idea.removed.is_none()));
        }
        ideas.sort_by_key(|idea| idea.id);
        Ok(Grouped { cluster, ideas })
    }

    fn vote_view(&self, vote: Vote) -> Result<VoteView, Fault> {
        let mut options: Vec<VoteOption> = self.those("vote", &vote.id.to_value())?;
        options.sort_by_key(|option| (option.rank, option.id));
        let turnout = self.turnout(vote.id)?;
        let options = options.into_iter().map(|option| self.option_view(option));
        Ok(VoteView { vote, options: options.collect::<Result<_, _>>()?, turnout })
    }

    fn option_view(&self, option: VoteOption) -> Result<OptionView, Fault> {
        let idea = match option.idea {
            Some(idea) => self.find::<Idea>(idea.0)?,
            None => None,
        };
        let cluster = match option.cluster {
            Some(cluster) => self.find::<Cluster>(cluster.0)?,
            None => None,
        };
        let is_protected =
            idea.as_ref().is_some_and(|idea| idea.sensitivity == Sensitivity::Protected);
        let named = idea.map(|idea| idea.title).or(cluster.map(|cluster| cluster.name));
        let title = if option.text.is_empty() { named } else { None };
        Ok(OptionView { title: title.unwrap_or_else(|| option.text.clone()), option, is_protected })
    }

    fn count(&self, table: &'static str, workshop: WorkshopId) -> Result<usize, Fault> {
        let removed = if table == "idea" { " AND removed IS NULL" } else { "" };
        let sql = format!("SELECT count(*) FROM {table} WHERE workshop = ?1{removed}");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let n: i64 = statement.query_row([workshop.0], |row| row.get(0))?;
        Ok(usize::try_from(n).unwrap_or(0))
    }
}

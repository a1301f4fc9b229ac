//! What there is to do in a sluice. Each kind is read stage by stage from an index, and counted no
//! further than anybody needs, so that a million ideas cost what a hundred do.

use jiff::civil::Date;
use rusqlite::Row;

use crate::domain::{
    Cell, GateQuestion, IdeaId, PersonId, Sensitivity, SluiceId, Stage, StageId, Todo, TodoItem,
    TodoKind,
};

use super::rows::Lossy;
use super::seen::OneLine;
use super::{Fault, Reader};

/// What has no day stands at the end of time; nothing is due there.
const FARTHEST: Date = Date::constant(9998, 12, 31);

/// No list counts further.
pub const TODO_COUNTED: usize = 1000;

/// Where a kind's ideas stand: the index, its condition, and the day it is ordered by.
struct Place {
    index: &'static str,
    when: &'static str,
    day: &'static str,
}

fn place(kind: TodoKind) -> Place {
    const ON_BOARD: &str = "status = 'aktiv' AND removed IS NULL";
    match kind {
        TodoKind::AnswerMissing => Place {
            index: "idea_by_answer",
            when: "answer_due IS NOT NULL AND removed IS NULL",
            day: "answer_due",
        },
        TodoKind::NextStepOverdue => {
            Place { index: "idea_by_due", when: ON_BOARD, day: "coalesce(next_due, '9999')" }
        }
        TodoKind::PausedDue => Place {
            index: "idea_paused",
            when: "status = 'vilande' AND removed IS NULL",
            day: "paused_until",
        },
        TodoKind::NoReceiver => Place {
            index: "idea_without_receiver",
            when: "status = 'aktiv' AND removed IS NULL AND has_receiver = 0",
            day: "stage_since",
        },
        TodoKind::NoOwner => Place {
            index: "idea_without_owner",
            when: "status = 'aktiv' AND removed IS NULL AND owner IS NULL",
            day: "stage_since",
        },
        TodoKind::Stale => Place { index: "idea_by_age", when: ON_BOARD, day: "stage_since" },
    }
}

impl Reader {
    /// Up to `limit` of each kind, the most pressing first. A kind with nothing to do is left out.
    pub fn todo(&self, sluice: SluiceId, today: Date, limit: usize) -> Result<Vec<Todo>, Fault> {
        let mut stages: Vec<Stage> = self.those("sluice", &sluice.to_value())?;
        stages.retain(|stage| stage.removed.is_none());
        stages.sort_by_key(|stage| (stage.rank, stage.id));
        let questions: Vec<GateQuestion> = self.every()?;
        let mut all = Vec::new();
        for kind in TodoKind::ALL {
            let mut todo = Todo { kind, items: Vec::new(), count: 0 };
            for (stage, latest) in kind.stages(&stages, &questions, today) {
                let place = place(kind);
                todo.items.extend(self.todo_in(&place, stage, latest, limit)?);
                todo.count += self.todo_count(&place, stage, latest)?;
            }
            todo.items.sort_by_key(|item| (item.day, item.idea));
            todo.items.truncate(limit);
            todo.count = todo.count.min(TODO_COUNTED);
            if todo.count > 0 {
                all.push(todo);
            }
        }
        Ok(all)
    }

    fn todo_in(
        &self,
        place: &Place,
        stage: StageId,
        latest: Date,
        limit: usize,
    ) -> Result<Vec<TodoItem>, Fault> {
        let Place { index, when, day } = place;
        let index = self.by(index);
        let sql = format!(
            "SELECT id, title, stage, owner, sensitivity, {day} FROM idea {index}
             WHERE stage = ?1 AND {when} AND {day} <= ?2 ORDER BY {day} LIMIT ?3"
        );
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let mut statement = self.connection.prepare_cached(&sql)?;
        let items =
            statement.query_map((stage.0, latest.min(FARTHEST).to_string(), limit), read_item)?;
        Ok(items.collect::<Result<_, _>>()?)
    }

    fn todo_count(&self, place: &Place, stage: StageId, latest: Date) -> Result<usize, Fault> {
        let Place { index, when, day } = place;
        let index = self.by(index);
        let sql = format!(
            "SELECT count(*) FROM (SELECT 1 FROM idea {index}
             WHERE stage = ?1 AND {when} AND {day} <= ?2 LIMIT ?3)"
        );
        let most = i64::try_from(TODO_COUNTED).unwrap_or(i64::MAX);
        let mut statement = self.connection.prepare_cached(&sql)?;
        let n: i64 = statement
            .query_row((stage.0, latest.min(FARTHEST).to_string(), most), |row| row.get(0))?;
        Ok(usize::try_from(n).unwrap_or(0))
    }
}

fn read_item(row: &Row<'_>) -> rusqlite::Result<TodoItem> {
    let key = row.get::<_, Lossy>(4)?.0;
    let day = row.get::<_, Lossy>(5)?.0;
    Ok(TodoItem {
        idea: IdeaId(row.get(0)?),
        title: row.get::<_, OneLine>(1)?.0,
        stage: StageId(row.get(2)?),
        owner: row.get::<_, Option<i64>>(3)?.map(PersonId),
        // What cannot be read is not shown to a room.
        sensitivity: Sensitivity::from_key(&key).unwrap_or(Sensitivity::Protected),
        day: day.parse().unwrap_or(Date::MIN),
    })
}

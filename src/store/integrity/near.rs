//! The ideas in the order of their numbers, each with what belongs to it, some hundred at a time: to
//! work out anew what every card shows is then no question apiece.

use std::collections::HashMap;

use rusqlite::Connection;

use crate::domain::{Beyond, IdeaId, Kind, Row, StageId, There, Unreadable, Value};

use super::super::rows::Inside;
use super::Fault;

/// How many numbers are brought at a time.
const AT_A_TIME: i64 = 512;

/// What belongs to an idea, by the column that says to which.
const BELONGING: &[(Kind, &str)] = &[
    (Kind::Comment, "idea"),
    (Kind::Decision, "idea"),
    (Kind::Feedback, "idea"),
    (Kind::Filling, "idea"),
    (Kind::Idea, "merged_into"),
];

pub(super) struct Near<'a> {
    inside: Inside<'a>,
    /// The numbers that are here: from the first to before the second.
    from: i64,
    to: i64,
    ideas: HashMap<i64, Row>,
    rows: HashMap<(Kind, i64), Vec<Row>>,
}

impl<'a> Near<'a> {
    pub(super) fn of(connection: &'a Connection) -> Near<'a> {
        Near {
            inside: Inside(connection),
            from: 0,
            to: 0,
            ideas: HashMap::new(),
            rows: HashMap::new(),
        }
    }

    /// Sees to it that an idea is here, with what belongs to it.
    pub(super) fn bring(&mut self, idea: IdeaId) -> Result<(), Fault> {
        if (self.from..self.to).contains(&idea.0) {
            return Ok(());
        }
        self.from = idea.0;
        self.to = idea.0.saturating_add(AT_A_TIME);
        let last = self.to - 1;
        let between = |column| format!("WHERE {column} BETWEEN ?1 AND ?2 ORDER BY id");
        self.ideas = self
            .inside
            .select(Kind::Idea, &between("id"), &[&self.from, &last])?
            .into_iter()
            .map(|row| (row.id(), row))
            .collect();
        self.rows.clear();
        for (kind, column) in BELONGING {
            let at = kind.position(column);
            for row in self.inside.select(*kind, &between(column), &[&self.from, &last])? {
                if let Some(Value::Int(idea)) = at.and_then(|at| row.0.get(at)) {
                    self.rows.entry((*kind, *idea)).or_default().push(row);
                }
            }
        }
        Ok(())
    }

    fn is_here(&self, id: i64) -> bool {
        (self.from..self.to).contains(&id)
    }
}

impl There for Near<'_> {
    fn row(&self, kind: Kind, id: i64) -> Result<Option<Row>, Unreadable> {
        match kind {
            Kind::Idea if self.is_here(id) => Ok(self.ideas.get(&id).cloned()),
            _ => self.inside.row(kind, id),
        }
    }

    fn rows(&self, kind: Kind, column: &'static str, is: &Value) -> Result<Vec<Row>, Unreadable> {
        match is {
            Value::Int(id) if self.is_here(*id) && BELONGING.contains(&(kind, column)) => {
                Ok(self.rows.get(&(kind, *id)).cloned().unwrap_or_default())
            }
            _ => self.inside.rows(kind, column, is),
        }
    }

    fn every(&self, kind: Kind) -> Result<Vec<Row>, Unreadable> {
        self.inside.every(kind)
    }

    fn ranks(
        &self,
        stage: StageId,
        beyond: Beyond,
        limit: usize,
    ) -> Result<Vec<(IdeaId, i64)>, Unreadable> {
        self.inside.ranks(stage, beyond, limit)
    }
}

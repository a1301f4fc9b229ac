//! The board's windows: a stretch of each column, and how many cards each column has. Read by key,
//! never by offset, so that a million ideas cost what a hundred do.

use std::collections::HashMap;

use jiff::civil::Date;
use rusqlite::{OptionalExtension, Row, ToSql};

use crate::domain::{
    Anchor, Card, Cell, IdeaId, Order, PersonId, Sluice, Stage, StageId, UnitId, Value, Window,
};

use super::rows::Lossy;
use super::seen::OneLine;
use super::{Fault, Reader};

/// Cards above a window are counted one by one up to here; beyond, nobody needs the figure.
const COUNTED: i64 = 10_000;

pub(super) const COLUMNS: &str = "id, rank, title, unit, stage_since, next_due, owner, comments, answer_due, \
                       has_receiver";
const ON_BOARD: &str = "status = 'aktiv' AND removed IS NULL";

/// An order's key, column by column, as SQL and as the key of one card.
struct Key {
    columns: &'static [&'static str],
    index: &'static str,
    of: fn(&Card) -> Vec<Value>,
}

impl Key {
    fn of(order: Order) -> Key {
        match order {
            Order::ByHand => Key {
                columns: &["rank", "id"],
                index: "idea_by_hand",
                of: |card| vec![Value::Int(card.rank), Value::Int(card.id.0)],
            },
            Order::Age => Key {
                columns: &["stage_since", "rank", "id"],
                index: "idea_by_age",
                of: |card| {
                    vec![card.stage_since.to_value(), Value::Int(card.rank), Value::Int(card.id.0)]
                },
            },
            Order::Due => Key {
                columns: &["coalesce(next_due, '9999')", "rank", "id"],
                index: "idea_by_due",
                of: |card| {
                    let due = card.next_due.map_or("9999".into(), |day| day.to_string());
                    vec![Value::Text(due), Value::Int(card.rank), Value::Int(card.id.0)]
                },
            },
        }
    }

    fn forwards(&self) -> String {
        self.columns.join(", ")
    }

    fn backwards(&self) -> String {
        format!("{} DESC", self.columns.join(" DESC, "))
    }
}

impl Reader {
    /// The sluices in their order.
    pub fn sluices(&self) -> Result<Vec<Sluice>, Fault> {
        let mut sluices: Vec<Sluice> = self.every()?;
        sluices.retain(|sluice| sluice.removed.is_none());
        sluices.sort_by_key(|sluice| (sluice.rank, sluice.id));
        Ok(sluices)
    }

    /// The stages of all sluices, each sluice's in their order.
    pub fn stages(&self) -> Result<Vec<Stage>, Fault> {
        let mut stages: Vec<Stage> = self.every()?;
        stages.retain(|stage| stage.removed.is_none());
        stages.sort_by_key(|stage| (stage.sluice, stage.rank, stage.id));
        Ok(stages)
    }

    /// How many ideas each stage has, on the board or off it, whatever became of them.
    pub fn held(&self) -> Result<HashMap<StageId, usize>, Fault> {
        let sql = "SELECT stage, count(*) FROM idea GROUP BY stage";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([], |row| {
            let n: i64 = row.get(1)?;
            Ok((StageId(row.get(0)?), usize::try_from(n).unwrap_or(0)))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// How many cards each column has.
    pub fn counts(&self) -> Result<HashMap<StageId, usize>, Fault> {
        let mut statement = self.connection.prepare_cached("SELECT stage, n FROM column_count")?;
        let rows = statement.query_map([], |row| {
            Ok((StageId(row.get(0)?), usize::try_from(row.get::<_, i64>(1)?).unwrap_or(0)))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// About `size` cards of a column at a place in it. Where the anchored idea is not in the
    /// column, the column's head.
    pub fn window(
        &self,
        stage: StageId,
        order: Order,
        anchor: Anchor,
        size: usize,
    ) -> Result<Window, Fault> {
        let key = Key::of(order);
        let total = self.counts()?.get(&stage).copied().unwrap_or(0);
        let around = match anchor {
            Anchor::Around(idea) => self.card(stage, idea)?,
            Anchor::Head | Anchor::Foot => None,
        };
        let (cards, above) = match (anchor, around) {
            (Anchor::Foot, _) => {
                let mut cards = self.stretch(stage, &key, None, Direction::Up, size)?;
                cards.reverse();
                let above = total.saturating_sub(cards.len());
                (cards, Some(above))
            }
            (Anchor::Around(_), Some(card)) => {
                let from = (key.of)(&card);
                let mut cards =
                    self.stretch(stage, &key, Some(&from), Direction::Up, size.div_ceil(2))?;
                cards.reverse();
                let above = match cards.first() {
                    Some(first) => self.above(stage, &key, &(key.of)(first))?,
                    None => self.above(stage, &key, &from)?,
                };
                cards.push(card);
                cards.extend(self.stretch(stage, &key, Some(&from), Direction::Down, size)?);
                (cards, above)
            }
            (Anchor::Head | Anchor::Around(_), _) => {
                (self.stretch(stage, &key, None, Direction::Down, size)?, Some(0))
            }
        };
        Ok(Window { cards, above, total })
    }

    /// An idea's card where it stands in this column.
    fn card(&self, stage: StageId, idea: IdeaId) -> Result<Option<Card>, Fault> {
        let sql = format!("SELECT {COLUMNS} FROM idea WHERE id = ?1 AND stage = ?2 AND {ON_BOARD}");
        Ok(self
            .connection
            .prepare_cached(&sql)?
            .query_row((idea.0, stage.0), read_card)
            .optional()?)
    }

    /// An idea's column, where it stands in one.
    pub fn column_of(&self, idea: IdeaId) -> Result<Option<StageId>, Fault> {
        let sql = format!("SELECT stage FROM idea WHERE id = ?1 AND {ON_BOARD}");
        let stage = self
            .connection
            .prepare_cached(&sql)?
            .query_row([idea.0], |row| row.get(0))
            .optional()?;
        Ok(stage.map(StageId))
    }

    fn stretch(
        &self,
        stage: StageId,
        key: &Key,
        from: Option<&[Value]>,
        direction: Direction,
        limit: usize,
    ) -> Result<Vec<Card>, Fault> {
        let (sign, order) = match direction {
            Direction::Down => (">", key.forwards()),
            Direction::Up => ("<", key.backwards()),
        };
        let beyond = match from {
            Some(from) => {
                format!("AND ({}) {sign} ({})", key.forwards(), marks(from.len()))
            }
            None => String::new(),
        };
        let sql = format!(
            "SELECT {COLUMNS} FROM idea {} WHERE stage = ? AND {ON_BOARD} {beyond}
             ORDER BY {order} LIMIT ?",
            self.by(key.index)
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let from: Vec<Box<dyn ToSql>> = from.unwrap_or_default().iter().map(boxed).collect();
        let mut bound: Vec<&dyn ToSql> = vec![&stage.0];
        bound.extend(from.iter().map(AsRef::as_ref));
        bound.push(&limit);
        let cards = statement.query_map(bound.as_slice(), read_card)?;
        Ok(cards.collect::<Result<_, _>>()?)
    }

    /// How many cards stand before a key, where they can be counted quickly.
    fn above(&self, stage: StageId, key: &Key, before: &[Value]) -> Result<Option<usize>, Fault> {
        let sql = format!(
            "SELECT count(*) FROM (
                 SELECT 1 FROM idea {} WHERE stage = ? AND {ON_BOARD} AND ({}) < ({})
                 LIMIT ?)",
            self.by(key.index),
            key.forwards(),
            marks(before.len())
        );
        let before: Vec<Box<dyn ToSql>> = before.iter().map(boxed).collect();
        let mut bound: Vec<&dyn ToSql> = vec![&stage.0];
        bound.extend(before.iter().map(AsRef::as_ref));
        bound.push(&COUNTED);
        let mut statement = self.connection.prepare_cached(&sql)?;
        let n: i64 = statement.query_row(bound.as_slice(), |row| row.get(0))?;
        Ok(if n < COUNTED { usize::try_from(n).ok() } else { None })
    }
}

#[derive(Clone, Copy)]
enum Direction {
    Up,
    Down,
}

fn marks(n: usize) -> String {
    vec!["?"; n].join(", ")
}

pub(super) fn boxed(value: &Value) -> Box<dyn ToSql> {
    match value {
        Value::Null => Box::new(rusqlite::types::Null),
        Value::Int(number) => Box::new(*number),
        Value::Text(text) => Box::new(text.clone()),
    }
}

pub(super) fn read_card(row: &Row<'_>) -> rusqlite::Result<Card> {
    let day = |at: usize| -> rusqlite::Result<Option<Date>> {
        Ok(row.get::<_, Option<Lossy>>(at)?.and_then(|day| day.0.parse().ok()))
    };
    Ok(Card {
        id: IdeaId(row.get(0)?),
        rank: row.get(1)?,
        title: row.get::<_, OneLine>(2)?.0,
        unit: row.get::<_, Option<i64>>(3)?.map(UnitId),
        stage_since: day(4)?.unwrap_or(Date::MIN),
        next_due: day(5)?,
        owner: row.get::<_, Option<i64>>(6)?.map(PersonId),
        comments: row.get(7)?,
        answer_due: day(8)?,
        has_receiver: row.get(9)?,
    })
}

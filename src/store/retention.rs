//! What has been kept for longer than it is needed, by the periods of the file.

use jiff::civil::Date;

use crate::domain::{
    Cell as _, IdeaId, Overdue, OverdueKind, Periods, PersonId, RecordStatus, Stamp, Uid, Value,
};

use super::{Fault, Reader};

/// So many of each kind are listed at a time.
const MOST: i64 = 500;

impl Reader {
    /// How long each kind is kept, as the file remembers it.
    pub fn periods(&self) -> Result<Periods, Fault> {
        Ok(Periods::read(&self.remembered(Periods::MEMORY)?.unwrap_or_default()))
    }

    /// What can be disposed of, kind by kind, the oldest first.
    pub fn overdue(&self, periods: Periods, today: Date) -> Result<Vec<Overdue>, Fault> {
        let mut overdue = Vec::new();
        for kind in OverdueKind::ALL {
            overdue.extend(self.overdue_of(kind, periods.limit(kind, today))?);
        }
        Ok(overdue)
    }

    fn overdue_of(&self, kind: OverdueKind, limit: Date) -> Result<Vec<Overdue>, Fault> {
        // Each answers: id, uid, name, since when in milliseconds, the status of the record.
        let sql = match kind {
            OverdueKind::Closed => {
                "SELECT id, uid, title, coalesce(removed, decided) AS since, record_status
                 FROM idea
                 WHERE (status = 'avslutad' OR removed IS NOT NULL)
                   AND date(since / 1000, 'unixepoch') <= ?1
                 ORDER BY since, id LIMIT ?2"
            }
            // Answers go to one address: all its ideas must be closed and answered.
            OverdueKind::Contact => {
                "SELECT person.id, person.uid, person.name, max(feedback.at) AS since, ''
                 FROM person
                 JOIN idea ON idea.giver = person.id
                 LEFT JOIN feedback ON feedback.idea = idea.id
                 WHERE person.contact IS NOT NULL
                 GROUP BY person.id
                 HAVING sum(idea.status <> 'avslutad' AND idea.removed IS NULL) = 0
                    AND count(DISTINCT idea.id) = count(DISTINCT feedback.idea)
                    AND date(since / 1000, 'unixepoch') <= ?1
                 ORDER BY since, person.id LIMIT ?2"
            }
            OverdueKind::Draft => {
                "SELECT 0, target, max(text), max(discarded) AS since, ''
                 FROM draft
                 WHERE discarded IS NOT NULL
                 GROUP BY target
                 HAVING date(since / 1000, 'unixepoch') <= ?1
                 ORDER BY since, target LIMIT ?2"
            }
        };
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query((limit.to_string(), MOST))?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let id: i64 = row.get(0)?;
            let status = RecordStatus::from_value(&Value::Text(row.get(4)?));
            let known: String = row.get(1)?;
            found.push(Overdue {
                kind,
                idea: (kind == OverdueKind::Closed).then_some(IdeaId(id)),
                person: (kind == OverdueKind::Contact).then_some(PersonId(id)),
                draft: (kind == OverdueKind::Draft).then(|| known.clone()),
                uid: Uid::from_value(&Value::Text(known)),
                name: row.get(2)?,
                since: day(Stamp(row.get(3)?)),
                is_official: status.is_some_and(|it| it != RecordStatus::WorkingMaterial),
            });
        }
        Ok(found)
    }
}

/// The day of a moment, as SQLite tells it above.
fn day(at: Stamp) -> Date {
    let moment = jiff::Timestamp::from_millisecond(at.0).unwrap_or_default();
    jiff::tz::TimeZone::UTC.to_datetime(moment).date()
}

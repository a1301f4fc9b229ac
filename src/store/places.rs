//! Where in an idea a search hit, for the rows that can be seen: read from the file, in its own
//! letters. The arena knows only that there is a hit.

use crate::domain::{Comment, Hit, IdeaId, Lines, Needles, Spot, Value, clean};

use super::arena::{BESIDE, FIELDS};
use super::seen::Prose;
use super::{Fault, Reader};

impl Reader {
    /// The idea's texts in which a word stands: the title, then fields, then comments in their order,
    /// then what belongs to it.
    pub fn places(&self, idea: IdeaId, needles: &Needles) -> Result<Vec<Hit>, Fault> {
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT title, {} FROM idea JOIN idea_text ON idea_text.id = idea.id WHERE idea.id = ?1",
            FIELDS.join(", ")
        ))?;
        let mut rows = statement.query([idea.0])?;
        let mut hits = Vec::new();
        let Some(row) = rows.next()? else { return Ok(hits) };
        let spots = std::iter::once(Spot::Title).chain(FIELDS.iter().map(|key| Spot::Field(key)));
        for (at, spot) in spots.enumerate() {
            let text = row.get_ref(at)?.as_bytes_or_null().map_err(rusqlite::Error::from)?;
            let text = text.unwrap_or_default();
            let text = String::from_utf8_lossy(text);
            let excerpt = needles.excerpt(&clean(&text, Lines::Many));
            hits.extend(excerpt.map(|excerpt| Hit { spot, excerpt }));
        }
        for comment in self.those::<Comment>("idea", &Value::Int(idea.0))? {
            let spot = Spot::Comment { id: comment.id, author: comment.author };
            let excerpt = needles.excerpt(&comment.text);
            hits.extend(excerpt.map(|excerpt| Hit { spot, excerpt }));
        }
        for (key, those) in BESIDE {
            let sql = format!("SELECT text FROM ({those}) WHERE idea = ?1");
            let mut statement = self.connection.prepare_cached(&sql)?;
            let mut rows = statement.query([idea.0])?;
            while let Some(row) = rows.next()? {
                let text: Option<Prose> = row.get(0)?;
                let excerpt = text.and_then(|text| needles.excerpt(&text.0));
                hits.extend(excerpt.map(|excerpt| Hit { spot: Spot::Beside(key), excerpt }));
            }
        }
        Ok(hits)
    }
}

//! Where in an idea a search hit, for the rows that can be seen: read from the file, in its own
//! letters. The arena knows only that there is a hit.

use crate::domain::{Comment, CommentId, Excerpt, IdeaId, Needles, PersonId, Value};

use super::arena::FIELDS;
use super::{Fault, Reader};

/// A text of an idea with what was found in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    pub place: Place,
    pub excerpt: Excerpt,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    Title,
    /// A field by its key, which is the column's name too.
    Field(&'static str),
    Comment {
        id: CommentId,
        author: Option<PersonId>,
    },
}

impl Reader {
    /// The idea's texts in which a word stands: the title, then fields, then comments in their order.
    pub fn places(&self, idea: IdeaId, needles: &Needles) -> Result<Vec<Hit>, Fault> {
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT title, {} FROM idea JOIN idea_text ON idea_text.id = idea.id WHERE idea.id = ?1",
            FIELDS.join(", ")
        ))?;
        let mut rows = statement.query([idea.0])?;
        let mut hits = Vec::new();
        let Some(row) = rows.next()? else { return Ok(hits) };
        let places =
            std::iter::once(Place::Title).chain(FIELDS.iter().map(|key| Place::Field(key)));
        for (at, place) in places.enumerate() {
            let text = row.get_ref(at)?.as_bytes_or_null().map_err(rusqlite::Error::from)?;
            let text = text.unwrap_or_default();
            let excerpt = needles.excerpt(&String::from_utf8_lossy(text));
            hits.extend(excerpt.map(|excerpt| Hit { place, excerpt }));
        }
        for comment in self.those::<Comment>("idea", &Value::Int(idea.0))? {
            let place = Place::Comment { id: comment.id, author: comment.author };
            let excerpt = needles.excerpt(&comment.text);
            hits.extend(excerpt.map(|excerpt| Hit { place, excerpt }));
        }
        Ok(hits)
    }
}

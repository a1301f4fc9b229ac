//! Reading what a list shows of the ideas in sight: their facts, and where the words stand in them.

use crate::app::FoundRow;
use crate::domain::{IdeaId, Needles, Person, PersonId, Spot};
use crate::store::{Fault, Reader};

pub(super) fn rows(
    reader: &Reader,
    ideas: &[IdeaId],
    needles: &Needles,
) -> Result<Vec<FoundRow>, Fault> {
    let name = |person: Option<PersonId>| -> Result<Option<String>, Fault> {
        let Some(person) = person else { return Ok(None) };
        Ok(reader.find::<Person>(person.0)?.map(|person| person.name))
    };
    let mut rows = Vec::with_capacity(ideas.len());
    for row in reader.list_rows(ideas)? {
        let hit = if needles.words.is_empty() {
            None
        } else {
            let hits = reader.places(row.id, needles)?;
            hits.into_iter().find(|hit| hit.spot != Spot::Title)
        };
        let author = match hit.as_ref().map(|hit| &hit.spot) {
            Some(Spot::Comment { author, .. }) => name(*author)?,
            Some(Spot::Title | Spot::Field(_) | Spot::Beside(_)) | None => None,
        };
        let (marks, owner) = (needles.marks(&row.title), name(row.owner)?);
        rows.push(FoundRow { row, owner, marks, hit, author });
    }
    Ok(rows)
}

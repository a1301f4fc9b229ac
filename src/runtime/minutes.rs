//! Minutes: read for the screen, and written to a file.

use std::path::Path;

use crate::app::{Model, Now};
use crate::domain::minutes::{Choices, MeetingRead, Minutes};
use crate::domain::{Say, WorkshopId};
use crate::export::minutes::{html, markdown};
use crate::store::{Fault, Reader};
use crate::text::minutes;

use super::erasing::{EXPORTS, with_export};
use super::saver::Job;
use super::texts;
use super::why::not_read;
use super::world::World;

/// What was said and agreed at a workshop; at the one that is meant where none is named.
pub(super) fn read(
    reader: &Reader,
    asked: Option<WorkshopId>,
) -> Result<Option<Box<MeetingRead>>, Fault> {
    let meant = match asked {
        Some(asked) => Some(asked),
        None => reader.meant_workshop()?,
    };
    Ok(meant.map(|meant| reader.minutes(meant)).transpose()?.flatten().map(Box::new))
}

impl World {
    /// Writes minutes as they stand now; answers where.
    pub(super) fn write_minutes(
        &mut self,
        model: &Model,
        workshop: WorkshopId,
        choices: Choices,
        is_html: bool,
        now: Now,
    ) -> Result<String, Say> {
        let open = self.open.as_ref().ok_or(Say::new("refused-gone"))?;
        let read = open.reader.minutes(workshop).map_err(|fault| not_read(&fault))?;
        let minutes = Minutes::of(&read.ok_or(Say::new("refused-gone"))?, choices);
        let document = minutes::document(&minutes, &model.words, &model.zone, now.stamp);
        let (text, ending) = if is_html {
            (html::write(&document), "html")
        } else {
            (markdown::write(&document), "md")
        };
        let name = format!("{}-{}.{ending}", model.words.get("minutes-file"), now.today);
        let written = texts::write(self.folder.as_deref(), &name, text.trim_end())?;
        let known = open.reader.remembered(EXPORTS).map_err(|fault| not_read(&fault))?;
        let exports = with_export(&known.unwrap_or_default(), Path::new(&written));
        if let Some(open) = &mut self.open {
            // Only a saver that is gone answers at once; the minutes stand all the same.
            drop(open.write(Job::Remember(EXPORTS, exports)));
        }
        Ok(written)
    }
}

//! What sheets need to open is read here: all of it before the sheet is on the screen.

use crate::app::{AtGateAsk, Checkpoint, Opening, OpeningRead, PrivacyRead, RoomAsk};
use crate::domain::{AgendaItem, AgendaItemId, IdeaId, Language, Ready, ReferralTarget, Wording};
use crate::store::{Beside, Fault, Reader, backup};
use crate::text::dates;

/// So many ideas are proposed to merge into; any other is named by its number.
const CANDIDATES: usize = 2000;

/// What a sheet needs to open, and no more.
pub(super) fn read(reader: &Reader, opening: &Opening, who: &str) -> Result<OpeningRead, Fault> {
    let idea = opening.idea();
    let (detail, gate) = match idea {
        Some(idea) if opening.needs_gate() => (reader.detail(idea)?, reader.gate(idea)?),
        Some(idea) => (reader.detail(idea)?, None),
        None => (None, None),
    };
    let drafts = match opening.draft() {
        Some(target) => reader.drafts(&target)?,
        None => Vec::new(),
    };
    let (mut stages, mut candidates, mut targets, mut ready) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let difference = match opening {
        Opening::Restore(backup) => {
            let place = Beside::of(reader.path()).backups().join(&backup.name);
            backup::difference(Some(reader), &place).ok()
        }
        _ => None,
    };
    let ideas = opening.ideas();
    if ideas.len() > 1 {
        for idea in &ideas {
            stages.push(reader.column_of(*idea)?);
        }
    }
    if opening.needs_candidates() {
        candidates = reader.candidates(CANDIDATES)?;
        candidates.retain(|(idea, _)| !ideas.contains(idea));
        targets = reader.every::<ReferralTarget>()?;
        targets.sort_by_key(|target| target.rank);
    }
    if let Some(idea) = idea.filter(|_| opening.needs_answer()) {
        ready = self::ready(reader, idea, who)?;
    }
    let meeting = match opening {
        // Without a workshop it is about the one that is being held, and no other.
        Opening::Matter(_, workshop, _) => {
            let held = match workshop {
                Some(workshop) => Some(*workshop),
                None => reader.running_workshop()?,
            };
            held.map(|held| reader.minutes(held)).transpose()?.flatten().map(Box::new)
        }
        Opening::AtGate(ask) => {
            let held = match ask {
                AtGateAsk::Attends(workshop, _) => Some(*workshop),
                AtGateAsk::Interest(_) | AtGateAsk::NextStep(_) => reader.running_workshop()?,
            };
            held.map(|held| reader.minutes(held)).transpose()?.flatten().map(Box::new)
        }
        _ => None,
    };
    Ok(OpeningRead {
        meeting,
        detail,
        names: reader.names()?,
        drafts,
        gate,
        stages,
        candidates,
        targets,
        ready,
        who: who.to_owned(),
        introduced: reader.remembered("who")?.is_some(),
        difference,
        privacy: match opening {
            Opening::Privacy(about) => super::erasing::read(reader, *about)?,
            _ => PrivacyRead::default(),
        },
        role: reader.remembered("role")?,
        checkpoints: match opening {
            Opening::Room(RoomAsk::Back(item)) => checkpoints(reader, *item)?,
            _ => Vec::new(),
        },
        vote: match opening {
            Opening::Vote(about) => Box::new(super::voting::set_up(reader, about)?),
            _ => Box::default(),
        },
    })
}

/// Where each item of the same run sheet was begun, with what was done since.
fn checkpoints(reader: &Reader, item: AgendaItemId) -> Result<Vec<Checkpoint>, Fault> {
    let workshop = reader.find::<AgendaItem>(item.0)?.map(|item| item.workshop);
    let room = workshop.map(|workshop| reader.room(workshop)).transpose()?.flatten();
    let mut began = Vec::new();
    for (at, item) in room.into_iter().flat_map(|room| room.items).enumerate() {
        let place = item.started_in.map(|step| reader.place_of(step)).transpose()?.flatten();
        began.extend(place.map(|place| (place, at + 1, item)));
    }
    let Some(first) = began.iter().map(|(place, ..)| *place).min() else { return Ok(Vec::new()) };
    let steps = reader.standing_since(first)?;
    let checkpoint = |(place, nth, item)| {
        let since = steps.iter().filter(|(seq, _)| *seq > place);
        Checkpoint { nth, item, since: since.map(|(_, kinds)| kinds.clone()).collect() }
    };
    Ok(began.into_iter().map(checkpoint).collect())
}

fn ready(reader: &Reader, idea: IdeaId, contact: &str) -> Result<Vec<Ready>, Fault> {
    let mut ready = Vec::new();
    for language in Language::ALL {
        let day = |day| dates::day_long(day, language);
        let wording = Wording { language, contact, day: &day };
        ready.extend(reader.ready_answer(idea, wording)?);
    }
    Ok(ready)
}

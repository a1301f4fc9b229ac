//! Workshops are announced, changed and removed. Running one is `run`, its run sheet `agenda`.

use jiff::civil::Date;

use crate::domain::kinds::{ItemState, WorkshopState};
use crate::domain::language::Language;
use crate::domain::record::Kind;
use crate::domain::records::{AgendaItem, AgendaItemId, Workshop, WorkshopId};
use crate::domain::refusal::No;
use crate::domain::say::Say;
use crate::domain::step::Step;
use crate::domain::templates::Templates;
use crate::domain::there::There;

use super::words::{line, name};
use super::{Fresh, Plan};

/// Nobody meets for longer than a day.
const LONGEST: i64 = 24 * 60;
const MOST_PEOPLE: i64 = 500;

/// What is told of a workshop before it is held.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Announced {
    pub title: String,
    pub question: String,
    pub day: Option<Date>,
    /// Minutes after midnight.
    pub begins: Option<i64>,
    pub place: String,
    pub people: Option<i64>,
    /// How long it may last; the template's own time where none is said.
    pub minutes: Option<i64>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddWorkshop {
    pub announced: Announced,
    /// One of `assets/workshops.json`.
    pub template: String,
    /// In which the run sheet is written.
    pub language: Language,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AmendWorkshop {
    pub workshop: WorkshopId,
    pub announced: Announced,
}

/// What came in at it stays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemoveWorkshop {
    pub workshop: WorkshopId,
}

/// A time of day as minutes after midnight: `9`, `13.30`, `13:30`.
pub fn read_time(text: &str) -> Result<Option<i64>, Say> {
    let said = text.trim();
    if said.is_empty() {
        return Ok(None);
    }
    let (hours, minutes) = said.split_once(['.', ':']).unwrap_or((said, "0"));
    match (hours.parse::<i64>(), minutes.parse::<i64>()) {
        (Ok(hours @ 0..=23), Ok(minutes @ 0..=59)) => Ok(Some(hours * 60 + minutes)),
        _ => Err(Say::new("refused-time").with("said", said)),
    }
}

impl Plan for AddWorkshop {
    fn plan(&self, _: &dyn There, fresh: &mut Fresh<'_>) -> Result<Step, No> {
        let template = Templates::get()
            .find(&self.template)
            .ok_or_else(|| No::refuse(Say::new("refused-template")))?;
        let mut workshop = Workshop {
            id: WorkshopId(fresh.id(Kind::Workshop)?),
            uid: fresh.uid(),
            title: String::new(),
            question: String::new(),
            day: None,
            begins: None,
            place: String::new(),
            people: None,
            template: template.key.clone(),
            minutes: template.minutes,
            state: WorkshopState::Planned,
            started: None,
            started_in: None,
            ended: None,
            ended_in: None,
            removed: None,
        };
        self.announced.put(&mut workshop)?;
        let mut step = Step::new(Say::new("step-workshop-add"));
        step.create(&workshop);
        for (rank, item) in (1..).zip(&template.items) {
            step.create(&AgendaItem {
                id: AgendaItemId(fresh.id(Kind::AgendaItem)?),
                uid: fresh.uid(),
                workshop: workshop.id,
                rank,
                title: item.title.in_language(self.language).to_owned(),
                instruction: item.instruction.in_language(self.language).to_owned(),
                minutes: item.minutes,
                scene: item.scene,
                state: ItemState::Ahead,
                started: None,
                started_in: None,
                ended: None,
                vote: None,
            });
        }
        Ok(step)
    }
}

impl Plan for AmendWorkshop {
    fn plan(&self, there: &dyn There, _: &mut Fresh<'_>) -> Result<Step, No> {
        let before = announced(there, self.workshop)?;
        let mut after = before.clone();
        self.announced.put(&mut after)?;
        let mut step = Step::new(Say::new("step-workshop-amend"));
        step.update(&before, &after);
        Ok(step)
    }
}

impl Plan for RemoveWorkshop {
    fn plan(&self, there: &dyn There, fresh: &mut Fresh<'_>) -> Result<Step, No> {
        let before = announced(there, self.workshop)?;
        if before.state == WorkshopState::Running {
            return Err(No::refuse(Say::new("refused-workshop-runs")));
        }
        let mut step = Step::new(Say::new("step-workshop-remove"));
        step.update(&before, &Workshop { removed: Some(fresh.now), ..before.clone() });
        Ok(step)
    }
}

impl Announced {
    pub fn of(workshop: &Workshop) -> Announced {
        Announced {
            title: workshop.title.clone(),
            question: workshop.question.clone(),
            day: workshop.day,
            begins: workshop.begins,
            place: workshop.place.clone(),
            people: workshop.people,
            minutes: Some(workshop.minutes),
        }
    }

    fn put(&self, workshop: &mut Workshop) -> Result<(), No> {
        let refused = |id| Err(No::refuse(Say::new(id)));
        if self.people.is_some_and(|people| !(1..=MOST_PEOPLE).contains(&people)) {
            return refused("refused-people");
        }
        if self.minutes.is_some_and(|minutes| !(1..=LONGEST).contains(&minutes)) {
            return refused("refused-minutes");
        }
        if self.begins.is_some_and(|begins| !(0..LONGEST).contains(&begins)) {
            let said = self.begins.unwrap_or_default();
            return Err(No::refuse(Say::new("refused-time").with("said", said.to_string())));
        }
        workshop.title = name(&self.title)?;
        workshop.question = line(&self.question);
        workshop.day = self.day;
        workshop.begins = self.begins;
        workshop.place = line(&self.place);
        workshop.people = self.people;
        workshop.minutes = self.minutes.unwrap_or(workshop.minutes);
        Ok(())
    }
}

/// A workshop that is not removed.
pub(super) fn announced(there: &dyn There, workshop: WorkshopId) -> Result<Workshop, No> {
    let workshop: Workshop = there.get(workshop.0)?;
    if workshop.removed.is_some() {
        return Err(No::refuse(Say::new("refused-workshop-removed")));
    }
    Ok(workshop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_of_day_is_written_with_a_dot_or_a_colon_or_as_an_hour() {
        for (text, minutes) in [("13.30", 810), ("13:30", 810), ("9", 540), (" 0.05 ", 5)] {
            assert_eq!(read_time(text), Ok(Some(minutes)), "{text}");
        }
        assert_eq!(read_time(""), Ok(None));
        for text in ["25", "12.60", "noon", "-1", "9.5.3"] {
            assert_eq!(read_time(text).unwrap_err().id, "refused-time", "{text}");
        }
    }
}

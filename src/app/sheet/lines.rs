//! The lines that gate and decision have in common: reason, conditions, next step, who decides.

use jiff::civil::Date;

use crate::app::opening::OpeningRead;
use crate::domain::{Detail, NextStep, Say};

use super::Sheet;
use super::part::Part;

pub(super) fn reason() -> Part {
    Part::prose("reason", Say::new("gate-reason"), "").with_hint(Say::new("gate-reason-hint"))
}

pub(super) fn conditions() -> Part {
    Part::line("conditions", "gate-conditions", "").with_hint(Say::new("gate-conditions-hint"))
}

/// The next step and its day, as they stand.
pub(super) fn next_step(detail: &Detail) -> [Part; 2] {
    [
        Part::line("next-step", "gate-next-step", &detail.text.next_step)
            .with_hint(Say::new("gate-next-step-hint")),
        Part::day_line("due", "gate-due", detail.idea.next_due),
    ]
}

/// Who decides, as stated the last time.
pub(super) fn role(read: &OpeningRead) -> Part {
    Part::line("role", "gate-role", stated(read)).with_hint(Say::new("gate-role-hint"))
}

/// The role that was stated last, or whoever is at the keyboard.
pub(super) fn stated(read: &OpeningRead) -> &str {
    let last = read.role.as_deref().filter(|role| !role.is_empty());
    last.unwrap_or(&read.who)
}

/// What stands as the next step, where it was changed; the role behind it stays.
pub(super) fn next_of(sheet: &Sheet, today: Date, role: &str) -> Result<Option<NextStep>, Say> {
    let changed = ["next-step", "due"]
        .iter()
        .filter_map(|key| sheet.part(key))
        .any(|part| sheet.shows(part) && part.is_changed());
    if !changed {
        return Ok(None);
    }
    let (text, due) = (sheet.text("next-step"), day(sheet, "due", today)?);
    Ok(Some(NextStep { text, due, role: role.to_owned() }))
}

/// The day in a part; a sentence where it cannot be understood.
pub(super) fn day(sheet: &Sheet, key: &str, today: Date) -> Result<Option<Date>, Say> {
    match sheet.part(key).and_then(|part| part.day(today)) {
        Some(Ok(day)) => Ok(Some(day)),
        Some(Err(_)) => Err(Say::new("sheet-day-unread")),
        None => Ok(None),
    }
}

//! What is told of a workshop before it is held; of a new one, also its template.

use jiff::civil::Time;

use crate::app::model::Model;
use crate::app::sheet::Sheet;
use crate::app::sheet::part::{Body, Choose, Part};
use crate::domain::{
    AddWorkshop, AmendWorkshop, Announced, Command, Say, Templates, Workshop, WorkshopId, read_day,
    read_time,
};
use crate::text::dates;

use super::{line, number};

pub(super) fn new(model: &Model) -> (Say, Vec<Part>) {
    let language = model.language();
    let said = |text: &str| Say::new("known").with("what", text.to_owned());
    let options = Templates::get().templates.iter().zip('1'..).map(|(template, digit)| Choose {
        digit: Some(digit),
        meaning: Some(said(template.about.in_language(language))),
        ..Choose::new(template.key.as_str(), said(template.name.in_language(language)))
    });
    let body = Body::Choice { options: options.collect(), at: Some(0), advances: false };
    let template =
        Part { tall: true, ..Part::new("template", Say::new("workshop-template"), body) };
    let mut parts = parts(&Announced { day: Some(model.today), ..Announced::default() });
    parts.insert(2, template);
    let minutes = parts.iter_mut().find(|part| part.key == "minutes");
    if let Some(part) = minutes {
        part.hint = Some(Say::new("workshop-minutes-hint-new"));
    }
    parts.push(Part::buttons(Say::new("button-save")));
    (Say::new("workshop-new"), parts)
}

pub(super) fn amend(workshop: &Workshop) -> (Say, Vec<Part>) {
    let mut parts = parts(&Announced::of(workshop));
    parts.push(Part::buttons(Say::new("button-save")));
    (Say::new("workshop-amend"), parts)
}

fn parts(told: &Announced) -> Vec<Part> {
    let number = |n: Option<i64>| n.map(|n| n.to_string()).unwrap_or_default();
    vec![
        line("title", "workshop-title", &told.title),
        line("question", "workshop-question", &told.question)
            .with_hint(Say::new("workshop-question-hint")),
        Part::day_line("day", "workshop-day", told.day),
        line("begins", "workshop-begins", &told.begins.map(time).unwrap_or_default())
            .with_hint(Say::new("workshop-begins-hint")),
        line("place", "workshop-place", &told.place),
        line("people", "workshop-people", &number(told.people))
            .with_hint(Say::new("workshop-people-hint")),
        line("minutes", "workshop-minutes", &number(told.minutes))
            .with_hint(Say::new("workshop-minutes-hint")),
    ]
}

/// Minutes after midnight as a time of day.
fn time(minutes: i64) -> String {
    let hour = i8::try_from(minutes / 60).unwrap_or(0);
    let minute = i8::try_from(minutes % 60).unwrap_or(0);
    Time::new(hour, minute, 0, 0).map(dates::clock).unwrap_or_default()
}

pub(super) fn command(
    known: Option<WorkshopId>,
    sheet: &Sheet,
    model: &Model,
) -> Result<Command, Say> {
    let day = sheet.text("day");
    let day = match day.trim() {
        "" => None,
        text => Some(read_day(text, model.today).map_err(|_| Say::new("refused-workshop-day"))?),
    };
    let announced = Announced {
        title: sheet.text("title"),
        question: sheet.text("question"),
        day,
        begins: read_time(&sheet.text("begins"))?,
        place: sheet.text("place"),
        people: number(sheet, "people", "refused-people")?,
        minutes: number(sheet, "minutes", "refused-minutes")?,
    };
    Ok(match known {
        None => {
            let (template, language) = (sheet.text("template"), model.language());
            AddWorkshop { announced, template, language }.into()
        }
        Some(workshop) => AmendWorkshop { workshop, announced }.into(),
    })
}

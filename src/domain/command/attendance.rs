//! Who was there, and who has an interest of their own in an idea.

use crate::domain::record::Kind;
use crate::domain::records::{Attendance, AttendanceId, Idea, IdeaId, WorkshopId};
use crate::domain::refusal::No;
use crate::domain::say::{Arg, Say};
use crate::domain::step::Step;
use crate::domain::there::There;
use crate::domain::value::Cell;

use super::words::{line, same};
use super::workshops::announced;
use super::{Fresh, Plan};

/// By name or role. With an idea, it is the interest that is noted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteAttendance {
    pub workshop: WorkshopId,
    pub text: String,
    pub idea: Option<IdeaId>,
}

/// Another name, role or idea.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AmendAttendance {
    pub attendance: AttendanceId,
    pub text: String,
    pub idea: Option<IdeaId>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemoveAttendance {
    pub attendance: AttendanceId,
}

impl Plan for NoteAttendance {
    fn plan(&self, there: &dyn There, fresh: &mut Fresh<'_>) -> Result<Step, No> {
        let workshop = announced(there, self.workshop)?.id;
        let text = said(there, workshop, None, &self.text, self.idea)?;
        let label = match self.idea {
            Some(idea) => {
                there.get::<Idea>(idea.0)?;
                Say::new("step-interest").with("idea", Arg::Idea(idea.0))
            }
            None => Say::new("step-attendance"),
        };
        let mut step = Step::new(label);
        step.create(&Attendance {
            id: AttendanceId(fresh.id(Kind::Attendance)?),
            uid: fresh.uid(),
            workshop,
            text,
            idea: self.idea,
        });
        Ok(step)
    }
}

impl Plan for AmendAttendance {
    fn plan(&self, there: &dyn There, _: &mut Fresh<'_>) -> Result<Step, No> {
        let before: Attendance = there.get(self.attendance.0)?;
        let text = said(there, before.workshop, Some(before.id), &self.text, self.idea)?;
        if let Some(idea) = self.idea {
            there.get::<Idea>(idea.0)?;
        }
        let mut step = Step::new(Say::new("step-attendance-amend"));
        step.update(&before, &Attendance { text, idea: self.idea, ..before.clone() });
        Ok(step)
    }
}

/// What is noted, where it is not noted already.
fn said(
    there: &dyn There,
    workshop: WorkshopId,
    own: Option<AttendanceId>,
    text: &str,
    idea: Option<IdeaId>,
) -> Result<String, No> {
    let text = line(text);
    if text.is_empty() {
        return Err(No::refuse(Say::new("refused-attendance-empty")));
    }
    let noted: Vec<Attendance> = there.those("workshop", workshop.to_value())?;
    let others = noted.iter().filter(|one| Some(one.id) != own);
    if others.into_iter().any(|one| one.idea == idea && same(&one.text, &text)) {
        return Err(No::refuse(Say::new("refused-attendance-twice")));
    }
    Ok(text)
}

impl Plan for RemoveAttendance {
    fn plan(&self, there: &dyn There, _: &mut Fresh<'_>) -> Result<Step, No> {
        let mut step = Step::new(Say::new("step-attendance-remove"));
        step.delete(&there.get::<Attendance>(self.attendance.0)?);
        Ok(step)
    }
}

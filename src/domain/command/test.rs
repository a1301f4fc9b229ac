//! An idea's tests are planned, told of and taken away.

use crate::domain::field::Filled;
use crate::domain::record::Kind;
use crate::domain::records::{Idea, IdeaId, Test, TestId};
use crate::domain::refusal::No;
use crate::domain::say::{Arg, Say};
use crate::domain::step::Step;
use crate::domain::there::There;

use super::pen::Pen;
use super::{Fresh, Plan};

/// A test as a form left it: a new one, or one that is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditTest {
    pub idea: IdeaId,
    pub test: Option<TestId>,
    pub fields: Vec<Filled>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemoveTest {
    pub test: TestId,
}

impl Plan for EditTest {
    fn plan(&self, there: &dyn There, fresh: &mut Fresh<'_>) -> Result<Step, No> {
        let idea: Idea = there.get(self.idea.0)?;
        let mut pen = Pen::new(there, fresh)?;
        let before: Test = match self.test {
            Some(test) => there.get(test.0)?,
            None => {
                let id = TestId(pen.fresh.id(Kind::Test)?);
                Test::empty(id, pen.fresh.uid(), idea.id)
            }
        };
        let mut after = before.clone();
        pen.fill_test(&self.fields, &before, &mut after)?;
        if let (Some(starts), Some(ends)) = (after.starts, after.ends)
            && ends < starts
        {
            let say = Say::new("refused-test-ends-first")
                .with("starts", Arg::Day(starts.to_string()))
                .with("ends", Arg::Day(ends.to_string()));
            return Err(No::refuse(say));
        }
        let label = if self.test.is_some() {
            pen.step.update(&before, &after);
            "step-test-edit"
        } else {
            if after == before {
                return Err(No::refuse(Say::new("refused-test-empty")));
            }
            pen.step.create(&after);
            "step-test-add"
        };
        pen.step.label = Say::new(label).with("idea", Arg::Idea(before.idea.0));
        Ok(pen.step)
    }
}

impl Plan for RemoveTest {
    fn plan(&self, there: &dyn There, _: &mut Fresh<'_>) -> Result<Step, No> {
        let test: Test = there.get(self.test.0)?;
        let label = Say::new("step-test-remove").with("idea", Arg::Idea(test.idea.0));
        let mut step = Step::new(label);
        step.delete(&test);
        Ok(step)
    }
}

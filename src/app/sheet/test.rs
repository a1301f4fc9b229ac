//! The form of a test: a trial on a small scale.

use crate::app::opening::OpeningRead;
use crate::domain::{Arg, Command, Detail, EditTest, IdeaId, Say, TestId, test_blanks};

use super::idea::field_parts;
use super::{Kind, Sheet};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Test {
    idea: IdeaId,
    test: Option<TestId>,
}

impl Test {
    pub(super) fn open(detail: &Detail, test: Option<TestId>, read: &OpeningRead) -> Sheet {
        let idea = detail.idea.id;
        let there = detail.tests.iter().find(|known| Some(known.id) == test);
        let parts = field_parts(test_blanks(there), &read.names);
        let title = Say::new("sheet-test").with("idea", Arg::Idea(idea.0));
        Sheet::new(title, Kind::Test(Test { idea, test: there.map(|there| there.id) }), parts)
    }

    pub(super) fn command(&self, sheet: &Sheet) -> Command {
        EditTest { idea: self.idea, test: self.test, fields: sheet.filled() }.into()
    }
}

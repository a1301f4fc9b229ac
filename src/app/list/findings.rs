//! What in the file is not as it was left, by what can be done about it. Enter mends all that can be
//! mended. The whole file is read for it, off the loop.

use crate::app::listing::{Cell, ColumnShape, Of, Row};
use crate::app::model::Model;
use crate::app::msg::Effect;
use crate::app::overlay::Turn;
use crate::domain::{Finding, Remedy, Say};

use super::ListRead;
use super::history::with_titles;

pub(super) const COLUMNS: &[ColumnShape] = &[ColumnShape::grows()];

/// Those that only a backup heals first.
const ORDER: [Remedy; 4] = [Remedy::Backup, Remedy::Restore, Remedy::Step, Remedy::Rework];

pub(super) fn rows(model: &Model, findings: &[Finding], read: &ListRead) -> Vec<Row> {
    let room = usize::from(model.size.columns / 3).max(16);
    let mut rows = Vec::new();
    for remedy in ORDER {
        let those: Vec<(usize, &Finding)> =
            findings.iter().enumerate().filter(|(_, it)| it.remedy() == remedy).collect();
        if those.is_empty() {
            continue;
        }
        if !rows.is_empty() {
            rows.push(Row::gap());
        }
        let count = i64::try_from(those.len()).unwrap_or(i64::MAX);
        rows.push(Row::heading(model.words.get(head(remedy)), model.words.number(count)));
        rows.extend(those.into_iter().map(|(at, finding)| {
            let say = finding.say();
            let told = model.words.say(&with_titles(&say, &read.titles, room));
            let whole = model.words.say(&with_titles(&say, &read.titles, 80));
            Row::new(Of::Finding(at), vec![Cell::new(told)])
                .noting(Cell::muted(model.words.get(remedy.word())))
                .noting(Cell::muted(whole))
        }));
    }
    rows
}

/// The name of the section of what is done about it so.
fn head(remedy: Remedy) -> &'static str {
    match remedy {
        Remedy::Backup => "findings-backup",
        Remedy::Restore => "findings-restore",
        Remedy::Step => "findings-step",
        Remedy::Rework => "findings-rework",
    }
}

/// Mends all that can be mended. A file that is not built as it should be is left alone.
pub(super) fn mend(model: &mut Model, findings: &[Finding]) -> Turn {
    if findings.iter().any(|finding| finding.remedy() == Remedy::Backup) {
        model.refuse(Say::new("refused-mend-broken"));
        return Turn::stay();
    }
    model.tell(Say::new("told-mending"));
    Turn::with(vec![Effect::Mend])
}

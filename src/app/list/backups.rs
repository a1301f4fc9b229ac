//! The backups that there are, the newest first. Enter shows what would go and come.

use crate::app::listing::{Cell, ColumnShape, Of, Row};
use crate::app::model::Model;
use crate::app::opening::Opening;
use crate::app::overlay::Turn;
use crate::domain::{Backup, Say, Soundness};
use crate::text::{dates, size};

pub(super) const COLUMNS: &[ColumnShape] = &[
    ColumnShape::fits(17).right(),
    ColumnShape::grows(),
    ColumnShape::fits(14).right(),
    ColumnShape::fits(9).right(),
];

pub(super) fn rows(model: &Model, backups: &[Backup]) -> Vec<Row> {
    let row = |backup: &Backup| {
        let taken = dates::taken(backup.taken, model.today, model.language());
        let why = backup.why.map(|why| model.words.say(&why.say())).unwrap_or_default();
        let state = match backup.soundness {
            Soundness::Good => Cell::default(),
            Soundness::Unknown => Cell::muted(model.words.get("backup-unknown")),
            Soundness::Damaged => Cell::warning(model.words.get("backup-damaged")),
        };
        let cells = vec![
            Cell::muted(taken),
            Cell::new(why),
            state,
            Cell::muted(size(backup.bytes, model.language())),
        ];
        let mut row = Row::new(Of::Backup(backup.name.clone()), cells)
            .noting(Cell::muted(backup.name.clone()));
        row.quiet = backup.soundness == Soundness::Damaged;
        row
    };
    backups.iter().map(row).collect()
}

pub(super) fn open(model: &mut Model, backups: &[Backup], name: &str) -> Turn {
    let Some(backup) = backups.iter().find(|backup| backup.name == name) else {
        return Turn::stay();
    };
    if backup.soundness == Soundness::Damaged {
        model.refuse(Say::new("failed-backup-damaged").with("name", name));
    } else {
        model.opening = Some(Opening::Restore(Box::new(backup.clone())));
    }
    Turn::stay()
}

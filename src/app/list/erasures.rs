//! The protocol of what went for good: when, what, by whom, why. Never what it said.

use crate::app::listing::{Cell, ColumnShape, Of, Row};
use crate::app::model::Model;
use crate::domain::{Erasure, ErasureKind};
use crate::text::dates;

pub(super) const COLUMNS: &[ColumnShape] = &[
    ColumnShape::fits(17),
    ColumnShape::fits(15),
    ColumnShape::grows(),
    ColumnShape::fits(20).from(64),
];

pub(super) fn rows(model: &Model, erasures: &[Erasure]) -> Vec<Row> {
    let row = |it: &Erasure| {
        let grounds = [it.reference.as_str(), it.ground.as_str()];
        let grounds: Vec<&str> = grounds.into_iter().filter(|text| !text.is_empty()).collect();
        let args = [
            ("ideas", it.ideas.into()),
            ("people", it.people.into()),
            ("texts", it.texts.into()),
            ("kept", it.kept.into()),
        ];
        let cells = vec![
            Cell::muted(dates::moment(it.at, &model.zone, model.today, model.language())),
            Cell::new(model.words.get(word(it.kind))),
            Cell::muted(grounds.join(", ")),
            Cell::muted(it.role.clone()),
        ];
        let counts = Cell::muted(model.words.with("erasure-counts", &args));
        Row::new(Of::Erasure(it.id), cells).noting(counts)
    };
    erasures.iter().map(row).collect()
}

fn word(kind: ErasureKind) -> &'static str {
    match kind {
        ErasureKind::Anonymised => "erasure-anonymised",
        ErasureKind::Erased => "erasure-erased",
        ErasureKind::Disposed => "erasure-disposed",
    }
}

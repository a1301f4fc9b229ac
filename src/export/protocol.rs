//! The protocol of a disposal, to be kept with the records: what, how many, from when, on what ground,
//! when and by whom. Never the content.

use jiff::tz::TimeZone;

use crate::domain::{Erasure, ErasureKind};
use crate::text::{Words, dates};

pub fn text(erasure: &Erasure, words: &Words, zone: &TimeZone) -> String {
    let day = dates::iso(dates::local_day(erasure.at, zone));
    let what = words.get(match erasure.kind {
        ErasureKind::Anonymised => "erasure-anonymised",
        ErasureKind::Erased => "erasure-erased",
        ErasureKind::Disposed => "erasure-disposed",
    });
    let record = words.get(if erasure.official { "record-official" } else { "record-working" });
    let period = match (erasure.first, erasure.last) {
        (Some(first), Some(last)) => format!("{} – {}", dates::iso(first), dates::iso(last)),
        _ => String::new(),
    };
    let lines = [
        ("protocol-date", day),
        ("protocol-what", what.into_owned()),
        ("protocol-record", record.into_owned()),
        ("protocol-ideas", erasure.ideas.to_string()),
        ("protocol-people", erasure.people.to_string()),
        ("protocol-texts", erasure.texts.to_string()),
        ("protocol-period", period),
        ("protocol-reference", erasure.reference.clone()),
        ("protocol-ground", erasure.ground.clone()),
        ("protocol-role", erasure.role.clone()),
    ];
    let mut text = format!("{}\n\n", words.get("protocol-title"));
    for (label, said) in lines {
        let said = if said.is_empty() { "–" } else { &said };
        text.push_str(&format!("{}: {said}\n", words.get(label)));
    }
    text
}

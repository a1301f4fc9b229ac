//! The files of messages, built into the program. One line a file, and the file in both folders.

use crate::domain::Language;

/// One file of messages in both languages.
pub struct File {
    pub name: &'static str,
    sv: &'static str,
    en: &'static str,
}

impl File {
    /// The messages as Fluent writes them.
    pub fn source(&self, language: Language) -> &'static str {
        match language {
            Language::Sv => self.sv,
            Language::En => self.en,
        }
    }
}

macro_rules! locales {
    ($($name:literal,)+) => {
        pub const LOCALES: &[File] = &[$(File {
            name: $name,
            sv: include_str!(concat!("../../assets/locales/sv/", $name)),
            en: include_str!(concat!("../../assets/locales/en/", $name)),
        }),+];
    };
}

locales! {
    "actions.ftl",
    "backup.ftl",
    "board.ftl",
    "cli.ftl",
    "decide.ftl",
    "edit.ftl",
    "find.ftl",
    "gate.ftl",
    "gatemeeting.ftl",
    "gather.ftl",
    "general.ftl",
    "integrity.ftl",
    "minutes.ftl",
    "panes.ftl",
    "privacy.ftl",
    "projector.ftl",
    "room.ftl",
    "saving.ftl",
    "settings.ftl",
    "shape.ftl",
    "live.ftl",
    "lists.ftl",
    "opening.ftl",
    "sheet.ftl",
    "votes.ftl",
    "workshop.ftl",
}

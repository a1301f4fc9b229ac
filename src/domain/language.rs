//! The two languages that the program speaks. Which of them is in use is somebody else's question.

use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    #[default]
    Sv,
    En,
}

impl Language {
    pub const ALL: [Language; 2] = [Language::Sv, Language::En];

    /// The language as a BCP 47 tag, which is also the name of its folder of messages.
    pub const fn tag(self) -> &'static str {
        match self {
            Language::Sv => "sv",
            Language::En => "en",
        }
    }

    /// Reads `sv`, `sv-SE`, `en_GB.UTF-8` and the like: what follows the language itself is ignored.
    pub fn from_tag(tag: &str) -> Option<Language> {
        let name = tag.split(['-', '_', '.', '@']).next()?;
        Language::ALL.into_iter().find(|language| name.eq_ignore_ascii_case(language.tag()))
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn a_locale_names_its_language_whatever_follows() {
        for (tag, language) in [
            ("sv", Some(Language::Sv)),
            ("sv-SE", Some(Language::Sv)),
            ("en_GB.UTF-8", Some(Language::En)),
            ("EN", Some(Language::En)),
            ("de_DE", None),
            ("svenska", None),
            ("", None),
        ] {
            assert_eq!(Language::from_tag(tag), language, "{tag}");
        }
    }
}

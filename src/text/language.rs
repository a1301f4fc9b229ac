//! Which of the two languages a computer is set to.

use crate::domain::Language;

impl Language {
    /// Swedish for a Swedish locale, English for any other: who reads Norwegian or German is not
    /// served by Swedish they did not choose.
    pub fn from_locale(locale: &str) -> Language {
        Language::from_tag(locale).unwrap_or(Language::En)
    }

    /// What the system is set to; the first language where it does not say.
    pub fn of_system() -> Language {
        match sys_locale::get_locale() {
            Some(locale) if says_something(&locale) => Language::from_locale(&locale),
            _ => Language::default(),
        }
    }
}

/// `C` and `POSIX` stand where nobody has chosen a language.
fn says_something(locale: &str) -> bool {
    let name = locale.split(['-', '_', '.', '@']).next().unwrap_or_default();
    !["", "C", "POSIX"].iter().any(|none| name.eq_ignore_ascii_case(none))
}

#[cfg(test)]
mod tests {
    use super::{Language, says_something};

    #[test]
    fn only_a_swedish_locale_gives_swedish() {
        for locale in ["sv", "sv-SE", "sv_FI.UTF-8", "SV"] {
            assert_eq!(Language::from_locale(locale), Language::Sv, "{locale}");
        }
        for locale in ["en-GB", "nb-NO", "da", "nn", "de", "svan"] {
            assert_eq!(Language::from_locale(locale), Language::En, "{locale}");
        }
    }

    #[test]
    fn a_locale_that_nobody_chose_says_nothing() {
        for locale in ["C", "C.UTF-8", "POSIX", ""] {
            assert!(!says_something(locale), "{locale}");
        }
        assert!(says_something("sv-SE"));
    }
}

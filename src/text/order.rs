//! The order in which names and titles stand: å ä ö last in Swedish, v before w, 2 before 10.
//! For lists in memory; the file's schema knows nothing of it.

use std::cmp::Ordering;
use std::sync::OnceLock;

use icu_collator::options::CollatorOptions;
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{CollatorBorrowed, CollatorPreferences};
use icu_locale_core::{Locale, locale};

use crate::domain::Language;

/// One language's order, made when it is first asked for.
#[derive(Clone, Copy, Debug)]
pub struct Order {
    collator: &'static CollatorBorrowed<'static>,
}

impl Order {
    pub fn of(language: Language) -> Order {
        static SV: OnceLock<CollatorBorrowed<'static>> = OnceLock::new();
        static EN: OnceLock<CollatorBorrowed<'static>> = OnceLock::new();
        let collator = match language {
            Language::Sv => SV.get_or_init(|| collator(locale!("sv"))),
            Language::En => EN.get_or_init(|| collator(locale!("en"))),
        };
        Order { collator }
    }

    /// Never equal unless the texts are the same, so that a sorted list has one order only.
    pub fn compare(self, a: &str, b: &str) -> Ordering {
        self.collator.compare(a, b).then_with(|| a.cmp(b))
    }
}

fn collator(locale: Locale) -> CollatorBorrowed<'static> {
    let mut preferences = CollatorPreferences::from(&locale);
    preferences.numeric_ordering = Some(CollationNumericOrdering::True);
    CollatorBorrowed::try_new(preferences, CollatorOptions::default())
        .expect("the orders of both languages are built in")
}

#[cfg(test)]
mod tests {
    use super::{Language, Order};

    fn sorted(language: Language, mut names: Vec<&str>) -> Vec<&str> {
        names.sort_by(|a, b| Order::of(language).compare(a, b));
        names
    }

    #[test]
    fn in_swedish_v_comes_before_w_and_the_three_letters_last() {
        let names = vec!["Öga", "Zebra", "Ärla", "Wera", "Åsa", "Vera"];
        assert_eq!(sorted(Language::Sv, names), ["Vera", "Wera", "Zebra", "Åsa", "Ärla", "Öga"]);
    }

    #[test]
    fn in_english_they_stand_with_a_and_o() {
        let names = vec!["Öga", "Zebra", "Ärla", "Åsa", "Oak"];
        assert_eq!(sorted(Language::En, names), ["Ärla", "Åsa", "Oak", "Öga", "Zebra"]);
    }

    #[test]
    fn numbers_stand_by_their_size_and_case_matters_last() {
        let names = vec!["Idé 10", "idé 2", "Idé 2", "Idé 1"];
        assert_eq!(sorted(Language::Sv, names), ["Idé 1", "idé 2", "Idé 2", "Idé 10"]);
    }
}

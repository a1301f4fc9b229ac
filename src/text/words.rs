//! The messages of one language, looked up by id. A message that is missing shows as its id in
//! braces, so that it is seen; nothing here stops the program.

use std::borrow::Cow;
use std::fmt::{self, Debug, Formatter};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use jiff::civil::Date;
use unic_langid::LanguageIdentifier;

use crate::domain::{Arg, Language, Lines, Say, clean, known};

use super::dates;
use super::locales::LOCALES;

pub struct Words {
    pub language: Language,
    /// Days of any other year are shown with their year. Until it is known, none is.
    pub today: Option<Date>,
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    /// Reads the messages of that language, and of no other.
    pub fn of(language: Language) -> Words {
        let tag: LanguageIdentifier = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language {
            Language::Sv => |value, _| number_of(value, Language::Sv),
            Language::En => |value, _| number_of(value, Language::En),
        }));
        // What can go wrong here - a message that cannot be read, an id used twice - `tests/words.rs`
        // finds; all other messages are still there.
        let _ = bundle.add_builtins();
        for file in LOCALES {
            let resource = FluentResource::try_new(file.source(language).to_owned());
            let _ = bundle.add_resource(resource.unwrap_or_else(|(readable, _)| readable));
        }
        Words { language, today: None, bundle }
    }

    /// A message without arguments.
    pub fn get(&self, id: &str) -> Cow<'_, str> {
        self.format(id, None)
    }

    /// A message with its arguments: `words.with("more-below", &[("n", 4.into())])`.
    pub fn with(&self, id: &str, args: &[(&str, Arg)]) -> String {
        let args = args.iter().map(|(name, arg)| (*name, self.value(arg))).collect();
        self.format(id, Some(&args)).into_owned()
    }

    pub fn say(&self, say: &Say) -> String {
        let args = say.args.iter().map(|(name, arg)| (name.as_ref(), self.value(arg))).collect();
        self.format(&say.id, Some(&args)).into_owned()
    }

    /// One argument on its own, as it stands inside a message.
    pub fn arg(&self, arg: &Arg) -> String {
        match self.value(arg) {
            FluentValue::String(text) => text.into_owned(),
            value => number_of(&value, self.language).unwrap_or_default(),
        }
    }

    /// A whole number as the language groups it: `12 500` or `12,500`.
    pub fn number(&self, n: i64) -> String {
        grouped(&n.to_string(), self.language)
    }

    fn format(&self, id: &str, args: Option<&FluentArgs<'_>>) -> Cow<'_, str> {
        match self.bundle.get_message(id).and_then(|message| message.value()) {
            Some(pattern) => self.bundle.format_pattern(pattern, args, &mut Vec::new()),
            None => Cow::Owned(missing(id)),
        }
    }

    fn value<'a>(&'a self, arg: &'a Arg) -> FluentValue<'a> {
        match arg {
            Arg::Text(text) => FluentValue::from(clean(text, Lines::One)),
            Arg::Number(n) => FluentValue::from(*n),
            Arg::Idea(n) => FluentValue::from(format!("#{n}")),
            Arg::Say(say) => FluentValue::from(self.say(say)),
            Arg::Day(day) => FluentValue::from(self.day(day)),
            Arg::Word(id) => FluentValue::from(self.get(id)),
            Arg::Known(key) => match known(key, self.language) {
                Some(name) => FluentValue::from(name),
                None => FluentValue::from(missing(key)),
            },
        }
    }

    fn day(&self, day: &str) -> String {
        match (day.parse(), self.today) {
            (Ok(day), Some(today)) => dates::day_short(day, today, self.language),
            (Ok(day), None) => dates::day_and_month(day, self.language),
            (Err(_), _) => clean(day, Lines::One).into_owned(),
        }
    }
}

impl Debug for Words {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Words { language, today, bundle: _ } = self;
        f.debug_struct("Words")
            .field("language", language)
            .field("today", today)
            .finish_non_exhaustive()
    }
}

fn missing(id: &str) -> String {
    format!("{{{id}}}")
}

/// Numbers as the language writes them. The choice between one and many is made on the number itself.
fn number_of(value: &FluentValue<'_>, language: Language) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let FluentNumber { options, .. } = number;
    let plain = number.as_string();
    Some(if options.use_grouping { grouped(&plain, language) } else { plain.into_owned() })
}

fn grouped(plain: &str, language: Language) -> String {
    let (thousands, decimal) = match language {
        Language::Sv => ('\u{a0}', ','),
        Language::En => (',', '.'),
    };
    let (whole, fraction) = match plain.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (plain, None),
    };
    let digits = whole.trim_start_matches('-').len();
    let mut written = String::with_capacity(plain.len() + digits / 2);
    let mut left = digits;
    for char in whole.chars() {
        if char.is_ascii_digit() {
            if left % 3 == 0 && left != digits {
                written.push(thousands);
            }
            left -= 1;
        }
        written.push(char);
    }
    if let Some(fraction) = fraction {
        written.push(decimal);
        written.push_str(fraction);
    }
    written
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{Words, grouped};
    use crate::domain::{Arg, Language, Say};

    #[test]
    fn a_message_is_said_in_the_language() {
        for (language, expected) in [
            (Language::Sv, "#15 flyttad från Inkommen till Behov"),
            (Language::En, "#15 moved from Inkommen to Need"),
        ] {
            let say = Say::new("step-move")
                .with("idea", Arg::Idea(15))
                .with("from", "Inkommen")
                .with("to", Arg::Known("stage:behov".into()));
            assert_eq!(Words::of(language).say(&say), expected);
        }
    }

    #[test]
    fn a_sentence_stands_inside_another() {
        let say = Say::new("step-undone").about(Say::new("step-capture-many").with("n", 17_usize));
        assert_eq!(Words::of(Language::Sv).say(&say), "Ångrat: 17 nya idéer");
    }

    #[test]
    fn a_name_that_the_program_brought_is_said_in_the_language() {
        let swedish = Words::of(Language::Sv);
        assert_eq!(swedish.arg(&Arg::Known("stage:behov".into())), "Behov");
        assert_eq!(swedish.arg(&Arg::Word("saving".into())), "sparar …");
    }

    #[test]
    fn what_is_missing_is_seen() {
        let swedish = Words::of(Language::Sv);
        assert_eq!(swedish.get("no-such-message"), "{no-such-message}");
        assert_eq!(swedish.with("no-such-message", &[("n", 1.into())]), "{no-such-message}");
        assert_eq!(swedish.get("more-below"), "+ {$n} till");
    }

    #[test]
    fn one_and_many_are_told_apart_on_the_number() {
        for (language, n, expected) in [
            (Language::Sv, 1, "1 ny idé"),
            (Language::Sv, 12_500, "12\u{a0}500 nya idéer"),
            (Language::En, 1, "1 new idea"),
            (Language::En, 12_500, "12,500 new ideas"),
        ] {
            let words = Words::of(language);
            assert_eq!(words.with("step-capture-many", &[("n", n.into())]), expected);
        }
    }

    #[test]
    fn numbers_are_grouped_by_thousands() {
        for (plain, sv, en) in [
            ("0", "0", "0"),
            ("999", "999", "999"),
            ("1000", "1\u{a0}000", "1,000"),
            ("-1234567", "-1\u{a0}234\u{a0}567", "-1,234,567"),
            ("-100", "-100", "-100"),
            ("1234.5", "1\u{a0}234,5", "1,234.5"),
        ] {
            assert_eq!(grouped(plain, Language::Sv), sv);
            assert_eq!(grouped(plain, Language::En), en);
        }
    }

    #[test]
    fn a_day_of_another_year_says_so_once_today_is_known() {
        let mut swedish = Words::of(Language::Sv);
        let day = |iso: &str| Arg::Day(iso.to_owned());
        assert_eq!(swedish.arg(&day("2025-11-27")), "27 nov");
        swedish.today = Some(date(2026, 11, 23));
        assert_eq!(swedish.arg(&day("2025-11-27")), "27 nov 2025");
        assert_eq!(swedish.arg(&day("2026-11-27")), "27 nov");
        assert_eq!(swedish.arg(&day("snart")), "snart");
    }

    #[test]
    fn words_can_be_read_from_any_thread() {
        fn shared<T: Send + Sync>(_: &T) {}
        shared(&Words::of(Language::En));
    }
}

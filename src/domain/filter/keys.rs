//! The keys of the filter language: one table, which reading, problems and the help list all use.
//! A new key is an entry here and, unless it chooses among words, a condition.

use super::super::kinds::{Outcome, Sensitivity, Status};
use super::super::language::Language;
use super::{Asked, Compare, Condition, Part, Pick, SortBy, StagePick, State, Wanted};

/// A word in both languages. Either may be typed, whichever language the screen has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    pub sv: &'static str,
    pub en: &'static str,
}

impl Word {
    pub const fn in_language(self, language: Language) -> &'static str {
        match language {
            Language::Sv => self.sv,
            Language::En => self.en,
        }
    }

    fn is(self, folded: &str) -> bool {
        fold(self.sv) == folded || fold(self.en) == folded
    }

    fn begins_with(self, folded: &str) -> bool {
        fold(self.sv).starts_with(folded) || fold(self.en).starts_with(folded)
    }
}

#[derive(Debug)]
pub struct Key {
    pub name: Word,
    /// Other words for the same, in either language.
    pub also: &'static [&'static str],
    pub takes: Takes,
    /// A whole condition for the help list.
    pub example: Word,
}

/// Two keys are the same if they are called the same: names are unique in the table.
impl PartialEq for Key {
    fn eq(&self, other: &Key) -> bool {
        self.name == other.name
    }
}

/// What may stand after a key.
#[derive(Debug)]
pub enum Takes {
    OneOf(&'static [Choice]),
    /// A name, or a word for none or any.
    Name(fn(Pick) -> Condition),
    /// A count of days, weeks or months.
    Days {
        means: fn(Compare, i64) -> Condition,
        /// What a colon compares with.
        colon: Compare,
    },
    Stage,
    Order(&'static [OrderChoice]),
}

#[derive(Debug)]
pub struct Choice {
    pub name: Word,
    pub means: Condition,
}

#[derive(Debug)]
pub struct OrderChoice {
    pub name: Word,
    pub by: SortBy,
}

const fn word(sv: &'static str, en: &'static str) -> Word {
    Word { sv, en }
}

const fn choice(sv: &'static str, en: &'static str, means: Condition) -> Choice {
    Choice { name: word(sv, en), means }
}

const fn order(sv: &'static str, en: &'static str, by: SortBy) -> OrderChoice {
    OrderChoice { name: word(sv, en), by }
}

/// In the order of the help list: what is asked for most comes first.
pub const KEYS: &[Key] = &[
    Key {
        name: word("steg", "stage"),
        also: &[],
        takes: Takes::Stage,
        example: word("steg:1-3", "stage:1-3"),
    },
    Key {
        name: word("tagg", "tag"),
        also: &["taggar", "tags"],
        takes: Takes::Name(Condition::Tag),
        example: word("#bygg", "#school"),
    },
    Key {
        name: word("ägare", "owner"),
        also: &["idéägare"],
        takes: Takes::Name(Condition::Owner),
        example: word("ägare:ann", "owner:ann"),
    },
    Key {
        name: word("av", "by"),
        also: &["idégivare", "givare", "giver"],
        takes: Takes::Name(Condition::Giver),
        example: word("av:elin", "by:elin"),
    },
    Key {
        name: word("enhet", "unit"),
        also: &["förvaltning", "department"],
        takes: Takes::Name(Condition::Unit),
        example: word("enhet:soc", "unit:soc"),
    },
    Key {
        name: word("ålder", "age"),
        also: &[],
        takes: Takes::Days { means: Condition::Age, colon: Compare::Equal },
        example: word("ålder>14", "age>14"),
    },
    Key {
        name: word("utan", "without"),
        also: &["saknar", "no"],
        takes: Takes::OneOf(&[
            choice("ägare", "owner", Condition::Without(Part::Owner)),
            choice("mottagare", "receiver", Condition::Without(Part::Receiver)),
            choice("enhet", "unit", Condition::Without(Part::Unit)),
            choice("behov", "need", Condition::Without(Part::Need)),
            choice("nästa-steg", "next-step", Condition::Without(Part::NextStep)),
            choice("kommentar", "comments", Condition::Without(Part::Comments)),
            choice("svar", "answer", Condition::Without(Part::Answer)),
            choice("profil", "profile", Condition::Without(Part::Profile)),
            choice("idégivare", "giver", Condition::Without(Part::Giver)),
            choice("tagg", "tag", Condition::Without(Part::Tags)),
        ]),
        example: word("utan:ägare", "without:owner"),
    },
    Key {
        name: word("är", "is"),
        also: &[],
        takes: Takes::OneOf(&[
            choice("försenad", "overdue", Condition::Is(State::Overdue)),
            choice("stillastående", "stale", Condition::Is(State::Stale)),
            choice("obesvarad", "unanswered", Condition::Is(State::Unanswered)),
        ]),
        example: word("är:försenad", "is:overdue"),
    },
    Key {
        name: word("förfaller", "due"),
        also: &[],
        takes: Takes::Days { means: Condition::Due, colon: Compare::AtMost },
        example: word("förfaller<7d", "due<7d"),
    },
    Key {
        name: word("kommenterad", "commented"),
        also: &[],
        takes: Takes::Days { means: Condition::Commented, colon: Compare::AtMost },
        example: word("kommenterad:7d", "commented:7d"),
    },
    Key {
        name: word("läge", "status"),
        also: &[],
        takes: Takes::OneOf(&[
            choice("aktiv", "active", Condition::Status(Status::Active)),
            choice("vilande", "paused", Condition::Status(Status::Paused)),
            choice("avslutad", "closed", Condition::Status(Status::Closed)),
        ]),
        example: word("läge:vilande", "status:paused"),
    },
    Key {
        name: word("utfall", "outcome"),
        also: &[],
        takes: Takes::OneOf(&[
            choice("genomförd", "implemented", Condition::Outcome(Outcome::Implemented)),
            choice(
                "går-inte-vidare",
                "not-taken-forward",
                Condition::Outcome(Outcome::NotTakenForward),
            ),
            choice("sammanslagen", "merged", Condition::Outcome(Outcome::Merged)),
            choice("hänvisad", "referred", Condition::Outcome(Outcome::Referred)),
            choice("återkallad", "withdrawn", Condition::Outcome(Outcome::Withdrawn)),
        ]),
        example: word("utfall:genomförd", "outcome:implemented"),
    },
    Key {
        name: word("utmaning", "challenge"),
        also: &[],
        takes: Takes::Name(Condition::Challenge),
        example: word("utmaning:klimat", "challenge:climate"),
    },
    Key {
        name: word("känslighet", "sensitivity"),
        also: &[],
        takes: Takes::OneOf(&[
            choice("öppen", "open", Condition::Sensitivity(Sensitivity::Open)),
            choice("intern", "internal", Condition::Sensitivity(Sensitivity::Internal)),
            choice("skyddad", "protected", Condition::Sensitivity(Sensitivity::Protected)),
        ]),
        example: word("känslighet:öppen", "sensitivity:open"),
    },
    Key {
        name: word("ordning", "sort"),
        also: &["sortera", "order"],
        takes: Takes::Order(&[
            order("ålder", "age", SortBy::Age),
            order("förfaller", "due", SortBy::Due),
            order("rubrik", "title", SortBy::Title),
            order("nummer", "number", SortBy::Number),
            order("skapad", "created", SortBy::Created),
            order("ändrad", "changed", SortBy::Changed),
            order("steg", "stage", SortBy::Stage),
            order("ägare", "owner", SortBy::Owner),
        ]),
        example: word("ordning:ålder", "sort:age"),
    },
];

impl Key {
    pub(super) fn find(name: &str) -> Option<&'static Key> {
        let name = fold(name);
        KEYS.iter().find(|key| key.name.is(&name) || key.also.iter().any(|also| fold(also) == name))
    }

    /// The words that may stand after it, or an example where anything of a kind may.
    pub fn allowed(&self, language: Language) -> Vec<&'static str> {
        match self.takes {
            Takes::OneOf(choices) => {
                choices.iter().map(|choice| choice.name.in_language(language)).collect()
            }
            Takes::Order(choices) => {
                choices.iter().map(|choice| choice.name.in_language(language)).collect()
            }
            Takes::Name(_) | Takes::Days { .. } | Takes::Stage => {
                vec![self.example.in_language(language)]
            }
        }
    }

    pub(super) fn read(&self, asked: &Asked) -> Option<Wanted> {
        if asked.value.is_empty() {
            return None;
        }
        let is_plain = matches!(asked.compare, None | Some(Compare::Equal));
        let condition = match self.takes {
            Takes::OneOf(choices) if is_plain => {
                one_of(choices, |choice| choice.name, asked.value)?.means.clone()
            }
            Takes::Name(means) if is_plain => means(pick(asked.value)),
            Takes::Order(choices) if is_plain => {
                return Some(Wanted::Order(one_of(choices, |choice| choice.name, asked.value)?.by));
            }
            Takes::OneOf(_) | Takes::Name(_) | Takes::Order(_) => return None,
            Takes::Days { means, colon } => {
                means(asked.compare.unwrap_or(colon), days(asked.value)?)
            }
            Takes::Stage => Condition::Stage(stages(asked)?),
        };
        Some(Wanted::Condition(condition))
    }
}

/// The choice of that name, or the only one that begins so.
fn one_of<'a, C>(choices: &'a [C], name: impl Fn(&C) -> Word, typed: &str) -> Option<&'a C> {
    let typed = fold(typed);
    let whole = choices.iter().find(|choice| name(choice).is(&typed));
    whole.or_else(|| {
        let mut begun = choices.iter().filter(|choice| name(choice).begins_with(&typed));
        let only = begun.next()?;
        begun.next().is_none().then_some(only)
    })
}

fn pick(typed: &str) -> Pick {
    match fold(typed).as_str() {
        "ingen" | "inget" | "inga" | "none" | "nobody" => Pick::Nobody,
        "nagon" | "nagot" | "nagra" | "any" | "anybody" | "some" => Pick::Anybody,
        _ => Pick::Named(typed.strip_prefix('#').unwrap_or(typed).to_owned()),
    }
}

/// `14`, `14d`, `2v`, `2w`, `3m`, `1y`. A month is 30 days here, a year 365.
fn days(typed: &str) -> Option<i64> {
    let unit = typed.trim_start_matches(|c: char| c.is_ascii_digit());
    let count: i64 = typed.strip_suffix(unit)?.parse().ok()?;
    let each = match fold(unit).as_str() {
        "" | "d" | "dag" | "dagar" | "day" | "days" => 1,
        "v" | "vecka" | "veckor" | "w" | "week" | "weeks" => 7,
        "m" | "man" | "manad" | "manader" | "month" | "months" => 30,
        "a" | "ar" | "y" | "year" | "years" => 365,
        _ => return None,
    };
    count.checked_mul(each)
}

/// `2`, `1-3`, `>2`, or a name. Places are counted from 1.
fn stages(asked: &Asked) -> Option<StagePick> {
    let place = |text: &str| text.parse::<u8>().ok().filter(|place| *place > 0);
    let begins_with_a_digit = asked.value.starts_with(|c: char| c.is_ascii_digit());
    let compare = match asked.compare {
        None if !begins_with_a_digit => return Some(StagePick::Named(asked.value.to_owned())),
        None => Compare::Equal,
        Some(compare) => compare,
    };
    if let Some((from, to)) = asked.value.split_once(['-', '–']) {
        let from = place(from)?;
        // `1-` is on its way to `1-3`, and means from 1 on till then.
        let to = if to.is_empty() { u8::MAX } else { place(to)? };
        let is_plain = compare == Compare::Equal;
        return is_plain.then(|| StagePick::Places { from: from.min(to), to: from.max(to) });
    }
    let place = place(asked.value)?;
    let (from, to) = match compare {
        Compare::Less => (1, place - 1),
        Compare::AtMost => (1, place),
        Compare::Equal => (place, place),
        Compare::AtLeast => (place, u8::MAX),
        Compare::More => (place.checked_add(1)?, u8::MAX),
    };
    Some(StagePick::Places { from, to })
}

/// Keys and their values can be typed without rings and dots, and with or without hyphens.
fn fold(word: &str) -> String {
    let letters =
        word.chars().flat_map(char::to_lowercase).filter(|c| !matches!(c, '-' | '_' | ' '));
    letters
        .map(|c| match c {
            'å' | 'ä' => 'a',
            'ö' => 'o',
            'é' => 'e',
            c => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::super::Filter;
    use super::*;

    #[test]
    fn no_key_hides_another() {
        let mut seen = HashSet::new();
        for key in KEYS {
            let names = [key.name.sv, key.name.en].into_iter().chain(key.also.iter().copied());
            for name in names.map(fold).collect::<HashSet<_>>() {
                assert!(seen.insert(name.clone()), "{name}");
            }
        }
    }

    #[test]
    fn every_example_is_read_and_both_say_the_same_kind_of_thing() {
        for key in KEYS {
            for example in [key.example.sv, key.example.en] {
                let filter = Filter::parse(example);
                assert_eq!(filter.problems, [], "{example}");
                assert!(!filter.is_empty(), "{example}");
                assert_eq!(filter.words().count(), 0, "{example}");
            }
        }
    }

    #[test]
    fn every_allowed_word_is_read_in_both_languages_to_the_same() {
        for key in KEYS.iter().filter(|key| matches!(key.takes, Takes::OneOf(_) | Takes::Order(_)))
        {
            for (sv, en) in key.allowed(Language::Sv).into_iter().zip(key.allowed(Language::En)) {
                let swedish = Filter::parse(&format!("{}:{sv}", key.name.sv));
                let english = Filter::parse(&format!("{}:{en}", key.name.en));
                assert_eq!(swedish, english);
                assert!(!swedish.is_empty(), "{sv}");
            }
        }
    }
}

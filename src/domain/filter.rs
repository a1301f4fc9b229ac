//! The search and filter language: what a line like `bygg steg:1-3 ägare:ingen ålder>14` asks for, in
//! Swedish and English alike. It is only read here; finding ideas is the affair of whoever has them.
//!
//! A line is read at each letter, so nothing half typed may hide everything: an unknown key is text,
//! and a known key with a value that does not fit is left out and told as a problem.

mod keys;

use std::ops::Range;

pub use keys::{Choice, KEYS, Key, OrderChoice, Takes, Word};

use super::kinds::{Outcome, Sensitivity, Status};

/// All terms must hold. The order of terms is the order typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    pub terms: Vec<Term>,
    pub sort: Option<Sort>,
    pub problems: Vec<Problem>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// `-word`: the condition must not hold.
    pub negated: bool,
    pub condition: Condition,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// A word or a whole phrase, as typed, found anywhere in the idea's texts and comments.
    Text(String),
    /// `#12`: the idea's number and nothing else.
    Number(i64),
    /// `12` alone: the number, or the figures in a text.
    NumberOrText(i64, String),
    Stage(StagePick),
    Tag(Pick),
    Owner(Pick),
    Giver(Pick),
    Unit(Pick),
    Challenge(Pick),
    /// Days in the stage.
    Age(Compare, i64),
    /// Days from today to the next due day; what is overdue has less than none.
    Due(Compare, i64),
    /// Days since the latest comment.
    Commented(Compare, i64),
    Without(Part),
    Status(Status),
    Outcome(Outcome),
    Sensitivity(Sensitivity),
    Is(State),
}

/// A stage by its place on the board, counted from 1, both ends included; or by (the start of) its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StagePick {
    Places { from: u8, to: u8 },
    Named(String),
}

/// A person, tag, unit or challenge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pick {
    Nobody,
    Anybody,
    /// (The start of) a word in the name, as typed.
    Named(String),
}

/// What an idea can lack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Owner,
    Receiver,
    Unit,
    Need,
    NextStep,
    Comments,
    Answer,
    Profile,
    Giver,
    Tags,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// The next due day is past.
    Overdue,
    /// Longer in the stage than the stage's own limit.
    Stale,
    /// The idea giver waits for an answer.
    Unanswered,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compare {
    Less,
    AtMost,
    Equal,
    AtLeast,
    More,
}

impl Compare {
    /// As typed, and as SQL writes it.
    pub const fn sign(self) -> &'static str {
        match self {
            Compare::Less => "<",
            Compare::AtMost => "<=",
            Compare::Equal => "=",
            Compare::AtLeast => ">=",
            Compare::More => ">",
        }
    }

    pub fn holds(self, value: i64, limit: i64) -> bool {
        match self {
            Compare::Less => value < limit,
            Compare::AtMost => value <= limit,
            Compare::Equal => value == limit,
            Compare::AtLeast => value >= limit,
            Compare::More => value > limit,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    pub by: SortBy,
    /// `-ordning:ålder`: the other end first.
    pub reversed: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SortBy {
    Age,
    Due,
    Title,
    Number,
    Created,
    Changed,
    Stage,
    Owner,
}

/// A condition that was left out because its value does not fit its key.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// As typed, with its key.
    pub word: String,
    pub key: &'static Key,
    /// Nothing stands after the key yet: worth a hint, not a complaint.
    pub unfinished: bool,
}

impl Condition {
    /// The text that is looked for, and the idea's number that it could be as well; none where the
    /// condition is not about texts.
    pub fn text(&self) -> Option<(&str, Option<i64>)> {
        match self {
            Condition::Text(text) => Some((text, None)),
            Condition::NumberOrText(number, text) => Some((text, Some(*number))),
            Condition::Number(_)
            | Condition::Stage(_)
            | Condition::Tag(_)
            | Condition::Owner(_)
            | Condition::Giver(_)
            | Condition::Unit(_)
            | Condition::Challenge(_)
            | Condition::Age(..)
            | Condition::Due(..)
            | Condition::Commented(..)
            | Condition::Without(_)
            | Condition::Status(_)
            | Condition::Outcome(_)
            | Condition::Sensitivity(_)
            | Condition::Is(_) => None,
        }
    }
}

impl Filter {
    pub fn parse(line: &str) -> Filter {
        let mut filter = Filter::default();
        for word in words(line) {
            filter.take(word);
        }
        filter
    }

    /// The stretches of a line that are conditions rather than words, and whether each is read.
    pub fn conditions(line: &str) -> Vec<(Range<usize>, bool)> {
        let mut found = Vec::new();
        let mut from = 0;
        for word in words(line) {
            let at = line.get(from..).and_then(|rest| rest.find(word)).unwrap_or(0) + from;
            from = at + word.len();
            let filter = Filter::parse(word);
            let is_text = filter.words().next().is_some()
                || filter.terms.iter().any(|term| matches!(term.condition, Condition::Text(_)));
            let asks = !filter.is_empty() || !filter.problems.is_empty();
            if asks && !is_text {
                found.push((at..from, filter.problems.is_empty()));
            }
        }
        found
    }

    /// Nothing is narrowed and nothing is put in order.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty() && self.sort.is_none()
    }

    /// What to light up in the texts that were found.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        let plain = self.terms.iter().filter(|term| !term.negated);
        plain.filter_map(|term| term.condition.text()).map(|(text, _)| text)
    }

    fn take(&mut self, typed: &str) {
        let (negated, word) = match typed.strip_prefix('-') {
            Some(word) => (true, word),
            None => (false, typed),
        };
        let Some((key, asked)) = keyed(word) else {
            self.terms.extend(plain(word).map(|condition| Term { negated, condition }));
            return;
        };
        match key.read(&asked) {
            Some(Wanted::Condition(condition)) => self.terms.push(Term { negated, condition }),
            Some(Wanted::Order(by)) => self.sort = Some(Sort { by, reversed: negated }),
            None => self.problems.push(Problem {
                word: typed.to_owned(),
                key,
                unfinished: asked.value.is_empty(),
            }),
        }
    }
}

/// What stands after a key: a sign and a value out of its quotes.
struct Asked<'a> {
    /// `None` for a colon: each key says what that means.
    compare: Option<Compare>,
    value: &'a str,
}

enum Wanted {
    Condition(Condition),
    Order(SortBy),
}

const SIGNS: [char; 4] = [':', '<', '>', '='];

/// In this order, so that `<=` is not read as `<`.
const COMPARES: &[(&str, Option<Compare>)] = &[
    (":", None),
    ("<=", Some(Compare::AtMost)),
    (">=", Some(Compare::AtLeast)),
    ("<", Some(Compare::Less)),
    (">", Some(Compare::More)),
    ("=", Some(Compare::Equal)),
];

fn keyed(word: &str) -> Option<(&'static Key, Asked<'_>)> {
    let (name, rest) = word.split_at_checked(word.find(SIGNS)?)?;
    let key = Key::find(name)?;
    let (sign, compare) = COMPARES.iter().find(|(sign, _)| rest.starts_with(sign))?;
    Some((key, Asked { compare: *compare, value: unquoted(rest.strip_prefix(sign)?) }))
}

/// A phrase, a tag, a number or a word. A sign that still lacks its word asks for nothing.
fn plain(word: &str) -> Option<Condition> {
    let number = |text: &str| {
        let is_number = !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
        text.parse::<i64>().ok().filter(|_| is_number)
    };
    if let Some(name) = word.strip_prefix('#') {
        if let Some(number) = number(name) {
            return Some(Condition::Number(number));
        }
        if name.is_empty() {
            return None;
        }
        if name.starts_with(char::is_alphabetic) {
            return Some(Condition::Tag(Pick::Named(name.to_owned())));
        }
    }
    if let Some(number) = number(word) {
        return Some(Condition::NumberOrText(number, word.to_owned()));
    }
    let text = unquoted(word);
    (!text.is_empty()).then(|| Condition::Text(text.to_owned()))
}

/// An opening quotation mark and what closes it. Swedish often opens with the closing one.
const QUOTES: &[(char, char)] = &[('"', '"'), ('«', '»'), ('»', '»'), ('“', '”'), ('”', '”')];

fn closing(opening: char) -> Option<char> {
    QUOTES.iter().find(|(opens, _)| *opens == opening).map(|(_, closes)| *closes)
}

fn unquoted(text: &str) -> &str {
    let Some(closes) = text.chars().next().and_then(closing) else { return text };
    let inner = text.trim_start_matches(|c| closing(c).is_some());
    inner.strip_suffix(closes).unwrap_or(inner).trim()
}

/// The line in words. Quotes hold words together where a word or a value begins; one that is not
/// closed yet holds to the end.
fn words(line: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = None;
    let mut before = ' ';
    let mut quote = None;
    for (at, c) in line.char_indices() {
        let opens = start.is_none() || SIGNS.contains(&before) || before == '-';
        match quote {
            Some(closes) if c == closes => quote = None,
            Some(_) => {}
            None if c.is_whitespace() => {
                words.extend(start.take().and_then(|from| line.get(from..at)))
            }
            None => {
                start.get_or_insert(at);
                quote = closing(c).filter(|_| opens);
            }
        }
        before = c;
    }
    words.extend(start.and_then(|from| line.get(from..)));
    words
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn conditions(line: &str) -> Vec<Condition> {
        let filter = Filter::parse(line);
        assert_eq!(filter.problems, [], "{line}");
        filter.terms.into_iter().map(|term| term.condition).collect()
    }

    fn text(text: &str) -> Condition {
        Condition::Text(text.to_owned())
    }

    fn named(name: &str) -> Pick {
        Pick::Named(name.to_owned())
    }

    /// Both lines ask for the same one thing.
    fn both(sv: &str, en: &str, condition: Condition) {
        assert_eq!(conditions(sv), std::slice::from_ref(&condition), "{sv}");
        assert_eq!(conditions(en), [condition], "{en}");
    }

    #[test]
    fn words_and_phrases_are_text() {
        assert_eq!(
            conditions("kö «hel fras» \"a phrase\" ”så här” 5\" skärm"),
            [
                text("kö"),
                text("hel fras"),
                text("a phrase"),
                text("så här"),
                text("5\""),
                text("skärm")
            ]
        );
    }

    #[test]
    fn a_dash_before_anything_turns_it_around() {
        let filter = Filter::parse("-kö -«hel fras» -#bygg -steg:2 e-tjänst");
        let negated: Vec<bool> = filter.terms.iter().map(|term| term.negated).collect();
        assert_eq!(negated, [true, true, true, true, false]);
        assert_eq!(filter.terms.last().unwrap().condition, text("e-tjänst"));
        assert_eq!(filter.words().collect::<Vec<_>>(), ["e-tjänst"]);
    }

    #[test]
    fn a_number_is_an_idea_and_alone_it_may_be_text_too() {
        assert_eq!(conditions("#12"), [Condition::Number(12)]);
        assert_eq!(conditions("12"), [Condition::NumberOrText(12, "12".into())]);
        assert_eq!(conditions("12b #12b"), [text("12b"), text("#12b")]);
    }

    #[test]
    fn a_stage_is_a_place_some_places_or_a_name() {
        let places = |from, to| Condition::Stage(StagePick::Places { from, to });
        both("steg:2", "stage:2", places(2, 2));
        both("steg:1-3", "stage:3-1", places(1, 3));
        both("steg>2", "stage>=3", places(3, u8::MAX));
        both("steg<3", "stage<=2", places(1, 2));
        both("steg:behov", "stage:behov", Condition::Stage(StagePick::Named("behov".into())));
    }

    #[test]
    fn people_tags_and_lists_are_named_missing_or_there() {
        both("ägare:ann", "owner:ann", Condition::Owner(named("ann")));
        both("ägare:\"Ann Ek\"", "owner:«Ann Ek»", Condition::Owner(named("Ann Ek")));
        both("ägare:ingen", "owner:none", Condition::Owner(Pick::Nobody));
        both("ägare:någon", "owner:any", Condition::Owner(Pick::Anybody));
        both("av:elin", "by:elin", Condition::Giver(named("elin")));
        both("enhet:soc", "unit:soc", Condition::Unit(named("soc")));
        both("utmaning:klimat", "challenge:klimat", Condition::Challenge(named("klimat")));
        both("tagg:bygg", "tag:bygg", Condition::Tag(named("bygg")));
        both("tagg:#bygg", "#bygg", Condition::Tag(named("bygg")));
    }

    #[test]
    fn days_can_be_compared_and_counted_in_weeks() {
        both("ålder>14", "age>14d", Condition::Age(Compare::More, 14));
        both("ålder>=2v", "age>=2w", Condition::Age(Compare::AtLeast, 14));
        both("ålder=3", "age:3", Condition::Age(Compare::Equal, 3));
        both("förfaller<7d", "due<7d", Condition::Due(Compare::Less, 7));
        both("förfaller:7d", "due<=7", Condition::Due(Compare::AtMost, 7));
        both("kommenterad:7d", "commented:7d", Condition::Commented(Compare::AtMost, 7));
    }

    #[test]
    fn choices_are_read_in_both_languages() {
        both("utan:ägare", "without:owner", Condition::Without(Part::Owner));
        both("utan:nästa-steg", "without:next-step", Condition::Without(Part::NextStep));
        both("läge:vilande", "status:paused", Condition::Status(Status::Paused));
        both("är:försenad", "is:overdue", Condition::Is(State::Overdue));
        both("är:stillastående", "is:stale", Condition::Is(State::Stale));
        both("är:obesvarad", "is:unanswered", Condition::Is(State::Unanswered));
        both(
            "utfall:\"går inte vidare\"",
            "outcome:not-taken-forward",
            Condition::Outcome(Outcome::NotTakenForward),
        );
        both(
            "känslighet:skyddad",
            "sensitivity:protected",
            Condition::Sensitivity(Sensitivity::Protected),
        );
    }

    #[test]
    fn a_keyboard_without_rings_and_a_half_typed_choice_will_do() {
        both("agare:ingen", "Owner:None", Condition::Owner(Pick::Nobody));
        both("lage:vil", "status:pau", Condition::Status(Status::Paused));
        both("utan:agare", "without:own", Condition::Without(Part::Owner));
    }

    #[test]
    fn the_order_is_asked_for_in_the_same_line() {
        let filter = Filter::parse("kö ordning:ålder");
        assert_eq!(filter.sort, Some(Sort { by: SortBy::Age, reversed: false }));
        assert_eq!(filter.terms.len(), 1);
        assert_eq!(
            Filter::parse("-sort:title").sort,
            Some(Sort { by: SortBy::Title, reversed: true })
        );
        assert!(!Filter::parse("sort:age").is_empty());
    }

    #[test]
    fn what_is_a_condition_is_told_from_words_by_its_place_in_the_line() {
        let line = "bygg steg:2 -#kö utan:ägg kö";
        let told: Vec<(&str, bool)> = Filter::conditions(line)
            .into_iter()
            .map(|(at, is_read)| (line.get(at).unwrap(), is_read))
            .collect();
        assert_eq!(told, [("steg:2", true), ("-#kö", true), ("utan:ägg", false)]);
    }

    #[test]
    fn an_unknown_key_is_text() {
        assert_eq!(
            conditions("foo:bar https://exempel.se 10:30 a<b"),
            [text("foo:bar"), text("https://exempel.se"), text("10:30"), text("a<b")]
        );
    }

    #[test]
    fn half_a_condition_narrows_nothing() {
        for line in [
            "",
            " ",
            "-",
            "#",
            "\"",
            "«",
            "-#",
            "steg:",
            "ålder>",
            "age>=",
            "ägare:\"",
            "läge:",
            "sort:",
        ] {
            let filter = Filter::parse(line);
            assert!(filter.is_empty(), "{line}");
            assert!(filter.problems.iter().all(|problem| problem.unfinished), "{line}");
        }
    }

    #[test]
    fn a_value_that_does_not_fit_is_told_and_left_out() {
        let filter =
            Filter::parse("kö ålder>snart läge:kanske steg:0 är>2 ägare<3 ordning:bokstav");
        assert_eq!(filter.terms.len(), 1);
        let words: Vec<&str> =
            filter.problems.iter().map(|problem| problem.word.as_str()).collect();
        assert_eq!(
            words,
            ["ålder>snart", "läge:kanske", "steg:0", "är>2", "ägare<3", "ordning:bokstav"]
        );
        assert!(filter.problems.iter().all(|problem| !problem.unfinished));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn whatever_is_typed_is_read(line in "(steg|age|är|ägare|[:<>=\"«»#-]|[0-9a-zåäö]{1,4}|[ ]|\\PC){0,16}") {
            let filter = Filter::parse(&line);
            prop_assert!(filter.words().all(|word| !word.is_empty()));
        }
    }
}

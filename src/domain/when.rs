//! Days as people type them, in Swedish and English, and days counted as people work them.
//! Today is handed in; nothing here knows what day it is.

use jiff::Span;
use jiff::civil::{Date, ISOWeekDate, Weekday};

/// Why a text is not a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotADay {
    /// It does not look like a day in any form we know, or is not typed to its end.
    Unread,
    /// It is written as a day, but the calendar has no such day: 30/2, v. 54.
    DoesNotExist,
}

type Read = Result<Date, NotADay>;

/// `None` means *not my form, ask the next*.
type Form = fn(&[Piece], Date) -> Option<Read>;

/// In the order they are tried.
const FORMS: &[Form] = &[relative, offset, week, with_weekday, numeric, with_month];

/// The day that a text means. One without a year is the next such day: today counts, except that a
/// weekday is always ahead of us.
pub fn read_day(text: &str, today: Date) -> Read {
    let pieces = pieces(text).ok_or(NotADay::Unread)?;
    let opening = pieces.iter().take_while(|piece| piece.is(OPENINGS)).count();
    let (_, said) = pieces.split_at(opening);
    // There was no year 0, though the library counts with one.
    read(said, today).and_then(|day| match day.year() {
        1.. => Ok(day),
        _ => Err(NotADay::DoesNotExist),
    })
}

fn read(pieces: &[Piece], today: Date) -> Read {
    FORMS.iter().find_map(|form| form(pieces, today)).unwrap_or(Err(NotADay::Unread))
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    /// Kept with its count of digits, which tells a year from a day.
    Number {
        value: i32,
        digits: usize,
    },
    Word(String),
    Plus,
}

impl Piece {
    fn is(&self, words: &[&str]) -> bool {
        matches!(self, Piece::Word(word) if words.contains(&word.as_str()))
    }

    fn word(&self) -> Option<&str> {
        match self {
            Piece::Word(word) => Some(word),
            Piece::Number { .. } | Piece::Plus => None,
        }
    }
}

const OPENINGS: &[&str] = &["på", "pa", "den", "till", "senast", "nu", "on", "the", "by"];
const ORDINALS: &[&str] = &["e", "a", "st", "nd", "rd", "th"];
const NEXT: &[&str] = &["nästa", "nasta", "next"];
const WEEK: &[&str] = &["v", "vecka", "veckan", "w", "wk", "week"];

/// Numbers and words; what stands between them only parts them. `27nov`, `v49` and `+3d` fall apart
/// where digits meet letters. `None` for signs that no day has.
fn pieces(text: &str) -> Option<Vec<Piece>> {
    let text = text.to_lowercase();
    let mut pieces: Vec<Piece> = Vec::new();
    let mut chars = text.chars().peekable();
    while let Some(&c) = chars.peek() {
        if c.is_ascii_digit() {
            let (mut value, mut digits) = (0i32, 0);
            while let Some(digit) = chars.peek().and_then(|c| c.to_digit(10)) {
                value = value.checked_mul(10)?.checked_add(i32::try_from(digit).ok()?)?;
                digits += 1;
                chars.next();
            }
            pieces.push(Piece::Number { value, digits });
        } else if c.is_alphabetic() {
            let mut word = String::new();
            while let Some(&c) = chars.peek().filter(|c| c.is_alphabetic()) {
                word.push(c);
                chars.next();
            }
            let word = Piece::Word(word);
            let is_ordinal =
                matches!(pieces.last(), Some(Piece::Number { .. })) && word.is(ORDINALS);
            if !is_ordinal {
                pieces.push(word);
            }
        } else {
            match c {
                '+' => pieces.push(Piece::Plus),
                '-' | '/' | '.' | ',' | ':' | '–' => {}
                c if c.is_whitespace() => {}
                _ => return None,
            }
            chars.next();
        }
    }
    Some(pieces)
}

/// `i dag`, `tomorrow`, `nästa vecka`.
fn relative(pieces: &[Piece], today: Date) -> Option<Read> {
    let words: Option<Vec<&str>> = pieces.iter().map(Piece::word).collect();
    let span = match words?.concat().as_str() {
        "idag" | "today" => Span::new(),
        "imorgon" | "imorrn" | "imorron" | "tomorrow" => Span::new().days(1),
        "iövermorgon" | "iovermorgon" | "övermorgon" | "dayaftertomorrow" => Span::new().days(2),
        "nästavecka" | "nastavecka" | "nextweek" => {
            return Some(
                monday(today).checked_add(Span::new().weeks(1)).or(Err(NotADay::DoesNotExist)),
            );
        }
        _ => return None,
    };
    Some(today.checked_add(span).or(Err(NotADay::DoesNotExist)))
}

/// `om 3 veckor`, `in a month`, `+3d`.
fn offset(pieces: &[Piece], today: Date) -> Option<Read> {
    let [sign, count, unit] = pieces else { return None };
    if *sign != Piece::Plus && !sign.is(&["om", "in"]) {
        return None;
    }
    let count = match count {
        Piece::Number { value, .. } => *value,
        Piece::Word(word) => counted(word)?,
        Piece::Plus => return None,
    };
    let span = match unit.word()? {
        "d" | "dag" | "dagar" | "day" | "days" => Span::new().try_days(count),
        "v" | "vecka" | "veckor" | "w" | "week" | "weeks" => Span::new().try_weeks(count),
        "m" | "mån" | "man" | "månad" | "månader" | "month" | "months" => {
            Span::new().try_months(count)
        }
        "å" | "år" | "y" | "year" | "years" => Span::new().try_years(count),
        _ => return None,
    };
    Some(span.and_then(|span| today.checked_add(span)).or(Err(NotADay::DoesNotExist)))
}

fn counted(word: &str) -> Option<i32> {
    const COUNTS: &[&[&str]] = &[
        &["en", "ett", "a", "an", "one"],
        &["två", "tva", "two"],
        &["tre", "three"],
        &["fyra", "four"],
        &["fem", "five"],
        &["sex", "six"],
    ];
    (1..).zip(COUNTS).find(|(_, words)| words.contains(&word)).map(|(count, _)| count)
}

/// `v. 49`, `week 49 2027`: the Monday of that ISO week. This week counts, though its Monday may be past.
fn week(pieces: &[Piece], today: Date) -> Option<Read> {
    week_day(pieces, Weekday::Monday, today)
}

fn week_day(pieces: &[Piece], weekday: Weekday, today: Date) -> Option<Read> {
    let (number, year) = match pieces {
        [sign, Piece::Number { value, digits: 1..=2 }] if sign.is(WEEK) => (*value, None),
        [
            sign,
            Piece::Number { value, digits: 1..=2 },
            Piece::Number { value: year, digits: 4 },
        ] if sign.is(WEEK) => (*value, Some(*year)),
        _ => return None,
    };
    let of_year = |year: i16| {
        let week = ISOWeekDate::new(year, i8::try_from(number).ok()?, weekday).ok()?;
        Some(week.date())
    };
    let this_week = monday(today);
    Some(next_or_of_year(year, today.iso_week_date().year(), of_year, |day| {
        monday(day) >= this_week
    }))
}

/// `fredag`, `next fri`, `fredag v. 49`, `fre 27/11`.
fn with_weekday(pieces: &[Piece], today: Date) -> Option<Read> {
    let pieces = match pieces {
        [next, rest @ ..] if next.is(NEXT) => rest,
        all => all,
    };
    if let [rest @ .., last] = pieces
        && let Some(weekday) = weekday(last)
        && !rest.is_empty()
    {
        return week_day(rest, weekday, today);
    }
    let [first, rest @ ..] = pieces else { return None };
    let weekday = weekday(first)?;
    if rest.is_empty() {
        return Some(today.nth_weekday(1, weekday).or(Err(NotADay::DoesNotExist)));
    }
    if rest.iter().all(|piece| piece.word().is_some()) {
        let next_week =
            relative(rest, today).filter(|_| rest.first().is_some_and(|piece| piece.is(NEXT)))?;
        return Some(next_week.and_then(|monday| in_week_of(monday, weekday)));
    }
    if let Some(day) = week_day(rest, weekday, today) {
        return Some(day);
    }
    let day = numeric(rest, today).or_else(|| with_month(rest, today))?;
    Some(day.and_then(
        |day| if day.weekday() == weekday { Ok(day) } else { Err(NotADay::DoesNotExist) },
    ))
}

/// `2026-11-27`, `20261127`, `261127`, `27/11`, `27.11`, `27/11 2026`, `27/11-26`.
fn numeric(pieces: &[Piece], today: Date) -> Option<Read> {
    let numbers: Option<Vec<(i32, usize)>> = pieces
        .iter()
        .map(|piece| match piece {
            Piece::Number { value, digits } => Some((*value, *digits)),
            Piece::Word(_) | Piece::Plus => None,
        })
        .collect();
    Some(match *numbers?.as_slice() {
        [(all, 8)] => day_of(all / 10_000, all / 100 % 100, all % 100),
        [(all, 6)] => day_of(2000 + all / 10_000, all / 100 % 100, all % 100),
        [(year, 4), (month, 1..=2), (day, 1..=2)] => day_of(year, month, day),
        [(day, 1..=2), (month, 1..=2)] => next_day(day, month, today),
        [(day, 1..=2), (month, 1..=2), (year, 4)] => day_of(year, month, day),
        [(day, 1..=2), (month, 1..=2), (year, 2)] => day_of(2000 + year, month, day),
        _ => return None,
    })
}

/// `27 nov`, `27 november 2027`, `nov 27`, `November 27th, 2027`.
fn with_month(pieces: &[Piece], today: Date) -> Option<Read> {
    let (day, month, year) = match pieces {
        [Piece::Number { value, digits: 1..=2 }, Piece::Word(word), year @ ..]
        | [Piece::Word(word), Piece::Number { value, digits: 1..=2 }, year @ ..] => {
            (*value, month(word)?, year)
        }
        _ => return None,
    };
    match year {
        [] => Some(next_day(day, month, today)),
        [Piece::Number { value: year, digits: 4 }] => Some(day_of(*year, month, day)),
        _ => None,
    }
}

fn day_of(year: i32, month: i32, day: i32) -> Read {
    calendar_day(year, month, day).ok_or(NotADay::DoesNotExist)
}

fn calendar_day(year: i32, month: i32, day: i32) -> Option<Date> {
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

fn next_day(day: i32, month: i32, today: Date) -> Read {
    let of_year = |year: i16| calendar_day(i32::from(year), month, day);
    next_or_of_year(None, today.year(), of_year, |day| day >= today)
}

/// The day in the year that was said, or else in the first year that has it and where it is not past.
/// The 29th of February can be eight years off.
fn next_or_of_year(
    said: Option<i32>,
    this_year: i16,
    of_year: impl Fn(i16) -> Option<Date>,
    is_ahead: impl Fn(Date) -> bool,
) -> Read {
    let day = match said {
        Some(year) => i16::try_from(year).ok().and_then(of_year),
        None => {
            (this_year..=this_year.saturating_add(8)).filter_map(of_year).find(|day| is_ahead(*day))
        }
    };
    day.ok_or(NotADay::DoesNotExist)
}

fn monday(day: Date) -> Date {
    in_week_of(day, Weekday::Monday).unwrap_or(day)
}

fn in_week_of(day: Date, weekday: Weekday) -> Read {
    let week = day.iso_week_date();
    let day = ISOWeekDate::new(week.year(), week.week(), weekday).or(Err(NotADay::DoesNotExist))?;
    Ok(day.date())
}

const MONTHS: [&[&str]; 12] = [
    &["januari", "january"],
    &["februari", "february"],
    &["mars", "march"],
    &["april"],
    &["maj", "may"],
    &["juni", "june"],
    &["juli", "july"],
    &["augusti", "august"],
    &["september"],
    &["oktober", "october"],
    &["november"],
    &["december"],
];

const WEEKDAYS: [(Weekday, &[&str]); 7] = [
    (Weekday::Monday, &["måndag", "mandag", "monday"]),
    (Weekday::Tuesday, &["tisdag", "tuesday"]),
    (Weekday::Wednesday, &["onsdag", "wednesday"]),
    (Weekday::Thursday, &["torsdag", "thursday"]),
    (Weekday::Friday, &["fredag", "friday"]),
    (Weekday::Saturday, &["lördag", "lordag", "saturday"]),
    (Weekday::Sunday, &["söndag", "sondag", "sunday"]),
];

fn month(word: &str) -> Option<i32> {
    (1..).zip(MONTHS).find(|(_, names)| begins_one(word, names)).map(|(month, _)| month)
}

fn weekday(piece: &Piece) -> Option<Weekday> {
    let word = piece.word()?;
    WEEKDAYS.iter().find(|(_, names)| begins_one(word, names)).map(|(weekday, _)| *weekday)
}

/// Three letters of a name are enough, and so are all that follow.
fn begins_one(word: &str, names: &[&str]) -> bool {
    word.chars().count() >= 3 && names.iter().any(|name| name.starts_with(word))
}

/// Which days off are left out when working days are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Holidays {
    /// Saturdays and Sundays only.
    #[default]
    None,
    /// The public holidays of Sweden too, and the three eves that are days off in practice.
    Swedish,
}

/// The `count`th working day after this one; with 0 the day itself.
pub fn add_working_days(day: Date, count: u16, holidays: Holidays) -> Date {
    let mut left = count;
    let mut day = day;
    while left > 0 {
        let Ok(tomorrow) = day.tomorrow() else { return day };
        day = tomorrow;
        if is_working_day(day, holidays) {
            left -= 1;
        }
    }
    day
}

pub fn is_working_day(day: Date, holidays: Holidays) -> bool {
    let is_weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
    match holidays {
        Holidays::None => !is_weekend,
        Holidays::Swedish => !is_weekend && !is_swedish_holiday(day),
    }
}

/// Those that can fall on a Monday to Friday.
fn is_swedish_holiday(day: Date) -> bool {
    match (day.month(), day.day()) {
        // New Year's Day, Epiphany, the first of May, the National Day.
        (1, 1 | 6) | (5, 1) | (6, 6) => true,
        // Christmas Eve, Christmas Day, Boxing Day, New Year's Eve.
        (12, 24 | 25 | 26 | 31) => true,
        // Midsummer's Eve.
        (6, 19..=25) => day.weekday() == Weekday::Friday,
        // Good Friday, Easter Monday, Ascension Day.
        _ => easter(day.year()).is_some_and(|easter| {
            [-2, 1, 39]
                .iter()
                .any(|&days| easter.checked_add(Span::new().days(days)).is_ok_and(|off| off == day))
        }),
    }
}

/// Easter Sunday, by the Gregorian reckoning.
fn easter(year: i16) -> Option<Date> {
    let year = i32::from(year);
    let century = year / 100;
    let golden = year % 19;
    let solar = century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15;
    let epact = solar % 30;
    let moon = epact - (epact / 28) * (1 - (29 / (epact + 1)) * ((21 - golden) / 11));
    let sunday = (year + year / 4 + moon + 2 - century + century / 4) % 7;
    let offset = moon - sunday;
    let month = 3 + (offset + 40) / 44;
    calendar_day(year, month, offset + 28 - 31 * (month / 4))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    /// A Monday, in week 48.
    const TODAY: Date = date(2026, 11, 23);

    fn reads(text: &str) -> String {
        match read_day(text, TODAY) {
            Ok(day) => day.to_string(),
            Err(NotADay::Unread) => "unread".to_owned(),
            Err(NotADay::DoesNotExist) => "no such day".to_owned(),
        }
    }

    fn all_read(texts: &[&str], day: &str) {
        for text in texts {
            assert_eq!(reads(text), day, "{text}");
        }
    }

    #[test]
    fn a_day_can_be_written_in_figures() {
        all_read(
            &[
                "2026-11-27",
                "20261127",
                "261127",
                "27/11",
                "27/11 2026",
                "27.11",
                "27.11.",
                "27/11-26",
                " 27-11-2026 ",
                "2026/11/27",
            ],
            "2026-11-27",
        );
    }

    #[test]
    fn a_day_can_be_written_with_its_month_in_either_language() {
        all_read(
            &[
                "27 nov",
                "27 nov.",
                "27 November",
                "den 27 november",
                "27:e nov",
                "27nov",
                "nov 27",
                "Nov 27th, 2026",
            ],
            "2026-11-27",
        );
        all_read(&["27 november 2027", "november 27, 2027", "27 nov 2027"], "2027-11-27");
        all_read(&["1 maj", "1:a maj", "may 1", "1st May"], "2027-05-01");
        all_read(&["3 okt", "3 oct", "october 3"], "2027-10-03");
    }

    #[test]
    fn a_day_without_a_year_is_the_next_one_and_today_counts() {
        assert_eq!(reads("23/11"), "2026-11-23");
        assert_eq!(reads("22/11"), "2027-11-22");
        assert_eq!(reads("29/2"), "2028-02-29");
    }

    #[test]
    fn a_weekday_is_the_next_one_after_today() {
        all_read(
            &[
                "fredag",
                "fre",
                "på fredag",
                "nästa fredag",
                "Friday",
                "fri",
                "on friday",
                "next fri",
            ],
            "2026-11-27",
        );
        all_read(&["måndag", "mandag", "mon", "mån"], "2026-11-30");
        all_read(&["fredag nästa vecka", "friday next week"], "2026-12-04");
    }

    #[test]
    fn a_weekday_beside_a_day_must_be_the_right_one() {
        all_read(&["fredag 27/11", "fre 27 nov", "fri nov 27"], "2026-11-27");
        assert_eq!(reads("torsdag 27/11"), "no such day");
    }

    #[test]
    fn days_near_today_have_names() {
        all_read(&["i dag", "idag", "today"], "2026-11-23");
        all_read(&["i morgon", "imorgon", "Tomorrow"], "2026-11-24");
        all_read(&["i övermorgon", "iövermorgon", "the day after tomorrow"], "2026-11-25");
    }

    #[test]
    fn a_week_is_its_monday() {
        all_read(
            &["v. 49", "v 49", "v49", "vecka 49", "week 49", "w49", "nästa vecka", "next week"],
            "2026-11-30",
        );
        all_read(&["v 48"], "2026-11-23");
        all_read(&["v. 10"], "2027-03-08");
        all_read(&["v. 10 2028"], "2028-03-06");
        all_read(&["fredag v. 49", "v. 49 fredag", "friday week 49", "on fri w49"], "2026-12-04");
        assert_eq!(read_day("v. 48", date(2026, 11, 26)), Ok(TODAY));
    }

    #[test]
    fn the_week_at_the_turn_of_the_year_belongs_to_its_own_year() {
        assert_eq!(reads("v. 53"), "2026-12-28");
        assert_eq!(reads("fredag v. 53"), "2027-01-01");
        assert_eq!(read_day("v 53", date(2027, 1, 1)), Ok(date(2026, 12, 28)));
        assert_eq!(read_day("v 1", date(2027, 1, 1)), Ok(date(2027, 1, 4)));
        assert_eq!(reads("v. 53 2027"), "no such day");
    }

    #[test]
    fn a_day_can_be_so_and_so_far_off() {
        all_read(
            &["om 3 veckor", "om tre veckor", "in 3 weeks", "+3v", "+3w", "+21d", "+ 3 v"],
            "2026-12-14",
        );
        all_read(&["om en månad", "in a month", "+1m"], "2026-12-23");
        all_read(&["om ett år", "+1y"], "2027-11-23");
        assert_eq!(read_day("+1m", date(2027, 1, 31)), Ok(date(2027, 2, 28)));
        assert_eq!(reads("+999999999d"), "no such day");
        assert_eq!(reads("0000-12-21"), "no such day");
        assert_eq!(reads("00001221"), "no such day");
    }

    #[test]
    fn what_the_calendar_lacks_is_told_apart_from_what_cannot_be_read() {
        all_read(
            &["30/2", "31/4", "31 april", "2026-02-29", "11/27", "v. 54", "v 0", "0/1", "20261327"],
            "no such day",
        );
        all_read(
            &[
                "",
                "  ",
                "snart",
                "27",
                "27/",
                "2026-11",
                "fr",
                "v",
                "vecka",
                "om 3",
                "27 no",
                "99999999999999",
                "fredag hela veckan",
                "27/11!",
                "1/2/3/4",
            ],
            "unread",
        );
    }

    #[test]
    fn working_days_skip_the_weekend() {
        let friday = date(2026, 11, 27);
        assert_eq!(add_working_days(friday, 0, Holidays::None), friday);
        assert_eq!(add_working_days(friday, 1, Holidays::None), date(2026, 11, 30));
        assert_eq!(add_working_days(friday, 10, Holidays::None), date(2026, 12, 11));
    }

    #[test]
    fn working_days_skip_what_sweden_has_off() {
        for off in [
            date(2026, 1, 1),
            date(2026, 1, 6),
            date(2026, 4, 3),
            date(2026, 4, 6),
            date(2026, 5, 1),
            date(2026, 5, 14),
            date(2027, 6, 25),
            date(2026, 6, 19),
            date(2026, 12, 24),
            date(2026, 12, 25),
            date(2026, 12, 31),
            date(2025, 6, 6),
        ] {
            assert!(!is_working_day(off, Holidays::Swedish), "{off}");
            assert!(is_working_day(off, Holidays::None), "{off}");
        }
        assert_eq!(add_working_days(date(2026, 12, 23), 1, Holidays::Swedish), date(2026, 12, 28));
        assert_eq!(add_working_days(date(2026, 4, 2), 1, Holidays::Swedish), date(2026, 4, 7));
    }

    #[test]
    fn easter_is_where_the_almanac_has_it() {
        for (year, month, day) in [
            (2000, 4, 23),
            (2024, 3, 31),
            (2025, 4, 20),
            (2026, 4, 5),
            (2027, 3, 28),
            (2038, 4, 25),
        ] {
            assert_eq!(easter(year), Some(date(year, month, day)));
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn whatever_is_typed_is_read_or_refused(text in "([0-9]{1,9}|[a-zåäö]{1,8}|v|om|fre|[ /.+:-]|\\PC){0,6}") {
            let _ = read_day(&text, TODAY);
            let _ = read_day(&text, Date::MAX);
            let _ = read_day(&text, Date::MIN);
        }

        #[test]
        fn a_day_written_in_full_is_itself(days in 0i32..40_000) {
            let day = date(1970, 1, 1).checked_add(Span::new().days(days)).unwrap();
            prop_assert_eq!(read_day(&day.to_string(), TODAY), Ok(day));
        }
    }
}

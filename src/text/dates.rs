//! Days, weeks and ages as each language writes them. What day it is, the caller says.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time, Weekday};
use jiff::tz::TimeZone;

use crate::domain::{Language, Stamp};

/// `27 nov`, and `27 nov 2025` when that is not this year.
pub fn day_short(date: Date, today: Date, language: Language) -> String {
    let day = day_and_month(date, language);
    if date.year() == today.year() { day } else { format!("{day} {}", date.year()) }
}

/// `27 nov`, for where the year is told some other way.
pub fn day_and_month(date: Date, language: Language) -> String {
    format!("{} {}", date.day(), month(date, language).short)
}

/// `23 november 2026`.
pub fn day_long(date: Date, language: Language) -> String {
    format!("{} {} {}", date.day(), month(date, language).long, date.year())
}

/// `2026-11-23`.
pub fn iso(date: Date) -> String {
    date.to_string()
}

/// `v. 48`: ISO weeks, which begin on Mondays.
pub fn week(date: Date, language: Language) -> String {
    let letter = match language {
        Language::Sv => 'v',
        Language::En => 'w',
    };
    format!("{letter}. {}", date.iso_week_date().week())
}

/// `27 nov, v. 48`.
pub fn due(date: Date, today: Date, language: Language) -> String {
    format!("{}, {}", day_short(date, today, language), week(date, language))
}

/// `måndag`, `Monday`.
pub fn weekday(date: Date, language: Language) -> &'static str {
    name(&WEEKDAYS[place(date.weekday())], language).long
}

/// `mån`, `Mon`.
pub fn weekday_short(date: Date, language: Language) -> &'static str {
    name(&WEEKDAYS[place(date.weekday())], language).short
}

/// `14:02`.
pub fn clock(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// `fredag 27 nov, v. 48`: how a day that was typed is understood.
pub fn understood(date: Date, today: Date, language: Language) -> String {
    format!("{} {}", weekday(date, language), due(date, today, language))
}

/// The day of a stamp where the person is.
pub fn local_day(at: Stamp, zone: &TimeZone) -> Date {
    local(at, zone).date()
}

/// `14:02` today, otherwise `27 nov 14:02`.
pub fn moment(at: Stamp, zone: &TimeZone, today: Date, language: Language) -> String {
    taken(local(at, zone), today, language)
}

/// The same, of what the clock on the wall showed then.
pub fn taken(at: DateTime, today: Date, language: Language) -> String {
    let clock = clock(at.time());
    if at.date() == today {
        clock
    } else {
        format!("{} {clock}", day_short(at.date(), today, language))
    }
}

/// `2026-11-27 14:02`, for what is read apart from the program.
pub fn whole(at: Stamp, zone: &TimeZone) -> String {
    let at = local(at, zone);
    format!("{} {}", iso(at.date()), clock(at.time()))
}

/// `14:02`, whatever the day.
pub fn time(at: Stamp, zone: &TimeZone) -> String {
    clock(local(at, zone).time())
}

fn local(at: Stamp, zone: &TimeZone) -> DateTime {
    Timestamp::from_millisecond(at.0).map_or(DateTime::MIN, |moment| zone.to_datetime(moment))
}

/// Whole days from then until today; a day to come is no age.
pub fn age(since: Date, today: Date) -> u32 {
    u32::try_from(since.duration_until(today).as_hours() / 24).unwrap_or(0)
}

#[derive(Clone, Copy)]
struct Name {
    short: &'static str,
    long: &'static str,
}

/// A month or weekday: Swedish, English.
type Names = [Name; 2];

const fn names(sv: [&'static str; 2], en: [&'static str; 2]) -> Names {
    [Name { short: sv[0], long: sv[1] }, Name { short: en[0], long: en[1] }]
}

const MONTHS: [Names; 12] = [
    names(["jan", "januari"], ["Jan", "January"]),
    names(["feb", "februari"], ["Feb", "February"]),
    names(["mars", "mars"], ["Mar", "March"]),
    names(["apr", "april"], ["Apr", "April"]),
    names(["maj", "maj"], ["May", "May"]),
    names(["juni", "juni"], ["Jun", "June"]),
    names(["juli", "juli"], ["Jul", "July"]),
    names(["aug", "augusti"], ["Aug", "August"]),
    names(["sep", "september"], ["Sep", "September"]),
    names(["okt", "oktober"], ["Oct", "October"]),
    names(["nov", "november"], ["Nov", "November"]),
    names(["dec", "december"], ["Dec", "December"]),
];

const WEEKDAYS: [Names; 7] = [
    names(["mån", "måndag"], ["Mon", "Monday"]),
    names(["tis", "tisdag"], ["Tue", "Tuesday"]),
    names(["ons", "onsdag"], ["Wed", "Wednesday"]),
    names(["tors", "torsdag"], ["Thu", "Thursday"]),
    names(["fre", "fredag"], ["Fri", "Friday"]),
    names(["lör", "lördag"], ["Sat", "Saturday"]),
    names(["sön", "söndag"], ["Sun", "Sunday"]),
];

fn month(date: Date, language: Language) -> Name {
    let place = usize::from(date.month().unsigned_abs()).saturating_sub(1);
    name(&MONTHS[place], language)
}

fn place(weekday: Weekday) -> usize {
    usize::from(weekday.to_monday_zero_offset().unsigned_abs())
}

fn name(names: &Names, language: Language) -> Name {
    match language {
        Language::Sv => names[0],
        Language::En => names[1],
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date, time};

    use super::*;
    use Language::{En, Sv};

    const TODAY: Date = date(2026, 11, 23);

    #[test]
    fn a_day_is_short_and_tells_its_year_only_when_it_is_another() {
        for (day, sv, en) in [
            (date(2026, 11, 27), "27 nov", "27 Nov"),
            (date(2025, 11, 27), "27 nov 2025", "27 Nov 2025"),
            (date(2027, 3, 1), "1 mars 2027", "1 Mar 2027"),
            (date(2026, 1, 2), "2 jan", "2 Jan"),
            (date(2026, 12, 31), "31 dec", "31 Dec"),
        ] {
            assert_eq!(day_short(day, TODAY, Sv), sv);
            assert_eq!(day_short(day, TODAY, En), en);
        }
    }

    #[test]
    fn a_long_day_is_whole() {
        assert_eq!(day_long(TODAY, Sv), "23 november 2026");
        assert_eq!(day_long(TODAY, En), "23 November 2026");
        assert_eq!(iso(date(2026, 3, 1)), "2026-03-01");
    }

    #[test]
    fn weeks_are_those_of_iso() {
        for (day, week_number) in [
            (TODAY, 48),
            (date(2026, 11, 22), 47),
            (date(2027, 1, 3), 53),
            (date(2027, 1, 4), 1),
            (date(2024, 12, 30), 1),
        ] {
            assert_eq!(week(day, Sv), format!("v. {week_number}"));
            assert_eq!(week(day, En), format!("w. {week_number}"));
        }
    }

    #[test]
    fn a_due_day_has_its_week() {
        assert_eq!(due(date(2026, 11, 27), TODAY, Sv), "27 nov, v. 48");
        assert_eq!(due(date(2026, 11, 27), TODAY, En), "27 Nov, w. 48");
    }

    #[test]
    fn weekdays_begin_on_monday() {
        assert_eq!(weekday(TODAY, Sv), "måndag");
        assert_eq!(weekday(TODAY, En), "Monday");
        assert_eq!(weekday(date(2026, 11, 29), Sv), "söndag");
        assert_eq!(weekday_short(date(2026, 11, 28), Sv), "lör");
    }

    #[test]
    fn the_clock_has_four_digits() {
        assert_eq!(clock(time(14, 2, 59, 0)), "14:02");
        assert_eq!(clock(time(0, 0, 0, 0)), "00:00");
    }

    #[test]
    fn an_age_is_in_days_and_never_negative() {
        for (since, days) in [
            (TODAY, 0),
            (date(2026, 11, 22), 1),
            (date(2026, 10, 23), 31),
            (date(2025, 11, 23), 365),
            (date(2026, 11, 24), 0),
        ] {
            assert_eq!(age(since, TODAY), days);
        }
    }
}

//! Which backups are old enough to go. Pure: it reads no clock, and a clock that was wrong when a
//! copy was taken does no harm.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::backup::{Backup, Soundness, Why};

/// All copies of this many days are kept, then one a day, a week and a month for so many of each.
/// Only days, weeks and months from which there is a copy count: whoever was away loses nothing.
const WHOLE_DAYS: usize = 2;
const DAILY: usize = 12;
const WEEKLY: usize = 10;
const MONTHLY: usize = 9;

/// The copies that can go, of copies in any order. What is together larger than `most` bytes goes
/// too, the oldest first. The newest of all never goes, nor the newest sound
/// one, nor the newest without a flaw; a copy taken before
/// a restore goes only for want of room, and the newest of those never.
pub fn thin(copies: &[Backup], most: u64) -> Vec<usize> {
    let mut order: Vec<usize> = (0..copies.len()).collect();
    order.sort_by_key(|at| copies.get(*at).map(Backup::order));
    let sorted: Vec<&Backup> = order.iter().filter_map(|at| copies.get(*at)).collect();
    let days: Vec<Date> = sorted.iter().map(|copy| copy.taken.date()).collect();
    let newest = |holds: &dyn Fn(&Backup) -> bool| sorted.iter().rposition(|copy| holds(copy));
    let before_restore = |copy: &Backup| copy.why == Some(Why::BeforeRestore);
    let sacred: BTreeSet<usize> = [
        newest(&|_| true),
        newest(&|copy| copy.soundness != Soundness::Damaged),
        newest(&|copy| copy.soundness != Soundness::Damaged && copy.flaws == 0),
        newest(&before_restore),
    ]
    .into_iter()
    .flatten()
    .collect();
    let mut kept = by_calendar(&days);
    kept.extend(
        (0..sorted.len()).filter(|at| sorted.get(*at).is_some_and(|it| before_restore(it))),
    );
    kept.extend(&sacred);
    let bytes = |at: &usize| sorted.get(*at).map_or(0, |copy| copy.bytes);
    let mut total: u64 = kept.iter().map(bytes).sum();
    for at in kept.clone() {
        if total > most && !sacred.contains(&at) {
            kept.remove(&at);
            total -= bytes(&at);
        }
    }
    let gone = order.iter().enumerate().filter(|(at, _)| !kept.contains(at));
    gone.map(|(_, copy)| *copy).collect()
}

/// The places of those that the calendar keeps, of days from the oldest copy to the newest. Days are
/// only told apart, never compared: one that a wrong clock wrote is a day like any other.
fn by_calendar(days: &[Date]) -> BTreeSet<usize> {
    let mut kept = BTreeSet::new();
    let mut at = days.len();
    let mut seen: BTreeSet<Span> = BTreeSet::new();
    while let Some(next) = at.checked_sub(1)
        && let Some(day) = days.get(next)
    {
        seen.insert(Span::day(*day));
        if seen.len() > WHOLE_DAYS {
            break;
        }
        kept.insert(next);
        at = next;
    }
    let mut keep = |most: usize, span: fn(Date) -> Span| {
        // A week that has a copy from one of the days kept needs none of its own.
        let own = |at: &usize| days.get(*at).map(|day| span(*day));
        let mut seen: BTreeSet<Span> = kept.iter().filter_map(own).collect();
        let most = seen.len() + most;
        while let Some(next) = at.checked_sub(1)
            && let Some(own) = own(&next)
        {
            if !seen.contains(&own) {
                if seen.len() == most {
                    break;
                }
                seen.insert(own);
                kept.insert(next);
            }
            at = next;
        }
    };
    keep(DAILY, Span::day);
    keep(WEEKLY, Span::week);
    keep(MONTHLY, Span::month);
    kept
}

/// A day, a week or a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Span(i16, i16);

impl Span {
    fn day(day: Date) -> Span {
        Span(day.year(), day.day_of_year())
    }

    fn week(day: Date) -> Span {
        let week = day.iso_week_date();
        Span(week.year(), week.week().into())
    }

    fn month(day: Date) -> Span {
        Span(day.year(), day.month().into())
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{DateTime, date};
    use jiff::{SignedDuration, ToSpan as _};

    use super::*;

    const MUCH: u64 = u64::MAX;

    fn copy(taken: DateTime, seq: i64) -> Backup {
        let name = format!("sluss-{taken}-seq{seq}.db");
        let soundness = Soundness::Unknown;
        Backup {
            name,
            taken,
            seq,
            bytes: 100,
            why: Some(Why::Routine),
            soundness,
            flaws: 0,
            millis: None,
        }
    }

    fn two_years(clock: impl Fn(DateTime) -> DateTime) -> Vec<Backup> {
        until(date(2028, 1, 1), clock)
    }

    /// Takes copies six times each weekday from 2026 on, thinning after each as the program does.
    /// `clock` says what the wall shows.
    fn until(end: Date, clock: impl Fn(DateTime) -> DateTime) -> Vec<Backup> {
        let mut there: Vec<Backup> = Vec::new();
        let mut seq = 0;
        let mut day = date(2026, 1, 1);
        while day < end {
            if day.weekday().to_monday_zero_offset() < 5 {
                for hour in [8, 9, 10, 13, 14, 16] {
                    seq += 7;
                    there.push(copy(clock(day.at(hour, 30, 0, 0)), seq));
                    drop_old(&mut there, MUCH);
                    assert_eq!(there.last().unwrap().seq, seq, "the newest stays");
                }
            }
            day = day.saturating_add(1.day());
        }
        there
    }

    fn drop_old(there: &mut Vec<Backup>, most: u64) {
        let gone = thin(there, most);
        let mut at = 0;
        there.retain(|_| {
            at += 1;
            !gone.contains(&(at - 1))
        });
    }

    fn days(there: &[Backup]) -> Vec<String> {
        there.iter().map(|copy| copy.taken.date().to_string()).collect()
    }

    #[test]
    fn b2_after_two_years_there_are_two_days_then_days_weeks_and_months() {
        let there = two_years(|now| now);
        let mut expected: Vec<&str> = vec![
            // Nine months, ten weeks, twelve days: the last of each.
            "2027-01-29",
            "2027-02-26",
            "2027-03-26",
            "2027-04-30",
            "2027-05-28",
            "2027-06-25",
            "2027-07-30",
            "2027-08-27",
            "2027-09-24", //
            "2027-10-08",
            "2027-10-15",
            "2027-10-22",
            "2027-10-29",
            "2027-11-05",
            "2027-11-12",
            "2027-11-19",
            "2027-11-26",
            "2027-12-03",
            "2027-12-10", //
            "2027-12-14",
            "2027-12-15",
            "2027-12-16",
            "2027-12-17",
            "2027-12-20",
            "2027-12-21",
            "2027-12-22",
            "2027-12-23",
            "2027-12-24",
            "2027-12-27",
            "2027-12-28",
            "2027-12-29",
        ];
        expected.extend(["2027-12-30"; 6]);
        expected.extend(["2027-12-31"; 6]);
        assert_eq!(days(&there), expected);
    }

    #[test]
    fn b2_a_clock_that_jumps_costs_no_history() {
        // An hour back, two days back, to 1970 for a week, to 2099 for a day, a year ahead at the end.
        let wrong = |now: DateTime| match now.date() {
            day if day == date(2027, 3, 3) => now.saturating_sub(SignedDuration::from_hours(1)),
            day if day == date(2027, 6, 9) => now.saturating_sub(SignedDuration::from_hours(48)),
            day if (date(2027, 8, 2)..date(2027, 8, 9)).contains(&day) => {
                date(1970, 1, 1).to_datetime(now.time())
            }
            day if day == date(2027, 10, 12) => date(2099, 1, 1).to_datetime(now.time()),
            day if day == date(2027, 12, 31) => date(2028, 12, 31).to_datetime(now.time()),
            _ => now,
        };
        let (right, jumped) = (two_years(|now| now), two_years(wrong));
        assert!(jumped.len() + 2 >= right.len(), "{:?}", days(&jumped));
        let months = |there: &[Backup]| -> BTreeSet<String> {
            let days = days(there).into_iter().filter(|day| day.starts_with("2027"));
            days.filter_map(|day| day.get(..7).map(str::to_owned)).collect()
        };
        let missing: Vec<_> = months(&right).difference(&months(&jumped)).cloned().collect();
        assert!(missing.len() <= 1, "{missing:?}");
    }

    #[test]
    fn b2_with_a_clock_that_stands_at_1970_nothing_goes() {
        let there = until(date(2026, 4, 1), |now| date(1970, 1, 1).to_datetime(now.time()));
        assert_eq!(there.len(), 6 * 64);
    }

    #[test]
    fn copies_in_any_order_are_thinned_alike() {
        let mut there: Vec<Backup> = (0..200)
            .map(|nth| copy(date(2026, 1, 1).saturating_add(nth.days()).at(9, 0, 0, 0), nth.into()))
            .collect();
        let mut turned = there.clone();
        turned.reverse();
        drop_old(&mut there, MUCH);
        drop_old(&mut turned, MUCH);
        turned.reverse();
        assert_eq!(days(&there), days(&turned));
        drop_old(&mut turned, MUCH);
        assert_eq!(days(&there), days(&turned), "thinned again nothing more goes");
    }

    #[test]
    fn whoever_was_away_for_a_year_has_lost_nothing() {
        let mut there: Vec<Backup> =
            (0..6).map(|nth| copy(date(2025, 1, 7).at(8 + nth, 0, 0, 0), nth.into())).collect();
        there.push(copy(date(2026, 11, 23).at(9, 0, 0, 0), 100));
        assert_eq!(thin(&there, MUCH), Vec::<usize>::new());
    }

    #[test]
    fn too_much_goes_from_the_oldest_on_and_never_the_newest() {
        let mut there: Vec<Backup> =
            (0..6).map(|nth| copy(date(2026, 11, 23).at(8 + nth, 0, 0, 0), nth.into())).collect();
        assert_eq!(thin(&there, 350), [0, 1, 2]);
        assert_eq!(thin(&there, 0), [0, 1, 2, 3, 4]);
        there[5].soundness = Soundness::Damaged;
        assert_eq!(thin(&there, 0), [0, 1, 2, 3], "the newest sound one stays with the newest");
    }

    #[test]
    fn a_copy_taken_before_a_restore_stays() {
        let mut there: Vec<Backup> = (0..40)
            .map(|nth| copy(date(2026, 1, 1).saturating_add(nth.days()).at(9, 0, 0, 0), nth.into()))
            .collect();
        there[3].why = Some(Why::BeforeRestore);
        assert!(!thin(&there, MUCH).contains(&3));
        assert!(!thin(&there, 0).contains(&3));
    }
}

//! The clock of an item: what it shows at a given time. It is told the time and keeps none: whoever
//! has it can run it alone, the audience's window too.

use serde::{Deserialize, Serialize};

use super::value::Stamp;

const SECOND: i64 = 1000;
const MINUTE: i64 = 60 * SECOND;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Clock {
    Running {
        ends: Stamp,
    },
    Paused {
        /// Milliseconds.
        left: i64,
    },
    Over,
}

/// What a clock shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Face {
    pub minutes: i64,
    pub seconds: i64,
    pub mood: Mood,
    pub is_paused: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    Plain,
    /// Told in words, once it begins.
    LastMinute,
    Over,
}

impl Clock {
    pub fn start(minutes: i64, now: Stamp) -> Clock {
        Clock::Running { ends: now }.plus(minutes, now)
    }

    /// Set, but not begun.
    pub fn set(minutes: i64) -> Clock {
        Clock::Paused { left: minutes.max(0).saturating_mul(MINUTE) }
    }

    /// Milliseconds left; nothing where the time is up.
    pub fn left(self, now: Stamp) -> i64 {
        match self {
            Clock::Running { ends } => ends.0.saturating_sub(now.0).max(0),
            Clock::Paused { left } => left.max(0),
            Clock::Over => 0,
        }
    }

    pub fn is_over(self, now: Stamp) -> bool {
        self.left(now) == 0
    }

    pub fn face(self, now: Stamp) -> Face {
        let left = self.left(now);
        // A second counts until it has passed: eight minutes begin at 8:00, and 0:00 is the end.
        let seconds = (left + SECOND - 1) / SECOND;
        Face {
            minutes: seconds / 60,
            seconds: seconds % 60,
            mood: match seconds {
                0 => Mood::Over,
                1..=60 => Mood::LastMinute,
                _ => Mood::Plain,
            },
            is_paused: matches!(self, Clock::Paused { .. }) && left > 0,
        }
    }

    /// Pauses, or goes on. A clock whose time is up stays there.
    #[must_use]
    pub fn toggled(self, now: Stamp) -> Clock {
        match self {
            _ if self.is_over(now) => Clock::Over,
            Clock::Running { .. } => Clock::Paused { left: self.left(now) },
            Clock::Paused { left } => Clock::Running { ends: Stamp(now.0.saturating_add(left)) },
            Clock::Over => Clock::Over,
        }
    }

    /// So many minutes more, or fewer. One that was over runs again.
    #[must_use]
    pub fn plus(self, minutes: i64, now: Stamp) -> Clock {
        let left = self.left(now).saturating_add(minutes.saturating_mul(MINUTE));
        if left <= 0 {
            return Clock::Over;
        }
        match self {
            Clock::Paused { .. } => Clock::Paused { left },
            Clock::Running { .. } | Clock::Over => {
                Clock::Running { ends: Stamp(now.0.saturating_add(left)) }
            }
        }
    }

    /// Whole minutes left, the one that runs among them.
    pub fn minutes(self, now: Stamp) -> i64 {
        (self.left(now) + MINUTE - 1) / MINUTE
    }

    /// When it has a whole minute less; never, where it stands still.
    pub fn next_minute(self, now: Stamp) -> Option<Stamp> {
        match self {
            Clock::Running { ends } if ends > now => {
                Some(Stamp(now.0 + (ends.0 - now.0 - 1) % MINUTE + 1))
            }
            Clock::Running { .. } | Clock::Paused { .. } | Clock::Over => None,
        }
    }

    /// The time was up between two looks at it.
    pub fn rang(self, since: Stamp, now: Stamp) -> bool {
        matches!(self, Clock::Running { ends } if since < ends && ends <= now)
    }

    /// When it shows something else; never, where it stands still.
    pub fn next_change(self, now: Stamp) -> Option<Stamp> {
        match self {
            Clock::Running { ends } if ends > now => {
                let left = ends.0 - now.0;
                let until = (left - 1) % SECOND + 1;
                Some(Stamp(now.0 + until))
            }
            Clock::Running { .. } | Clock::Paused { .. } | Clock::Over => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: Stamp = Stamp(1_795_000_000_000);

    fn later(seconds: i64) -> Stamp {
        Stamp(NOON.0 + seconds * SECOND)
    }

    fn shown(clock: Clock, now: Stamp) -> (i64, i64, Mood) {
        let face = clock.face(now);
        (face.minutes, face.seconds, face.mood)
    }

    #[test]
    fn eight_minutes_begin_at_eight_and_end_at_nothing() {
        let clock = Clock::start(8, NOON);
        assert_eq!(shown(clock, NOON), (8, 0, Mood::Plain));
        assert_eq!(shown(clock, Stamp(NOON.0 + 1)), (8, 0, Mood::Plain));
        assert_eq!(shown(clock, later(1)), (7, 59, Mood::Plain));
        assert_eq!(shown(clock, later(7 * 60)), (1, 0, Mood::LastMinute));
        assert_eq!(shown(clock, later(8 * 60)), (0, 0, Mood::Over));
        assert_eq!(shown(clock, later(9 * 60)), (0, 0, Mood::Over));
    }

    #[test]
    fn a_pause_keeps_what_is_left() {
        let paused = Clock::start(8, NOON).toggled(later(30));
        assert_eq!(shown(paused, later(1000)), (7, 30, Mood::Plain));
        assert!(paused.face(later(1000)).is_paused);
        let running = paused.toggled(later(1000));
        assert_eq!(shown(running, later(1030)), (7, 0, Mood::Plain));
    }

    #[test]
    fn a_minute_more_is_counted_from_now_where_the_time_was_up() {
        let clock = Clock::start(1, NOON);
        assert_eq!(shown(clock.plus(1, later(30)), later(30)), (1, 30, Mood::Plain));
        assert_eq!(shown(clock.plus(1, later(500)), later(500)), (1, 0, Mood::LastMinute));
        assert_eq!(clock.plus(-1, later(1)), Clock::Over);
        assert_eq!(Clock::Over.toggled(later(1)), Clock::Over);
    }

    #[test]
    fn it_asks_to_be_looked_at_when_its_seconds_change_and_only_while_it_runs() {
        let clock = Clock::start(1, NOON);
        assert_eq!(clock.next_change(NOON), Some(later(1)));
        assert_eq!(clock.next_change(Stamp(NOON.0 + 250)), Some(later(1)));
        assert_eq!(clock.next_change(later(59)), Some(later(60)));
        assert_eq!(clock.next_change(later(60)), None);
        assert_eq!(clock.toggled(later(5)).next_change(later(6)), None);
    }

    #[test]
    fn in_a_corner_it_is_looked_at_once_a_minute() {
        let clock = Clock::start(3, NOON);
        for (seconds, minutes, next) in [(0, 3, 60), (1, 3, 60), (60, 2, 120), (121, 1, 180)] {
            let now = later(seconds);
            assert_eq!((clock.minutes(now), clock.next_minute(now)), (minutes, Some(later(next))));
        }
        assert_eq!((clock.minutes(later(180)), clock.next_minute(later(180))), (0, None));
        assert_eq!(clock.toggled(later(5)).next_minute(later(6)), None);
    }

    #[test]
    fn it_rings_once_when_the_time_is_up() {
        let clock = Clock::start(1, NOON);
        let looks = [0, 30, 60, 61, 90];
        let rang = looks.windows(2).filter(|it| clock.rang(later(it[0]), later(it[1])));
        assert_eq!(rang.collect::<Vec<_>>(), [&[30, 60]]);
        assert!(!clock.toggled(later(30)).rang(later(30), later(90)));
    }
}

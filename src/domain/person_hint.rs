//! A quiet hint where a text looks as if it holds somebody's identity number, e-mail address or
//! telephone number. It only tells; nothing is ever stopped or changed because of it.

use jiff::civil::Date;

use super::say::Say;

/// What a text seems to hold, the most sensitive first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hint {
    PersonalNumber,
    Email,
    Phone,
}

/// Fields where contacts belong.
pub const CONTACTS: &[&str] = &["giver_contact", "contact", "more", "links"];

impl Hint {
    pub fn say(self) -> Say {
        Say::new(match self {
            Hint::PersonalNumber => "seems-personal-number",
            Hint::Email => "seems-email",
            Hint::Phone => "seems-phone",
        })
    }
}

/// The most sensitive thing that a text seems to hold. Once through the text.
pub fn personal(text: &str) -> Option<Hint> {
    let words = text.split_whitespace().map(trimmed);
    let of_words = words.filter_map(|word| {
        let is_number = || word.split(['/', ',', ';', ':', '=']).any(is_personal_number);
        if is_number() { Some(Hint::PersonalNumber) } else { is_email(word).then_some(Hint::Email) }
    });
    let found = of_words.min();
    found.or_else(|| text.lines().any(has_phone).then_some(Hint::Phone))
}

/// A word without what stands around it in a sentence.
fn trimmed(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric() && c != '+')
}

/// Six or eight digits of a birthday, four more of which the last is a check digit. Those who wait
/// for a number of their own have sixty added to the day.
fn is_personal_number(word: &str) -> bool {
    let (day, rest) = match word.split_once(['-', '+', '–', '‑']) {
        Some((day, rest)) if rest.chars().count() == 4 => (day, rest),
        Some(_) => return false,
        None => match word.char_indices().nth_back(3).and_then(|(at, _)| word.split_at_checked(at))
        {
            Some(halves) => halves,
            None => return false,
        },
    };
    let all: Option<Vec<u8>> = day.chars().chain(rest.chars()).map(digit).collect();
    let Some(all) = all else { return false };
    let short = match all.as_slice() {
        [1, 8 | 9, short @ ..] | [2, 0, short @ ..] if short.len() == 10 => short,
        short if short.len() == 10 => short,
        _ => return false,
    };
    is_birthday(short) && is_checked(short)
}

fn is_birthday(digits: &[u8]) -> bool {
    let &[_, _, m1, m2, d1, d2, ..] = digits else { return false };
    let (month, day) = (m1 * 10 + m2, d1 * 10 + d2);
    let day = if day > 60 { day - 60 } else { day };
    let (Ok(month), Ok(day)) = (i8::try_from(month), i8::try_from(day)) else { return false };
    // In a leap year every day exists that ever does.
    Date::new(2000, month, day).is_ok()
}

/// Every other digit doubled, the digits of all of it together: a multiple of ten.
fn is_checked(digits: &[u8]) -> bool {
    let sum: u8 = digits
        .iter()
        .enumerate()
        .map(|(at, digit)| match (at % 2, digit * 2) {
            (0, doubled @ 10..) => doubled - 9,
            (0, doubled) => doubled,
            _ => *digit,
        })
        .sum();
    sum.is_multiple_of(10)
}

fn is_email(word: &str) -> bool {
    let Some((name, domain)) = word.rsplit_once('@') else { return false };
    let Some((host, top)) = domain.rsplit_once('.') else { return false };
    let is_name = |c: char| c.is_alphanumeric() || "._%+-".contains(c);
    !name.is_empty()
        && name.chars().all(|c| is_name(c) || ":<(".contains(c))
        && name.ends_with(is_name)
        && !host.is_empty()
        && host.chars().all(|c| c.is_alphanumeric() || ".-".contains(c))
        && top.chars().count() >= 2
        && top.chars().all(char::is_alphabetic)
}

/// Numbers begin with a nought or a plus and are written in groups. A run of what can stand in a
/// number is one if its groups are shaped like one.
fn has_phone(line: &str) -> bool {
    let is_part = |c: char| c.is_ascii_digit() || "+-–()\u{A0} ".contains(c);
    let mut before = ' ';
    let mut rest = line;
    while let Some(at) = rest.find(|c: char| c == '+' || c.is_ascii_digit()) {
        let Some((skipped, run)) = rest.split_at_checked(at) else { return false };
        before = skipped.chars().next_back().unwrap_or(before);
        let end = run.find(|c: char| !is_part(c)).unwrap_or(run.len());
        let Some((number, after)) = run.split_at_checked(end) else { return false };
        let bound = |c: char| c.is_alphanumeric() || "/.,:#".contains(c);
        // A full stop or comma after it may end a sentence; one inside a number goes on with digits.
        let goes_on = {
            let mut next = after.chars();
            match next.next() {
                Some('/' | '.' | ',' | ':') => next.next().is_some_and(|c| c.is_ascii_digit()),
                Some(c) => c.is_alphanumeric() && !number.ends_with([' ', '\u{A0}']),
                None => false,
            }
        };
        if !bound(before) && !goes_on && is_phone(number) {
            return true;
        }
        before = number.chars().next_back().unwrap_or(before);
        rest = after;
    }
    false
}

fn is_phone(number: &str) -> bool {
    let groups: Vec<&str> =
        number.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).collect();
    let total: usize = groups.iter().map(|group| group.len()).sum();
    let Some(first) = groups.first() else { return false };
    if number.starts_with('+') || (first.starts_with("00") && first.len() > 2) {
        return (9..=15).contains(&total);
    }
    let dashes = number.trim().chars().filter(|c| "-–".contains(*c)).count();
    if !first.starts_with('0') || first.starts_with("00") || dashes > 1 {
        return false;
    }
    match (first.len(), groups.get(1..)) {
        // In one piece.
        (9..=10, Some([])) => true,
        // Area code, then groups of two and three. A date has one of four.
        (2..=4, Some(groups @ [_, ..])) => {
            let shaped = groups.iter().all(|group| (2..=3).contains(&group.len()));
            let whole = groups.len() == 1 && groups.iter().all(|group| group.len() >= 5);
            let area = first.len() > 2 || *first == "08";
            area && (shaped || whole) && (8..=10).contains(&total)
        }
        _ => false,
    }
}

fn digit(c: char) -> Option<u8> {
    c.to_digit(10).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_personal_number_is_seen_however_it_is_written() {
        for text in [
            "811218-9876",
            "Det gäller 19811218-9876, som ringde.",
            "198112189876",
            "8112189876",
            "(811218+9876)",
            "pnr:811218–9876",
            "811278-9873",
        ] {
            assert_eq!(personal(text), Some(Hint::PersonalNumber), "{text}");
        }
    }

    #[test]
    fn a_number_with_a_wrong_check_digit_or_no_birthday_is_none() {
        for text in ["811218-9875", "811318-9876", "556036-0793", "20261123-1400x", "1234567890"] {
            assert_eq!(personal(text), None, "{text}");
        }
    }

    #[test]
    fn an_address_is_seen_and_a_sign_is_not() {
        for text in ["skriv till kim.berg@kommun.se.", "<kim@a-b.example.org>", "Åsa.Öst@skolan.se"]
        {
            assert_eq!(personal(text), Some(Hint::Email), "{text}");
        }
        for text in ["5 st @ 10 kr", "Lampa @skola", "a@b", "@vård.se", "kl@09.30"] {
            assert_eq!(personal(text), None, "{text}");
        }
    }

    #[test]
    fn a_telephone_number_is_seen_however_it_is_grouped() {
        for text in [
            "ring 070-123 45 67",
            "0701234567",
            "070 123 45 67, efter lunch",
            "Tel. 08-12 34 56 78.",
            "013-20 60 00",
            "0480-45 00 00",
            "+46 70 123 45 67",
            "0046701234567",
            "(08) 123 456 78",
            "070-1234567",
        ] {
            assert_eq!(personal(text), Some(Hint::Phone), "{text}");
        }
    }

    #[test]
    fn numbers_that_mean_something_else_are_left_alone() {
        for text in [
            "KS 2026/123",
            "Dnr KS 2026-00123",
            "VON 2026/00812-3",
            "2026-11-23",
            "20261123",
            "2026-11-23 14:00",
            "08-12-2026",
            "08 12 2026",
            "kl. 0800-1200",
            "08.00-12.00",
            "12 500 000 kronor",
            "0,5 procent av 100 000 000",
            "1 000 000 000 kr",
            "598 12 Vimmerby",
            "bankgiro 123-4567",
            "010203",
            "2025/2026",
            "#12 och #13",
            "v. 48",
            "ISBN 978-91-0-012345-6",
            "",
        ] {
            assert_eq!(personal(text), None, "{text}");
        }
    }

    #[test]
    fn the_most_sensitive_is_told() {
        let text = "070-123 45 67\nkim@kommun.se\n811218-9876";
        assert_eq!(personal(text), Some(Hint::PersonalNumber));
    }

    proptest! {
        #[test]
        fn no_text_is_too_odd(text in "\\PC{0,60}") {
            let _ = personal(&text);
        }

        #[test]
        fn a_date_is_never_somebody(year in 1900..2100, month in 1..13, day in 1..32) {
            prop_assert_eq!(personal(&format!("{year}-{month:02}-{day:02}")), None);
            prop_assert_eq!(personal(&format!("{day:02}-{month:02}-{year}")), None);
            prop_assert_eq!(personal(&format!("KS {year}/{month}{day}")), None);
        }
    }
}

//! An idea caught in one line, `title / need #tag @unit`, and many ideas in a pasted list.
//! Every sign is optional, and one that is not clearly a sign stays text.

/// What a capture line says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Captured {
    /// Empty only when the line says nothing but tags and a unit.
    pub title: String,
    pub need: Option<String>,
    /// In lower case, each once, in the order typed.
    pub tags: Vec<String>,
    /// As typed; finding the unit it names is the affair of whoever knows the list.
    pub unit: Option<String>,
}

/// Between title and need. With its spaces, so that *och/eller* is not split.
const SEPARATOR: &str = " / ";

impl Captured {
    pub fn read(line: &str) -> Captured {
        let mut captured = Captured::default();
        // A line that ends in its separator is half typed: the need is still to come.
        let (title, need) = match line.split_once(SEPARATOR) {
            Some((title, need)) => (title, need),
            None => (line, ""),
        };
        captured.title = captured.take_signs(title);
        let need = captured.take_signs(need);
        if captured.title.is_empty() {
            captured.title = need;
        } else if !need.is_empty() {
            captured.need = Some(need);
        }
        captured
    }

    /// The text without its tags and unit, which are kept; all else stays as typed.
    fn take_signs(&mut self, text: &str) -> String {
        let mut rest: Vec<&str> = Vec::new();
        for word in text.split(' ') {
            match signed(word) {
                Some(('#', name)) => {
                    let tag = name.to_lowercase();
                    if !self.tags.contains(&tag) {
                        self.tags.push(tag);
                    }
                }
                // An idea has one unit; a second `@` is something said in passing.
                Some(('@', name)) if self.unit.is_none() => self.unit = Some(name.to_owned()),
                Some(_) | None => rest.push(word),
            }
        }
        rest.join(" ").trim().to_owned()
    }
}

/// `#name` or `@name`, perhaps with a comma after it. `#12`, `C#` and `a@b.se` are text.
fn signed(word: &str) -> Option<(char, &str)> {
    let sign = word.chars().next().filter(|c| matches!(c, '#' | '@'))?;
    let name = word.strip_prefix(sign)?.trim_end_matches([',', '.', ';', ':', '!', '?']);
    let starts_with_a_letter = name.chars().next().is_some_and(char::is_alphabetic);
    let is_one_word = name.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_');
    (starts_with_a_letter && is_one_word).then_some((sign, name))
}

/// The ideas of a pasted list: its lines without list signs, without empty ones.
pub fn many_lines(text: &str) -> Vec<&str> {
    text.lines()
        .map(|line| without_list_sign(line.trim()))
        .filter(|line| !line.is_empty())
        .collect()
}

const BULLETS: &[&str] = &["-", "*", "+", "•", "–", "—", "·", "◦", "▪", "■", "●", "○", "‣"];
const BOXES: &[&str] = &["[ ]", "[x]", "[X]", "☐", "☑", "☒"];

fn without_list_sign(line: &str) -> &str {
    let line = after_any(line, BULLETS).or_else(|| after_number(line)).unwrap_or(line);
    after_any(line, BOXES).unwrap_or(line)
}

fn after_any<'a>(line: &'a str, signs: &[&str]) -> Option<&'a str> {
    signs.iter().find_map(|sign| after_sign(line.strip_prefix(sign)?))
}

/// After `1.` or `1)`. A year is not a list sign.
fn after_number(line: &str) -> Option<&str> {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = line.len() - rest.len();
    if !(1..=3).contains(&digits) {
        return None;
    }
    after_sign(rest.strip_prefix(['.', ')'])?)
}

/// A list sign stands alone: *-5 degrees* and *1.5 hours* begin with none.
fn after_sign(rest: &str) -> Option<&str> {
    (rest.is_empty() || rest.starts_with(char::is_whitespace)).then(|| rest.trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> (String, Option<String>, Vec<String>, Option<String>) {
        let Captured { title, need, tags, unit } = Captured::read(line);
        (title, need, tags, unit)
    }

    #[test]
    fn a_line_is_a_title() {
        assert_eq!(
            read("  Digital kö till bygglov "),
            ("Digital kö till bygglov".into(), None, vec![], None)
        );
    }

    #[test]
    fn a_line_may_say_need_tags_and_unit() {
        assert_eq!(
            read("Digital kö / folk ringer och undrar #Bygg, #e-tjänst #bygg @SBF"),
            (
                "Digital kö".into(),
                Some("folk ringer och undrar".into()),
                vec!["bygg".into(), "e-tjänst".into()],
                Some("SBF".into())
            )
        );
        assert_eq!(
            read("#bygg Digital kö @SBF / köer"),
            ("Digital kö".into(), Some("köer".into()), vec!["bygg".into()], Some("SBF".into()))
        );
    }

    #[test]
    fn only_the_first_slash_with_its_spaces_divides() {
        assert_eq!(read("och/eller"), ("och/eller".into(), None, vec![], None));
        assert_eq!(read("a / b / c"), ("a".into(), Some("b / c".into()), vec![], None));
        assert_eq!(read("a / "), ("a".into(), None, vec![], None));
        assert_eq!(read("a /"), ("a /".into(), None, vec![], None));
    }

    #[test]
    fn signs_inside_words_or_before_digits_stay_text() {
        let line = "Se #12, lär ut C# och skriv till a@b.se, 10 st @5 kr # @";
        assert_eq!(read(line), (line.into(), None, vec![], None));
    }

    #[test]
    fn a_second_unit_stays_text() {
        assert_eq!(
            read("Hjälp @SOC med @SBF"),
            ("Hjälp med @SBF".into(), None, vec![], Some("SOC".into()))
        );
    }

    #[test]
    fn a_need_without_a_title_is_the_title() {
        assert_eq!(read("#bygg / köer"), ("köer".into(), None, vec!["bygg".into()], None));
        assert_eq!(read("#bygg"), (String::new(), None, vec!["bygg".into()], None));
    }

    #[test]
    fn spaces_inside_the_text_are_left_alone() {
        assert_eq!(read("12\u{A0}500  kronor #budget").0, "12\u{A0}500  kronor");
    }

    #[test]
    fn a_pasted_list_is_its_lines_without_list_signs() {
        let text = "- Kettle\r\n* Drill\n\n  • Lamp\n1. One\n12) Two\n– Dash\n- [ ] To do\n- \n";
        assert_eq!(many_lines(text), ["Kettle", "Drill", "Lamp", "One", "Two", "Dash", "To do"]);
    }

    #[test]
    fn numbers_and_dashes_that_are_text_stay() {
        let text = "-5 grader\n1.5 timmar\n2026. Ett år\nC) inte\n*viktigt*";
        assert_eq!(many_lines(text).join("\n"), text);
    }
}

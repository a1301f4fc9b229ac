//! Text in lines: between words, after a hyphen or slash, and as a last resort inside a long
//! compound, where Swedish would divide it too.

use unicode_segmentation::UnicodeSegmentation;

use super::{CUT, cells_of, clip, width};

/// The text in lines of at most so many cells; spaces beside a line's end go. With a limit on the
/// lines, the last one ends in `…` where something did not fit.
pub fn wrap(text: &str, cells: usize, max_lines: Option<usize>) -> Vec<String> {
    let text = text.trim_end_matches([' ', '\t', '\n', '\r']);
    let most = max_lines.unwrap_or(usize::MAX);
    if cells == 0 || most == 0 || text.is_empty() {
        return Vec::new();
    }
    let mut page = Page { cells, most, lines: vec![String::new()], used: 0 };
    for (nth, paragraph) in text.lines().enumerate() {
        if nth > 0 && !page.turn() {
            return page.cut("");
        }
        for word in paragraph.split([' ', '\t']).filter(|word| !word.is_empty()) {
            if let Err(unplaced) = page.place(word) {
                return page.cut(unplaced);
            }
        }
    }
    page.lines
}

struct Page {
    cells: usize,
    most: usize,
    /// Never empty; the last is being filled.
    lines: Vec<String>,
    /// The cells that it has used.
    used: usize,
}

impl Page {
    fn line(&mut self) -> &mut String {
        self.lines.last_mut().expect("a page begins with a line")
    }

    /// Begins a new line if there may be one.
    fn turn(&mut self) -> bool {
        let may = self.lines.len() < self.most;
        if may {
            self.lines.push(String::new());
            self.used = 0;
        }
        may
    }

    /// Puts the word after the others, or says what of it found no room.
    fn place<'a>(&mut self, word: &'a str) -> Result<(), &'a str> {
        let gap = usize::from(!self.line().is_empty());
        let room = self.cells.checked_sub(self.used + gap);
        if let Some(wide) = room.and_then(|room| width_within(word, room)) {
            if gap > 0 {
                self.line().push(' ');
            }
            self.line().push_str(word);
            self.used += gap + wide;
            return Ok(());
        }
        if gap > 0 && !self.turn() {
            return Err(word);
        }
        let mut rest = word;
        loop {
            if let Some(wide) = width_within(rest, self.cells) {
                self.line().push_str(rest);
                self.used = wide;
                return Ok(());
            }
            if self.lines.len() == self.most {
                return Err(rest);
            }
            rest = self.divide(rest);
            if rest.is_empty() || !self.turn() {
                return Ok(());
            }
        }
    }

    /// Fills the line, which is empty, with as much of the word as it takes. Gives the rest.
    fn divide<'a>(&mut self, word: &'a str) -> &'a str {
        let (end, sign) = division(word, self.cells);
        let (head, rest) = match word.split_at_checked(end) {
            Some(halves) if end > 0 => halves,
            // One letter wider than the whole line: it cannot be shown.
            _ => {
                let first = word.graphemes(true).next().unwrap_or_default();
                self.line().push(CUT);
                self.used = 1;
                return word.strip_prefix(first).unwrap_or_default();
            }
        };
        self.line().push_str(head);
        self.line().extend(sign);
        self.used = self.cells;
        rest
    }

    /// Ends the last line with the sign that there is more, after a whole word if there is one.
    fn cut(mut self, unplaced: &str) -> Vec<String> {
        let cells = self.cells;
        let line = self.line();
        if line.is_empty() {
            // Only a word too long for any line gets here, or the end of a paragraph.
            *line = match clip(unplaced, cells) {
                clipped if clipped.ends_with(CUT) => clipped.into_owned(),
                _ => CUT.to_string(),
            };
            return self.lines;
        }
        while width(line) + 1 > cells {
            match line.rsplit_once(' ') {
                Some((before, _)) => *line = before.trim_end().to_owned(),
                None => {
                    line.push(CUT);
                    *line = clip(line, cells).into_owned();
                    return self.lines;
                }
            }
        }
        line.push(CUT);
        self.lines
    }
}

/// The width of a text that fits, read no further than that takes.
fn width_within(text: &str, cells: usize) -> Option<usize> {
    if text.len() <= 4 * cells {
        return Some(width(text)).filter(|wide| *wide <= cells);
    }
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        used += cells_of(grapheme);
        if used > cells {
            return None;
        }
    }
    Some(used)
}

/// Where a word wider than the line is best divided, in bytes, and the sign it then gets.
fn division(word: &str, cells: usize) -> (usize, Option<char>) {
    // One step past the line's end, so that what follows a division can be looked at.
    let mut used = 0;
    let mut ends = Vec::new();
    for (at, grapheme) in word.grapheme_indices(true) {
        used += cells_of(grapheme);
        ends.push((grapheme, at + grapheme.len(), used));
        if used > cells + 2 {
            break;
        }
    }
    let fits = |room: usize| ends.iter().take_while(|(_, _, used)| *used <= room).count();
    let letter = |nth: usize| ends.get(nth).and_then(|(grapheme, ..)| grapheme.chars().next());
    let end = |nth: usize| nth.checked_sub(1).and_then(|it| ends.get(it)).map_or(0, |it| it.1);

    let whole = fits(cells);
    let marked = (2..=whole).rev().find(|nth| letter(nth - 1).is_some_and(is_joint));
    if let Some(nth) = marked {
        return (end(nth), None);
    }
    let most = fits(cells - 1);
    let between_letters = |nth: usize| {
        [nth.checked_sub(1), Some(nth)]
            .into_iter()
            .all(|nth| nth.and_then(letter).is_some_and(takes_hyphen))
    };
    if cells < 4 || !between_letters(most) {
        return (end(whole), None);
    }
    // A single consonant goes with the vowel after it: medborgarser-vice.
    let natural = (3..=most).rev().take(4).find(|nth| {
        between_letters(*nth)
            && letter(*nth).is_some_and(|char| !is_vowel(char))
            && letter(nth + 1).is_some_and(is_vowel)
    });
    (end(natural.unwrap_or(most)), Some('-'))
}

fn is_joint(char: char) -> bool {
    matches!(char, '-' | '–' | '/' | '_' | '.' | '@' | '&' | '=' | '?')
}

/// Latin letters; other scripts are divided without a sign.
fn takes_hyphen(char: char) -> bool {
    char < '\u{300}' && char.is_alphabetic()
}

fn is_vowel(char: char) -> bool {
    matches!(char, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'å' | 'ä' | 'ö' | 'é')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn titles_stand_on_two_lines_as_in_the_pictures() {
        for (title, lines) in [
            ("Lugn timme i medborgarservice", ["Lugn timme i", "medborgarservice"]),
            ("Sms på flera språk inför föräldramöten", ["Sms på flera", "språk inför…"]),
            ("Enklare första brev om försörjningsstöd", ["Enklare första", "brev om…"]),
            ("En väg in för föreningar som söker lokal", ["En väg in för", "föreningar som…"]),
            ("Belysning som vaknar när någon går", ["Belysning som", "vaknar när någon…"]),
            ("Unga lär äldre använda e-legitimation", ["Unga lär äldre", "använda…"]),
            ("Modersmål på distans mellan skolor", ["Modersmål på", "distans mellan…"]),
            ("Nya vikarier ska känna sig väntade", ["Nya vikarier ska", "känna sig väntade"]),
        ] {
            assert_eq!(wrap(title, 17, Some(2)), lines);
        }
    }

    #[test]
    fn long_compounds_are_divided_where_one_would() {
        assert_eq!(wrap("försörjningsstöd", 10, None), ["försörj-", "ningsstöd"]);
        assert_eq!(wrap("Medborgarservice", 13, None), ["Medborgarser-", "vice"]);
        assert_eq!(wrap("e-legitimation", 12, None), ["e-", "legitimation"]);
        assert_eq!(wrap("12345678", 5, None), ["12345", "678"]);
        assert_eq!(wrap("語語語", 5, None), ["語語", "語"]);
    }

    #[test]
    fn a_word_that_never_fits_is_cut_on_the_last_line() {
        assert_eq!(wrap("Integrationssamordnare", 10, Some(1)), ["Integrati…"]);
        assert_eq!(wrap("En integrationssamordnare", 10, Some(1)), ["En…"]);
        assert_eq!(wrap("exakt tio", 9, Some(1)), ["exakt tio"]);
        assert_eq!(wrap("exakt tio till", 9, Some(1)), ["exakt…"]);
    }

    #[test]
    fn lines_of_the_writer_stay_and_spaces_go() {
        assert_eq!(wrap("ett\n\ntvå  tre \n", 20, None), ["ett", "", "två tre"]);
        assert_eq!(wrap("ett\ntvå", 20, Some(1)), ["ett…"]);
        assert_eq!(wrap("ett\u{a0}två tre", 8, None), ["ett\u{a0}två", "tre"]);
        assert_eq!(wrap("", 20, None), Vec::<String>::new());
        assert_eq!(wrap("  ", 20, Some(2)), Vec::<String>::new());
        assert_eq!(wrap("text", 0, None), Vec::<String>::new());
    }

    #[test]
    fn a_letter_wider_than_the_line_gives_way() {
        assert_eq!(wrap("a語b", 1, None), ["a", "…", "b"]);
    }

    #[test]
    fn a_megabyte_without_a_space_is_no_trouble() {
        assert_eq!(wrap(&"x".repeat(1_000_000), 100, None).len(), 10_101);
    }

    const TEXT: &str = "([a-zåäö]{1,12}|[語한あ]|👩‍👩‍👧‍👦|🇸🇪|e\u{301}|\u{200b}|[-/ 0-9]| |\n){0,40}";

    proptest! {
        #[test]
        fn nothing_is_too_wide_and_nothing_but_spaces_is_lost(text in TEXT, cells in 2usize..30) {
            let lines = wrap(&text, cells, None);
            for line in &lines {
                prop_assert!(width(line) <= cells, "{line:?} in {cells}");
            }
            let bare = |text: &str| text.replace([' ', '\n', '-'], "");
            prop_assert_eq!(bare(&lines.concat()), bare(&text));
            prop_assert!(lines.concat().matches('-').count() >= text.matches('-').count());
        }

        #[test]
        fn a_limit_on_the_lines_is_kept_and_told(text in TEXT, cells in 1usize..30, most in 0usize..4) {
            let all = wrap(&text, cells, None);
            let some = wrap(&text, cells, Some(most));
            prop_assert!(some.len() <= most);
            for line in &some {
                prop_assert!(width(line) <= cells, "{line:?} in {cells}");
            }
            if all.len() <= most {
                prop_assert_eq!(some, all);
            } else if let Some(last) = some.last() {
                prop_assert!(last.ends_with(CUT), "{last:?}");
            }
        }
    }
}

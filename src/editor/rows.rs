//! Where each line wraps. Kept, so that a key wraps a few rows anew and not the whole text.

use std::ops::Range;

use super::buffer::Spot;
use super::pieces::pieces;

#[derive(Debug, PartialEq, Eq)]
pub(super) struct Rows {
    /// Cells of the field; none when it does not wrap.
    width: Option<usize>,
    lines: Vec<Wrapped>,
    count: usize,
    pieces: usize,
}

#[derive(Debug, Default, PartialEq, Eq)]
struct Wrapped {
    /// Where the second row begins, the third and so on.
    breaks: Vec<Break>,
    pieces: usize,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Break {
    byte: usize,
    /// How many pieces of the line are before it.
    pieces: usize,
}

/// What was done to a line: bytes that are gone from a place and bytes that stand there now.
#[derive(Clone, Copy, Debug)]
pub(super) struct Change {
    pub(super) line: usize,
    pub(super) byte: usize,
    pub(super) gone: usize,
    pub(super) new: usize,
}

impl Rows {
    pub(super) fn of(lines: &[String], width: Option<usize>) -> Rows {
        let mut rows = Rows { width, lines: Vec::new(), count: 0, pieces: 0 };
        rows.rewrap(lines, 0, 0, lines.len());
        rows
    }

    /// Wraps `new` lines from `line` on, which stand where `old` ones were.
    pub(super) fn rewrap(&mut self, lines: &[String], line: usize, old: usize, new: usize) {
        let width = self.width;
        let fresh: Vec<Wrapped> =
            lines.iter().skip(line).take(new).map(|text| Wrapped::of(text, width)).collect();
        for wrapped in &fresh {
            self.count += wrapped.breaks.len() + 1;
            self.pieces += wrapped.pieces;
        }
        for wrapped in self.lines.splice(line..line + old, fresh) {
            self.count -= wrapped.breaks.len() + 1;
            self.pieces -= wrapped.pieces;
        }
    }

    /// Wraps anew what a change within a line may have moved, and no more.
    pub(super) fn change(&mut self, lines: &[String], change: Change) {
        let width = self.width;
        let (Some(text), Some(wrapped)) = (lines.get(change.line), self.lines.get_mut(change.line))
        else {
            return;
        };
        self.count -= wrapped.breaks.len();
        self.pieces -= wrapped.pieces;
        wrapped.change(text, width, change);
        self.count += wrapped.breaks.len();
        self.pieces += wrapped.pieces;
    }

    pub(super) fn count(&self) -> usize {
        self.count
    }

    pub(super) fn pieces(&self) -> usize {
        self.pieces
    }

    /// The row on which a place stands, and that row's bytes. Where a row ends and the next begins
    /// it is the next.
    pub(super) fn row_of(&self, lines: &[String], spot: Spot) -> (usize, Range<usize>) {
        let above: usize =
            self.lines.iter().take(spot.line).map(|wrapped| wrapped.breaks.len() + 1).sum();
        let nth = self
            .lines
            .get(spot.line)
            .map_or(0, |wrapped| wrapped.breaks.partition_point(|at| at.byte <= spot.byte));
        (above + nth, self.bytes(lines, spot.line, nth))
    }

    /// Line and bytes of a row, and whether it is the line's last.
    pub(super) fn row(&self, lines: &[String], row: usize) -> (usize, Range<usize>, bool) {
        let mut left = row;
        for (line, wrapped) in self.lines.iter().enumerate() {
            if left <= wrapped.breaks.len() {
                return (line, self.bytes(lines, line, left), left == wrapped.breaks.len());
            }
            left -= wrapped.breaks.len() + 1;
        }
        let line = self.lines.len().saturating_sub(1);
        let end = lines.get(line).map_or(0, String::len);
        (line, end..end, true)
    }

    /// All rows from one on.
    pub(super) fn from<'a>(
        &'a self,
        lines: &'a [String],
        row: usize,
    ) -> impl Iterator<Item = (usize, Range<usize>, bool)> + 'a {
        let (first, range, _) = self.row(lines, row);
        let skip = self
            .lines
            .get(first)
            .map_or(0, |w| w.breaks.partition_point(|b| b.byte <= range.start));
        self.lines
            .iter()
            .enumerate()
            .skip(first)
            .flat_map(move |(line, wrapped)| {
                let last = wrapped.breaks.len();
                (0..=last).map(move |nth| (line, self.bytes(lines, line, nth), nth == last))
            })
            .skip(skip)
    }

    fn bytes(&self, lines: &[String], line: usize, nth: usize) -> Range<usize> {
        let breaks = self.lines.get(line).map_or(&[][..], |wrapped| &wrapped.breaks);
        let start = nth.checked_sub(1).and_then(|before| breaks.get(before));
        let end = breaks.get(nth).map(|end| end.byte).or_else(|| lines.get(line).map(String::len));
        start.map_or(0, |start| start.byte)..end.unwrap_or(0)
    }
}

impl Wrapped {
    fn of(text: &str, width: Option<usize>) -> Wrapped {
        let mut wrapped = Wrapped::default();
        wrapped.go_on(text, width, |_| false);
        wrapped
    }

    fn change(&mut self, text: &str, width: Option<usize>, change: Change) {
        let Change { byte, gone, new, .. } = change;
        // A word may go back to the row before, and what did not fit there was seen to on the row
        // before that.
        let row = self.breaks.partition_point(|at| at.byte <= byte);
        let later = self.breaks.split_off(row.saturating_sub(2).min(self.breaks.len()));
        let was = self.pieces;
        // How a row wraps depends on what follows its beginning alone: where one begins as before,
        // all others do.
        let mut same = later.iter().copied().skip_while(|at| at.byte < byte + gone).peekable();
        let mut found = None;
        let ends = !self.go_on(text, width, |at| {
            while same.next_if(|old| old.byte + new - gone < at.byte).is_some() {}
            found = same
                .peek()
                .copied()
                .filter(|old| at.byte >= byte + new && old.byte + new - gone == at.byte);
            found.is_some()
        });
        let (false, Some(old), Some(now)) = (ends, found, self.breaks.last().copied()) else {
            return;
        };
        same.next();
        self.breaks.extend(same.map(|later| Break {
            byte: later.byte + new - gone,
            pieces: later.pieces + now.pieces - old.pieces,
        }));
        self.pieces = was + now.pieces - old.pieces;
    }

    /// Wraps from the last break on, after a blank or a hyphen where there is one, else between
    /// graphemes. One cell of each row is kept for the cursor; the blank that ends a row may stand
    /// in it. Answers whether it stopped at a break that was to be the last.
    fn go_on(
        &mut self,
        text: &str,
        width: Option<usize>,
        mut is_last: impl FnMut(Break) -> bool,
    ) -> bool {
        let full = width.unwrap_or(usize::MAX);
        let limit = full.saturating_sub(1).max(1);
        let begin = self.breaks.last().copied().unwrap_or_default();
        self.pieces = begin.pieces;
        let mut cell = 0;
        // After the last blank or hyphen, and at which cell that is.
        let mut opening: Option<(Break, usize)> = None;
        for piece in pieces(text.get(begin.byte..).unwrap_or_default()) {
            let here = Break { byte: begin.byte + piece.at, pieces: self.pieces };
            self.pieces += 1;
            let blank = piece.text == " ";
            let room = if blank { full } else { limit };
            while cell > 0 && cell + piece.cells > room {
                let (at, from) = match opening.take() {
                    Some(opening) if !blank => opening,
                    _ => (here, cell),
                };
                self.breaks.push(at);
                if is_last(at) {
                    return true;
                }
                cell -= from;
            }
            cell += piece.cells;
            if matches!(piece.text, " " | "\t" | "-" | "–") {
                let after = here.byte + piece.text.len();
                opening = Some((Break { byte: after, pieces: self.pieces }, cell));
            }
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str, width: usize) -> Vec<String> {
        let lines = [text.to_owned()];
        let rows = Rows::of(&lines, Some(width));
        rows.from(&lines, 0).map(|(_, range, _)| text.get(range).unwrap().to_owned()).collect()
    }

    #[test]
    fn words_stay_whole_where_they_fit() {
        assert_eq!(rows("en idé till", 7), ["en idé ", "till"]);
        assert_eq!(rows("e-tjänst", 6), ["e-", "tjäns", "t"]);
    }

    #[test]
    fn a_long_compound_breaks_between_letters() {
        assert_eq!(
            rows("om upphandlingsförordningen", 11),
            ["om ", "upphandlin", "gsförordni", "ngen"]
        );
    }

    #[test]
    fn one_cell_is_kept_for_the_cursor() {
        assert_eq!(rows("abcd", 5), ["abcd"]);
        assert_eq!(rows("abcde", 5), ["abcd", "e"]);
        assert_eq!(rows("ab", 1), ["a", "b"]);
    }

    #[test]
    fn wide_letters_are_never_halved() {
        assert_eq!(rows("한한한", 4), ["한", "한", "한"]);
        assert_eq!(rows("a 한한", 4), ["a ", "한", "한"]);
    }
}

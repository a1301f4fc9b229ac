//! Light Markdown for reading panes: paragraphs, lists, emphasis, headings, code, quotes, links.
//! Nothing that was written is hidden or run: HTML, tables and whatever else Markdown has is shown
//! as it stands. Line ends and blank lines are the writer's own.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::ink::{Ink, Piece, Row};

/// The text in rows of at most `width` cells.
pub fn rows(text: &str, width: u16) -> Vec<Row> {
    let mut page = Page {
        source: text,
        width: usize::from(width.max(1)),
        inks: vec![Ink::Text],
        margins: Vec::new(),
        numbers: Vec::new(),
        links: Vec::new(),
        begins: None,
        block: Vec::new(),
        rows: Vec::new(),
    };
    for (event, range) in Parser::new_ext(text, Options::empty()).into_offset_iter() {
        page.read(event, range.start);
    }
    page.end_block();
    page.rows
}

/// What has been read so far.
struct Page<'a> {
    source: &'a str,
    width: usize,
    inks: Vec<Ink>,
    margins: Vec<Margin>,
    /// The next number of each open list; none for bullets.
    numbers: Vec<Option<u64>>,
    /// Address and words of each open link.
    links: Vec<(String, String)>,
    /// Where in the source the block that is being read begins.
    begins: Option<usize>,
    /// The lines of that block, not yet wrapped.
    block: Vec<Vec<(String, Ink)>>,
    rows: Vec<Row>,
}

/// What stands left of a quote or of an item.
struct Margin {
    /// The mark of an item, until its first row is out.
    mark: Option<String>,
    rest: String,
    ink: Ink,
}

impl Page<'_> {
    fn read(&mut self, event: Event<'_>, at: usize) {
        match event {
            Event::Start(tag) => self.start(tag, at),
            Event::End(tag) => self.end(tag),
            Event::Code(code) => {
                self.say(&code, self.ink().around(Ink::Code), at);
            }
            Event::Text(text)
            | Event::Html(text)
            | Event::InlineHtml(text)
            | Event::InlineMath(text)
            | Event::DisplayMath(text)
            | Event::FootnoteReference(text) => self.say(&text, self.ink(), at),
            Event::SoftBreak | Event::HardBreak => self.block.push(Vec::new()),
            Event::Rule => {
                self.end_block();
                self.say("───", self.ink(), at);
                self.end_block();
            }
            Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, at: usize) {
        match tag {
            Tag::Heading { .. } => self.start_block(at, Ink::Heading),
            Tag::CodeBlock(_) => self.start_block(at, Ink::Code),
            Tag::Paragraph | Tag::HtmlBlock => self.start_block(at, Ink::Text),
            Tag::BlockQuote(_) => {
                self.start_block(at, Ink::Quote);
                self.indent(None, "│ ");
            }
            Tag::List(first) => {
                self.end_block();
                self.numbers.push(first);
            }
            Tag::Item => {
                self.start_block(at, Ink::Text);
                let mark = match self.numbers.last_mut() {
                    Some(Some(number)) => {
                        let mark = format!("{number}. ");
                        *number = number.saturating_add(1);
                        mark
                    }
                    Some(None) | None => "• ".to_owned(),
                };
                let rest = " ".repeat(mark.width());
                self.indent(Some(mark), &rest);
            }
            Tag::Emphasis => self.inks.push(self.ink().around(Ink::Emphasis)),
            Tag::Strong => self.inks.push(self.ink().around(Ink::Strong)),
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => {
                self.inks.push(self.ink().around(Ink::Link));
                self.links.push((dest_url.into_string(), String::new()));
            }
            // Parsed only by options that are off.
            Tag::FootnoteDefinition(_)
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Table(_)
            | Tag::TableHead
            | Tag::TableRow
            | Tag::TableCell
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::MetadataBlock(_) => self.inks.push(self.ink()),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::List(_) => {
                self.end_block();
                self.numbers.pop();
                return;
            }
            TagEnd::BlockQuote(_) => {
                self.end_block();
                self.margins.pop();
            }
            TagEnd::Item => {
                self.end_block();
                if self.margins.last().is_some_and(|margin| margin.mark.is_some()) {
                    let row = self.margin();
                    self.rows.push(Row(row));
                }
                self.margins.pop();
            }
            TagEnd::Link | TagEnd::Image => {
                if let Some((address, words)) = self.links.pop()
                    && address != words
                    && address.strip_prefix("mailto:") != Some(&words)
                    && !address.is_empty()
                {
                    let gap = if words.is_empty() { "" } else { " " };
                    self.put(&format!("{gap}({address})"), self.ink());
                }
            }
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::HtmlBlock => {
                self.end_block();
            }
            TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::FootnoteDefinition
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::Table
            | TagEnd::TableHead
            | TagEnd::TableRow
            | TagEnd::TableCell
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::MetadataBlock(_) => {}
        }
        self.inks.pop();
    }

    fn ink(&self) -> Ink {
        self.inks.last().copied().unwrap_or(Ink::Text)
    }

    fn start_block(&mut self, at: usize, ink: Ink) {
        self.end_block();
        self.begins = Some(at);
        self.inks.push(self.ink().around(ink));
    }

    /// Deep nesting stops indenting before it has eaten half the width.
    fn indent(&mut self, mark: Option<String>, rest: &str) {
        let before: usize = self.margins.iter().map(|margin| margin.rest.width()).sum();
        let fits = (before + rest.width()) * 2 <= self.width;
        let rest = if fits { rest.to_owned() } else { String::new() };
        self.margins.push(Margin { mark, rest, ink: self.ink() });
    }

    fn say(&mut self, text: &str, ink: Ink, at: usize) {
        self.begins.get_or_insert(at);
        for (_, words) in &mut self.links {
            words.push_str(text);
        }
        self.put(text, ink);
    }

    fn put(&mut self, text: &str, ink: Ink) {
        for (nth, part) in text.split('\n').enumerate() {
            if nth > 0 || self.block.is_empty() {
                self.block.push(Vec::new());
            }
            if let Some(line) = self.block.last_mut() {
                line.push((part.replace('\t', "    "), ink));
            }
        }
    }

    fn end_block(&mut self) {
        let mut block = std::mem::take(&mut self.block);
        while block.last().is_some_and(|line| line.iter().all(|(text, _)| text.is_empty())) {
            block.pop();
        }
        if block.is_empty() {
            return;
        }
        if let Some(above) = self.begins.take().and_then(|at| blank_above(self.source, at))
            && !self.rows.is_empty()
        {
            let quoted = self.margins.iter().all(|margin| margin.mark.is_none());
            let row = if above.contains('>') && quoted { self.margin() } else { Vec::new() };
            self.rows.push(Row(row));
        }
        for line in block {
            let margin: usize = self.margins.iter().map(|margin| margin.rest.width()).sum();
            for row in wrap(&line, self.width.saturating_sub(margin).max(1)) {
                let mut pieces = self.margin();
                pieces.extend(row);
                self.rows.push(Row(pieces));
            }
        }
    }

    fn margin(&mut self) -> Vec<Piece> {
        self.margins
            .iter_mut()
            .map(|margin| {
                let text = margin.mark.take().unwrap_or_else(|| margin.rest.clone());
                Piece { text, ink: margin.ink }
            })
            .filter(|piece| !piece.text.is_empty())
            .collect()
    }
}

/// The line above the one where `at` is, if there is nothing on it but quote marks.
fn blank_above(source: &str, at: usize) -> Option<&str> {
    let above = source.get(..at)?.rsplit('\n').nth(1)?;
    above.chars().all(|c| c == '>' || c.is_whitespace()).then_some(above)
}

/// Breaks after a blank or a hyphen where there is one, else between graphemes. The blank at which
/// a row breaks is not shown.
fn wrap(line: &[(String, Ink)], width: usize) -> Vec<Vec<Piece>> {
    let pieces: Vec<(&str, Ink)> = line
        .iter()
        .flat_map(|(text, ink)| text.graphemes(true).map(|piece| (piece, *ink)))
        .collect();
    let mut rows = Vec::new();
    let (mut start, mut cell) = (0, 0);
    let mut opening = None;
    for (nth, (piece, _)) in pieces.iter().enumerate() {
        let cells = piece.width();
        while nth > start && cell + cells > width && *piece != " " {
            let (next, from) = opening.take().unwrap_or((nth, cell));
            rows.push(row(pieces.get(start..next).unwrap_or_default()));
            start = next;
            cell -= from;
        }
        cell += cells;
        if matches!(*piece, " " | "-" | "–") {
            opening = Some((nth + 1, cell));
        }
    }
    rows.push(row(pieces.get(start..).unwrap_or_default()));
    rows
}

/// Neighbours of one ink become one piece.
fn row(graphemes: &[(&str, Ink)]) -> Vec<Piece> {
    let end = graphemes.iter().rposition(|(piece, _)| *piece != " ").map_or(0, |last| last + 1);
    let mut pieces: Vec<Piece> = Vec::new();
    for (grapheme, ink) in graphemes.iter().take(end) {
        match pieces.last_mut() {
            Some(piece) if piece.ink == *ink => piece.text.push_str(grapheme),
            _ => pieces.push(Piece { text: (*grapheme).to_owned(), ink: *ink }),
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};
    use proptest::prelude::*;

    use super::*;

    /// Each row, with what is bold in `**`, slanted in `_`, underlined in `~`, code in `` ` ``.
    fn check(text: &str, width: u16, expected: Expect) {
        let mut shown = String::new();
        for row in rows(text, width) {
            assert!(row.width() <= usize::from(width), "{row:?}");
            for piece in row.0 {
                let mark = match piece.ink {
                    Ink::Strong | Ink::Heading => "**",
                    Ink::Emphasis => "_",
                    Ink::Link => "~",
                    Ink::Code => "`",
                    _ => "",
                };
                shown += &format!("{mark}{}{mark}", piece.text);
            }
            shown.push('\n');
        }
        expected.assert_eq(&shown);
    }

    #[test]
    fn line_ends_and_blank_lines_are_the_writers() {
        check(
            "Rad ett\nRad två\n\nNytt stycke\nVi behöver:\n- bord\n- stol\n",
            40,
            expect![[r#"
            Rad ett
            Rad två

            Nytt stycke
            Vi behöver:
            • bord
            • stol
        "#]],
        );
    }

    #[test]
    fn words_wrap_and_long_compounds_break() {
        check(
            "En *kort* **idé om** upphandlingsförordningen",
            14,
            expect![[r#"
            En _kort_ **idé om**
            upphandlingsfö
            rordningen
        "#]],
        );
    }

    #[test]
    fn lists_nest_and_keep_their_numbers() {
        check(
            "3. tre är lite längre\n4. fyra\n   - under\n   - *till*\n\n     stycke\n5.\n",
            16,
            expect![[r#"
            3. tre är lite
               längre
            4. fyra
               • under
               • _till_

                 stycke
            5. 
        "#]],
        );
    }

    #[test]
    fn headings_quotes_and_code() {
        check(
            "# Rubrik\n\n> citat som är\n> längre `kod`\n>\n> mer\n\n```\nlet  x;\n\n    y\n```\n---",
            12,
            expect![[r#"
            **Rubrik**

            │ citat som
            │ är
            │ längre `kod`
            │ 
            │ mer

            `let  x;`

            `    y`
            ───
        "#]],
        );
    }

    #[test]
    fn a_link_shows_its_address_unless_that_is_its_text() {
        check(
            "Se [planen](https://a.se/b) och <https://c.se>.",
            60,
            expect![[r#"
            Se ~planen (https://a.se/b)~ och ~https://c.se~.
        "#]],
        );
    }

    #[test]
    fn html_is_text() {
        check(
            "Ett <b>fett</b> ord<!-- dolt -->\n\n<script>\nx()\n</script>\n",
            40,
            expect![[r#"
            Ett <b>fett</b> ord<!-- dolt -->

            <script>
            x()
            </script>
        "#]],
        );
    }

    #[test]
    fn an_idea_number_is_no_heading() {
        check(
            "#12 liknar denna\n| a | b |\n- [ ] kvar",
            40,
            expect![[r#"
            #12 liknar denna
            | a | b |
            • [ ] kvar
        "#]],
        );
    }

    proptest! {
        #[test]
        fn no_text_is_too_odd(text in "([-*_>#`1.<a\\[\\]()!|~ \n\tå한]|https://a){0,60}", width in 0u16..30) {
            rows(&text, width);
        }
    }
}

//! Text in rows, with what each stretch of it is. How that looks is the affair of the theme.

use super::width::width;

/// What a stretch of text is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ink {
    /// What is read.
    #[default]
    Text,
    /// Facts, labels, hints.
    Muted,
    Strong,
    Emphasis,
    Heading,
    Link,
    Quote,
    Code,
    /// Where you are.
    Accent,
    Warning,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Piece {
    pub text: String,
    pub ink: Ink,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row(pub Vec<Piece>);

impl Ink {
    /// An ink inside this one: what is plain there is as its surroundings.
    #[must_use]
    pub fn around(self, inner: Ink) -> Ink {
        if inner == Ink::Text { self } else { inner }
    }
}

impl Row {
    pub fn of(text: impl Into<String>, ink: Ink) -> Row {
        Row(vec![Piece { text: text.into(), ink }])
    }

    pub fn push(&mut self, text: impl Into<String>, ink: Ink) {
        self.0.push(Piece { text: text.into(), ink });
    }

    /// The same row, so many cells further to the right.
    #[must_use]
    pub fn indented(mut self, cells: usize) -> Row {
        if cells > 0 && !self.0.is_empty() {
            self.0.insert(0, Piece { text: " ".repeat(cells), ink: Ink::Text });
        }
        self
    }

    pub fn width(&self) -> usize {
        self.0.iter().map(|piece| width(&piece.text)).sum()
    }

    /// What is written in it, ink or no ink.
    pub fn plain(&self) -> String {
        self.0.iter().map(|piece| piece.text.as_str()).collect()
    }
}

//! Keys as words: `j`, `g g`, `ctrl-s`, `enter`. What is in quotes is typed letter by letter.

use sluss::input::{Chord, Key};

pub(crate) fn read(keys: &str) -> Vec<Chord> {
    let mut chords = Vec::new();
    let mut quoted = false;
    for piece in keys.split('"') {
        if quoted {
            chords.extend(piece.chars().map(|c| Chord::plain(Key::Char(c))));
        } else {
            for word in piece.split_whitespace() {
                match word.parse() {
                    Ok(chord) => chords.push(chord),
                    Err(word) => panic!("{word:?} is not a key"),
                }
            }
        }
        quoted = !quoted;
    }
    assert!(quoted, "a quotation is not closed: {keys}");
    chords
}

//! Text being typed, edited by grapheme. The only module that knows the textarea crate.

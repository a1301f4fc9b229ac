//! What those are told whose data are on the board: who is responsible, what is kept, why, how long,
//! whom to ask. One page, until a file has one of its own.

use super::language::Language;

/// The page that the program brings, with brackets to fill in.
pub fn information(language: Language) -> &'static str {
    match language {
        Language::Sv => include_str!("../../assets/privacy/sv.txt"),
        Language::En => include_str!("../../assets/privacy/en.txt"),
    }
}

/// The name under which a file remembers a page of its own.
pub fn information_memory(language: Language) -> &'static str {
    match language {
        Language::Sv => "privacy-sv",
        Language::En => "privacy-en",
    }
}

//! What is typed as an idea, and laid out as prose.

#![no_main]

#[path = "../../tests/common/hold.rs"]
mod hold;

libfuzzer_sys::fuzz_target!(|text: &str| hold::written(text));

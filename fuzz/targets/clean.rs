//! Cleaning text.

#![no_main]

#[path = "../../tests/common/hold.rs"]
mod hold;

libfuzzer_sys::fuzz_target!(|text: &str| hold::cleaned(text));

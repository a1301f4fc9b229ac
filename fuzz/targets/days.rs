//! What is typed where a day is asked for.

#![no_main]

#[path = "../../tests/common/hold.rs"]
mod hold;

libfuzzer_sys::fuzz_target!(|text: &str| hold::dated(text));

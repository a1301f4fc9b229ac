//! Bytes from a terminal as keys, pastes and answers.

#![no_main]

#[path = "../../tests/common/hold.rs"]
mod hold;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| hold::typed(bytes));

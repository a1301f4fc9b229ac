//! What is typed to search and to filter.

#![no_main]

#[path = "../../tests/common/hold.rs"]
mod hold;

libfuzzer_sys::fuzz_target!(|line: &str| hold::searched(line));

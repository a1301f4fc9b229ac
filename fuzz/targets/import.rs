//! An export of some other file, or what claims to be one.

#![no_main]

#[path = "../../tests/common/hold.rs"]
mod hold;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| hold::imported(bytes));

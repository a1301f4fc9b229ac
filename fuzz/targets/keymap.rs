//! A keymap of one's own.

#![no_main]

#[path = "../../tests/common/hold.rs"]
mod hold;

libfuzzer_sys::fuzz_target!(|toml: &str| hold::bound(toml));

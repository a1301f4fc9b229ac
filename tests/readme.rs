//! README tells the keys as they are. `UPDATE_EXPECT=1` writes them anew.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;

use sluss::cli::key_table;
use sluss::domain::Language;
use sluss::input::Keymap;
use sluss::text::Words;

const BEGIN: &str = "<!-- keys -->\n";
const END: &str = "<!-- /keys -->\n";

#[test]
fn the_keys_in_readme_are_those_of_the_keymap() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let page = fs::read_to_string(&path).unwrap();
    let (before, rest) = page.split_once(BEGIN).unwrap();
    let (found, after) = rest.split_once(END).unwrap();
    let keys = format!("\n{}", key_table(&Keymap::own(), &Words::of(Language::En)));
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(&path, format!("{before}{BEGIN}{keys}{END}{after}")).unwrap();
    } else {
        assert!(found == keys, "run UPDATE_EXPECT=1 cargo test --test readme");
    }
}

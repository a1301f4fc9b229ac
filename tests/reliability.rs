//! What `RELIABILITY.md` says is proved is proved: each test that it names is there, and each test of a
//! fault is named in it.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

const PAGE: &str = include_str!("../RELIABILITY.md");

/// The sections of the fault matrix and how many rows each has.
const ROWS: &[(&str, u32)] = &[
    ("K", 12),
    ("D", 16),
    ("C", 18),
    ("V", 8),
    ("M", 6),
    ("N", 6),
    ("R", 9),
    ("T", 21),
    ("Z", 5),
    ("I", 13),
    ("U", 3),
    ("B", 6),
    ("S", 5),
    ("G", 6),
    ("P", 24),
];

#[test]
fn every_promise_and_every_fault_has_its_line() {
    let told: BTreeSet<&str> = lines().map(|(id, _)| id).collect();
    let missing: Vec<String> = ROWS
        .iter()
        .flat_map(|(letter, n)| (1..=*n).map(move |nth| format!("{letter}{nth}")))
        .filter(|id| !told.contains(id.as_str()))
        .collect();
    assert!(missing.is_empty(), "no line for {missing:?}");
}

#[test]
fn every_line_names_tests_that_are_there_or_says_why_there_is_none() {
    let there = tests_in(Path::new("tests")).chain(tests_in(Path::new("src")));
    let there: BTreeSet<String> = there.collect();
    for (id, rest) in lines() {
        let named: Vec<&str> = quoted(rest).filter(|word| is_test_name(word)).collect();
        let rows: Vec<&str> = rest.split_whitespace().filter(|word| is_id(word)).collect();
        let reason = ["not applicable:", "not tested:"].iter().any(|why| rest.contains(why));
        let is_proved = !named.is_empty() || !rows.is_empty();
        assert!(reason || is_proved, "{id} names no test and no reason: {rest}");
        for row in rows {
            assert!(lines().any(|(told, _)| told == row), "{id} names {row}, which has no line");
        }
        for name in named {
            assert!(there.contains(name), "{id} names {name}, which is not there");
        }
    }
}

#[test]
fn every_test_of_a_fault_is_named() {
    let unnamed: Vec<String> = tests_in(Path::new("tests/faults"))
        .filter(|name| !quoted(PAGE).any(|word| word == name))
        .collect();
    assert!(unnamed.is_empty(), "not in the page: {unnamed:#?}");
}

/// Lines of tables that begin with the id of a promise or fault, and the rest of each.
fn lines() -> impl Iterator<Item = (&'static str, &'static str)> {
    PAGE.lines().filter_map(|line| {
        let (id, rest) = line.strip_prefix("| ")?.split_once(" |")?;
        is_id(id).then_some((id, rest))
    })
}

/// A capital and a number.
fn is_id(word: &str) -> bool {
    let digits = word.trim_start_matches(|c: char| c.is_ascii_uppercase());
    digits.len() + 1 == word.len() && digits.parse::<u32>().is_ok()
}

/// What stands between backticks.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

fn is_test_name(word: &str) -> bool {
    word.matches('_').count() >= 2
        && word.chars().all(|c| c == '_' || c.is_ascii_lowercase() || c.is_ascii_digit())
}

/// The names of the tests in a folder's sources.
fn tests_in(folder: &Path) -> impl Iterator<Item = String> {
    let mut names = Vec::new();
    let mut open = vec![PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(std::fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = std::fs::read_to_string(path).unwrap();
            for after in text.split("#[test]").skip(1) {
                let name = after.split_once("fn ").unwrap().1;
                names.push(name.chars().take_while(|c| *c == '_' || c.is_alphanumeric()).collect());
            }
        }
    }
    names.into_iter()
}

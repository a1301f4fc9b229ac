//! The messages as a whole: both languages say the same things, plainly, and nothing is asked for
//! that is not there.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement,
};
use fluent_syntax::parser;
use sluss::text::{LOCALES, Language};

/// Messages whose ids are put together while the program runs, by how they begin.
const FAMILIES: &[&str] = &["action-", "context-"];

/// Files written before the screens that show them. When all screens are there, none is left.
const AHEAD: &[&str] = &["board.ftl", "general.ftl", "opening.ftl", "shape.ftl"];

/// What begins like this and stands in quotes in the sources is a message.
const PREFIXES: &[&str] = &["notice-", "refused-", "step-", "warning-"];

/// What stands before the id of a message in the sources.
const ASKS: &[&str] = &["Say::new(", "words.get(", "words.with("];

/// A sentence longer than this is hard to read.
const MOST_WORDS: usize = 20;

#[test]
fn every_file_of_messages_is_built_in_and_stands_in_both_languages() {
    let table: BTreeSet<_> = LOCALES.iter().map(|file| file.name.to_owned()).collect();
    assert_eq!(table.len(), LOCALES.len(), "a file is in the table twice");
    for language in Language::ALL {
        let folder: BTreeSet<_> = files(&format!("assets/locales/{}", language.tag()))
            .iter()
            .map(|path| path.file_name().unwrap().to_str().unwrap().to_owned())
            .collect();
        assert_eq!(folder, table, "{}", language.tag());
    }
}

#[test]
fn both_languages_have_every_message_with_the_same_arguments() {
    for file in LOCALES {
        let [sv, en] = Language::ALL.map(|language| {
            let messages = messages(file.source(language)).into_iter();
            messages.map(|(id, message)| (id, message.args)).collect::<BTreeMap<_, _>>()
        });
        for id in sv.keys().chain(en.keys()) {
            assert_eq!(sv.get(id), en.get(id), "{id} in {}: Swedish, English", file.name);
        }
    }
}

#[test]
fn no_message_is_there_twice_or_leans_on_one_that_is_not() {
    let mut ids = BTreeSet::new();
    let mut leaned_on = BTreeSet::new();
    for (_, id, message) in all(Language::Sv) {
        assert!(ids.insert(id.clone()), "{id} is there twice");
        leaned_on.extend(message.others);
    }
    let missing: Vec<_> = leaned_on.difference(&ids).collect();
    assert!(missing.is_empty(), "not there: {missing:?}");
}

#[test]
fn swedish_sentences_are_short() {
    for (file, id, message) in all(Language::Sv) {
        for sentence in message.texts.iter().flat_map(|text| sentences(text)) {
            let words = sentence.split_whitespace().count();
            assert!(words <= MOST_WORDS, "{file}: {id} has {words} words: {sentence}");
        }
    }
}

#[test]
fn what_is_asked_for_is_there() {
    let ids: BTreeSet<_> = all(Language::Sv).map(|(_, id, _)| id).collect();
    for path in files("src").iter().filter(|path| is_program(path)) {
        let source = without_tests(&fs::read_to_string(path).unwrap()).to_owned();
        let pieces: Vec<_> = source.split('"').collect();
        for pair in pieces.windows(2) {
            let [before, piece] = pair else { continue };
            let asked = ASKS.iter().any(|ask| before.trim_end().ends_with(ask));
            let begins = PREFIXES.iter().any(|it| piece.len() > it.len() && piece.starts_with(it));
            if is_id(piece) && (asked || begins) {
                assert!(ids.contains(*piece), "{} asks for {piece}", path.display());
            }
        }
    }
}

#[test]
fn what_is_there_is_asked_for() {
    let mut quoted = BTreeSet::new();
    for path in files("src").into_iter().chain(files("assets")) {
        if is_program(&path) || path.extension().is_some_and(|it| it == "toml" || it == "json") {
            let source = fs::read_to_string(&path).unwrap();
            quoted.extend(source.split('"').filter(|piece| is_id(piece)).map(str::to_owned));
        }
    }
    for (_, _, message) in all(Language::Sv) {
        quoted.extend(message.others);
    }
    for (file, id, _) in all(Language::Sv) {
        let family = FAMILIES.iter().any(|family| id.starts_with(family));
        assert!(
            AHEAD.contains(&file) || family || quoted.contains(&id),
            "{file}: nobody asks for {id}"
        );
    }
}

#[test]
fn sentences_end_where_a_reader_takes_breath() {
    assert_eq!(sentences("Skriv 1.5. Sedan? Ja."), ["Skriv 1.5.", "Sedan?", "Ja."]);
    assert_eq!(sentences("Inga idéer än"), ["Inga idéer än"]);
}

/// A message with its attributes.
#[derive(Default)]
struct Message {
    /// What it is given.
    args: BTreeSet<String>,
    /// The messages that it leans on.
    others: BTreeSet<String>,
    /// Its texts, each variant on its own, with one word for what it is given.
    texts: Vec<String>,
}

impl Message {
    fn read(&mut self, pattern: &Pattern<&str>) {
        let nth = self.texts.len();
        self.texts.push(String::new());
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.texts[nth].push_str(value),
                PatternElement::Placeable { expression } => {
                    self.texts[nth].push('X');
                    self.read_expression(expression);
                }
            }
        }
    }

    fn read_expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.read_inline(inline),
            Expression::Select { selector, variants } => {
                self.read_inline(selector);
                for variant in variants {
                    self.read(&variant.value);
                }
            }
        }
    }

    fn read_inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.args.insert(id.name.to_owned());
            }
            InlineExpression::MessageReference { id, .. } => {
                self.others.insert(id.name.to_owned());
            }
            InlineExpression::TermReference { id, arguments, .. } => {
                self.others.insert(format!("-{}", id.name));
                arguments.iter().for_each(|arguments| self.read_arguments(arguments));
            }
            InlineExpression::FunctionReference { arguments, .. } => self.read_arguments(arguments),
            InlineExpression::Placeable { expression } => self.read_expression(expression),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        }
    }

    fn read_arguments(&mut self, arguments: &CallArguments<&str>) {
        let named = arguments.named.iter().map(|argument| &argument.value);
        for inline in arguments.positional.iter().chain(named) {
            self.read_inline(inline);
        }
    }
}

/// The messages and terms of one file, terms with a dash before their name.
fn messages(source: &str) -> Vec<(String, Message)> {
    let resource = parser::parse(source).unwrap_or_else(|(_, errors)| {
        let first = errors.first().unwrap();
        let from = source.get(first.pos.start..).unwrap_or_default();
        panic!("{first} at: {}", from.lines().next().unwrap_or_default())
    });
    let mut messages = Vec::new();
    for entry in &resource.body {
        let mut message = Message::default();
        let (id, attributes) = match entry {
            Entry::Message(it) => {
                it.value.iter().for_each(|value| message.read(value));
                (it.id.name.to_owned(), &it.attributes)
            }
            Entry::Term(it) => {
                message.read(&it.value);
                (format!("-{}", it.id.name), &it.attributes)
            }
            Entry::Junk { content } => panic!("cannot be read: {content}"),
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => continue,
        };
        attributes.iter().for_each(|attribute| message.read(&attribute.value));
        messages.push((id, message));
    }
    messages
}

fn all(language: Language) -> impl Iterator<Item = (&'static str, String, Message)> {
    LOCALES.iter().flat_map(move |file| {
        let messages = messages(file.source(language)).into_iter();
        messages.map(|(id, message)| (file.name, id, message))
    })
}

fn sentences(text: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    for line in text.lines() {
        let ends = |piece: &str| piece.trim_end().ends_with(['.', '!', '?', ':']);
        let mut from = 0;
        for (at, _) in line.match_indices(' ') {
            let sentence = line.get(from..at).unwrap();
            if ends(sentence) {
                sentences.push(sentence.trim());
                from = at;
            }
        }
        sentences.push(line.get(from..).unwrap().trim());
    }
    sentences.retain(|sentence| !sentence.is_empty());
    sentences
}

/// All files under a folder of the package.
fn files(folder: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { found.push(path) }
        }
    }
    found
}

fn is_program(path: &Path) -> bool {
    path.extension().is_some_and(|it| it == "rs") && path.file_name().unwrap() != "tests.rs"
}

/// Tests stand last in a file, and may ask for what is not there.
fn without_tests(source: &str) -> &str {
    source.split("#[cfg(test)]\nmod ").next().unwrap_or(source)
}

fn is_id(piece: &str) -> bool {
    piece.starts_with(|char: char| char.is_ascii_lowercase())
        && piece.chars().all(|char| matches!(char, 'a'..='z' | '0'..='9' | '-' | '_'))
}

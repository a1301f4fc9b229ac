//! Search as typed: loading the texts, each letter, and where the hits are.

#[path = "common/files.rs"]
mod files;
#[path = "common/readers.rs"]
mod readers;

use divan::{Bencher, black_box};
use sluss::domain::{Filter, Needles};
use sluss::store::{Arena, Cancel, Hits};

const SIZES: [u32; 2] = [10_000, 100_000];

/// What somebody types, letter by letter.
const TYPED: [&str; 5] = ["bygglov", "kö möbler", "ärende -bad", "hemtjänsten våren", "xyz"];

fn main() {
    divan::main();
}

#[divan::bench(args = SIZES, sample_count = 10)]
fn load(bencher: Bencher, ideas: u32) {
    let reader = readers::reader(ideas);
    bencher.bench_local(|| readers::arena(&reader));
}

/// Each sample is one letter; the first samples of a word are the costliest.
#[divan::bench(args = SIZES, sample_count = 400, sample_size = 1)]
fn letter(bencher: Bencher, ideas: u32) {
    let arena = readers::arena(&readers::reader(ideas));
    let cancel = Cancel::default();
    let mut lines = lines().into_iter().cycle();
    let mut former: Option<Hits> = None;
    bencher
        .with_inputs(|| lines.next().unwrap_or_default())
        .bench_local_values(|needles| former = arena.search(&needles, former.as_ref(), &cancel));
}

/// The same without what the letter before found.
#[divan::bench(args = SIZES, sample_count = 400, sample_size = 1)]
fn letter_alone(bencher: Bencher, ideas: u32) {
    let arena = readers::arena(&readers::reader(ideas));
    let cancel = Cancel::default();
    let mut lines = lines().into_iter().cycle();
    bencher
        .with_inputs(|| lines.next().unwrap_or_default())
        .bench_local_values(|needles| arena.search(&needles, None, &cancel));
}

#[divan::bench(args = ["e", "en", "samtal", "zzzz"], sample_count = 100)]
fn one_word_in_100_000(bencher: Bencher, word: &str) {
    let arena = readers::arena(&readers::reader(100_000));
    let needles = Needles::of(&Filter::parse(word));
    bencher.bench_local(|| arena.search(black_box(&needles), None, &Cancel::default()));
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn fuzzy_titles(bencher: Bencher, ideas: u32) {
    let arena: Arena = readers::arena(&readers::reader(ideas));
    bencher.bench_local(|| arena.fuzzy_titles(black_box("digkö"), 60, &Cancel::default()));
}

/// A screen of hits, each shown in its place.
#[divan::bench]
fn twenty_places(bencher: Bencher) {
    let reader = readers::reader(100_000);
    let needles = Needles::of(&Filter::parse("bygg"));
    let hits = readers::arena(&reader).search(&needles, None, &Cancel::default());
    let hits = hits.expect("nobody cancels");
    bencher.bench_local(|| {
        let seen = hits.ids.iter().take(20);
        seen.map(|id| reader.places(*id, &needles).map_or(0, |hits| hits.len())).sum::<usize>()
    });
}

fn lines() -> Vec<Needles> {
    let ends = |typed: &'static str| typed.char_indices().map(|(at, c)| at + c.len_utf8());
    let typed = TYPED.iter().flat_map(|typed| ends(typed).filter_map(|end| typed.get(..end)));
    typed.map(|line| Needles::of(&Filter::parse(line))).collect()
}

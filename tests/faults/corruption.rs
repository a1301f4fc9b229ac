//! Files that are damaged, cut or swapped: recognised, and the original is never touched.

#![allow(clippy::print_stdout, reason = "how many flips did damage is told")]

mod damage;

use crate::pty::{Dice, rounds, seed};
use damage::{Found, Victim, lived_in};

#[test]
fn c6_a_bit_that_turned_by_itself_is_found() {
    let home = lived_in();
    let victim = Victim::of(&home.file());
    let mut dice = Dice::of(seed());
    let bits = u64::try_from(victim.whole.len()).unwrap() * 8;
    let (mut damages, mut missed) = (0, Vec::new());
    for _ in 0..rounds(300, 2_000) {
        let bit = dice.below(bits);
        let (is_damage, found) = victim.try_out(&victim.flipped(bit));
        if is_damage {
            damages += 1;
            if found == Found::Nothing {
                missed.push(bit);
            }
        }
    }
    println!("C6: {damages} of {} flips did damage, {} missed", rounds(300, 2_000), missed.len());
    // At most one in a thousand.
    assert!(missed.len() * 1000 <= damages, "not found: bits {missed:?} of {damages}");
}

#[test]
fn c7_two_pages_that_changed_places_are_found() {
    let home = lived_in();
    let victim = Victim::of(&home.file());
    let mut dice = Dice::of(seed());
    let page = victim.page_size();
    let pages = u64::try_from(victim.whole.len() / page).unwrap();
    for _ in 0..rounds(40, 400) {
        let [one, other] = [(), ()].map(|()| usize::try_from(dice.below(pages)).unwrap() * page);
        let mut bytes = victim.whole.clone();
        for at in 0..page {
            bytes.swap(one + at, other + at);
        }
        let (is_damage, found) = victim.try_out(&bytes);
        assert!(!is_damage || found != Found::Nothing, "pages {} and {}", one / page, other / page);
    }
}

//! What a test of faults has no hold of: chance, with a seed that is printed and can be given; the
//! tools that may be missing; and how long one is willing to look.

#![allow(dead_code, reason = "each file of tests uses its own part")]
#![allow(clippy::print_stdout, reason = "the seed is told, and why a test is skipped")]

use std::path::PathBuf;

/// Whether the long form was asked for.
pub(crate) fn long() -> bool {
    std::env::var("SLUSS_LONG").is_ok_and(|value| !value.is_empty())
}

/// So many in the short form, so many in the long one.
pub(crate) fn rounds(short: u32, long_form: u32) -> u32 {
    if long() { long_form } else { short }
}

/// The seed of this run: `SLUSS_SEED`, else one of its own. It is printed, and shows where a test
/// fails.
pub(crate) fn seed() -> u64 {
    let given = std::env::var("SLUSS_SEED").ok().and_then(|seed| seed.parse().ok());
    let seed = given.unwrap_or_else(|| {
        let now = std::time::SystemTime::UNIX_EPOCH.elapsed().map_or(0, |past| past.as_nanos());
        u64::try_from(now & u128::from(u64::MAX)).unwrap_or(1)
    });
    println!("SLUSS_SEED={seed}");
    seed
}

/// A figure, or why something was left out.
pub(crate) fn tell(what: &str) {
    println!("{what}");
}

/// Chance that can be repeated (splitmix64).
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn of(seed: u64) -> Dice {
        Dice(seed)
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Below `end`, which is not 0.
    pub(crate) fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    pub(crate) fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        let at = self.below(u64::try_from(of.len()).unwrap());
        &of[usize::try_from(at).unwrap()]
    }
}

/// Where a tool of the system is, if it is.
pub(crate) fn tool(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|path| path.is_file())
}

/// Whether the tool is there; says that the test is skipped where it is not.
pub(crate) fn needs(name: &str) -> bool {
    let there = tool(name).is_some();
    if !there {
        println!("skipped: {name} is not there");
    }
    there
}

/// Whether the test runs as root; says that it is skipped where it does not.
pub(crate) fn needs_root() -> bool {
    let root = rustix::process::geteuid().is_root();
    if !root {
        println!("skipped: only root may do this");
    }
    root
}

/// Whether strace may trace here: it can be there and still be forbidden to.
pub(crate) fn needs_strace() -> bool {
    if !needs("strace") {
        return false;
    }
    let tried = std::process::Command::new("strace")
        .args(["-o", "/dev/null", "-e", "trace=none", "true"])
        .output();
    let may = tried.is_ok_and(|ended| ended.status.success());
    if !may {
        println!("skipped: strace may not trace here");
    }
    may
}

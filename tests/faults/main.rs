//! Faults on purpose: the real program under a real terminal while something breaks, a module a
//! subject, each test named after its case. `SLUSS_LONG=1` for the long form; `SLUSS_SEED=n` repeats
//! what was left to chance.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
#![allow(clippy::duplicate_mod, reason = "the scene and the terminal read keys alike")]

#[path = "../common/hold.rs"]
mod hold;
#[path = "../common/pty.rs"]
mod pty;
#[path = "../common/ways.rs"]
mod ways;

#[path = "../common/scene.rs"]
mod scene;

mod backup;
mod corruption;
mod disk;
mod erase;
mod gatemeeting;
mod imports;
mod kill;
mod network;
mod opening;
mod rights;
mod room;
mod several;
mod terminal;
mod text;
mod time;
mod typing;
mod untouched;
mod versions;

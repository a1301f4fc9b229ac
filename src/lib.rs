//! Sluss: an idea sluice in the terminal.
//!
//! The modules in the order in which to read them; `ARCHITECTURE.md` says who may use whom, and
//! `tests/architecture.rs` keeps it true.

pub mod domain;

pub mod store;

pub mod input;

pub mod text;

pub mod editor;

pub mod app;

pub mod ui;

pub mod export;

pub mod config;

pub mod terminal;

pub mod runtime;

pub mod cli;

//! Faults on purpose, for tests of what must survive them. Release builds have none.

/// Whether the environment asks for this fault.
pub(super) fn strikes(name: &str) -> bool {
    cfg!(debug_assertions) && std::env::var("SLUSS_FAULT").is_ok_and(|fault| fault == name)
}

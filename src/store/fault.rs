//! Faults on purpose, for tests of what must survive them. Release builds have none.

/// What the environment asks for under this name: `step:SQL`, `file-system:nfs`. Empty where the name
/// stands alone.
pub(super) fn asked(name: &str) -> Option<String> {
    if !cfg!(debug_assertions) {
        return None;
    }
    let fault = std::env::var("SLUSS_FAULT").ok()?;
    let (found, what) = fault.split_once(':').unwrap_or((&fault, ""));
    (found == name).then(|| what.to_owned())
}

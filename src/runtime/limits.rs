//! Limits of the system that would end the program where they are hit: here they only make a write
//! fail, which is told like any other.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

static HIT: OnceLock<Arc<AtomicBool>> = OnceLock::new();

/// A file that may not grow any further does not end the program from now on.
pub fn outlive_size_limits() {
    #[cfg(unix)]
    {
        let hit = HIT.get_or_init(Arc::default);
        // Without it the system's own way stands: nothing is lost that was saved.
        let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, Arc::clone(hit));
    }
}

/// Whether a file was to grow beyond its limit since this was asked last.
pub(super) fn size_limit_was_hit() -> bool {
    HIT.get().is_some_and(|hit| hit.swap(false, Ordering::SeqCst))
}

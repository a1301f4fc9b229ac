//! Waiting for threads that were asked to end, but not for ever: a disk may hold them.

use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// So long they are waited for when the file is closed.
pub(super) const LAST: Duration = Duration::from_secs(1);

/// Whether it ends in that time.
pub(super) fn ends_within(thread: &JoinHandle<()>, most: Duration) -> bool {
    let until = Instant::now() + most;
    while !thread.is_finished() {
        if Instant::now() >= until {
            return false;
        }
        std::thread::sleep(Duration::from_millis(1));
    }
    true
}

//! How something that takes long is told that nobody waits for it any more.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rusqlite::InterruptHandle;

use super::Reader;

/// Shared between who works and who may stop it.
#[derive(Clone, Default)]
pub struct Cancel {
    is_set: Arc<AtomicBool>,
    /// Stops a query in the midst of it.
    query: Option<Arc<InterruptHandle>>,
}

impl Cancel {
    /// Stops also the query that the reader is at.
    pub fn of(reader: &Reader) -> Cancel {
        let query = Some(Arc::new(reader.connection.get_interrupt_handle()));
        Cancel { is_set: Arc::default(), query }
    }

    pub fn set(&self) {
        self.is_set.store(true, Ordering::Release);
        if let Some(query) = &self.query {
            query.interrupt();
        }
    }

    pub fn is_set(&self) -> bool {
        self.is_set.load(Ordering::Acquire)
    }

    /// A query that was stopped is no fault: it has no answer.
    pub(super) fn settle<T>(&self, found: rusqlite::Result<T>) -> rusqlite::Result<Option<T>> {
        match found {
            Ok(_) if self.is_set() => Ok(None),
            Ok(found) => Ok(Some(found)),
            Err(_) if self.is_set() => Ok(None),
            Err(error) => Err(error),
        }
    }
}

//! What is in a file, as text for others, and that text read back. Nothing here opens anything.

pub mod extract;
pub mod json;
pub mod minutes;
pub mod plain;
pub mod protocol;
pub mod whole;

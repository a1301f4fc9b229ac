//! What is in a file, as text for others. Nothing here opens anything.

pub mod json;

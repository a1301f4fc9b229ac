//! Minutes as files for others. What stands in them is the affair of `text`.

pub mod html;
pub mod markdown;

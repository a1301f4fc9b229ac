//! Drawing, from the model to cells. Nothing here changes anything.

pub mod markdown;

//! Two programs on one file, and what one inherits from another.

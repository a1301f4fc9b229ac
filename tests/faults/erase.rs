//! A person who is erased: no byte of the name is left.

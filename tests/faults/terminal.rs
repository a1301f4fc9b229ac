//! Terminals that hang up, lie, flood or shrink: the person gets theirs back as it was.

//! Files of other versions and other programs, and migrations that are stopped half-way.

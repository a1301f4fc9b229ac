//! What is read from others and written for them: bounded, all or nothing, never over what was there.

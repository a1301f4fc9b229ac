//! Copies that are taken by themselves, and the way back to them.

//! Killed at any moment, or without memory: what was shown as saved is there, and the next start is as any other.

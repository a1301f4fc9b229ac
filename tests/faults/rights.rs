//! Places that may not be read or written, are not what they look like, or belong to others.

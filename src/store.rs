//! The one SQLite file: rows, journal, windows. It decides nothing.

//! Clocks that jump, nights that are short, days far away.

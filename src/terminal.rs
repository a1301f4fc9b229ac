//! Raw mode, screens and input events. What differs between Unix and Windows stays here.

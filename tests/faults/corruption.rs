//! Files that are damaged, cut or swapped: recognised, and the original is never touched.

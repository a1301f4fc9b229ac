//! Disks that are full, slow, gone or that lie: the truth is told, and every word is kept.

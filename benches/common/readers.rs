//! Readers of seeded files, and all their texts in memory.

use sluss::store::{Arena, Cancel, Reader};

use super::files::path;

pub(crate) fn reader(ideas: u32) -> Reader {
    Reader::open(&path(ideas)).expect("the file was seeded")
}

pub(crate) fn arena(reader: &Reader) -> Arena {
    let arena = Arena::load(reader, None, &Cancel::default(), &mut |_| ());
    arena.expect("the file can be read").expect("nobody cancels")
}

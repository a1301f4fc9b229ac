//! Whether there is memory to spare. Where there is none, what only looks after the file stays undone:
//! it would end the program, and with it what the person is at.

use std::io;

/// What looking through a file of some size takes, and as much again.
const ROOM: usize = 32 << 20;

/// Fails where so much cannot be had.
pub fn is_there_memory() -> io::Result<()> {
    let mut room: Vec<u8> = Vec::new();
    room.try_reserve_exact(ROOM).map_err(|_| io::ErrorKind::OutOfMemory.into())
}

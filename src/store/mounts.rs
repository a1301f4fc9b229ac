//! The table of mounts, as Linux writes it, and which of the file systems that live outside the
//! kernel are ordinary disks all the same.

use std::path::{Path, PathBuf};

/// The kind of file system that a folder lies on: that of the longest mount above it, and of those
/// the last.
pub(super) fn kind_of<'a>(mountinfo: &'a str, folder: &Path) -> Option<&'a str> {
    let mounts = mountinfo.lines().filter_map(|line| {
        let (before, after) = line.split_once(" - ")?;
        let point = before.split(' ').nth(4)?;
        Some((unescaped(point), after.split(' ').next()?))
    });
    mounts
        .filter(|(point, _)| folder.starts_with(point))
        .max_by_key(|(point, _)| point.as_os_str().len())
        .map(|(_, kind)| kind)
}

/// A disk that a program outside the kernel reads is a disk; everything else there is odd.
pub(super) fn odd_fuse(kind: Option<&str>) -> Option<&str> {
    match kind {
        Some("fuseblk") => None,
        Some(kind) => Some(kind.strip_prefix("fuse.").unwrap_or(kind)),
        None => Some("fuse"),
    }
}

/// A space stands there as `\040`.
fn unescaped(point: &str) -> PathBuf {
    let mut pieces = point.split('\\');
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let byte = piece.get(..3).and_then(|digits| u8::from_str_radix(digits, 8).ok());
        match byte.zip(piece.get(3..)) {
            Some((byte, rest)) => {
                text.push(char::from(byte));
                text.push_str(rest);
            }
            None => {
                text.push('\\');
                text.push_str(piece);
            }
        }
    }
    PathBuf::from(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &str = "\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
31 22 0:40 / /home/x/My\\040share rw - fuse.sshfs host:/ rw
32 22 8:3 / /media/stick rw - fuseblk /dev/sdb1 rw
33 22 0:41 / /mnt/c rw - 9p drvfs rw
34 22 0:42 / /mnt/c rw - cifs //host/c rw";

    #[test]
    fn the_longest_mount_above_a_folder_says_what_it_lies_on() {
        let kind = |folder: &str| kind_of(MOUNTS, Path::new(folder));
        assert_eq!(kind("/home/x"), Some("ext4"));
        assert_eq!(kind("/home/x/My share/a"), Some("fuse.sshfs"));
        assert_eq!(kind("/mnt/c"), Some("cifs"));
        assert_eq!(kind("/mnt/cc"), Some("ext4"));
        assert_eq!(kind_of("", Path::new("/")), None);
    }

    #[test]
    fn what_is_no_disk_is_odd() {
        assert_eq!(odd_fuse(Some("fuseblk")), None);
        assert_eq!(odd_fuse(Some("fuse.sshfs")), Some("sshfs"));
        assert_eq!(odd_fuse(Some("virtiofs")), Some("virtiofs"));
        assert_eq!(odd_fuse(None), Some("fuse"));
    }
}

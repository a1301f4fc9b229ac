//! Whose a file is, and who may read it: what is ours is for its owner's eyes only, whatever the
//! umask. What is not ours is not opened.

use std::fs::{DirBuilder, File, Metadata, OpenOptions};
use std::io;
use std::path::Path;

use super::open::OpenError;
#[cfg(unix)]
use super::place::FileSystem;

/// Refuses what is no plain file of our own under one name.
pub(super) fn check(path: &Path, metadata: &Metadata) -> Result<(), OpenError> {
    if metadata.is_symlink() {
        return Err(OpenError::Link);
    }
    if !metadata.is_file() {
        return Err(OpenError::NotAFile);
    }
    is_ours_alone(path, metadata)
}

/// The folder that the program made for itself: no link to elsewhere, nobody else's. Answers whether
/// others could enter it until now.
pub fn own_folder(folder: &Path) -> Result<bool, OpenError> {
    let metadata = match std::fs::symlink_metadata(folder) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(error.into()),
    };
    if metadata.is_symlink() {
        return Err(OpenError::LinkedFolder);
    }
    is_ours_alone(folder, &metadata)?;
    Ok(mend(folder, &metadata))
}

#[cfg(unix)]
fn is_ours_alone(path: &Path, metadata: &Metadata) -> Result<(), OpenError> {
    use std::os::unix::fs::MetadataExt;
    if metadata.is_file() && metadata.nlink() > 1 {
        return Err(OpenError::ManyNames);
    }
    let me = rustix::process::geteuid();
    // Root may read what is another's; that it makes nothing there is seen to where it opens. A
    // share tells owners as it likes.
    let is_mine = me.is_root() || metadata.uid() == me.as_raw();
    let on_a_share = || path.parent().is_some_and(|folder| FileSystem::of(folder).is_odd());
    if is_mine || on_a_share() { Ok(()) } else { Err(OpenError::NotYours) }
}

#[cfg(not(unix))]
fn is_ours_alone(_: &Path, _: &Metadata) -> Result<(), OpenError> {
    Ok(())
}

/// Whether a file or folder belongs to whoever we are.
#[cfg(unix)]
pub(super) fn is_mine(metadata: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    metadata.uid() == rustix::process::geteuid().as_raw()
}

#[cfg(not(unix))]
pub(super) fn is_mine(_: &Metadata) -> bool {
    true
}

/// Whether a file is ours, and nobody else may so much as read it.
#[cfg(unix)]
pub(super) fn is_private(metadata: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    is_mine(metadata) && metadata.mode() & 0o077 == 0
}

#[cfg(not(unix))]
pub(super) fn is_private(_: &Metadata) -> bool {
    true
}

/// Takes away what others may do with a file or folder of ours; answers whether there was anything
/// to take away, and it went.
#[cfg(unix)]
pub(super) fn mend(path: &Path, metadata: &Metadata) -> bool {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    let is_open = |metadata: &Metadata| metadata.mode() & 0o077 != 0;
    if !is_open(metadata) || !is_mine(metadata) {
        return false;
    }
    let mode = metadata.mode() & 0o700;
    let mended = std::fs::set_permissions(path, PermissionsExt::from_mode(mode));
    // Some disks know no rights, and say that all went well.
    mended.is_ok() && std::fs::metadata(path).is_ok_and(|metadata| !is_open(&metadata))
}

#[cfg(not(unix))]
pub(super) fn mend(_: &Path, _: &Metadata) -> bool {
    false
}

/// A file to read from and write to, made where there is none, that only its owner can read. Links
/// are not followed, and nothing is waited for.
pub fn private_file(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        let flags = rustix::fs::OFlags::NOFOLLOW | rustix::fs::OFlags::NONBLOCK;
        options.mode(0o600).custom_flags(flags.bits().cast_signed());
    }
    let file = options.open(path)?;
    let metadata = file.metadata()?;
    if !metadata.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    make_private(&file, &metadata);
    Ok(file)
}

/// The umask may have taken the owner's own rights, or the file was there.
#[cfg(unix)]
pub(super) fn make_private(file: &File, metadata: &Metadata) {
    use std::os::unix::fs::PermissionsExt;
    if metadata.permissions().mode() & 0o777 != 0o600 {
        // Some disks know no rights.
        let _ = file.set_permissions(PermissionsExt::from_mode(0o600));
    }
}

#[cfg(not(unix))]
pub(super) fn make_private(_: &File, _: &Metadata) {}

/// Makes a folder that only its owner can enter, with those above it that are missing.
pub fn private_folder(folder: &Path) -> io::Result<()> {
    if folder.as_os_str().is_empty() || folder.is_dir() {
        return Ok(());
    }
    if let Some(above) = folder.parent() {
        private_folder(above)?;
    }
    let builder = DirBuilder::new();
    match builder.create(folder) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Ok(()),
        made => made?,
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // Some disks know no rights.
        let _ = std::fs::set_permissions(folder, PermissionsExt::from_mode(0o700));
    }
    Ok(())
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    fn mode(path: &Path) -> u32 {
        std::fs::symlink_metadata(path).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn what_others_may_do_is_taken_away_once() {
        let folder = tempfile::tempdir().unwrap();
        let own = folder.path().join("a/b");
        private_folder(&own).unwrap();
        assert_eq!((mode(&own), mode(own.parent().unwrap())), (0o700, 0o700));
        assert!(!own_folder(&own).unwrap());
        std::fs::set_permissions(&own, PermissionsExt::from_mode(0o755)).unwrap();
        assert!(own_folder(&own).unwrap());
        assert_eq!(mode(&own), 0o700);
        let file = own.join("x");
        std::fs::write(&file, "").unwrap();
        std::fs::set_permissions(&file, PermissionsExt::from_mode(0o666)).unwrap();
        drop(private_file(&file).unwrap());
        assert_eq!(mode(&file), 0o600);
    }

    #[test]
    fn a_link_to_elsewhere_is_no_folder_of_ours() {
        let folder = tempfile::tempdir().unwrap();
        let link = folder.path().join("sluss");
        std::os::unix::fs::symlink("/tmp", &link).unwrap();
        assert!(matches!(own_folder(&link), Err(OpenError::LinkedFolder)));
        assert!(!own_folder(&folder.path().join("none")).unwrap());
        std::fs::write(folder.path().join("there"), "").unwrap();
        let file = folder.path().join("link");
        std::os::unix::fs::symlink("there", &file).unwrap();
        assert!(private_file(&file).is_err());
    }
}

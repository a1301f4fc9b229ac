//! Where a file lies: on which kind of file system, what may be done there, and who else may be
//! copying it. Only `statfs` and the table of mounts are asked; nothing is written.

use std::path::Path;

use super::fault;
use super::mounts;

/// What there is to know of a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub system: FileSystem,
    pub access: Access,
}

/// How a file system treats locks and shared memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileSystem {
    Local,
    /// Over a network, or otherwise no ordinary disk. With the name by which the system knows it.
    Odd(String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    Full,
    /// The file or its folder cannot be written.
    ReadOnly,
    /// It is a backup, which stays as it was taken.
    Backup,
    /// It is somebody else's, and we are root: what we make there would be root's.
    OfAnother,
}

impl Place {
    /// Where a file that is there lies.
    pub(super) fn of(file: &Path, folder: &Path) -> Place {
        let is_backup = folder.file_name().is_some_and(|name| name == "backups")
            && super::look::beside(file, ".sha256").is_file();
        let access = if is_backup { Access::Backup } else { access(file, folder) };
        Place { system: FileSystem::of(folder), access }
    }
}

impl FileSystem {
    pub fn of(folder: &Path) -> FileSystem {
        if let Some(name) = fault::asked("file-system") {
            return FileSystem::Odd(name);
        }
        odd(folder).map_or(FileSystem::Local, FileSystem::Odd)
    }

    pub fn is_odd(&self) -> bool {
        matches!(self, FileSystem::Odd(_))
    }
}

/// File systems on which shared memory or locks are not to be relied upon, by their number.
#[cfg(target_os = "linux")]
const ODD: &[(u32, &str)] = &[
    (0x0000_6969, "nfs"),
    (0xff53_4d42, "cifs"),
    (0xfe53_4d42, "smb2"),
    (0x0000_517b, "smb"),
    (0x5346_414f, "afs"),
    (0x6b41_4653, "afs"),
    (0x7375_7245, "coda"),
    (0x0000_564c, "ncp"),
    (0x00c3_6400, "ceph"),
    (0x0bd0_0bd0, "lustre"),
    (0x4750_4653, "gpfs"),
    (0x0116_1970, "gfs2"),
    (0x7461_636f, "ocfs2"),
    (0x0102_1997, "9p"),
    (0x786f_4256, "vboxsf"),
    (0xbacb_acbc, "vmhgfs"),
    (0x7c7c_6673, "prl_fs"),
];

#[cfg(target_os = "linux")]
const FUSE: u32 = 0x6573_5546;

#[cfg(target_os = "linux")]
fn odd(folder: &Path) -> Option<String> {
    /// The number is signed or not, and short or long, as the processor has it.
    fn number(word: impl Into<i64>) -> u32 {
        u32::try_from(word.into() & 0xffff_ffff).unwrap_or(0)
    }
    let number = number(rustix::fs::statfs(folder).ok()?.f_type);
    if number == FUSE {
        let mounts = std::fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
        let folder = std::fs::canonicalize(folder).ok()?;
        return mounts::odd_fuse(mounts::kind_of(&mounts, &folder)).map(str::to_owned);
    }
    ODD.iter().find(|(odd, _)| *odd == number).map(|(_, name)| (*name).to_owned())
}

#[cfg(target_vendor = "apple")]
fn odd(folder: &Path) -> Option<String> {
    /// The system's own flag for a disk of this machine.
    const LOCAL: u32 = 0x1000;
    let found = rustix::fs::statfs(folder).ok()?;
    (found.f_flags & LOCAL == 0).then(|| "network".to_owned())
}

/// A drive letter of a share leads to its true name here.
#[cfg(windows)]
fn odd(folder: &Path) -> Option<String> {
    use std::path::{Component, Prefix};
    let folder = std::fs::canonicalize(folder).ok()?;
    match folder.components().next() {
        Some(Component::Prefix(prefix)) => match prefix.kind() {
            Prefix::UNC(..) | Prefix::VerbatimUNC(..) => Some("smb".to_owned()),
            _ => None,
        },
        _ => None,
    }
}

#[cfg(not(any(target_os = "linux", target_vendor = "apple", windows)))]
fn odd(_: &Path) -> Option<String> {
    None
}

#[cfg(unix)]
fn access(file: &Path, folder: &Path) -> Access {
    use rustix::fs::{Access as Asked, access};
    if is_of_another(file) || is_of_another(folder) {
        return Access::OfAnother;
    }
    let file = access(file, Asked::WRITE_OK);
    let folder = access(folder, Asked::WRITE_OK | Asked::EXEC_OK);
    if file.is_ok() && folder.is_ok() { Access::Full } else { Access::ReadOnly }
}

#[cfg(not(unix))]
fn access(file: &Path, _: &Path) -> Access {
    let file = std::fs::OpenOptions::new().write(true).open(file);
    if file.is_ok() { Access::Full } else { Access::ReadOnly }
}

/// Whether a file can be written, or made where there is none. It is not opened: locks would go.
#[cfg(unix)]
pub(super) fn may_write(path: &Path) -> bool {
    use rustix::fs::{Access as Asked, access};
    std::fs::symlink_metadata(path)
        .map_or(true, |found| found.is_file() && access(path, Asked::WRITE_OK).is_ok())
}

#[cfg(not(unix))]
pub(super) fn may_write(path: &Path) -> bool {
    std::fs::symlink_metadata(path).map_or(true, |found| found.is_file())
}

/// Whether we are root in a place of somebody else's.
#[cfg(unix)]
pub(super) fn is_of_another(path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let owner = std::fs::metadata(path).map_or(0, |found| found.uid());
    rustix::process::geteuid().is_root() && owner != 0
}

#[cfg(not(unix))]
pub(super) fn is_of_another(_: &Path) -> bool {
    false
}

/// The name of what copies this folder to elsewhere behind our back, where it is known. `var` reads
/// the environment.
pub(super) fn synchronised(
    file: &Path,
    var: impl Fn(&str) -> Option<String>,
) -> Option<&'static str> {
    let named = |name: &str| var(name).filter(|at| !at.is_empty());
    let drives = ["OneDrive", "OneDriveCommercial", "OneDriveConsumer"];
    if drives.iter().filter_map(|name| named(name)).any(|at| file.starts_with(at)) {
        return Some("OneDrive");
    }
    for folder in file.ancestors().skip(1) {
        let name = folder.file_name().map(|name| name.to_string_lossy().into_owned());
        let name = name.unwrap_or_default();
        let called = SYNCHRONISERS.iter().find(|(_, begins, _)| name.starts_with(begins));
        let marked = || {
            let holds = |mark: &&str| folder.join(mark).exists();
            SYNCHRONISERS.iter().find(|(_, _, marks)| marks.iter().any(holds))
        };
        if let Some((who, _, _)) = called.or_else(marked) {
            return Some(who);
        }
    }
    None
}

/// What the programs are called, how their folders' names begin, and what they leave in them.
const SYNCHRONISERS: &[(&str, &str, &[&str])] = &[
    ("OneDrive", "OneDrive", &[]),
    ("Dropbox", "Dropbox", &[".dropbox", ".dropbox.cache"]),
    ("Google Drive", "Google Drive", &[]),
    ("Google Drive", "GoogleDrive", &[]),
    ("Nextcloud", "Nextcloud", &[".owncloudsync.log", ".nextcloudsync.log"]),
    ("ownCloud", "ownCloud", &[]),
    ("iCloud", "com~apple~CloudDocs", &[]),
    ("iCloud", "Mobile Documents", &[]),
    ("Syncthing", "Syncthing", &[".stfolder"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_is_copied_elsewhere_is_known_by_name_variable_or_mark() {
        let synchronised = |path: &str, var: Option<&str>| {
            synchronised(Path::new(path), |name| {
                var.filter(|_| name == "OneDriveCommercial").map(str::to_owned)
            })
        };
        assert_eq!(synchronised("/home/x/.local/share/sluss/sluss.db", None), None);
        assert_eq!(synchronised("/x/OneDrive - Kommunen/a/sluss.db", None), Some("OneDrive"));
        assert_eq!(synchronised("/x/Dropbox/sluss.db", None), Some("Dropbox"));
        assert_eq!(synchronised("/work/mine/sluss.db", Some("/work")), Some("OneDrive"));
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(folder.path().join("a/b")).unwrap();
        let file = folder.path().join("a/b/sluss.db");
        assert_eq!(super::synchronised(&file, |_| None), None);
        std::fs::create_dir(folder.path().join(".stfolder")).unwrap();
        assert_eq!(super::synchronised(&file, |_| None), Some("Syncthing"));
    }

    #[test]
    fn an_ordinary_folder_is_local() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(FileSystem::of(folder.path()), FileSystem::Local);
    }
}

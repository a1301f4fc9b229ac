//! The person's own editor: a private file, the program that EDITOR names, and back.

use std::fs::File;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::domain::{FIELD_CAP_BYTES, Lines, Say, clean};
use crate::store::Temporary;

/// Lets a text be edited outside. The program is started without a shell, its line split by the
/// shell's rules; the file lies in a folder that nobody else can enter, and both are removed, unless
/// something was written there that cannot be taken.
pub(super) fn edit(text: &str) -> Result<String, Say> {
    let named = ["VISUAL", "EDITOR"].into_iter().find_map(|name| std::env::var(name).ok());
    let Some(named) = named.filter(|named| !named.trim().is_empty()) else {
        return Err(Say::new("refused-no-editor"));
    };
    let failed = |name: &str| Say::new("refused-editor-failed").with("name", name.to_owned());
    let Some((program, args)) = split(&named) else { return Err(failed(&named)) };
    let run = |file: &Path| Ok(Command::new(&program).args(&args).arg(file).status()?.success());
    match private(text, run) {
        Ok(Edited::Text(text)) => Ok(text),
        Ok(Edited::Left(path)) => {
            Err(Say::new("refused-editor-left").with("path", path.display().to_string()))
        }
        Ok(Edited::Nothing) | Err(_) => Err(failed(&program)),
    }
}

/// What came of a text that was handed to an editor.
#[derive(Debug, PartialEq, Eq)]
enum Edited {
    Text(String),
    /// The editor ended badly, and had written nothing.
    Nothing,
    /// What it wrote before it ended badly, or more than a field holds: it is where it was written.
    Left(PathBuf),
}

/// The program and what it is told.
fn split(named: &str) -> Option<(String, Vec<String>)> {
    let mut words = shell_words::split(named).ok()?.into_iter();
    Some((words.next().filter(|program| !program.is_empty())?, words.collect()))
}

/// Puts a text into a file of its own while `run` runs, and reads it back. `run` answers whether all
/// went well.
fn private(text: &str, run: impl FnOnce(&Path) -> io::Result<bool>) -> io::Result<Edited> {
    let folder = Temporary::new()?;
    let path = folder.path().join("text.md");
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(&path)?.write_all(text.as_bytes())?;
    let went_well = run(&path)?;
    // An editor may have put another file in its place, but nothing that never ends.
    if !std::fs::symlink_metadata(&path)?.is_file() {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let most = u64::try_from(FIELD_CAP_BYTES).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    File::open(&path)?.take(most + 1).read_to_end(&mut bytes)?;
    let fits = bytes.len() <= FIELD_CAP_BYTES;
    if went_well && fits {
        return Ok(Edited::Text(clean(&String::from_utf8_lossy(&bytes), Lines::Many).into_owned()));
    }
    if bytes == text.as_bytes() {
        return Ok(Edited::Nothing);
    }
    Ok(Edited::Left(folder.keep().join("text.md")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_is_split_as_a_shell_splits_it_and_obeyed_no_further() {
        let of = |named: &str| split(named).map(|(program, args)| (program, args.join("|")));
        let is = |program: &str, args: &str| Some((program.to_owned(), args.to_owned()));
        assert_eq!(of("vim"), is("vim", ""));
        assert_eq!(of("code --wait -n"), is("code", "--wait|-n"));
        assert_eq!(of("'/opt/My Editor/ed' -x \"a b\""), is("/opt/My Editor/ed", "-x|a b"));
        assert_eq!(of("vim; rm -rf $HOME `id`"), is("vim;", "rm|-rf|$HOME|`id`"));
        assert_eq!(of("vim 'half"), None);
        assert_eq!(of("''"), None);
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_can_read_the_text_and_nothing_is_left_of_it() {
        use std::os::unix::fs::PermissionsExt as _;

        let mut seen = None;
        let edited = private("ett\r\ntvå\u{1b}[31m", |file| {
            let mode = |path: &Path| Ok::<_, io::Error>(path.metadata()?.permissions().mode());
            assert_eq!(mode(file)? & 0o777, 0o600);
            assert_eq!(mode(file.parent().unwrap())? & 0o777, 0o700);
            seen = Some(file.to_owned());
            Ok(true)
        });
        assert_eq!(edited.unwrap(), Edited::Text("ett\ntvå[31m".to_owned()));
        assert!(!seen.unwrap().parent().unwrap().exists());
    }

    #[test]
    fn what_an_editor_wrote_and_cannot_be_taken_stays_where_it_is() {
        let large = "x".repeat(FIELD_CAP_BYTES + 1);
        let write = |text: &str, well: bool| {
            private("ett", |file| std::fs::write(file, text).map(|()| well)).unwrap()
        };
        for (text, well) in [(large.as_str(), true), ("tv\u{e5}", false)] {
            let Edited::Left(path) = write(text, well) else { panic!("it is kept") };
            assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
            std::fs::remove_dir_all(path.parent().unwrap()).unwrap();
        }
        assert_eq!(write("ett", false), Edited::Nothing);
    }

    #[test]
    fn a_text_that_came_back_as_something_else_is_not_taken() {
        let folder = private("", |file| {
            std::fs::remove_file(file)?;
            std::fs::create_dir(file).map(|()| true)
        });
        assert!(folder.is_err());
    }
}

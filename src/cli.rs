//! The command line: which file, in which language, and whether the screen is wanted at all.
//! What each subcommand does is in a file of its own; `subcommands` is the list of them.

mod add;
mod ask;
mod audience;
mod backup;
mod backups;
mod check;
mod comment;
mod decide;
mod demo;
mod desk;
mod early;
mod edit;
mod erasures;
mod export;
mod history;
mod import;
mod keys;
mod line;
mod list;
mod minutes;
mod misuse;
mod move_to;
mod own;
mod person;
mod places;
mod print;
mod privacy;
mod restore;
mod retention;
mod salvage;
mod screen;
mod search;
mod shells;
mod show;
mod subcommands;
mod todo;
mod trouble;
mod turn;
mod where_is;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::ArgMatches;

use crate::app::WhichFile;
use crate::runtime::{self, TRY_LOCK};
use crate::store::gets_lock;

use desk::Desk;
use early::Early;
use trouble::Trouble;

pub use keys::key_table;
pub use places::Places;

/// Runs the program; the exit codes are those of sysexits.
pub fn main() -> ExitCode {
    runtime::outlive_size_limits();
    let args: Vec<OsString> = std::env::args_os().collect();
    if let [_, asked, file] = args.as_slice()
        && asked == TRY_LOCK
    {
        // Ourselves, started once more to see whether a lock keeps us out.
        let gets_it = gets_lock(std::path::Path::new(file)).unwrap_or(false);
        return if gets_it { ExitCode::SUCCESS } else { ExitCode::from(trouble::TRY_AGAIN) };
    }
    let early = Early::read(args.get(1..).unwrap_or_default());
    let Some(places) = Places::of(early.file()) else {
        print::complain(&early.words(None).get("cli-no-home"));
        return ExitCode::from(78);
    };
    if early.is_all {
        return match screen::run(&places, &early, WhichFile::Own) {
            Ok(code) => ExitCode::from(code),
            Err(trouble) => trouble.tell(&early.words(Some(&places))),
        };
    }
    let words = early.words(Some(&places));
    let matches = match line::line(&words).try_get_matches_from(args) {
        Ok(matches) => matches,
        Err(error) => return misuse::tell(&error, &words),
    };
    match carry_out(&matches, &early, places) {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => trouble.tell(&words),
    }
}

fn carry_out(matches: &ArgMatches, early: &Early, places: Places) -> Result<(), Trouble> {
    let Some((name, matches)) = matches.subcommand() else {
        return screen::run(&places, early, WhichFile::Own).map(|_| ());
    };
    let subcommand = subcommands::ALL
        .iter()
        .find(|subcommand| subcommand.name == name)
        .expect("the line is made from the list");
    let mut desk = Desk::new(places, early.clone());
    (subcommand.run)(&mut desk, matches)?;
    desk.out.finish()
}

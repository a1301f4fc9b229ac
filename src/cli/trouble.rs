//! What stops a subcommand, in the person's own words, with an exit code as sysexits has it.

use std::io;
use std::path::Path;
use std::process::ExitCode;

use crate::domain::{No, Say};
use crate::runtime::why;
use crate::store::{EraseError, Fault, OpenError};
use crate::terminal;
use crate::text::Words;

use super::print::complain;

pub(super) const USAGE: u8 = 64;
pub(super) const DATA: u8 = 65;
pub(super) const NO_INPUT: u8 = 66;
pub(super) const UNAVAILABLE: u8 = 69;
pub(super) const SOFTWARE: u8 = 70;
pub(super) const CANNOT_CREATE: u8 = 73;
pub(super) const IO: u8 = 74;
pub(super) const TRY_AGAIN: u8 = 75;
pub(super) const NO_PERMISSION: u8 = 77;

#[derive(Debug)]
pub(super) enum Trouble {
    Told {
        code: u8,
        say: Say,
    },
    /// Whoever was reading has gone: there is nobody to tell.
    Unheard,
}

impl Trouble {
    pub(super) fn new(code: u8, say: Say) -> Trouble {
        Trouble::Told { code, say }
    }

    /// What was typed cannot be meant.
    pub(super) fn usage(say: Say) -> Trouble {
        Trouble::new(USAGE, say)
    }

    pub(super) fn of_opening(error: &OpenError, path: &Path) -> Trouble {
        let code = match error {
            OpenError::Foreign
            | OpenError::Damaged
            | OpenError::Empty
            | OpenError::NotAFile
            | OpenError::Link
            | OpenError::LinkedFolder
            | OpenError::ManyNames
            | OpenError::StrangeLog
            | OpenError::Outdated { .. }
            | OpenError::Schema(_)
            | OpenError::Newer { .. } => DATA,
            OpenError::Vanished => NO_INPUT,
            OpenError::NotYours | OpenError::OfAnother | OpenError::ReadOnly => NO_PERMISSION,
            OpenError::LongName | OpenError::NoFolder(_) => CANNOT_CREATE,
            OpenError::Taken => TRY_AGAIN,
            OpenError::Io(error) => code_of(error),
            OpenError::Fault(fault) => return Trouble::of_fault(fault),
        };
        Trouble::new(code, why::not_opened(error, path))
    }

    /// A file that cannot be read or written.
    pub(super) fn of_file(error: &io::Error, path: &str) -> Trouble {
        Trouble::new(code_of(error), why::of_file(error, path))
    }

    pub(super) fn of_fault(fault: &Fault) -> Trouble {
        let code = if fault.is_busy() { TRY_AGAIN } else { IO };
        Trouble::new(code, why::not_read(fault))
    }

    /// Why nothing was erased.
    pub(super) fn of_erasing(error: EraseError, path: &Path) -> Trouble {
        let code = match &error {
            EraseError::NotAlone => TRY_AGAIN,
            EraseError::No(_) => DATA,
            EraseError::Fault(_) | EraseError::Copy { .. } => IO,
            EraseError::Open(error) => return Trouble::of_opening(error, path),
            EraseError::Io { error, .. } => code_of(error),
        };
        Trouble::new(code, why::not_erased(&error, path))
    }

    /// Tells it on standard error and answers the exit code.
    pub(super) fn tell(&self, words: &Words) -> ExitCode {
        match self {
            Trouble::Told { code, say } => {
                complain(&words.say(say));
                ExitCode::from(*code)
            }
            Trouble::Unheard => ExitCode::SUCCESS,
        }
    }
}

fn code_of(error: &io::Error) -> u8 {
    match error.kind() {
        io::ErrorKind::NotFound => NO_INPUT,
        io::ErrorKind::PermissionDenied => NO_PERMISSION,
        io::ErrorKind::AlreadyExists => CANNOT_CREATE,
        _ => IO,
    }
}

impl From<Fault> for Trouble {
    fn from(fault: Fault) -> Trouble {
        Trouble::of_fault(&fault)
    }
}

impl From<No> for Trouble {
    fn from(no: No) -> Trouble {
        match no {
            No::Refused(refusal) => Trouble::new(DATA, refusal.0),
            No::Unreadable(error) => {
                Trouble::new(DATA, Say::new("failed-read").with("why", error.to_string()))
            }
        }
    }
}

impl From<terminal::Refused> for Trouble {
    fn from(refused: terminal::Refused) -> Trouble {
        match refused {
            terminal::Refused::NotATerminal(_) => {
                Trouble::new(UNAVAILABLE, Say::new("cli-not-a-terminal"))
            }
            terminal::Refused::Dumb => Trouble::new(UNAVAILABLE, Say::new("cli-dumb")),
            terminal::Refused::Io(error) => Trouble::from(error),
        }
    }
}

/// Printing failed.
impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Trouble {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Trouble::Unheard;
        }
        Trouble::new(IO, Say::new("cli-print").with("why", error.to_string()))
    }
}

impl From<color_eyre::Report> for Trouble {
    fn from(report: color_eyre::Report) -> Trouble {
        Trouble::new(SOFTWARE, Say::new("cli-software").with("why", format!("{report:#}")))
    }
}

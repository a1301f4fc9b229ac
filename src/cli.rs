//! The command line: which file, and whether the screen is wanted at all.

mod places;
mod screen;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;

pub use places::Places;

#[derive(Parser)]
#[command(name = "sluss", version)]
struct Line {
    /// The file with the ideas
    #[arg(long, env = "SLUSS_DB", global = true)]
    db: Option<PathBuf>,
}

/// Runs the program; the exit codes are those of sysexits.
pub fn main() -> ExitCode {
    let line = Line::parse();
    let Some(places) = Places::of(line.db) else {
        complain("no home folder was found: say where the file is with --db PATH");
        return ExitCode::from(78);
    };
    match screen::run(&places) {
        Ok(code) => ExitCode::from(code),
        Err(report) => {
            complain(&format!("{report:#}"));
            ExitCode::from(70)
        }
    }
}

/// One sentence on standard error. That nobody reads it is no reason to fail again.
fn complain(sentence: &str) {
    use std::io::Write as _;

    let _ = writeln!(std::io::stderr(), "sluss: {sentence}");
}

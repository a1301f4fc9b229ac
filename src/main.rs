//! The thin program: everything is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    sluss::cli::main()
}

//! The command `cfn-gate`: reads the arguments, runs, and answers with an exit code.

mod cli;

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    cli::ask_for_bug_reports();
    match cli::Arguments::parse().run() {
        Ok(code) => code,
        Err(problem) => {
            eprintln!("error: {problem}");
            ExitCode::from(cfn_gate::exit_codes::USAGE)
        }
    }
}

//! The command `cfn-gate`: reads the arguments, runs, and answers with an exit code.

mod cli;

use std::process::ExitCode;

#[cfg(target_env = "musl")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    cli::ask_for_bug_reports();
    match cli::run() {
        Ok(code) => code,
        Err(problem) => {
            eprintln!("error: {problem}");
            ExitCode::from(cfn_gate::exit_codes::USAGE)
        }
    }
}

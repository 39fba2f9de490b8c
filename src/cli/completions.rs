//! `cfn-gate completions`: what a shell completes after `cfn-gate`.

use super::Arguments;
use super::output::to_stdout;
use super::problem::Problem;
use clap::{Args, CommandFactory};
use clap_complete::{Shell, generate};
use std::process::ExitCode;

/// Print completions for a shell
#[derive(Args, Debug)]
#[command(after_help = "\
Where shells look for them:
  bash        cfn-gate completions bash > ~/.local/share/bash-completion/completions/cfn-gate
  zsh         cfn-gate completions zsh > a file _cfn-gate in a folder of $fpath
  fish        cfn-gate completions fish > ~/.config/fish/completions/cfn-gate.fish
  powershell  cfn-gate completions powershell >> $PROFILE
  elvish      cfn-gate completions elvish >> ~/.config/elvish/rc.elv")]
pub struct Completions {
    /// The shell
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

impl Completions {
    /// Prints them.
    pub fn run(self) -> Result<ExitCode, Problem> {
        // What writes them panics where writing fails: into memory it doesn't.
        let mut script = Vec::new();
        generate(self.shell, &mut Arguments::command(), env!("CARGO_PKG_NAME"), &mut script);
        // In the script for bash, clap_complete 4.6.11 takes the hyphen in the program's name for the border of a subcommand in
        // some places and not in others, so that no subcommand would be completed.
        let script = String::from_utf8_lossy(&script).replace("cfn__subcmd__gate", "cfn__gate");
        to_stdout(|out| out.write_all(script.as_bytes()))
            .map_err(|error| Problem::new(format!("can't write to standard output: {error}")))?;
        Ok(ExitCode::SUCCESS)
    }
}

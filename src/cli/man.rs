//! `cfn-gate man`: manual pages.

use super::Arguments;
use super::output::to_stdout;
use super::problem::Problem;
use clap::{Args, CommandFactory};
use std::path::PathBuf;
use std::process::ExitCode;

/// Print the manual page, or write those of all subcommands to a folder
#[derive(Args, Debug)]
#[command(after_help = "\
To read it:     cfn-gate man | man -l -
To install it:  cfn-gate man --dir ~/.local/share/man/man1")]
pub struct Man {
    /// Write cfn-gate.1, cfn-gate-check.1 and so on to this folder
    #[arg(long, value_name = "DIR")]
    dir: Option<PathBuf>,
}

impl Man {
    /// Prints or writes the pages.
    pub fn run(self) -> Result<ExitCode, Problem> {
        let command = Arguments::command();
        match self.dir {
            Some(folder) => std::fs::create_dir_all(&folder)
                .and_then(|()| clap_mangen::generate_to(command, &folder))
                .map_err(|error| Problem::new(format!("--dir {}: {error}", folder.display())))?,
            None => to_stdout(|out| clap_mangen::Man::new(command).render(out))
                .map_err(|error| Problem::new(format!("can't write to standard output: {error}")))?,
        }
        Ok(ExitCode::SUCCESS)
    }
}

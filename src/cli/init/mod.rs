//! `cfn-gate init`: a first configuration file, made after a look at what is in the directory.

mod starter;
mod survey;

use super::output::to_stdout;
use super::problem::Problem;
use cfn_gate::config::NAMES;
use clap::Args;
use std::fs::File;
use std::io::{ErrorKind, Write};
use std::path::Path;
use std::process::ExitCode;

/// Write a first .cfn-gate.yaml, and say what to do next
///
/// Looks for templates, CDK apps, parameter files and CI in the current directory. What it finds is in the file, with
/// comments; what it can't know stands there commented out.
#[derive(Args, Debug)]
pub struct Init {
    /// Write over a file that is there already
    #[arg(long)]
    force: bool,
}

impl Init {
    /// Looks around, writes the file and says what comes next.
    pub fn run(self) -> Result<ExitCode, Problem> {
        let [name, other] = NAMES;
        if Path::new(other).symlink_metadata().is_ok() {
            return Err(Problem::new(format!(
                "`{other}` is there already, and one file is enough: delete it first"
            )));
        }
        let survey = survey::look();
        let written = if self.force { File::create(name) } else { File::create_new(name) };
        written.and_then(|mut file| file.write_all(starter::file(&survey).as_bytes())).map_err(|error| {
            Problem::new(match error.kind() {
                ErrorKind::AlreadyExists => format!("`{name}` is there already\n  --force writes over it"),
                _ => format!("can't write `{name}`: {error}"),
            })
        })?;
        to_stdout(|out| out.write_all(starter::next(&survey, name).as_bytes()))
            .map_err(|error| Problem::new(format!("can't write to standard output: {error}")))?;
        Ok(ExitCode::SUCCESS)
    }
}

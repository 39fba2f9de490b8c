//! `cfn-gate config`: what may stand in the configuration file.

use super::super::output::to_stdout;
use super::super::problem::Problem;
use cfn_gate::config::{GROUPS, schema};
use clap::{Args, Subcommand};
use std::process::ExitCode;

/// Say what may stand in .cfn-gate.yaml
#[derive(Args, Debug)]
pub struct ConfigCommand {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// List the settings
    Keys,
    /// Print the JSON Schema, with which editors complete and check the file
    Schema,
}

impl ConfigCommand {
    /// Prints it.
    pub fn run(self) -> Result<ExitCode, Problem> {
        to_stdout(|out| match self.command {
            Command::Keys => {
                for (index, group) in GROUPS.iter().enumerate() {
                    let blank = if index == 0 { "" } else { "\n" };
                    writeln!(out, "{blank}{}", group.title.replace('`', ""))?;
                    for key in group.keys {
                        writeln!(out, "  {:19} {}", key.name, key.about.replace('`', ""))?;
                    }
                }
                Ok(())
            }
            Command::Schema => {
                serde_json::to_writer_pretty(&mut *out, &schema())?;
                writeln!(out)
            }
        })
        .map_err(|error| Problem::new(format!("can't write to standard output: {error}")))?;
        Ok(ExitCode::SUCCESS)
    }
}

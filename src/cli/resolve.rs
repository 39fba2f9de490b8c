//! `cfn-gate resolve`: what the gate sees of a template.

use super::deployment::Deployment;
use super::output::to_stdout;
use super::problem::Problem;
use super::stacks::stacks;
use cfn_gate::exit_codes;
use cfn_gate::resolve::Stack;
use clap::Args;
use std::process::ExitCode;

/// Print what a template would deploy, as JSON
///
/// One document a template, one after the other: the resources with their concrete properties, the outputs,
/// errors and warnings. A value that can't be known before deployment is {"$unknown": why}. `complete` is false where
/// macros or modules were not expanded.
#[derive(Args, Debug)]
#[command(after_help = "\
Exit codes:
  0  every template was resolved (see `complete`)
  2  a template has errors, or the arguments are wrong")]
pub struct Resolve {
    #[command(flatten)]
    pub deployment: Deployment,
}

impl Resolve {
    /// Resolves the templates and prints them.
    pub fn run(self) -> Result<ExitCode, Problem> {
        let stacks = stacks(&self.deployment)?;
        to_stdout(|out| {
            stacks.iter().try_for_each(|stack| {
                serde_json::to_writer_pretty(&mut *out, &stack.to_json())?;
                writeln!(out)
            })
        })
        .map_err(|error| Problem::new(format!("can't write to standard output: {error}")))?;
        let is_wrong = stacks.iter().any(Stack::has_errors);
        Ok(if is_wrong { ExitCode::from(exit_codes::USAGE) } else { ExitCode::SUCCESS })
    }
}

//! `cfn-gate resolve`: what the gate sees of a template.

use super::deployment::Deployment;
use super::output::to_stdout;
use super::problem::Problem;
use super::stacks::inputs;
use cfn_gate::exit_codes;
use cfn_gate::resolve::{Stack, resolve_together};
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
    /// Print the template as it is expanded, with its functions
    ///
    /// Local includes and loops are unrolled, and the resources of the Serverless Application Model (AWS::Serverless::*)
    /// are what they become, as the transform at AWS makes them.
    #[arg(long)]
    expanded: bool,

    #[command(flatten)]
    pub deployment: Deployment,
}

impl Resolve {
    /// Resolves the templates and prints them.
    pub fn run(self) -> Result<ExitCode, Problem> {
        let (mut inputs, _app) = inputs(&self.deployment)?;
        for input in &mut inputs {
            input.environment.keep_expanded = self.expanded;
        }
        let stacks = self.deployment.app.choose(resolve_together(inputs))?;
        to_stdout(|out| {
            stacks.iter().try_for_each(|stack| {
                match &stack.expanded {
                    Some(template) => serde_json::to_writer_pretty(&mut *out, template)?,
                    None => serde_json::to_writer_pretty(&mut *out, &stack.to_json())?,
                }
                writeln!(out)
            })
        })
        .map_err(|error| Problem::new(format!("can't write to standard output: {error}")))?;
        if self.expanded {
            report_errors(&stacks);
        }
        let is_wrong = stacks.iter().any(Stack::has_errors);
        Ok(if is_wrong { ExitCode::from(exit_codes::USAGE) } else { ExitCode::SUCCESS })
    }
}

/// A template has no room for what is wrong with it.
fn report_errors(stacks: &[Stack]) {
    for stack in stacks {
        for diagnostic in stack.diagnostics.iter().filter(|diagnostic| diagnostic.is_error()) {
            let file = stack.files.get(usize::from(diagnostic.span.file.0)).map_or("", |file| &file.name);
            let message: String = format!("{file}:{}: {}", diagnostic.span, diagnostic.message);
            eprintln!("error: {}", message.escape_debug());
        }
    }
}

//! The command line: the subcommands, and what they share.

mod app;
#[cfg(feature = "aws")]
mod aws;
mod baseline;
mod check;
mod deployment;
#[cfg(feature = "aws")]
mod duration;
#[cfg(feature = "aws")]
mod emulate;
mod explain;
mod judging;
mod output;
mod problem;
mod resolve;
mod rule_filter;
mod rule_set;
mod rules;
mod stacks;
mod suppressions;

use cfn_gate::exit_codes;
use clap::{Parser, Subcommand};
use problem::Problem;
use std::process::ExitCode;

/// The gate that AWS infrastructure passes before it is deployed.
///
/// Reads CloudFormation templates, works out what each resource would be, and judges it under AWS Config's
/// managed rules: offline, without an AWS account.
#[derive(Debug, Parser)]
#[command(name = "cfn-gate", version, after_help = exit_codes::HELP, max_term_width = 100)]
#[command(disable_help_subcommand = true, subcommand_required = true, arg_required_else_help = true)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Check(Box<check::Check>),
    Baseline(Box<baseline::WriteBaseline>),
    #[cfg(feature = "aws")]
    Emulate(emulate::Emulate),
    Explain(explain::Explain),
    Resolve(resolve::Resolve),
    Rules(rules::Rules),
}

impl Arguments {
    /// Does what was asked for.
    pub fn run(self) -> Result<ExitCode, Problem> {
        match self.command {
            Command::Check(check) => check.run(),
            Command::Baseline(baseline) => baseline.run(),
            #[cfg(feature = "aws")]
            Command::Emulate(emulate) => emulate.run(),
            Command::Explain(explain) => explain.run(),
            Command::Resolve(resolve) => resolve.run(),
            Command::Rules(rules) => rules.run(),
        }
    }
}

/// No input should ever make the program panic. Should one do so, its author needs to hear of it.
pub fn ask_for_bug_reports() {
    let show = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        show(panic);
        eprintln!(
            "
cfn-gate {} has stopped because of a mistake of its own, not of yours. Nothing that it \
             printed counts as a result. Please report it with the lines above, and with the template if \
             you can share it.",
            env!("CARGO_PKG_VERSION"),
        );
    }));
}

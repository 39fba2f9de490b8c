//! The command line: the subcommands, and what they share.

mod app;
#[cfg(feature = "aws")]
mod aws;
mod baseline;
mod check;
#[cfg(feature = "shell")]
mod completions;
mod configured;
mod deployment;
#[cfg(feature = "aws")]
mod duration;
#[cfg(feature = "aws")]
mod emulate;
mod explain;
mod init;
mod judging;
#[cfg(feature = "shell")]
mod man;
mod output;
mod overrides;
mod problem;
mod resolve;
mod rule_filter;
mod rule_set;
mod rules;
mod settings;
mod stacks;
mod suppressions;

use cfn_gate::exit_codes;
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};
use problem::Problem;
use settings::{Call, Settings};
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
    #[cfg(feature = "shell")]
    Completions(completions::Completions),
    Config(settings::ConfigCommand),
    Baseline(Box<baseline::WriteBaseline>),
    #[cfg(feature = "aws")]
    Emulate(emulate::Emulate),
    Explain(explain::Explain),
    Init(init::Init),
    #[cfg(feature = "shell")]
    Man(man::Man),
    Resolve(Box<resolve::Resolve>),
    Rules(rules::Rules),
}

/// Does what the arguments and the configuration file ask for.
pub fn run() -> Result<ExitCode, Problem> {
    match settings::read(Arguments::command(), std::env::args_os().collect())? {
        Call::Run(call) => {
            let (matches, settings) = *call;
            let arguments = Arguments::from_arg_matches(&matches).unwrap_or_else(|error| error.exit());
            arguments.command.with(settings).run()
        }
        Call::Show(text) => {
            output::to_stdout(|out| out.write_all(text.as_bytes()))
                .map_err(|error| Problem::new(format!("can't write to standard output: {error}")))?;
            Ok(ExitCode::SUCCESS)
        }
    }
}

impl Command {
    /// The subcommand with what the configuration file says, if it has use for that.
    fn with(mut self, settings: Settings) -> Self {
        match &mut self {
            Command::Baseline(baseline) => baseline.judging.deployment.settings = settings,
            Command::Check(check) => check.judging.deployment.settings = settings,
            Command::Resolve(resolve) => resolve.deployment.settings = settings,
            _ => {}
        }
        self
    }

    fn run(self) -> Result<ExitCode, Problem> {
        match self {
            Command::Check(check) => check.run(),
            #[cfg(feature = "shell")]
            Command::Completions(completions) => completions.run(),
            Command::Config(config) => config.run(),
            Command::Baseline(baseline) => baseline.run(),
            #[cfg(feature = "aws")]
            Command::Emulate(emulate) => emulate.run(),
            Command::Explain(explain) => explain.run(),
            Command::Init(init) => init.run(),
            #[cfg(feature = "shell")]
            Command::Man(man) => man.run(),
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

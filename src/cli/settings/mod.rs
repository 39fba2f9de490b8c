//! The configuration file on the command line: which file, what of it counts beside the arguments, and what it
//! comes to.

mod command;
mod merge;
mod show;

pub use command::ConfigCommand;
pub use show::scalar;

use super::problem::Problem;
use cfn_gate::config::{Config, Place, StackSettings};
use clap::{ArgMatches, Args, Command};
use std::collections::{BTreeMap, HashSet};
use std::ffi::OsString;
use std::path::PathBuf;

/// Which configuration file.
#[derive(Args, Debug)]
pub struct SettingsArguments {
    /// Take settings from this file
    ///
    /// Without it, .cfn-gate.yaml is looked for in the current directory and those above it, up to the root of the
    /// repository. Arguments win over the file.
    #[arg(long, value_name = "FILE", conflicts_with = "no_config", help_heading = CONFIGURATION)]
    config: Option<PathBuf>,

    /// Take no settings from a file
    #[arg(long, help_heading = CONFIGURATION)]
    no_config: bool,

    /// Show the settings in force and where each comes from, and stop there
    #[arg(long, help_heading = CONFIGURATION)]
    show_config: bool,
}

const CONFIGURATION: &str = "Configuration";

/// What of the configuration file counts in this call, beside what stands in for arguments.
#[derive(Debug, Default)]
pub struct Settings {
    /// The file, if there is one, without what arguments set aside.
    pub config: Option<Config>,
    /// The arguments that were given, by their long names.
    given: HashSet<String>,
    /// Where the arguments stand that come from the file, by their long names.
    lines: BTreeMap<&'static str, u32>,
    /// What it relaxes, with the lines.
    relaxed: Vec<String>,
}

impl Settings {
    /// Whether the argument was given on the command line.
    pub fn is_given(&self, argument: &str) -> bool {
        self.given.contains(argument)
    }

    /// Where the file chooses rules, if it does: `.cfn-gate.yaml:3`, for messages.
    pub fn chooses_rules(&self) -> Option<String> {
        let line = ["rules", "rule", "skip-rule", "severity"].iter().find_map(|name| self.lines.get(name))?;
        Some(format!("{}:{line}", self.config.as_ref()?.file.name))
    }

    /// The stacks that templates are deployed as.
    pub fn stacks(&self) -> &[StackSettings] {
        self.config.as_ref().map_or(&[], |config| &config.stacks)
    }

    /// What the file lets through that would fail without it: nobody shall overlook that.
    pub fn note(&self) -> Option<String> {
        let config = self.config.as_ref().filter(|_| !self.relaxed.is_empty())?;
        let (file, relaxed) = (&config.file.name, self.relaxed.join(", "));
        Some(format!("{file} relaxes the gate: {relaxed}. --show-config shows the settings in force"))
    }
}

/// What a call comes to: its arguments with what the file adds to them.
pub enum Call {
    /// To be done.
    Run(Box<(ArgMatches, Settings)>),
    /// Shown instead, as asked for.
    Show(String),
}

impl Call {
    fn run(matches: ArgMatches, settings: Settings) -> Self {
        Call::Run(Box::new((matches, settings)))
    }
}

/// Reads the arguments, looks for the configuration file if the subcommand takes one, and puts both together. Ends the
/// program where the arguments are wrong or ask for help.
pub fn read(mut command: Command, arguments: Vec<OsString>) -> Result<Call, Problem> {
    let matches = command.try_get_matches_from_mut(&arguments).unwrap_or_else(|error| error.exit());
    let Some((name, of_subcommand)) = matches.subcommand() else {
        return Ok(Call::run(matches, Settings::default()));
    };
    let takes_settings =
        |command: &Command| command.get_arguments().any(|argument| argument.get_id() == "config");
    if !command.find_subcommand(name).is_some_and(takes_settings) {
        return Ok(Call::run(matches, Settings::default()));
    }
    let place = match of_subcommand.get_one::<PathBuf>("config") {
        _ if of_subcommand.get_flag("no_config") => None,
        Some(file) => Some(Place::named(file).map_err(|error| Problem::new(format!("--config: {error}")))?),
        None => Place::find().map_err(Problem::new)?,
    };
    let shows = of_subcommand.get_flag("show_config");
    let config = match place {
        None if !shows => return Ok(Call::run(matches, Settings::default())),
        None => None,
        Some(place) => Some(Config::read(place).map_err(|errors| Problem::all(&errors))?),
    };
    let name = name.to_owned();
    let merged = merge::merge(command, arguments, &matches, &name, config)?;
    Ok(if shows {
        Call::Show(show::show(&merged, &name))
    } else {
        Call::run(merged.matches, merged.settings)
    })
}

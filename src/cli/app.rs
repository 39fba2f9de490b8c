//! The arguments that concern CDK apps: which stacks, and whether to run the app at all.

use super::problem::Problem;
use cfn_gate::resolve::Stack;
#[cfg(feature = "aws")]
use cfn_gate::source::Provenance;
use cfn_gate::source::{self, Source, StackPattern, Synthesized};
use clap::Args;
use std::path::{Path, PathBuf};

/// A CDK app.
#[derive(Args, Debug)]
pub struct App {
    /// Judge only these stacks of a CDK app; repeat it for more
    ///
    /// PATTERN is what CDK's commands take: a stack's display name, with `*` for anything within one level and `**` for
    /// any number of levels: Prod/*, **/Storage. Stacks nested in one that is chosen are judged with it. The others
    /// are still read, because the chosen ones may refer to them.
    #[arg(long, value_name = "PATTERN", value_parser = StackPattern::new, help_heading = CDK)]
    stack: Vec<StackPattern>,

    /// Run this command, a CDK app, and judge what it writes; PATH is the app's folder
    ///
    /// The command is run as `cdk synth` runs it, with its output in a temporary folder.
    #[arg(long, value_name = "COMMAND", help_heading = CDK)]
    cdk_app: Option<String>,

    /// Run the CDK app that the configuration file or cdk.json in PATH names, and judge what it writes
    #[arg(long, conflicts_with = "cdk_app", help_heading = CDK)]
    synth: bool,
}

const CDK: &str = "AWS CDK";

impl App {
    /// The one `--stack`, as it was written, where it names a deployed stack.
    #[cfg(feature = "aws")]
    pub fn deployed_stack(&self) -> Option<&str> {
        match self.stack.as_slice() {
            [stack] => Some(stack.text()),
            _ => None,
        }
    }

    /// Reads the templates, after running the CDK app if that was asked for. The folder that an app wrote lasts as long
    /// as the second value.
    ///
    /// `configured` is the command that the configuration file has for `--synth`.
    pub fn sources(
        &self,
        paths: &[PathBuf],
        skip_non_templates: bool,
        configured: Option<&str>,
    ) -> Result<(Vec<Source>, Option<Synthesized>), Problem> {
        if self.cdk_app.is_none() && !self.synth {
            let read = if skip_non_templates { source::read_recognised } else { source::read };
            return Ok((read(paths).map_err(|problems| Problem::all(&problems))?, None));
        }
        let directory = match paths {
            [] => Path::new("."),
            [directory] if directory.is_dir() => directory,
            _ => {
                return Err(Problem::new("with --cdk-app or --synth, PATH is the one folder of the CDK app"));
            }
        };
        let mut synthesized =
            source::synthesize(directory, self.cdk_app.as_deref().or(configured)).map_err(Problem::new)?;
        Ok((std::mem::take(&mut synthesized.sources), Some(synthesized)))
    }

    /// Whether `--stack` names the stack, which is not nested in another, or names none at all.
    #[cfg(feature = "aws")]
    pub fn chooses(&self, provenance: &Provenance) -> bool {
        let name = provenance.display_name.as_deref();
        self.stack.is_empty()
            || name.is_none_or(|name| self.stack.iter().any(|pattern| pattern.matches(name)))
    }

    /// Leaves out the stacks that `--stack` doesn't name.
    pub fn choose(&self, stacks: Vec<Stack>) -> Result<Vec<Stack>, Problem> {
        if self.stack.is_empty() {
            return Ok(stacks);
        }
        let names = || {
            let outermost = stacks.iter().filter(|stack| stack.provenance.nested_in.is_none());
            outermost.filter_map(|stack| stack.provenance.display_name.as_deref())
        };
        for pattern in &self.stack {
            if !names().any(|name| pattern.matches(name)) {
                let names: Vec<_> = names().collect();
                let there = match names.as_slice() {
                    [] => "there is no cloud assembly among the paths".to_owned(),
                    names => format!("the stacks are {}", names.join(", ")),
                };
                return Err(Problem::new(format!(
                    "--stack {}: no stack matches\n  {there}",
                    pattern.as_str()
                )));
            }
        }
        // What is nested follows what it is nested in. What is no stack of an app stays: it was named, or is broken.
        let mut keeps = true;
        let chosen = stacks.iter().map(|stack| {
            if stack.provenance.nested_in.is_none() {
                let name = stack.provenance.display_name.as_deref();
                keeps = name.is_none_or(|name| self.stack.iter().any(|pattern| pattern.matches(name)));
            }
            keeps
        });
        let chosen: Vec<bool> = chosen.collect();
        Ok(stacks.into_iter().zip(chosen).filter_map(|(stack, keeps)| keeps.then_some(stack)).collect())
    }
}

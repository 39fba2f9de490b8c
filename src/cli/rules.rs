//! `cfn-gate rules`: the catalogue.

use super::output::to_stdout;
use super::problem::Problem;
use super::rule_filter::Filter;
use super::rule_set;
use cfn_gate::rules::{self, Rule};
use clap::{Args, Subcommand, ValueEnum};
use serde_json::Value;
use std::io::{self, Write};
use std::process::ExitCode;

/// Show the rules
#[derive(Args, Debug)]
pub struct Rules {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// List the rules: those that `check` applies by default, or all that the filters let through
    List {
        /// List every rule that AWS documents, not only those that apply by default
        #[arg(long)]
        all: bool,

        #[command(flatten)]
        filter: Filter,

        /// How to show them
        #[arg(long, value_name = "FORMAT", default_value = "table")]
        format: ListFormat,
    },
    #[cfg(feature = "aws")]
    Pull(super::aws::Pull),
    #[cfg(feature = "aws")]
    Enable(super::aws::Enable),
    /// Show a rule: what it wants and why, its parameters, an example that passes and one that fails
    Show {
        /// AWS's rule name (s3-bucket-logging-enabled) or identifier (S3_BUCKET_LOGGING_ENABLED)
        #[arg(value_name = "RULE")]
        rule: String,

        /// How to show it
        #[arg(long, value_name = "FORMAT", default_value = "text")]
        format: PageFormat,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ListFormat {
    /// Columns
    Table,
    /// A list of objects, as `rules show --format json` prints them
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum PageFormat {
    /// Markdown
    Text,
    /// An object
    Json,
}

impl Rules {
    /// Prints the list or the page.
    pub fn run(self) -> Result<ExitCode, Problem> {
        let written = match self.command {
            #[cfg(feature = "aws")]
            Command::Pull(pull) => return pull.run(),
            #[cfg(feature = "aws")]
            Command::Enable(enable) => return enable.run(),
            Command::List { all, filter, format } => {
                let by_default = !all && filter.is_empty();
                let mut rules: Vec<_> = rules::all()
                    .filter(|rule| if by_default { rule.proactive } else { filter.lets_through(rule) })
                    .collect();
                rules.sort_unstable_by_key(|rule| rule.name);
                to_stdout(|out| match format {
                    ListFormat::Table => table(&rules, out),
                    ListFormat::Json => json(&rules.iter().map(|rule| rule.to_json()).collect(), out),
                })
            }
            Command::Show { rule, format } => {
                let rule = rule_set::find(&rule)?;
                to_stdout(|out| match format {
                    PageFormat::Text => out.write_all(rule.page().as_bytes()),
                    PageFormat::Json => json(&rule.to_json(), out),
                })
            }
        };
        written.map_err(|error| Problem::new(format!("can't write to standard output: {error}")))?;
        Ok(ExitCode::SUCCESS)
    }
}

fn json(value: &Value, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    writeln!(out)
}

/// One line a rule. The summary, which has no width of its own, comes last.
fn table(rules: &[&Rule], out: &mut dyn Write) -> io::Result<()> {
    let heading = ["RULE", "SEVERITY", "DECIDED BY", "RESOURCE TYPES", "SUMMARY"].map(String::from);
    let rows = rules.iter().map(|rule| {
        let types = match rule.resource_types {
            [first, _, _, rest @ ..] => format!("{first} and {} more", rest.len() + 2),
            types => types.join(", "),
        };
        let decided_by = rule.decided_by.as_str();
        [rule.name.into(), rule.severity.as_str().into(), decided_by.into(), types, rule.summary.into()]
    });
    let rows: Vec<[String; 5]> = std::iter::once(heading).chain(rows).collect();
    let width = |column: usize| rows.iter().map(|row| row[column].len()).max().unwrap_or(0);
    let widths = [0, 1, 2, 3].map(width);
    for row in &rows {
        for (text, width) in row.iter().zip(widths) {
            write!(out, "{text:width$}  ")?;
        }
        writeln!(out, "{}", row[4])?;
    }
    Ok(())
}

//! `cfn-gate rules enable`: switches proactive mode on.

use super::super::problem::Problem;
use super::{AWS, Access, runtime};
use cfn_gate::aws::{AccountRule, Connection};
use clap::Args;
use std::io::{IsTerminal, Write};
use std::process::ExitCode;

/// Switch proactive mode on for rules of the account, after showing what changes
///
/// PutConfigRule replaces a rule as a whole, so everything that the rule has is put again.
#[derive(Args, Debug)]
pub struct Enable {
    /// The names of the rules in the account
    #[arg(value_name = "NAME", required = true)]
    names: Vec<String>,

    /// Don't ask
    #[arg(long, short)]
    yes: bool,

    #[command(flatten)]
    access: Access,

    /// The Region
    #[arg(long, value_name = "REGION", help_heading = AWS)]
    region: Option<String>,
}

impl Enable {
    /// Shows, asks, changes.
    pub fn run(self) -> Result<ExitCode, Problem> {
        let runtime = runtime()?;
        let connected = runtime.block_on(async {
            let connection = self.access.connect(self.region.as_deref(), 4).await?;
            let rules = connection.rules_named(&self.names).await?;
            Ok((connection, rules))
        });
        let (connection, rules) =
            connected.map_err(|failure: cfn_gate::aws::Failure| Problem::new(failure.message))?;
        let (owned, free): (Vec<_>, Vec<_>) = rules.iter().partition(|rule| rule.created_by().is_some());
        for rule in &owned {
            explain(rule);
        }
        let changes: Vec<&AccountRule> =
            free.into_iter().filter(|rule| !rule.has_mode("PROACTIVE")).collect();
        if changes.is_empty() {
            if owned.is_empty() {
                println!("Nothing to change: proactive mode is on already");
                return Ok(ExitCode::SUCCESS);
            }
            return Err(Problem::new("none of these rules can be changed"));
        }
        for rule in &changes {
            show(rule);
        }
        if !self.yes && !confirmed(changes.len())? {
            println!("Nothing was changed");
            return Ok(ExitCode::SUCCESS);
        }
        runtime.block_on(enable(&connection, &changes))?;
        if owned.is_empty() {
            Ok(ExitCode::SUCCESS)
        } else {
            Err(Problem::new(format!("{} of the rules could not be changed: see above", owned.len())))
        }
    }
}

/// What stands in the way of changing a service's rule.
fn explain(rule: &AccountRule) {
    eprintln!(
        "{}: belongs to {}, and only that service may change it. Make a rule of your own with the same identifier ({}) in \
         proactive mode instead.",
        rule.name(),
        rule.created_by().unwrap_or_default(),
        rule.identifier().unwrap_or("a custom rule")
    );
}

/// The difference, as a diff.
fn show(rule: &AccountRule) {
    println!("{}", rule.name());
    println!("-  EvaluationModes: {}", rule.modes().join(", "));
    println!("+  EvaluationModes: {}", rule.with_proactive_mode().modes().join(", "));
}

fn confirmed(count: usize) -> Result<bool, Problem> {
    if !std::io::stdin().is_terminal() {
        return Err(Problem::new("nobody can be asked here: pass --yes to change the rules"));
    }
    print!("Change {count} {}? [y/N] ", if count == 1 { "rule" } else { "rules" });
    let mut answer = String::new();
    std::io::stdout()
        .flush()
        .and_then(|()| std::io::stdin().read_line(&mut answer))
        .map_err(|error| Problem::new(format!("can't ask: {error}")))?;
    Ok(matches!(answer.trim().to_ascii_lowercase().as_str(), "y" | "yes"))
}

async fn enable(connection: &Connection, rules: &[&AccountRule]) -> Result<(), Problem> {
    for rule in rules {
        connection
            .put_rule(&rule.with_proactive_mode())
            .await
            .map_err(|failure| Problem::new(format!("{}: {failure}", rule.name())))?;
        println!("{}: proactive mode is on", rule.name());
    }
    Ok(())
}

//! What is judged, under which rules and by whom: the same for every subcommand that judges.

#[cfg(feature = "aws")]
use super::aws::AwsArguments;
use super::deployment::Deployment;
use super::overrides::engine;
use super::problem::Problem;
use super::rule_set::Choice;
use super::stacks::stacks;
use super::suppressions::Suppressions;
use cfn_gate::evaluate::{Engine, Outcome};
use cfn_gate::gate::{Gate, Policy, Report, judge};
use cfn_gate::resolve::Stack;
use cfn_gate::rules::Severity;
use cfn_gate::rules::set::{BuiltIn, UndecidedRule};
use clap::{Args, ValueEnum};
use std::sync::{Mutex, PoisonError};

/// What is judged, under which rules and by whom.
#[derive(Args, Debug)]
pub struct Judging {
    #[command(flatten)]
    pub deployment: Deployment,

    #[command(flatten)]
    pub rules: Choice,

    /// What fails the gate; separate several by commas
    #[arg(long, value_name = "WHAT", value_delimiter = ',', default_value = "non-compliant", help_heading = GATE)]
    fail_on: Vec<FailOn>,

    /// Don't count macros and modules that only AWS can expand as an incomplete result (exit code 3)
    #[arg(long, help_heading = GATE)]
    allow_incomplete: bool,

    /// Who evaluates the rules
    #[arg(long, value_name = "ENGINE", default_value = "embedded", help_heading = GATE)]
    engine: EngineName,

    #[command(flatten)]
    suppressions: Suppressions,

    #[cfg(feature = "aws")]
    #[command(flatten)]
    aws: AwsArguments,
}

/// What the help calls the arguments that decide whether a run fails.
pub const GATE: &str = "The gate";

/// What fails the gate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum FailOn {
    /// A resource violates a rule
    NonCompliant,
    /// The same, or a verdict hangs on a value that can't be known before deployment
    InsufficientData,
    /// As the others say, of rules of any severity
    Low,
    /// As the others say, of rules of the severity MEDIUM or worse
    Medium,
    /// As the others say, of rules of the severity HIGH or worse
    High,
    /// As the others say, of rules of the severity CRITICAL
    Critical,
}

impl FailOn {
    fn severity(self) -> Option<Severity> {
        match self {
            FailOn::NonCompliant | FailOn::InsufficientData => None,
            FailOn::Low => Some(Severity::Low),
            FailOn::Medium => Some(Severity::Medium),
            FailOn::High => Some(Severity::High),
            FailOn::Critical => Some(Severity::Critical),
        }
    }
}

/// Who evaluates the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum EngineName {
    /// The rules of this program: no account, no network
    Embedded,
    /// AWS Config, under the account's own rules in proactive mode
    #[cfg_attr(not(feature = "aws"), value(hide = true))]
    Aws,
}

impl Judging {
    /// What decides, as far as the arguments say it.
    pub fn gate(&self) -> Gate {
        let policy = Policy {
            insufficient_data: self.fail_on.contains(&FailOn::InsufficientData),
            severity: self.fail_on.iter().filter_map(|what| what.severity()).min().unwrap_or(Severity::Low),
            allow_incomplete: self.allow_incomplete,
            ..Policy::default()
        };
        let configured = self.deployment.settings.config.as_ref();
        let suppressions = configured.map(|config| config.suppressions.clone()).unwrap_or_default();
        Gate { suppressions, ..self.suppressions.apply(Gate::new(policy)) }
    }

    /// Judges the templates; `None` if nothing was to be judged (`--dry-run`). On `quiet`, progress is not shown.
    pub fn report(&self, gate: &Gate, quiet: bool) -> Result<Option<Report>, Problem> {
        // The embedded engine is done before anybody could look at progress.
        #[cfg(not(feature = "aws"))]
        let _ = quiet;
        match self.engine {
            EngineName::Embedded => {
                #[cfg(feature = "aws")]
                if let Some(argument) = self.aws.given() {
                    return Err(Problem::new(format!(
                        "{argument} belongs to the AWS engine: add --engine aws"
                    )));
                }
                let stacks = stacks(&self.deployment)?;
                let (engine, undecided) = engine(&self.rules, &self.deployment, &stacks, gate.policy.strict)?;
                let report = evaluate(&engine, undecided, stacks, gate)?;
                Ok(Some(if self.rules.names(BuiltIn::Fsbp) { report.with_score() } else { report }))
            }
            #[cfg(feature = "aws")]
            EngineName::Aws => {
                super::aws::check(&self.deployment, &self.aws, self.rules.of_account()?, gate, quiet)
            }
            #[cfg(not(feature = "aws"))]
            EngineName::Aws => Err(Problem::new(
                "this program was built without the AWS engine: use one that was built with the feature `aws`, as the \
                 released ones are, or --engine embedded",
            )),
        }
    }
}

fn evaluate(
    engine: &impl Engine,
    undecided: Vec<UndecidedRule>,
    stacks: Vec<Stack>,
    gate: &Gate,
) -> Result<Report, Problem> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .map_err(|error| Problem::new(format!("can't start the engine: {error}")))?;
    let outcomes = Mutex::new(Vec::new());
    let keep = |outcome: Outcome| outcomes.lock().unwrap_or_else(PoisonError::into_inner).push(outcome);
    runtime.block_on(engine.evaluate(&stacks, &keep));
    let outcomes = outcomes.into_inner().unwrap_or_else(PoisonError::into_inner);
    Ok(judge(engine.name(), engine.rules(), undecided, stacks, outcomes, gate))
}

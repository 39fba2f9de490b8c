//! `cfn-gate check`: judges templates and fails if something is wrong.

#[cfg(feature = "aws")]
use super::aws::AwsArguments;
use super::deployment::Deployment;
use super::output::{self, Color, to_stdout};
use super::overrides::engine;
use super::problem::Problem;
use super::rule_set::Choice;
use super::stacks::stacks;
use cfn_gate::evaluate::{Engine, Outcome};
use cfn_gate::exit_codes;
use cfn_gate::gate::{Policy, Report, Verdict, judge};
use cfn_gate::report::{Format, Options, append_job_summary, write, write_file};
use cfn_gate::resolve::Stack;
use cfn_gate::rules::Severity;
use cfn_gate::rules::set::BuiltIn;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Judge templates under AWS Config's managed rules
///
/// Exits with 1 if a resource is NON_COMPLIANT. Needs no AWS account and no network, except with --engine aws.
#[derive(Args, Debug)]
#[command(after_help = exit_codes::HELP)]
pub struct Check {
    #[command(flatten)]
    pub deployment: Deployment,

    #[command(flatten)]
    rules: Choice,

    /// What fails the gate; separate several by commas
    #[arg(long, value_name = "WHAT", value_delimiter = ',', default_value = "non-compliant", help_heading = GATE)]
    fail_on: Vec<FailOn>,

    /// Don't count macros and modules that only AWS can expand as an incomplete result (exit code 3)
    #[arg(long, help_heading = GATE)]
    allow_incomplete: bool,

    /// Who evaluates the rules
    #[arg(long, value_name = "ENGINE", default_value = "embedded", help_heading = GATE)]
    engine: EngineName,

    #[cfg(feature = "aws")]
    #[command(flatten)]
    aws: AwsArguments,

    /// What is written to standard output
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = formats(), help_heading = OUTPUT)]
    format: Format,

    /// Write a report to a file as well; repeat it for more
    #[arg(long, value_name = "FORMAT=FILE", value_parser = report_file, help_heading = OUTPUT)]
    report: Vec<(Format, PathBuf)>,

    /// Nothing on standard output if the gate lets everything pass
    #[arg(long, short, help_heading = OUTPUT)]
    quiet: bool,

    /// Colour on standard output
    #[arg(long, value_name = "WHEN", default_value = "auto", help_heading = OUTPUT)]
    color: Color,
}

const GATE: &str = "The gate";
const OUTPUT: &str = "Output";

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
    #[cfg(feature = "aws")]
    Aws,
}

impl Check {
    /// Judges the templates and writes the reports.
    pub fn run(self) -> Result<ExitCode, Problem> {
        if let Some(note) = self.deployment.settings.note().filter(|_| !self.quiet) {
            eprintln!("note: {note}");
        }
        let report = match self.engine {
            EngineName::Embedded => {
                #[cfg(feature = "aws")]
                if let Some(argument) = self.aws.given() {
                    return Err(Problem::new(format!(
                        "{argument} belongs to the AWS engine: add --engine aws"
                    )));
                }
                let stacks = stacks(&self.deployment)?;
                let (engine, undecided) = engine(&self.rules, &self.deployment, &stacks)?;
                let report = evaluate(&engine, stacks, self.policy())?.with_undecided(undecided);
                if self.rules.names(BuiltIn::Fsbp) { report.with_score() } else { report }
            }
            #[cfg(feature = "aws")]
            EngineName::Aws => {
                if self.rules.is_given() {
                    return Err(Problem::new(
                        "the AWS engine applies the account's rules in proactive mode: --rules, --rule, --skip-rule and \
                         --severity don't choose among them",
                    ));
                }
                match super::aws::check(&self.deployment, &self.aws, self.policy(), self.quiet)? {
                    Some(report) => report,
                    None => return Ok(ExitCode::SUCCESS),
                }
            }
        };
        Ok(self.write(&report).into())
    }

    fn policy(&self) -> Policy {
        Policy {
            non_compliant: true,
            insufficient_data: self.fail_on.contains(&FailOn::InsufficientData),
            severity: self.fail_on.iter().filter_map(|what| what.severity()).min().unwrap_or(Severity::Low),
            allow_incomplete: self.allow_incomplete,
            strict: false,
        }
    }

    /// Writes every report, even if one of them can't be written, and gives the verdict on it all.
    fn write(&self, report: &Report) -> Verdict {
        let options = self.options();
        let files = self.report.iter().map(|(format, path)| {
            write_file(*format, report, &options, path).map_err(|error| error.to_string())
        });
        let rest = [self.write_to_stdout(report, &options), self.write_job_summary(report)];
        let failures: Vec<String> = files.chain(rest).filter_map(Result::err).collect();
        for failure in &failures {
            eprintln!("error: {failure}");
        }
        match report.verdict {
            // Nobody may take a missing report for one without findings.
            Verdict::Passed if !failures.is_empty() => Verdict::Incomplete,
            verdict => verdict,
        }
    }

    fn options(&self) -> Options {
        // As reproducible builds have it: https://reproducible-builds.org/specs/source-date-epoch/
        let given = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.parse().ok());
        let given = given.and_then(|seconds| UNIX_EPOCH.checked_add(Duration::from_secs(seconds)));
        Options {
            colour: self.color.is_on(),
            width: output::width(),
            account_id: self.deployment.account_id.clone(),
            region: self.deployment.region.clone(),
            time: given.unwrap_or_else(SystemTime::now),
        }
    }

    /// In a step of GitHub Actions, whoever wants annotations gets a job summary as well.
    fn write_job_summary(&self, report: &Report) -> Result<(), String> {
        let mut formats = self.report.iter().map(|(format, _)| *format).chain([self.format]);
        match std::env::var_os("GITHUB_STEP_SUMMARY").filter(|path| !path.is_empty()) {
            Some(path) if formats.any(|format| format == Format::Github) => {
                append_job_summary(report, path.as_ref()).map_err(|error| error.to_string())
            }
            _ => Ok(()),
        }
    }

    fn write_to_stdout(&self, report: &Report, options: &Options) -> Result<(), String> {
        if self.quiet && report.verdict == Verdict::Passed {
            return Ok(());
        }
        to_stdout(|out| write(self.format, report, options, out))
            .map_err(|error| format!("can't write to standard output: {error}"))
    }
}

/// Reads the name of a format; the help lists them.
fn formats() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(Format::ALL.iter().map(|format| format.as_str()))
        .try_map(|name| name.parse::<Format>())
}

/// Reads `FORMAT=FILE`.
fn report_file(argument: &str) -> Result<(Format, PathBuf), String> {
    let (format, file) = argument.split_once('=').ok_or_else(|| {
        let formats = Format::ALL.iter().map(|format| format.as_str()).collect::<Vec<_>>().join(", ");
        format!("expected FORMAT=FILE, for example junit=cfn-gate.xml; the formats are {formats}")
    })?;
    if file.is_empty() || file == "-" {
        return Err(
            "expected a file after the `=`; what goes to standard output is chosen with --format".into()
        );
    }
    Ok((format.parse()?, file.into()))
}

fn evaluate(engine: &impl Engine, stacks: Vec<Stack>, policy: Policy) -> Result<Report, Problem> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .map_err(|error| Problem::new(format!("can't start the engine: {error}")))?;
    let outcomes = Mutex::new(Vec::new());
    let keep = |outcome: Outcome| outcomes.lock().unwrap_or_else(PoisonError::into_inner).push(outcome);
    runtime.block_on(engine.evaluate(&stacks, &keep));
    let outcomes = outcomes.into_inner().unwrap_or_else(PoisonError::into_inner);
    Ok(judge(engine.name(), engine.rules(), stacks, outcomes, policy))
}

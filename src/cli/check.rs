//! `cfn-gate check`: judges templates and fails if something is wrong.

use super::judging::{GATE, Judging};
use super::output::{self, Color, to_stdout};
use super::problem::Problem;
use cfn_gate::exit_codes;
use cfn_gate::gate::{Report, Verdict};
use cfn_gate::report::{Format, Options, append_job_summary, write, write_file};
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Judge templates under AWS Config's managed rules
///
/// Exits with 1 if a resource is NON_COMPLIANT. Needs no AWS account and no network, except with --engine aws.
#[derive(Args, Debug)]
#[command(after_help = exit_codes::HELP)]
pub struct Check {
    #[command(flatten)]
    pub judging: Judging,

    /// Let the findings of this baseline pass; `cfn-gate baseline` writes it
    #[arg(long, value_name = "FILE", help_heading = GATE)]
    baseline: Option<PathBuf>,

    /// Fail on every warning, too: about templates, about suppressions and baselines that serve nothing any more
    #[arg(long, help_heading = GATE)]
    strict: bool,

    /// What is written to standard output
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = formats(), help_heading = OUTPUT)]
    format: Format,

    /// Write a report to a file as well; repeat it for more
    #[arg(long, value_name = "FORMAT=FILE", value_parser = report_file, help_heading = OUTPUT)]
    report: Vec<(Format, PathBuf)>,

    /// List what is suppressed or in the baseline in the text, too: by default it is counted
    #[arg(long, help_heading = OUTPUT)]
    show_suppressed: bool,

    /// Nothing on standard output if the gate lets everything pass
    #[arg(long, short, help_heading = OUTPUT)]
    quiet: bool,

    /// Colour on standard output
    #[arg(long, value_name = "WHEN", default_value = "auto", help_heading = OUTPUT)]
    color: Color,
}

const OUTPUT: &str = "Output";

impl Check {
    /// Judges the templates and writes the reports.
    pub fn run(self) -> Result<ExitCode, Problem> {
        if let Some(note) = self.judging.deployment.settings.note().filter(|_| !self.quiet) {
            eprintln!("note: {note}");
        }
        let mut gate = self.judging.gate();
        gate.policy.strict = self.strict;
        gate.baseline = self.baseline.as_deref().map(super::baseline::read).transpose()?;
        // Where nothing was to be judged, nothing fails.
        let Some(report) = self.judging.report(&gate, self.quiet)? else { return Ok(ExitCode::SUCCESS) };
        if self.judging.deployment.skip_non_templates && report.templates.is_empty() {
            if !self.quiet {
                eprintln!("none of the files is a template: nothing to judge, no report written");
            }
            return Ok(ExitCode::SUCCESS);
        }
        let verdict = self.write(&report);
        // The process ends here: its memory goes back in one piece, not value by value.
        std::mem::forget(report);
        Ok(verdict.into())
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
            eprintln!("error: {}", Problem::new(failure));
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
            show_suppressed: self.show_suppressed,
            width: output::width(),
            account_id: self.judging.deployment.account_id.clone(),
            region: self.judging.deployment.region.clone(),
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

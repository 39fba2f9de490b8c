//! `cfn-gate baseline`: writes down what is wrong today, so that only what is new fails.

use super::judging::Judging;
use super::problem::Problem;
use cfn_gate::exit_codes;
use cfn_gate::gate::{Baseline, Verdict};
use cfn_gate::report::{Summary, write_baseline};
use cfn_gate::source;
use cfn_gate::template::SourceFile;
use clap::Args;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Write a baseline: the findings of today, which `check --baseline FILE` then lets pass
///
/// Takes the paths and rules that the check will have. What is suppressed, and what would not fail, is not written. The
/// file is replaced as a whole; nothing is written if the result is incomplete or a template has errors.
#[derive(Args, Debug)]
#[command(after_help = exit_codes::HELP)]
pub struct WriteBaseline {
    #[command(flatten)]
    pub judging: Judging,

    /// The file; the paths in it are relative to its folder
    #[arg(long, value_name = "FILE", default_value = ".cfn-gate-baseline.json", help_heading = "Output")]
    output: PathBuf,
}

impl WriteBaseline {
    /// Judges the templates and writes the baseline.
    pub fn run(self) -> Result<ExitCode, Problem> {
        let Some(report) = self.judging.report(&self.judging.gate(), false)? else {
            return Ok(ExitCode::SUCCESS);
        };
        let shown = self.output.display();
        if report.is_incomplete() || report.verdict == Verdict::Invalid {
            let verdict =
                if report.verdict == Verdict::Invalid { Verdict::Invalid } else { Verdict::Incomplete };
            eprintln!(
                "error: `{shown}` was not written, because the result is incomplete; `cfn-gate check` says why\n  {}",
                Summary::new(&report).conclusion(&report)
            );
            return Ok(verdict.into());
        }
        let before = self.before()?;
        let entries = Baseline::entries_of(&report, folder(&self.output));
        if let Err(error) = write_baseline(&entries, &self.output) {
            eprintln!("error: can't write the baseline to `{shown}`: {}", error.source);
            return Ok(Verdict::Incomplete.into());
        }
        let count = |count: usize| format!("{count} finding{}", if count == 1 { "" } else { "s" });
        let change = before.map(|before| {
            let mut before: Vec<_> = before.entries.into_iter().map(|(entry, _)| entry).collect();
            before.sort_unstable();
            let (new, gone) = (missing(&entries, &before), missing(&before, &entries));
            format!(": {new} new, {gone} gone")
        });
        println!("Wrote {} to {shown}{}.", count(entries.len()), change.unwrap_or_default());
        Ok(ExitCode::SUCCESS)
    }
}

impl WriteBaseline {
    /// The baseline that is there already, if it can still be read. One that can't be (an unfinished merge) is there to
    /// be replaced; what was never a baseline is not.
    fn before(&self) -> Result<Option<Baseline>, Problem> {
        let Ok(text) = source::read_baseline(&self.output) else { return Ok(None) };
        let was_baseline = ["\"version\"", "\"findings\""].iter().all(|key| text.contains(key));
        if !was_baseline && !text.trim().is_empty() {
            return Err(Problem::new(format!(
                "`{}` is there and is no baseline: name another file with --output, or delete it",
                self.output.display()
            )));
        }
        Ok(read(&self.output).ok())
    }
}

/// How many of `entries` are not among the `others`; both are sorted.
fn missing<T: Ord>(entries: &[T], others: &[T]) -> usize {
    let mut others = others.iter().peekable();
    let mut is_missing = |entry: &T| {
        while others.next_if(|other| *other < entry).is_some() {}
        others.next_if(|other| *other == entry).is_none()
    };
    entries.iter().filter(|entry| is_missing(entry)).count()
}

/// The folder in which a file lies.
fn folder(file: &Path) -> &Path {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Reads a baseline.
pub fn read(path: &Path) -> Result<Baseline, Problem> {
    let name = path.display().to_string();
    let text = source::read_baseline(path).map_err(|reason| {
        Problem::new(format!("the baseline `{name}` {reason}\n  `cfn-gate baseline` writes one"))
    })?;
    Baseline::read(SourceFile { name, text }, folder(path)).map_err(|error| Problem::new(error.to_string()))
}

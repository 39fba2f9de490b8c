//! What a run found, for people and for machines: one file a format, each a function of a [`gate::Report`] alone.
//!
//! Nothing here may lose a finding, and no text of a template may do anything but be read: every format
//! escapes what it prints.
//!
//! [`gate::Report`]: crate::gate::Report

mod asff;
mod baseline;
mod cdk;
mod construct;
mod entry;
mod escape;
mod excerpt;
mod file;
mod fingerprint;
mod github;
mod gitlab;
mod html;
mod json;
mod junit;
mod markdown;
mod position;
mod sarif;
mod service;
mod summary;
mod suppressed;
mod text;

pub use baseline::write_baseline;
pub use escape::visible;
pub use file::{FileError, write_file};
pub use markdown::append_job_summary;
pub use summary::Summary;

use crate::gate::Report;
use std::fmt;
use std::io::{self, BufWriter, Write};
use std::str::FromStr;
use std::time::{SystemTime, UNIX_EPOCH};

/// A format that reports are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// For people: excerpts of the source, and a summary.
    Text,
    /// For programs: `schemas/report.schema.json` describes it.
    Json,
    /// For CI systems: JUnit's XML.
    Junit,
    /// For CDK's tools: the form of `validation-report.json` in a cloud assembly.
    Cdk,
    /// For GitHub code scanning: SARIF 2.1.0.
    Sarif,
    /// For a step of GitHub Actions: workflow commands that make annotations.
    Github,
    /// For merge requests in GitLab: a code quality report.
    Gitlab,
    /// For comments on pull requests: Markdown.
    Markdown,
    /// For AWS Security Hub: the AWS Security Finding Format.
    Asff,
    /// For people who get a file: one page that needs nothing else.
    Html,
}

impl Format {
    /// Every format.
    pub const ALL: &[Format] = &[
        Format::Text,
        Format::Json,
        Format::Junit,
        Format::Cdk,
        Format::Sarif,
        Format::Github,
        Format::Gitlab,
        Format::Markdown,
        Format::Asff,
        Format::Html,
    ];

    /// What arguments call it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Format::Text => "text",
            Format::Json => "json",
            Format::Junit => "junit",
            Format::Cdk => "cdk",
            Format::Sarif => "sarif",
            Format::Github => "github",
            Format::Gitlab => "gitlab",
            Format::Markdown => "markdown",
            Format::Asff => "asff",
            Format::Html => "html",
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.as_str())
    }
}

impl FromStr for Format {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        Format::ALL.iter().copied().find(|format| format.as_str() == name).ok_or_else(|| {
            let known: Vec<_> = Format::ALL.iter().map(|format| format.as_str()).collect();
            format!("no report format is called `{name}`: expected one of {}", known.join(", "))
        })
    }
}

/// What a format has to know beside the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Whether colour escapes may appear in text for people.
    pub colour: bool,
    /// Whether text for people lists what is suppressed or in the baseline, which is counted in any case.
    pub show_suppressed: bool,
    /// The widest line of text for people, in columns. Paths and addresses are never broken, so they may be wider.
    pub width: usize,
    /// The account that stacks go to whose cloud assembly doesn't say; AWS Security Hub wants one.
    pub account_id: Option<String>,
    /// The Region that stacks go to whose cloud assembly doesn't say; AWS Security Hub wants one.
    pub region: Option<String>,
    /// When the report was made, for AWS Security Hub. No other format has times in it.
    pub time: SystemTime,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            colour: false,
            show_suppressed: false,
            width: 100,
            account_id: None,
            region: None,
            time: UNIX_EPOCH,
        }
    }
}

/// Writes `report` to `out` and flushes it.
///
/// # Errors
/// What `out` says, or what a format lacks among the options.
pub fn write(format: Format, report: &Report, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let mut out = BufWriter::with_capacity(64 * 1024, out);
    match format {
        Format::Text => text::write(report, options, &mut out)?,
        Format::Json => json::write(report, &mut out)?,
        Format::Junit => junit::write(report, &mut out)?,
        Format::Cdk => cdk::write(report, &mut out)?,
        Format::Sarif => sarif::write(report, &mut out)?,
        Format::Github => github::write(report, &mut out)?,
        Format::Gitlab => gitlab::write(report, &mut out)?,
        Format::Markdown => markdown::write(report, &mut out)?,
        Format::Asff => asff::write(report, options, &mut out)?,
        Format::Html => html::write(report, &mut out)?,
    }
    out.flush()
}

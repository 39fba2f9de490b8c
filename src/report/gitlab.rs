//! For merge requests in GitLab: a code quality report, which is a list of issues in Code Climate's form.
//!
//! Facts: GitLab Docs, "Code Quality", "Code Quality report format". It knows neither columns nor other places, and
//! an issue without a file does not exist: what is wrong with a template is an issue of its first line.

use super::entry::{Entry, Kind, Level, clipped, entries};
use super::fingerprint::{Fingerprints, relative};
use super::json::Inert;
use crate::gate::Report;
use crate::rules::Severity;
use serde::Serialize;
use std::io::{self, Write};

/// The longest text of a template that is shown as a whole, in characters.
const TEXT: usize = 1_000;

/// Writes `report` as a code quality report.
pub(super) fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let mut fingerprints = Fingerprints::default();
    let issues: Vec<Issue> =
        entries(report).iter().map(|entry| Issue::new(entry, fingerprints.of(entry))).collect();
    issues.serialize(&mut serde_json::Serializer::with_formatter(&mut *out, Inert))?;
    out.write_all(b"\n")
}

#[derive(Serialize)]
struct Issue {
    description: String,
    check_name: String,
    fingerprint: String,
    severity: &'static str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: u32,
}

impl Issue {
    fn new(entry: &Entry<'_>, fingerprint: String) -> Self {
        let check_name = match entry.evaluation() {
            Some(evaluation) => clipped(&evaluation.rule.name, TEXT).into_owned(),
            None => entry.kind.id().into(),
        };
        let (file, line) = entry.place.map_or_else(|| (entry.file(), 1), |place| (place.file, place.line));
        Issue {
            description: description(entry),
            check_name,
            fingerprint,
            severity: severity(entry),
            location: Location { path: relative(file), lines: Lines { begin: line } },
        }
    }
}

/// What is wrong, on one line: GitLab shows no more.
fn description(entry: &Entry<'_>) -> String {
    let mut text = match entry.why() {
        // The widget shows the beginning.
        Some(why) => format!("({}) ", why.as_str()),
        None => String::new(),
    };
    text.push_str(&match entry.resource {
        Some((logical_id, resource_type)) => {
            format!("{} ({}): ", clipped(logical_id, TEXT), clipped(resource_type, TEXT))
        }
        None => String::new(),
    });
    let is_plain = matches!(
        entry.kind,
        Kind::NonCompliant | Kind::TemplateError | Kind::TemplateWarning | Kind::Warning
    );
    if !is_plain {
        text.push_str(entry.kind.as_str());
        text.push_str(": ");
    }
    text.push_str(&clipped(entry.message_or_kind(), TEXT));
    for remark in entry.remarks() {
        text.push_str("; ");
        text.push_str(&clipped(&remark, TEXT));
    }
    for (place, label) in entry.related.iter().take(8) {
        text.push_str(&format!("; {}: {}", clipped(label, TEXT), clipped(&place.display(), TEXT)));
    }
    if let Some(help) = entry.help {
        text.push_str(&format!(". {}", clipped(help, TEXT)));
    }
    text
}

/// GitLab's word for how bad it is. What is open, suppressed or in the baseline is for information: were it left out, merge
/// requests would show it as resolved.
fn severity(entry: &Entry<'_>) -> &'static str {
    match (entry.evaluation(), entry.level) {
        (_, Level::Note | Level::Suppressed) => "info",
        (None, Level::Error) => "blocker",
        (None, Level::Warning) => "minor",
        (Some(evaluation), _) => match evaluation.rule.severity() {
            Severity::Critical => "blocker",
            Severity::High => "critical",
            Severity::Medium => "major",
            Severity::Low => "minor",
        },
    }
}

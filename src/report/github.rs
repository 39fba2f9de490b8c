//! For a step of GitHub Actions: workflow commands, which make annotations on the files of a pull request.
//!
//! Facts: GitHub Docs, "Workflow commands for GitHub Actions"; the escapes are those of `actions/toolkit`,
//! `packages/core/src/command.ts`. Nothing of a template is printed but in a command, where it is escaped.

use super::entry::{Entry, Kind, Level, Place, clipped, entries_by_weight};
use super::summary::Summary;
use crate::gate::Report;
use std::borrow::Cow;
use std::io::{self, Write};

/// The longest title that GitHub keeps, in characters.
const TITLE: usize = 255;
/// The longest text of a template that is shown as a whole, in characters.
const TEXT: usize = 2_000;

/// Writes `report` as workflow commands, what matters most first: of a step, GitHub shows ten errors, ten warnings
/// and ten notices as annotations, and the rest in the log.
pub(super) fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    // The job summary has what is suppressed: there are too few annotations.
    for entry in entries_by_weight(report).iter().filter(|entry| entry.level != Level::Suppressed) {
        writeln!(out, "{}", command(entry))?;
    }
    writeln!(out, "{}", Summary::new(report).conclusion(report))
}

/// The command that makes an annotation.
fn command(entry: &Entry<'_>) -> String {
    let name = match entry.level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note | Level::Suppressed => "notice",
    };
    let severity = entry.evaluation().map(|evaluation| evaluation.rule.severity().as_str());
    let title = match severity {
        Some(severity) => format!("{severity} {}", entry.title()),
        None => entry.title(),
    };
    let mut properties: Vec<(&str, String)> = entry.place.map(place).unwrap_or_default();
    properties.push(("title", clipped(&title, TITLE - 1).into_owned()));
    let properties: Vec<_> =
        properties.iter().map(|(name, value)| format!("{name}={}", escape_property(value))).collect();
    format!("::{name} {}::{}", properties.join(","), escape_data(&message(entry)))
}

/// Where, as properties of a command. GitHub takes columns for a place on one line only.
fn place(place: Place<'_>) -> Vec<(&'static str, String)> {
    let file = super::fingerprint::relative(place.file);
    let mut properties = vec![("file", clipped(&file, TEXT).into_owned()), ("line", place.line.to_string())];
    let (end_line, end_column) = place.end.unzip();
    properties.extend(end_line.map(|line| ("endLine", line.to_string())));
    if end_line.is_none_or(|line| line == place.line) {
        properties.extend(place.column.map(|column| ("col", column.to_string())));
        properties.extend(end_column.map(|column| ("endColumn", column.to_string())));
    }
    properties
}

/// What is wrong, and what to do about it.
fn message(entry: &Entry<'_>) -> String {
    let mut lines = Vec::new();
    match entry.kind {
        Kind::InsufficientData => lines.push(format!("INSUFFICIENT_DATA: {}", clipped(entry.message, TEXT))),
        Kind::PartlyKnown => lines.push(format!("only partly known: {}", clipped(entry.message, TEXT))),
        _ => lines.push(clipped(entry.message_or_kind(), TEXT).into_owned()),
    }
    lines.extend(entry.remarks().iter().map(|remark| clipped(remark, TEXT).into_owned()));
    let related = entry.related.iter().take(8);
    lines.extend(
        related
            .map(|(place, label)| format!("{}: {}", clipped(label, TEXT), clipped(&place.display(), TEXT))),
    );
    lines.extend(entry.help.map(|help| clipped(help, TEXT).into_owned()));
    lines.extend(entry.documentation_url());
    lines.join("\n")
}

/// Escapes the text behind a command, as the toolkit does.
fn escape_data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes the value of a command's property, as the toolkit does.
fn escape_property(value: &str) -> Cow<'_, str> {
    if value.contains(['%', '\r', '\n', ':', ',']) {
        Cow::Owned(escape_data(value).replace(':', "%3A").replace(',', "%2C"))
    } else {
        Cow::Borrowed(value)
    }
}

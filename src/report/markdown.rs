//! For comments on pull requests and merge requests, and for the job summary of GitHub Actions: Markdown.
//!
//! All that a template says stands in code spans: nothing in them is markup, a mention, a reference or a link, neither to
//! Markdown nor to what GitHub and GitLab do to the text afterwards. A backslash would stop only the former.

use super::entry::{Entry, Kind, Level, clipped, entries_by_weight, types_without_rule, undecided_rules};
use super::file::FileError;
use super::summary::{Summary, counted};
use crate::gate::{Report, Verdict};
use std::fmt::Write as _;
use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::Path;

/// By this first line a bot finds its own comment, to update it.
const MARKER: &str = "<!-- cfn-gate -->\n";
/// The longest comment that GitHub takes: in characters, of which there are never more than bytes.
const COMMENT: usize = 65_536;
/// The largest job summary that GitHub takes of a step, in bytes.
const JOB_SUMMARY: u64 = 1 << 20;
/// What is kept free for what comes after the findings, in bytes.
const TAIL: usize = 4_000;
/// The longest text of a template that is shown as a whole, in characters.
const TEXT: usize = 300;
/// How many types without a rule are named, and how many related places of an entry.
const NAMED: usize = 8;

/// Writes `report` as a comment.
pub(super) fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(MARKER.as_bytes())?;
    out.write_all(page(report, COMMENT - MARKER.len()).as_bytes())
}

/// Appends `report` to the job summary of a step in GitHub Actions: the file that the environment variable
/// `GITHUB_STEP_SUMMARY` names. Keeps to the 1 MiB that GitHub takes, with what is there already.
///
/// # Errors
/// An error that names the file.
pub fn append_job_summary(report: &Report, path: &Path) -> Result<(), FileError> {
    let append = || {
        let mut file = OpenOptions::new().append(true).create(true).open(path)?;
        let room = JOB_SUMMARY.saturating_sub(file.metadata()?.len());
        let page = page(report, usize::try_from(room).unwrap_or(usize::MAX));
        if page.len() as u64 > room {
            return Err(io::Error::other("it is full: GitHub takes 1 MiB from a step"));
        }
        file.write_all(page.as_bytes())
    };
    append().map_err(|source| FileError { path: path.to_owned(), source })
}

/// The report, in `most` bytes where that is enough for the counts.
fn page(report: &Report, most: usize) -> String {
    let mut page = head(report);
    let entries = entries_by_weight(report);
    let mut cut: Vec<Kind> = Vec::new();
    for (level, title) in [
        (Level::Error, "Fails the gate, or could not be judged"),
        (Level::Warning, "Let pass by this gate"),
        (Level::Note, "Open: hangs on what is not known before deployment"),
        (Level::Suppressed, "Suppressed, or in the baseline"),
    ] {
        let items: Vec<&Entry<'_>> = entries.iter().filter(|entry| entry.level == level).collect();
        if items.is_empty() {
            continue;
        }
        let open = if level == Level::Error { " open" } else { "" };
        let _ = write!(page, "\n<details{open}>\n<summary>{title} ({})</summary>\n\n", items.len());
        for entry in items {
            let item = item(entry);
            // Once something is cut, all that matters less is.
            if !cut.is_empty() || page.len() + item.len() + TAIL > most {
                cut.push(entry.kind);
            } else {
                page.push_str(&item);
            }
        }
        page.push_str("\n</details>\n");
    }
    page.push_str(&without_rule(report));
    if let Some(undecided) = undecided_rules(report) {
        let _ = write!(page, "\n{undecided}.\n");
    }
    page.push_str(&cut_note(&cut));
    page
}

/// The verdict and the counts.
fn head(report: &Report) -> String {
    let summary = Summary::new(report);
    let mark = match report.verdict {
        Verdict::Passed => "✅",
        Verdict::Failed | Verdict::Invalid => "❌",
        Verdict::Incomplete => "⚠️",
    };
    format!(
        "## {mark} cfn-gate: {}\n\n{}\n\n\
         | NON_COMPLIANT | INSUFFICIENT_DATA | COMPLIANT | NOT_APPLICABLE | Templates | Resources | Rules |\n\
         |--:|--:|--:|--:|--:|--:|--:|\n\
         | {} | {} | {} | {} | {} | {} | {} |\n",
        report.verdict.as_str(),
        summary.conclusion(report),
        summary.non_compliant,
        summary.insufficient_data,
        summary.compliant,
        summary.not_applicable,
        summary.templates,
        summary.resources,
        summary.rules,
    )
}

/// An entry of a list.
fn item(entry: &Entry<'_>) -> String {
    let mut item = String::from("- ");
    match entry.evaluation() {
        Some(evaluation) => {
            let name = code(&evaluation.rule.name);
            let _ = write!(item, "**{}** ", evaluation.rule.severity().as_str());
            match entry.documentation_url() {
                Some(url) => {
                    let _ = write!(item, "[{name}]({url})");
                }
                None => item.push_str(&name),
            }
        }
        None => {
            let _ = write!(item, "**{}**", entry.kind.as_str());
        }
    }
    if let Some((logical_id, resource_type)) = entry.resource {
        let _ = write!(item, ": {} ({})", code(logical_id), code(resource_type));
    }
    item.push('\n');
    let mut line = |text: String| {
        let _ = writeln!(item, "  - {text}");
    };
    if entry.kind == Kind::InsufficientData && entry.level == Level::Error {
        line("INSUFFICIENT_DATA fails this gate".into());
    }
    if let Some(place) = entry.place {
        line(format!("at {}", code(&place.display())));
    }
    if !entry.message.is_empty() {
        line(code(entry.message));
    }
    for (place, label) in entry.related.iter().take(NAMED) {
        // Those of a finding are our own words.
        let label = if entry.finding.is_some() { label.to_string() } else { code(label) };
        line(format!("{label}: {}", code(&place.display())));
    }
    for remark in entry.remarks() {
        line(code(&remark));
    }
    match (entry.help, entry.finding) {
        // The rules' own sentences are Markdown.
        (Some(fix), Some(_)) => line(fix.into()),
        (Some(help), None) => line(code(help)),
        (None, _) => {}
    }
    item
}

/// The types that no rule looks at.
fn without_rule(report: &Report) -> String {
    let types = types_without_rule(report);
    if types.is_empty() {
        return String::new();
    }
    let named: Vec<_> =
        types.iter().take(NAMED).map(|(name, count)| format!("{} ({count})", code(name))).collect();
    let more = match types.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(", and {}", counted(more, "more type")),
    };
    format!("\nNo rule looks at {}{more}.\n", named.join(", "))
}

/// What did not fit.
fn cut_note(cut: &[Kind]) -> String {
    if cut.is_empty() {
        return String::new();
    }
    let mut kinds: Vec<(Kind, usize)> = Vec::new();
    for kind in cut {
        match kinds.iter_mut().find(|(known, _)| known == kind) {
            Some((_, count)) => *count += 1,
            None => kinds.push((*kind, 1)),
        }
    }
    let kinds: Vec<_> = kinds.iter().map(|(kind, count)| format!("{count} {}", kind.as_str())).collect();
    format!(
        "\n**{} more did not fit in here** ({}). The text and JSON reports have them all.\n",
        cut.len(),
        kinds.join(", ")
    )
}

/// `text` as a code span, inert: fenced with more backticks than stand in it anywhere.
fn code(text: &str) -> String {
    let text = clipped(text, TEXT);
    let longest = text.split(|character| character != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    // A blank at either end keeps a backtick there apart from the fence; Markdown takes both away.
    let pad =
        if text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']) || text.is_empty() { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

#[cfg(test)]
mod tests {
    use super::code;

    #[test]
    fn a_code_span_ends_where_we_end_it() {
        assert_eq!(code("Orders"), "`Orders`");
        assert_eq!(code("it is `false`"), "`` it is `false` ``");
        assert_eq!(code("a``b"), "```a``b```");
        assert_eq!(code("a\n@you"), "`a\\n@you`");
        assert_eq!(code(""), "`  `");
    }
}

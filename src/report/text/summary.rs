//! The end of the text: the counts, and the verdict as the last line.

use super::Page;
use crate::evaluate::Reason;
use crate::gate::{Origin, Score, Verdict};
use crate::report::escape::visible;
use crate::report::excerpt::place;
use crate::report::summary::{Summary, counted};
use crate::rules::set::Undecided;
use anstyle::{AnsiColor, Style};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write};

/// How many types or templates the summary names before it says "and more".
const NAMED: usize = 5;

impl Page<'_> {
    /// The counts, and the verdict as the last line.
    pub(super) fn summary(&self, out: &mut dyn Write) -> io::Result<()> {
        let summary = Summary::new(self.report);
        let mut lines: Vec<(&str, String)> = Vec::new();
        let details = |parts: &[(usize, &str)]| {
            let parts: Vec<_> = parts
                .iter()
                .filter(|(count, _)| *count > 0)
                .map(|(count, what)| format!("{count} {what}"))
                .collect();
            if parts.is_empty() { String::new() } else { format!(": {}", parts.join(", ")) }
        };
        lines.push((
            "templates",
            format!(
                "{}{}",
                summary.templates,
                details(&[
                    (summary.templates_with_errors, "with errors"),
                    (summary.templates_incomplete, "only partly known"),
                ])
            ),
        ));
        if summary.errors + summary.warnings > 0 {
            lines.push((
                "messages",
                format!("{}, {}", counted(summary.errors, "error"), counted(summary.warnings, "warning")),
            ));
        }
        let judged = summary
            .resources
            .saturating_sub(summary.resources_without_rule + summary.resources_not_evaluated);
        lines.push((
            "resources",
            format!(
                "{}{}",
                summary.resources,
                details(&[
                    (judged, "judged"),
                    (summary.resources_not_evaluated, "that could not be evaluated"),
                    (summary.resources_without_rule, "that no rule looks at"),
                ])
            ),
        ));
        if summary.resources_without_rule > 0 {
            lines.push(("no rule for", self.types_without_rule()));
        }
        lines.push(("rules", format!("{} ({} engine)", summary.rules, self.report.engine)));
        if summary.rules_undecided > 0 {
            lines.push(("undecided", self.undecided_rules()));
        }
        lines.push((
            "verdicts",
            format!(
                "{} NON_COMPLIANT, {} INSUFFICIENT_DATA, {} COMPLIANT, {} NOT_APPLICABLE",
                summary.non_compliant, summary.insufficient_data, summary.compliant, summary.not_applicable
            ),
        ));
        lines.extend(self.excepted(&summary).map(|text| ("excepted", text)));
        lines.extend(self.report.score.map(|score| ("score", in_words(score))));
        lines.extend(self.partly_known());
        writeln!(out, "{}", self.styled(Style::new().bold(), "Summary"))?;
        for (name, text) in lines {
            let text = self.wrapped_to(&text, self.width - 15).replace('\n', "\n               ");
            writeln!(out, "  {name:12} {text}")?;
        }
        let colour = match self.report.verdict {
            Verdict::Passed => AnsiColor::Green,
            Verdict::Failed | Verdict::Invalid => AnsiColor::Red,
            Verdict::Incomplete => AnsiColor::Yellow,
        };
        let conclusion = summary.conclusion(self.report);
        writeln!(out, "\n{}", self.styled(colour.on_default().bold(), &conclusion))
    }

    /// How many findings don't count, and who says so.
    fn excepted(&self, summary: &Summary) -> Option<String> {
        let of = |wanted: fn(&Origin) -> bool| {
            let all = self.report.findings().filter_map(|(_, finding)| finding.suppression.as_deref());
            all.filter(|suppression| wanted(&suppression.origin)).count()
        };
        let by = [
            (of(|origin| matches!(origin, Origin::Metadata { .. })), "in templates"),
            (of(|origin| matches!(origin, Origin::Program { .. })), "in the CDK program"),
            (of(|origin| matches!(origin, Origin::Configuration { .. })), "in the configuration"),
        ];
        let by = by.iter().filter(|(count, _)| *count > 0);
        let by: Vec<_> = by.map(|(count, place)| format!("{count} {place}")).collect();
        let mut parts = Vec::new();
        if summary.suppressed > 0 {
            parts.push(format!("{} suppressed ({})", summary.suppressed, by.join(", ")));
        }
        if summary.in_baseline > 0 {
            parts.push(format!("{} in the baseline", summary.in_baseline));
        }
        (!parts.is_empty()).then(|| parts.join(", "))
    }

    /// The types that no rule looks at, the most frequent first.
    fn types_without_rule(&self) -> String {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for resource in self.report.templates.iter().flat_map(|template| &template.not_evaluated) {
            if resource.reason == Reason::NoRule {
                *counts.entry(&resource.resource_type).or_default() += 1;
            }
        }
        let mut types: Vec<_> = counts.into_iter().collect();
        types.sort_by_cached_key(|(_, count)| std::cmp::Reverse(*count));
        let mut words: Vec<String> =
            types.iter().take(NAMED).map(|(name, count)| format!("{} ({count})", visible(name))).collect();
        if types.len() > NAMED {
            words.push(format!("and {}", counted(types.len() - NAMED, "more type")));
        }
        words.join(", ")
    }

    /// How many rules of the set got no verdict, by the kind of reason.
    fn undecided_rules(&self) -> String {
        let undecided = &self.report.undecided;
        let kinds = Undecided::KINDS.iter().filter_map(|kind| {
            let count = undecided.iter().filter(|rule| rule.reason.kind() == *kind).count();
            (count > 0).then(|| format!("{count} {kind}"))
        });
        let kinds: Vec<_> = kinds.collect();
        format!("{} of the set: {}", counted(undecided.len(), "more rule"), kinds.join(", "))
    }

    /// The templates that are only partly known, with the reason.
    fn partly_known(&self) -> Vec<(&'static str, String)> {
        let mut all = self.report.templates.iter().flat_map(|template| {
            let stack = &template.stack;
            stack.incomplete.iter().map(move |why| format!("{}: {}", place(stack, why.span), why.message))
        });
        let mut lines: Vec<_> = all.by_ref().take(NAMED).map(|line| ("partly known", line)).collect();
        match all.count() {
            0 => {}
            more => lines.push(("", format!("and {more} more"))),
        }
        lines
    }
}

/// The score, and what it leaves out.
fn in_words(score: Score) -> String {
    let Score { passed, failed, open, without_resources, undecided } = score;
    let mut text = match score.percent() {
        Some(percent) => format!("{percent}%: {passed} of {} passed", counted(passed + failed, "control")),
        None => "none: no control passed or failed".into(),
    };
    for (count, why) in [
        (open, "hang on unknown values"),
        (without_resources, "apply to no resource here"),
        (undecided, "get no verdict"),
    ] {
        if count > 0 {
            let _ = write!(text, ", {count} {why}");
        }
    }
    text
}

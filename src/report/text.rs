//! For people: what is wrong, the line it stands on, what to do about it; then the counts and the verdict.

use super::Options;
use super::construct::{self, first_place, heading};
use super::escape::visible;
use super::excerpt::{Excerpt, place};
use super::summary::{Summary, counted};
use crate::evaluate::{Compliance, Evaluation, Reason};
use crate::gate::{Finding, JudgedTemplate, Report, Score, Verdict};
use crate::resolve::Stack;
use crate::rules::set::Undecided;
use crate::template::Span;
use anstyle::{AnsiColor, Style};
use miette::{GraphicalReportHandler, GraphicalTheme, LabeledSpan, Severity, SourceCode};
use std::collections::BTreeMap;
use std::fmt::{self, Display, Write as _};
use std::io::{self, Write};

/// Columns that frames and line numbers take.
const FRAME: usize = 12;
/// How many types or templates the summary names before it says "and more".
const NAMED: usize = 5;

/// Writes `report` as text.
pub(super) fn write(report: &Report, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let theme = if options.colour { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
    let page = Page {
        report,
        colour: options.colour,
        width: options.width.max(40),
        handler: GraphicalReportHandler::new_themed(theme)
            .with_wrap_lines(false)
            .with_context_lines(0)
            .with_links(false),
    };
    for template in &report.templates {
        page.template(template, out)?;
    }
    page.summary(out)
}

/// Everything that stays the same from the first line to the last.
struct Page<'a> {
    report: &'a Report,
    colour: bool,
    width: usize,
    handler: GraphicalReportHandler,
}

impl Page<'_> {
    /// All that there is to say of one template; nothing if all is well.
    fn template(&self, template: &JudgedTemplate, out: &mut dyn Write) -> io::Result<()> {
        let stack = &template.stack;
        let mut shown: Vec<&Finding> = Vec::new();
        let mut open: Vec<&Evaluation> = Vec::new();
        for finding in &template.findings {
            match finding.evaluation.compliance {
                Compliance::NonCompliant => shown.push(finding),
                Compliance::InsufficientData if finding.fails => shown.push(finding),
                Compliance::InsufficientData => open.push(&finding.evaluation),
                Compliance::Compliant | Compliance::NotApplicable => {}
            }
        }
        // Stable sorts: where places are the same, the order of the rules' names stays.
        shown.sort_by_key(|finding| finding.evaluation.span);
        open.sort_by_key(|evaluation| evaluation.span);
        let failed = || {
            template.not_evaluated.iter().filter_map(|resource| match &resource.reason {
                Reason::Failed(why) => Some((resource, why)),
                Reason::NoRule => None,
            })
        };
        if shown.is_empty()
            && open.is_empty()
            && stack.diagnostics.is_empty()
            && stack.incomplete.is_empty()
            && failed().next().is_none()
        {
            return Ok(());
        }

        writeln!(out, "{}\n", self.styled(Style::new().bold().underline(), &heading(stack)))?;
        for diagnostic in &stack.diagnostics {
            let mut places = vec![(diagnostic.span, None)];
            places.extend(diagnostic.related.iter().map(|(span, label)| (*span, Some(label.as_str()))));
            let severity = if diagnostic.is_error() { Severity::Error } else { Severity::Warning };
            let help = diagnostic.help.as_deref().map(|help| self.wrapped(help));
            self.message(severity, self.wrapped(&diagnostic.message), help, stack, &places, out)?;
        }
        for incomplete in &stack.incomplete {
            let severity =
                if self.report.policy.allow_incomplete { Severity::Warning } else { Severity::Error };
            let text = self.wrapped(&format!("only partly known: {}", incomplete.message));
            self.message(severity, text, None, stack, &[(incomplete.span, None)], out)?;
        }
        for (resource, why) in failed() {
            let title = format!(
                "{} ({}) could not be evaluated",
                visible(&resource.logical_id),
                visible(&resource.resource_type)
            );
            let text = format!("{}\n{}", self.styled(Style::new().bold(), &title), self.wrapped(why));
            self.message(Severity::Error, text, None, stack, &[(resource.span, None)], out)?;
        }
        for finding in shown {
            self.finding(stack, finding, out)?;
        }
        self.open(stack, &open, out)
    }

    /// A finding, with the line to change and how to change it.
    fn finding(&self, stack: &Stack, finding: &Finding, out: &mut dyn Write) -> io::Result<()> {
        let evaluation = &finding.evaluation;
        let mut text = self.title(evaluation);
        construct::remarks(stack, evaluation).iter().for_each(|remark| {
            let _ = write!(text, "\n{remark}");
        });
        if !evaluation.annotation.is_empty() {
            text.push('\n');
            text.push_str(&self.wrapped(&evaluation.annotation));
        }
        if evaluation.compliance == Compliance::InsufficientData {
            text.push_str("\nINSUFFICIENT_DATA fails this gate");
        }
        if let Some(condition) = &evaluation.condition {
            let _ = write!(text, "\nonly where the condition `{}` holds", visible(condition));
        }
        let help = evaluation
            .rule
            .managed
            .map(|rule| format!("{}\n{}", self.wrapped(rule.fix), rule.documentation_url()));
        let mut places: Vec<(Span, Option<&str>)> = Vec::with_capacity(2);
        match evaluation.origin {
            Some(origin) => {
                places.push((evaluation.span, Some("used here")));
                places.push((origin, Some("the value comes from here")));
            }
            None => places.push((evaluation.span, None)),
        }
        let severity = if finding.fails { Severity::Error } else { Severity::Warning };
        self.message(severity, text, help, stack, &places, out)
    }

    /// Verdicts that hang on something unknown and don't fail the run: two lines each.
    fn open(&self, stack: &Stack, open: &[&Evaluation], out: &mut dyn Write) -> io::Result<()> {
        if open.is_empty() {
            return Ok(());
        }
        let hang = if open.len() == 1 { "verdict hangs" } else { "verdicts hang" };
        let mark = self.styled(AnsiColor::Yellow.on_default(), "⚠");
        writeln!(
            out,
            "  {mark} INSUFFICIENT_DATA: {} {hang} on what is not known before deployment",
            open.len()
        )?;
        for evaluation in open {
            writeln!(out, "    {} {}", first_place(stack, evaluation), self.title(evaluation))?;
            if !evaluation.annotation.is_empty() {
                writeln!(out, "      {}", self.wrapped(&evaluation.annotation).replace('\n', "\n      "))?;
            }
        }
        writeln!(out)
    }

    /// Rule and resource, on one line.
    fn title(&self, evaluation: &Evaluation) -> String {
        let rule = visible(&evaluation.rule.name);
        format!(
            "{} {}: {} ({})",
            evaluation.rule.severity().as_str(),
            self.styled(Style::new().bold(), &rule),
            visible(&evaluation.logical_id),
            visible(&evaluation.resource_type)
        )
    }

    /// A message about places in a template, with its lines.
    fn message(
        &self,
        severity: Severity,
        text: String,
        help: Option<String>,
        stack: &Stack,
        places: &[(Span, Option<&str>)],
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let labels: Vec<_> = places.iter().map(|(_, label)| label.map(visible)).collect();
        let places: Vec<_> =
            places.iter().zip(&labels).map(|((span, _), label)| (*span, label.as_deref())).collect();
        let excerpt = Excerpt::new(stack, &places, self.width.saturating_sub(FRAME));
        let message = Message { severity, text, help, excerpt };
        let mut rendered = String::with_capacity(1024);
        self.handler.render_report(&mut rendered, &message).map_err(io::Error::other)?;
        writeln!(out, "{rendered}")
    }

    /// The counts, and the verdict as the last line.
    fn summary(&self, out: &mut dyn Write) -> io::Result<()> {
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
                "in them",
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

    /// The types that no rule looks at, the most frequent first.
    fn types_without_rule(&self) -> String {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for resource in self.report.templates.iter().flat_map(|template| &template.not_evaluated) {
            if resource.reason == Reason::NoRule {
                *counts.entry(&resource.resource_type).or_default() += 1;
            }
        }
        let mut types: Vec<_> = counts.into_iter().collect();
        types.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
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

    /// `text`, inert, in lines that fit beside a frame.
    fn wrapped(&self, text: &str) -> String {
        self.wrapped_to(text, self.width.saturating_sub(8))
    }

    fn wrapped_to(&self, text: &str, width: usize) -> String {
        let options = textwrap::Options::new(width)
            .wrap_algorithm(textwrap::WrapAlgorithm::FirstFit)
            .word_separator(textwrap::WordSeparator::AsciiSpace)
            .word_splitter(textwrap::WordSplitter::NoHyphenation);
        textwrap::fill(&visible(text), options)
    }

    /// `text` in a style, where colour is wanted.
    fn styled<'t>(&self, style: Style, text: &'t str) -> Styled<'t> {
        Styled { style: if self.colour { style } else { Style::new() }, text }
    }
}

/// Text in a style.
struct Styled<'a> {
    style: Style,
    text: &'a str,
}

impl Display for Styled<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}{}{}", self.style.render(), self.text, self.style.render_reset())
    }
}

/// What miette draws.
#[derive(Debug)]
struct Message {
    severity: Severity,
    text: String,
    help: Option<String>,
    excerpt: Excerpt,
}

impl Display for Message {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

impl std::error::Error for Message {}

impl miette::Diagnostic for Message {
    fn severity(&self) -> Option<Severity> {
        Some(self.severity)
    }

    fn help<'a>(&'a self) -> Option<Box<dyn Display + 'a>> {
        self.help.as_ref().map(|help| Box::new(help) as Box<dyn Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.excerpt)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.excerpt.labels().iter().cloned()))
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

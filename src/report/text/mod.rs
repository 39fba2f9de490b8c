//! For people: what is wrong, the line it stands on, what to do about it; then the counts and the verdict.

mod summary;

use super::Options;
use super::construct::{self, first_place, heading};
use super::entry::DISREGARDED;
use super::escape::visible;
use super::excerpt::{Excerpt, Sources};
use super::service;
use super::suppressed::sentence;
use crate::evaluate::{Compliance, Evaluation, Reason};
use crate::gate::{Finding, JudgedTemplate, Report, Warning};
use crate::resolve::Stack;
use crate::template::{Diagnostic, Span};
use anstyle::{AnsiColor, Style};
use miette::{GraphicalReportHandler, GraphicalTheme, LabeledSpan, Severity, SourceCode};
use rayon::prelude::*;
use std::fmt::{self, Display, Write as _};
use std::io::{self, Write};

/// Columns that frames and line numbers take.
const FRAME: usize = 12;
/// How many templates' text is held in memory at once.
const TEMPLATES_AT_ONCE: usize = 64;
/// How many findings are drawn in one go: less would cost more in handing it to a core than the drawing does.
const FINDINGS_IN_ONE_GO: usize = 64;

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
    for templates in report.templates.chunks(TEMPLATES_AT_ONCE) {
        page.together(templates, 1, out, |template, text| page.template(template, text))?;
    }
    page.warnings(out)?;
    if options.show_suppressed {
        page.suppressed(out)?;
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
        for finding in template.findings.iter().filter(|finding| finding.suppression.is_none()) {
            match finding.evaluation.compliance {
                Compliance::NonCompliant => shown.push(finding),
                Compliance::InsufficientData if finding.fails => shown.push(finding),
                Compliance::InsufficientData => open.push(&finding.evaluation),
                Compliance::Compliant | Compliance::NotApplicable => {}
            }
        }
        // Stable sorts: where places are the same, the order of the rules' names stays.
        shown.sort_by_cached_key(|finding| finding.evaluation.span);
        open.sort_by_cached_key(|evaluation| evaluation.span);
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
            self.diagnostic(diagnostic, Sources::of(stack), out)?;
        }
        for incomplete in &stack.incomplete {
            let severity =
                if self.report.policy.allow_incomplete { Severity::Warning } else { Severity::Error };
            let text = self.wrapped(&format!("only partly known: {}", incomplete.message));
            self.message(severity, text, None, Sources::of(stack), &[(incomplete.span, None)], out)?;
        }
        for (resource, why) in failed() {
            let title = format!(
                "{} ({}) could not be evaluated",
                visible(&resource.logical_id),
                visible(&resource.resource_type)
            );
            let text = format!("{}\n{}", self.styled(Style::new().bold(), &title), self.wrapped(why));
            self.message(Severity::Error, text, None, Sources::of(stack), &[(resource.span, None)], out)?;
        }
        self.together(&shown, FINDINGS_IN_ONE_GO, out, |finding, text| self.finding(stack, finding, text))?;
        self.open(stack, &open, out)
    }

    /// Writes `items` in their order. Drawing takes longer than judging: all cores share it, `in_one_go` items at a time.
    fn together<T: Sync>(
        &self,
        items: &[T],
        in_one_go: usize,
        out: &mut dyn Write,
        write: impl Fn(&T, &mut dyn Write) -> io::Result<()> + Sync,
    ) -> io::Result<()> {
        if items.len() <= in_one_go {
            return items.iter().try_for_each(|item| write(item, out));
        }
        let texts: Vec<Vec<u8>> = items
            .par_chunks(in_one_go)
            .map(|items| {
                let mut text = Vec::new();
                items.iter().try_for_each(|item| write(item, &mut text))?;
                Ok(text)
            })
            .collect::<io::Result<_>>()?;
        texts.iter().try_for_each(|text| out.write_all(text))
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
        if let Some(replaced) = evaluation.resource_evaluation.as_ref().and_then(service::replaced) {
            text.push('\n');
            text.push_str(&self.wrapped(&replaced));
        }
        if evaluation.compliance == Compliance::InsufficientData {
            text.push_str("\nINSUFFICIENT_DATA fails this gate");
        }
        if finding.disregarded {
            let _ = write!(text, "\n{}", self.wrapped(DISREGARDED));
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
        self.message(severity, text, help, Sources::of(stack), &places, out)
    }

    /// A diagnostic, with its lines.
    fn diagnostic(
        &self,
        diagnostic: &Diagnostic,
        sources: Sources<'_>,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let mut places = vec![(diagnostic.span, None)];
        places.extend(diagnostic.related.iter().map(|(span, label)| (*span, Some(label.as_str()))));
        let fails = diagnostic.is_error() || self.report.policy.strict;
        let severity = if fails { Severity::Error } else { Severity::Warning };
        let help = diagnostic.help.as_deref().map(|help| self.wrapped(help));
        self.message(severity, self.wrapped(&diagnostic.message), help, sources, &places, out)
    }

    /// The warnings about files that are no templates.
    fn warnings(&self, out: &mut dyn Write) -> io::Result<()> {
        let mut name = None;
        for Warning { file, diagnostic } in &self.report.warnings {
            if name.replace(&file.name) != Some(&file.name) {
                writeln!(out, "{}\n", self.styled(Style::new().bold().underline(), &visible(&file.name)))?;
            }
            self.diagnostic(diagnostic, Sources::one(file), out)?;
        }
        Ok(())
    }

    /// The findings that are suppressed or in the baseline: three lines each.
    fn suppressed(&self, out: &mut dyn Write) -> io::Result<()> {
        for template in &self.report.templates {
            let mut findings: Vec<_> = template
                .findings
                .iter()
                .filter_map(|finding| Some((&finding.evaluation, finding.suppression.as_deref()?)))
                .collect();
            if findings.is_empty() {
                continue;
            }
            findings.sort_by_cached_key(|(evaluation, _)| evaluation.span);
            let title = format!("{}: suppressed, or in the baseline", heading(&template.stack));
            writeln!(out, "{}\n", self.styled(Style::new().bold().underline(), &title))?;
            for (evaluation, suppression) in findings {
                writeln!(out, "    {} {}", first_place(&template.stack, evaluation), self.title(evaluation))?;
                for line in [&evaluation.annotation, &sentence(suppression)] {
                    if !line.is_empty() {
                        writeln!(out, "      {}", self.wrapped(line).replace('\n', "\n      "))?;
                    }
                }
            }
            writeln!(out)?;
        }
        Ok(())
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
        sources: Sources<'_>,
        places: &[(Span, Option<&str>)],
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let labels: Vec<_> = places.iter().map(|(_, label)| label.map(visible)).collect();
        let places: Vec<_> =
            places.iter().zip(&labels).map(|((span, _), label)| (*span, label.as_deref())).collect();
        let excerpt = Excerpt::new(sources, &places, self.width.saturating_sub(FRAME));
        let message = Message { severity, text, help, excerpt };
        let mut rendered = String::with_capacity(1024);
        self.handler.render_report(&mut rendered, &message).map_err(io::Error::other)?;
        writeln!(out, "{rendered}")
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

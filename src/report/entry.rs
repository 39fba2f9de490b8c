//! What a report has to say beside its counts: each finding that is not fine, each template that is not read well, each
//! resource that could not be evaluated. Formats that list such things take them from here, so that none forgets a kind.

use super::construct::{self, local_line};
use super::escape::visible;
use super::excerpt::Sources;
use super::position::{Files, Location};
use super::service;
use super::summary::counted;
use super::suppressed::{Why, sentence};
use crate::evaluate::{Compliance, Evaluation, Reason};
use crate::gate::{Finding, JudgedTemplate, Report, Warning};
use crate::resolve::Stack;
use crate::rules::set::Undecided;
use crate::template::{Diagnostic, SourceFile, Span};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How much an entry matters to the gate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    /// It fails the run or makes its result incomplete.
    Error,
    /// It is wrong, and this gate lets it pass.
    Warning,
    /// It is open, and this gate lets it pass.
    Note,
    /// It is suppressed, or in the baseline.
    Suppressed,
}

/// What kind of thing an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    NonCompliant,
    InsufficientData,
    TemplateError,
    TemplateWarning,
    PartlyKnown,
    NotEvaluated,
    /// About a file that is no template.
    Warning,
}

impl Kind {
    /// What people call it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Kind::NonCompliant => "NON_COMPLIANT",
            Kind::InsufficientData => "INSUFFICIENT_DATA",
            Kind::TemplateError => "template error",
            Kind::TemplateWarning => "template warning",
            Kind::PartlyKnown => "only partly known",
            Kind::NotEvaluated => "could not be evaluated",
            Kind::Warning => "warning",
        }
    }

    /// What programs call it: `template-error`.
    pub const fn id(self) -> &'static str {
        match self {
            Kind::NonCompliant => "non-compliant",
            Kind::InsufficientData => "insufficient-data",
            Kind::TemplateError => "template-error",
            Kind::TemplateWarning => "template-warning",
            Kind::PartlyKnown => "partly-known",
            Kind::NotEvaluated => "not-evaluated",
            Kind::Warning => "warning",
        }
    }
}

/// A place that an entry is about.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub file: &'a str,
    /// The line, from 1.
    pub line: u32,
    /// The column, from 1, in characters, where it is known.
    pub column: Option<u32>,
    /// Line and column of the first character behind it, where they are known.
    pub end: Option<(u32, u32)>,
}

impl Place<'_> {
    /// `template.yaml:12:25`, inert.
    pub fn display(&self) -> String {
        let column = self.column.map(|column| format!(":{column}")).unwrap_or_default();
        format!("{}:{}{column}", visible(self.file), self.line)
    }
}

impl<'a> From<Location<'a>> for Place<'a> {
    fn from(at: Location<'a>) -> Self {
        Place {
            file: at.file,
            line: at.line,
            column: Some(at.column),
            end: Some((at.end_line, at.end_column)),
        }
    }
}

/// Something that a report has to say.
pub(super) struct Entry<'a> {
    pub kind: Kind,
    pub level: Level,
    /// The stack that it is about; `None` if it is about a file that is no template.
    pub stack: Option<&'a Stack>,
    /// The text that the span lies in.
    pub sources: Sources<'a>,
    /// Logical ID and type of the resource that it is about, if it is not about the template.
    pub resource: Option<(&'a str, &'a str)>,
    /// The finding, if it is one.
    pub finding: Option<&'a Finding>,
    /// What is so; empty where there is nothing to say. As it came: whoever writes it has to escape it.
    pub message: &'a str,
    /// How to mend it. Of a finding from the rule, else as it came.
    pub help: Option<&'a str>,
    /// Where to look first; `None` for a file that was never there.
    pub place: Option<Place<'a>>,
    /// Other places that matter, with a few words on each.
    pub related: Vec<(Place<'a>, Cow<'a, str>)>,
    /// Where in the template: for excerpts.
    pub span: Span,
}

impl<'a> Entry<'a> {
    /// The verdict behind a finding.
    pub fn evaluation(&self) -> Option<&'a Evaluation> {
        self.finding.map(|finding| &finding.evaluation)
    }

    /// Why it doesn't count, if it doesn't.
    pub fn why(&self) -> Option<Why> {
        self.finding?.suppression.as_deref().map(Why::of)
    }

    /// What reports sort it under, for programs and for people: what kind of thing it is, or why it doesn't count.
    pub fn group(&self) -> (&'static str, &'static str) {
        match self.why() {
            Some(why) => (why.id(), why.as_str()),
            None => (self.kind.id(), self.kind.as_str()),
        }
    }

    /// The file that it is about.
    pub fn file(&self) -> &'a str {
        self.sources.name()
    }

    /// The message, or what kind of thing it is where there is none.
    pub fn message_or_kind(&self) -> &'a str {
        if self.message.is_empty() { self.kind.as_str() } else { self.message }
    }

    /// Rule and resource, or the kind: on one line, inert.
    pub fn title(&self) -> String {
        let resource = self.resource.map(|(id, kind)| format!("{} ({})", visible(id), visible(kind)));
        match (self.evaluation(), resource) {
            (Some(evaluation), Some(resource)) => {
                format!("{}: {resource}", visible(&evaluation.rule.name))
            }
            (_, Some(resource)) => format!("{resource} {}", self.kind.as_str()),
            (_, None) => self.kind.as_str().into(),
        }
    }

    /// What else is to be said of a finding, a sentence each, inert.
    pub fn remarks(&self) -> Vec<String> {
        let mut remarks = Vec::new();
        if let Some(evaluation) = self.evaluation() {
            if let Some(condition) = &evaluation.condition {
                remarks.push(format!("only where the condition {} holds", visible(condition)));
            }
            remarks.extend(self.stack.map(|stack| construct::remarks(stack, evaluation)).unwrap_or_default());
            remarks.extend(evaluation.resource_evaluation.as_ref().map(service::remark));
        }
        if let Some(finding) = self.finding {
            remarks.extend(finding.suppression.as_deref().map(sentence));
            remarks.extend(finding.disregarded.then(|| DISREGARDED.to_owned()));
        }
        remarks
    }

    /// The rule's page, if it is a managed rule that cfn-gate knows.
    pub fn documentation_url(&self) -> Option<String> {
        Some(self.evaluation()?.rule.managed?.documentation_url())
    }
}

/// All entries, in the order of the templates; in each, what is wrong with the template comes before the findings.
pub(super) fn entries(report: &Report) -> Vec<Entry<'_>> {
    let templates = report.templates.iter().flat_map(|template| of_template(report, template));
    templates.chain(warnings(report)).collect()
}

/// All entries, what matters most to the gate first, then in the order of severity.
pub(super) fn entries_by_weight(report: &Report) -> Vec<Entry<'_>> {
    let mut entries = entries(report);
    // A stable sort: where the weight is the same, the order of the templates stays.
    entries.sort_by_cached_key(|entry| {
        let severity = entry.evaluation().map(|evaluation| evaluation.rule.severity());
        // What could not be judged comes before what was.
        (entry.level, severity.is_some(), std::cmp::Reverse(severity))
    });
    entries
}

fn of_template<'a>(report: &Report, template: &'a JudgedTemplate) -> Vec<Entry<'a>> {
    let stack = &template.stack;
    let files = Files::new(&stack.files);
    let blank = |kind, level, message, span| Entry {
        kind,
        level,
        stack: Some(stack),
        sources: Sources::of(stack),
        resource: None,
        finding: None,
        message,
        help: None,
        place: files.location(span).map(Place::from),
        related: Vec::new(),
        span,
    };
    let diagnostics = stack.diagnostics.iter().map(|diagnostic: &Diagnostic| {
        let (kind, level) = if diagnostic.is_error() {
            (Kind::TemplateError, Level::Error)
        } else {
            (Kind::TemplateWarning, warning_level(report))
        };
        let related = diagnostic.related.iter();
        let related = related
            .filter_map(|(span, label)| Some((files.location(*span)?.into(), Cow::Borrowed(label.as_str()))));
        Entry {
            help: diagnostic.help.as_deref(),
            related: related.collect(),
            ..blank(kind, level, &diagnostic.message, diagnostic.span)
        }
    });
    let incomplete = stack.incomplete.iter().map(|incomplete| {
        let level = if report.policy.allow_incomplete { Level::Warning } else { Level::Error };
        blank(Kind::PartlyKnown, level, &incomplete.message, incomplete.span)
    });
    let not_evaluated = template.not_evaluated.iter().filter_map(|resource| match &resource.reason {
        Reason::NoRule => None,
        Reason::Failed(why) => Some(Entry {
            resource: Some((&resource.logical_id, &resource.resource_type)),
            ..blank(Kind::NotEvaluated, Level::Error, why, resource.span)
        }),
    });
    let findings = template.findings.iter().filter_map(|finding| {
        let evaluation = &finding.evaluation;
        let (kind, level) = match evaluation.compliance {
            Compliance::NonCompliant => (Kind::NonCompliant, Level::Warning),
            Compliance::InsufficientData => (Kind::InsufficientData, Level::Note),
            Compliance::Compliant | Compliance::NotApplicable => return None,
        };
        let level = match finding {
            Finding { fails: true, .. } => Level::Error,
            Finding { suppression: Some(_), .. } => Level::Suppressed,
            _ => level,
        };
        let mut related = Vec::new();
        let in_template = files.location(evaluation.span).map(Place::from);
        let in_program = local_line(stack, evaluation).map(|line| Place {
            file: &line.file,
            line: line.line.max(1),
            column: line.column.filter(|column| *column > 0),
            end: None,
        });
        if let (Some(_), Some(place)) = (in_program, in_template) {
            related.push((place, Cow::Borrowed("in the template")));
        }
        if let Some(place) = evaluation.origin.and_then(|origin| files.location(origin)) {
            related.push((place.into(), Cow::Borrowed("the value comes from here")));
        }
        Some(Entry {
            resource: Some((&evaluation.logical_id, &evaluation.resource_type)),
            finding: Some(finding),
            help: evaluation.rule.managed.map(|rule| rule.fix),
            place: in_program.or(in_template),
            related,
            ..blank(kind, level, &evaluation.annotation, evaluation.span)
        })
    });
    diagnostics.chain(incomplete).chain(not_evaluated).chain(findings).collect()
}

/// What is said of a finding that its template suppresses, where that is not heeded.
pub(super) const DISREGARDED: &str =
    "the template suppresses this, which this gate does not heed (--no-template-suppressions)";

const fn warning_level(report: &Report) -> Level {
    if report.policy.strict { Level::Error } else { Level::Warning }
}

/// The warnings about files that are no templates.
fn warnings(report: &Report) -> Vec<Entry<'_>> {
    let mut known: Option<(&Arc<SourceFile>, Files<'_>)> = None;
    let mut entries = Vec::with_capacity(report.warnings.len());
    for Warning { file, diagnostic } in &report.warnings {
        // Files are long, and have many warnings in a row.
        let files = match known.take() {
            Some((same, files)) if Arc::ptr_eq(same, file) => files,
            _ => Files::new(std::slice::from_ref(file)),
        };
        let at = |span: Span| files.location(span).map(Place::from);
        let related = diagnostic.related.iter();
        let related = related.filter_map(|(span, label)| Some((at(*span)?, Cow::Borrowed(label.as_str()))));
        entries.push(Entry {
            kind: Kind::Warning,
            level: warning_level(report),
            stack: None,
            sources: Sources::one(file),
            resource: None,
            finding: None,
            message: &diagnostic.message,
            help: diagnostic.help.as_deref(),
            place: at(diagnostic.span),
            related: related.collect(),
            span: diagnostic.span,
        });
        known = Some((file, files));
    }
    entries
}

/// How many rules of the set got no verdict, by the kind of reason; `None` if all did.
pub(super) fn undecided_rules(report: &Report) -> Option<String> {
    let undecided = &report.undecided;
    let kinds = Undecided::KINDS.iter().filter_map(|kind| {
        let count = undecided.iter().filter(|rule| rule.reason.kind() == *kind).count();
        (count > 0).then(|| format!("{count} {kind}"))
    });
    let kinds: Vec<_> = kinds.collect();
    let count = counted(undecided.len(), "more rule");
    (!kinds.is_empty()).then(|| format!("{count} of the set got no verdict: {}", kinds.join(", ")))
}

/// How many resources of each type no rule looks at, by type.
pub(super) fn types_without_rule(report: &Report) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for resource in report.templates.iter().flat_map(|template| &template.not_evaluated) {
        if resource.reason == Reason::NoRule {
            *counts.entry(&*resource.resource_type).or_default() += 1;
        }
    }
    counts
}

/// `text`, inert and no longer than `most` characters; where something was cut, `…` follows.
pub(super) fn clipped(text: &str, most: usize) -> Cow<'_, str> {
    let head = text.char_indices().nth(most).map_or(text, |(at, _)| &text[..at]);
    let mut clipped = visible(head);
    let end = clipped.char_indices().nth(most).map(|(at, _)| at);
    if let Some(end) = end {
        clipped.to_mut().truncate(end);
    }
    if end.is_some() || head.len() < text.len() {
        clipped.to_mut().push('…');
    }
    clipped
}

#[cfg(test)]
mod tests {
    use super::clipped;

    #[test]
    fn long_text_is_clipped_and_marked() {
        assert_eq!(clipped("Größe", 5), "Größe");
        assert_eq!(clipped("Größen", 5), "Größe…");
        assert_eq!(clipped("a\nb", 3), "a\\n…");
        assert_eq!(clipped("", 0), "");
    }
}

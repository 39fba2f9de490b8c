//! For programs: everything that is known of a run, as one JSON document that `schemas/report.schema.json`
//! describes. The same run gives the same bytes.

use super::construct::{self, Made, made};
use super::escape::{is_plain, is_unseen};
use super::position::{Files, Location};
use super::summary::Summary;
use super::suppressed::SuppressedBy;
use crate::evaluate::{AppliedRule, Reason, ReplacedProperty, ResourceEvaluation};
use crate::exit_codes;
use crate::gate::{Finding, JudgedTemplate, Report, Score, Warning};
use crate::resolve::Stack;
use crate::rules::{InputParameters, set};
use crate::source::{CodeLine, NestedIn, Provenance};
use crate::template::{Diagnostic, Level, MadeBy};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::ser::Formatter;
use std::io::{self, Write};

/// The version of the document's shape. It changes when something that was there goes or means something else;
/// new fields do not change it.
const VERSION: u32 = 1;

/// Writes `report` as JSON, one line.
pub(super) fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let document = Document {
        version: VERSION,
        tool: Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") },
        engine: report.engine,
        verdict: report.verdict.as_str(),
        exit_code: exit_codes::of(report.verdict),
        summary: Summary::new(report),
        score: report.score,
        rules: List(|| report.rules.iter().map(|rule| CatalogueRule::new(rule))),
        undecided_rules: List(|| report.undecided.iter().map(UndecidedRule::new)),
        templates: List(|| report.templates.iter().map(Template)),
        warnings: List(|| {
            report.warnings.iter().map(|Warning { file, diagnostic }| {
                let files = Files::new(std::slice::from_ref(file));
                TemplateDiagnostic::new(diagnostic, &files)
            })
        }),
        baseline: report.baseline.as_ref().map(|baseline| BaselineInUse {
            file: &baseline.file.name,
            entries: baseline.entries,
            fixed: baseline.fixed.len(),
        }),
    };
    let mut serializer = serde_json::Serializer::with_formatter(&mut *out, Inert);
    document.serialize(&mut serializer)?;
    out.write_all(b"\n")
}

#[derive(serde::Serialize)]
#[serde(rename_all = "camelCase")]
struct Document<'a, Rules: Serialize, UndecidedRules: Serialize, Templates: Serialize, Warnings: Serialize> {
    version: u32,
    tool: Tool,
    engine: &'static str,
    verdict: &'static str,
    exit_code: u8,
    summary: Summary,
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<Score>,
    rules: Rules,
    undecided_rules: UndecidedRules,
    templates: Templates,
    warnings: Warnings,
    #[serde(skip_serializing_if = "Option::is_none")]
    baseline: Option<BaselineInUse<'a>>,
}

#[derive(serde::Serialize)]
struct Tool {
    name: &'static str,
    version: &'static str,
}

/// A rule as findings carry it.
#[derive(serde::Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule<'a> {
    identifier: &'a str,
    name: &'a str,
    severity: &'static str,
    security_hub_controls: &'static [&'static str],
    fix: Option<&'static str>,
    documentation_url: Option<String>,
    parameters: Parameters<'a>,
}

impl<'a> Rule<'a> {
    fn new(rule: &'a AppliedRule) -> Self {
        Rule {
            identifier: &rule.identifier,
            name: &rule.name,
            severity: rule.severity().as_str(),
            security_hub_controls: rule.managed.map_or(&[], |managed| managed.security_hub),
            fix: rule.managed.map(|managed| managed.fix),
            documentation_url: rule.managed.map(|managed| managed.documentation_url()),
            parameters: Parameters(&rule.parameters),
        }
    }
}

/// A rule as the list of the applied rules has it.
#[derive(serde::Serialize)]
#[serde(rename_all = "camelCase")]
struct CatalogueRule<'a> {
    #[serde(flatten)]
    rule: Rule<'a>,
    summary: Option<&'static str>,
    resource_types: &'static [&'static str],
}

impl<'a> CatalogueRule<'a> {
    fn new(rule: &'a AppliedRule) -> Self {
        CatalogueRule {
            rule: Rule::new(rule),
            summary: rule.managed.map(|managed| managed.summary),
            resource_types: rule.managed.map_or(&[], |managed| managed.resource_types),
        }
    }
}

/// A rule of the set that got no verdict.
#[derive(serde::Serialize)]
#[serde(rename_all = "camelCase")]
struct UndecidedRule<'a> {
    #[serde(flatten)]
    rule: CatalogueRule<'a>,
    reason: String,
}

impl<'a> UndecidedRule<'a> {
    fn new(undecided: &'a set::UndecidedRule) -> Self {
        UndecidedRule { rule: CatalogueRule::new(&undecided.rule), reason: undecided.reason.to_string() }
    }
}

struct Parameters<'a>(&'a InputParameters);

impl Serialize for Parameters<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter())
    }
}

/// A template, written piece by piece.
struct Template<'a>(&'a JudgedTemplate);

impl Serialize for Template<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Template(template) = self;
        let stack = &template.stack;
        let files = Files::new(&stack.files);
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("file", template.name())?;
        map.serialize_entry("stack", &StackOrigin::of(stack))?;
        map.serialize_entry("complete", &(stack.incomplete.is_empty() && !stack.has_errors()))?;
        map.serialize_entry(
            "diagnostics",
            &List(|| stack.diagnostics.iter().map(|diagnostic| TemplateDiagnostic::new(diagnostic, &files))),
        )?;
        map.serialize_entry(
            "incomplete",
            &List(|| {
                stack
                    .incomplete
                    .iter()
                    .map(|why| Remark { message: &why.message, location: files.location(why.span) })
            }),
        )?;
        map.serialize_entry(
            "findings",
            &List(|| template.findings.iter().map(|finding| TemplateFinding::new(stack, finding, &files))),
        )?;
        map.serialize_entry(
            "notEvaluated",
            &List(|| {
                template.not_evaluated.iter().map(|resource| {
                    let (reason, message) = match &resource.reason {
                        Reason::NoRule => ("NO_RULE", None),
                        Reason::Failed(why) => ("FAILED", Some(why.as_str())),
                    };
                    NotEvaluated {
                        logical_id: &resource.logical_id,
                        resource_type: &resource.resource_type,
                        location: files.location(resource.span),
                        reason,
                        message,
                    }
                })
            }),
        )?;
        map.end()
    }
}

#[derive(serde::Serialize)]
#[serde(rename_all = "camelCase")]
struct TemplateFinding<'a> {
    rule: Rule<'a>,
    compliance: &'static str,
    fails: bool,
    suppression: Option<SuppressedBy<'a>>,
    logical_id: &'a str,
    resource_type: &'a str,
    annotation: Option<&'a str>,
    property: Option<&'a str>,
    condition: Option<&'a str>,
    location: Option<Location<'a>>,
    origin: Option<Location<'a>>,
    resource_location: Option<Location<'a>>,
    construct: Option<ConstructOrigin<'a>>,
    /// Only where the Serverless Application Model made the resource.
    #[serde(skip_serializing_if = "Option::is_none")]
    made_by: Option<ServerlessOrigin<'a>>,
    /// Only where AWS Config judged.
    #[serde(skip_serializing_if = "Option::is_none")]
    resource_evaluation: Option<ServiceEvaluation<'a>>,
}

/// How the baseline was met.
#[derive(serde::Serialize)]
struct BaselineInUse<'a> {
    file: &'a str,
    entries: usize,
    fixed: usize,
}

/// An evaluation that AWS Config carried out.
#[derive(serde::Serialize)]
struct ServiceEvaluation<'a> {
    id: &'a str,
    replaced: Vec<Replaced<'a>>,
}

/// A property that AWS Config did not get as the template has it.
#[derive(serde::Serialize)]
struct Replaced<'a> {
    property: &'a str,
    placeholder: bool,
    reason: &'a str,
}

impl<'a> ServiceEvaluation<'a> {
    fn new(evaluation: &'a ResourceEvaluation) -> Self {
        let replaced = |ReplacedProperty { property, placeholder, reason }: &'a ReplacedProperty| Replaced {
            property,
            placeholder: *placeholder,
            reason,
        };
        ServiceEvaluation { id: &evaluation.id, replaced: evaluation.replaced.iter().map(replaced).collect() }
    }
}

/// Where a stack comes from, if not from a template alone.
#[derive(serde::Serialize)]
#[serde(rename_all = "camelCase")]
struct StackOrigin<'a> {
    display_name: Option<&'a str>,
    stack_name: Option<&'a str>,
    account_id: Option<&'a str>,
    region: Option<&'a str>,
    nested_in: Option<Parent<'a>>,
}

#[derive(serde::Serialize)]
#[serde(rename_all = "camelCase")]
struct Parent<'a> {
    stack: &'a str,
    logical_id: &'a str,
}

impl<'a> StackOrigin<'a> {
    fn of(stack: &'a Stack) -> Option<Self> {
        let Provenance { display_name, nested_in, account_id, region, stack_name, .. } = &stack.provenance;
        (display_name.is_some() || nested_in.is_some()).then(|| StackOrigin {
            display_name: display_name.as_deref(),
            stack_name: stack_name.as_deref(),
            account_id: account_id.as_deref(),
            region: region.as_deref(),
            nested_in: nested_in
                .as_ref()
                .map(|NestedIn { parent, logical_id }| Parent { stack: parent, logical_id }),
        })
    }
}

/// The serverless resource that another was made from.
#[derive(serde::Serialize)]
#[serde(rename_all = "camelCase")]
struct ServerlessOrigin<'a> {
    logical_id: &'a str,
    resource_type: &'a str,
}

impl<'a> ServerlessOrigin<'a> {
    fn new(made_by: &'a MadeBy) -> Self {
        ServerlessOrigin { logical_id: &made_by.logical_id, resource_type: &made_by.resource_type }
    }
}

/// The construct that made a resource, and the line of the program to change.
#[derive(serde::Serialize)]
#[serde(rename_all = "camelCase")]
struct ConstructOrigin<'a> {
    path: &'a str,
    library_code: bool,
    source: Option<Code<'a>>,
}

#[derive(serde::Serialize)]
struct Code<'a> {
    file: &'a str,
    line: u32,
    column: Option<u32>,
    local: bool,
}

impl<'a> ConstructOrigin<'a> {
    fn new(Made { construct, line }: Made<'a>) -> Self {
        let code = |CodeLine { file, line, column, is_local }: &'a CodeLine| Code {
            file,
            line: *line,
            column: *column,
            local: *is_local,
        };
        ConstructOrigin {
            path: &construct.path,
            library_code: construct.is_library_code,
            source: line.map(code),
        }
    }
}

impl<'a> TemplateFinding<'a> {
    fn new(stack: &'a Stack, finding: &'a Finding, files: &Files<'a>) -> Self {
        let evaluation = &finding.evaluation;
        let unless_empty = |text: &'a str| (!text.is_empty()).then_some(text);
        TemplateFinding {
            rule: Rule::new(&evaluation.rule),
            compliance: evaluation.compliance.as_str(),
            fails: finding.fails,
            suppression: finding.suppression.as_deref().map(SuppressedBy::new),
            logical_id: &evaluation.logical_id,
            resource_type: &evaluation.resource_type,
            annotation: unless_empty(&evaluation.annotation),
            property: unless_empty(&evaluation.property),
            condition: evaluation.condition.as_deref(),
            location: files.location(evaluation.span),
            origin: evaluation.origin.and_then(|origin| files.location(origin)),
            resource_location: files.location(evaluation.resource_span),
            construct: made(stack, evaluation).map(ConstructOrigin::new),
            made_by: construct::made_by(stack, evaluation).map(ServerlessOrigin::new),
            resource_evaluation: evaluation.resource_evaluation.as_ref().map(ServiceEvaluation::new),
        }
    }
}

#[derive(serde::Serialize)]
struct TemplateDiagnostic<'a> {
    level: &'static str,
    #[serde(flatten)]
    remark: Remark<'a>,
    help: Option<&'a str>,
    related: Vec<Remark<'a>>,
}

impl<'a> TemplateDiagnostic<'a> {
    fn new(diagnostic: &'a Diagnostic, files: &Files<'a>) -> Self {
        TemplateDiagnostic {
            level: match diagnostic.level {
                Level::Error => "error",
                Level::Warning => "warning",
            },
            remark: Remark { message: &diagnostic.message, location: files.location(diagnostic.span) },
            help: diagnostic.help.as_deref(),
            related: diagnostic
                .related
                .iter()
                .map(|(span, message)| Remark { message, location: files.location(*span) })
                .collect(),
        }
    }
}

/// A sentence about a place.
#[derive(serde::Serialize)]
struct Remark<'a> {
    message: &'a str,
    location: Option<Location<'a>>,
}

#[derive(serde::Serialize)]
#[serde(rename_all = "camelCase")]
struct NotEvaluated<'a> {
    logical_id: &'a str,
    resource_type: &'a str,
    location: Option<Location<'a>>,
    reason: &'static str,
    message: Option<&'a str>,
}

/// A list that is made while it is written.
struct List<F>(F);

impl<F, I> Serialize for List<F>
where
    F: Fn() -> I,
    I: IntoIterator<Item: Serialize>,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}

/// Compact JSON in which characters that would not be seen as themselves are written as `\uXXXX`: the
/// document means the same, and a terminal that shows it stays as it is.
pub(super) struct Inert;

impl Formatter for Inert {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        let mut rest = fragment;
        if is_plain(fragment) {
            return writer.write_all(fragment.as_bytes());
        }
        while let Some(at) = rest.find(is_unseen) {
            let (seen, tail) = rest.split_at(at);
            writer.write_all(seen.as_bytes())?;
            let mut characters = tail.chars();
            if let Some(unseen) = characters.next() {
                for unit in unseen.encode_utf16(&mut [0; 2]) {
                    write!(writer, "\\u{unit:04x}")?;
                }
            }
            rest = characters.as_str();
        }
        writer.write_all(rest.as_bytes())
    }
}

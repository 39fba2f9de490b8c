//! For CDK's tools: the form in which CDK itself writes `validation-report.json` into a cloud assembly, so that they show
//! our findings beside their own.
//!
//! Facts: AWS CDK's `@aws-cdk/cloud-assembly-schema`, "PolicyValidationReportJson". It knows violations only: what complies
//! is not in it. What could not be judged is, as fatal, since a report without violations reads as a pass.

use super::construct::made;
use super::escape::visible;
use super::json::Inert;
use super::suppressed::place;
use crate::evaluate::{AppliedRule, Compliance, Evaluation, Reason};
use crate::gate::{JudgedTemplate, Origin, Report, Verdict};
use crate::resolve::Stack;
use indexmap::IndexMap;
use serde::Serialize;
use std::io::{self, Write};

/// The version of CDK's schema that this is written to.
const VERSION: &str = "55.0.0";

/// Writes `report` as CDK writes its own.
pub(super) fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let conclusion = if report.verdict == Verdict::Passed { "success" } else { "failure" };
    let mut violations: Vec<Violation<'_>> = report.templates.iter().flat_map(not_judged).collect();
    violations.extend(strict_warnings(report));
    violations.extend(found(report));
    let plugin = Plugin {
        plugin_name: "cfn-gate",
        plugin_version: env!("CARGO_PKG_VERSION"),
        conclusion,
        violations,
        suppressed_violations: suppressed(report),
    };
    let document = Document { version: VERSION, title: "Validation Report", plugin_reports: [plugin] };
    document.serialize(&mut serde_json::Serializer::with_formatter(&mut *out, Inert))?;
    out.write_all(b"\n")
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Document<'a> {
    version: &'static str,
    title: &'static str,
    plugin_reports: [Plugin<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Plugin<'a> {
    plugin_name: &'static str,
    plugin_version: &'static str,
    conclusion: &'static str,
    violations: Vec<Violation<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suppressed_violations: Vec<SuppressedViolation<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SuppressedViolation<'a> {
    #[serde(flatten)]
    violation: Violation<'a>,
    acknowledged_id: String,
    reason: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    acknowledged_at: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    acknowledged_stack_trace: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Violation<'a> {
    rule_name: &'a str,
    description: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    suggested_fix: Option<&'a str>,
    severity: &'static str,
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    rule_metadata: IndexMap<&'static str, String>,
    violating_constructs: Vec<Construct<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Construct<'a> {
    construct_path: String,
    cloud_formation_resource: Resource<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    stack_traces: Vec<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Resource<'a> {
    template_path: &'a str,
    logical_id: &'a str,
    property_paths: Vec<String>,
}

/// The findings that are not fine: those of one rule that say the same are one violation.
fn found(report: &Report) -> impl Iterator<Item = Violation<'_>> {
    let mut violations: IndexMap<(&str, &str, bool), Violation<'_>> = IndexMap::new();
    for (template, finding) in report.findings() {
        let evaluation = &finding.evaluation;
        if matches!(evaluation.compliance, Compliance::Compliant | Compliance::NotApplicable)
            || finding.suppression.is_some()
        {
            continue;
        }
        let key = (evaluation.rule.name.as_str(), evaluation.annotation.as_str(), finding.fails);
        let violation = violations.entry(key).or_insert_with(|| violation(evaluation, finding.fails));
        violation.violating_constructs.push(construct(&template.stack, evaluation));
    }
    violations.into_values()
}

/// The findings that are suppressed or in the baseline, one by one.
fn suppressed(report: &Report) -> Vec<SuppressedViolation<'_>> {
    let found = report.findings().filter_map(|(template, finding)| {
        let suppression = finding.suppression.as_deref()?;
        let mut violation = violation(&finding.evaluation, false);
        violation.violating_constructs.push(construct(&template.stack, &finding.evaluation));
        let until = suppression.until.map(|until| ("until", until.to_string()));
        violation.rule_metadata.extend(until);
        let by = match &suppression.origin {
            Origin::Metadata { key, .. } => key,
            Origin::Program { .. } => "acknowledgement",
            Origin::Configuration { .. } => "configuration",
            Origin::Baseline { .. } => "baseline",
        };
        violation.rule_metadata.insert("suppressedBy", by.to_owned());
        let program = match &suppression.origin {
            Origin::Program { construct, line } => Some((&**construct, line.as_ref())),
            _ => None,
        };
        let (at, line) = program.unzip();
        let place = place(suppression).map(|place| place.display());
        let place = line.flatten().map(|line| visible(&line.to_string()).into_owned()).or(place);
        Some(SuppressedViolation {
            violation,
            acknowledged_id: format!("cfn-gate::{}", finding.evaluation.rule.name),
            reason: &suppression.reason,
            acknowledged_at: at,
            acknowledged_stack_trace: place.map(|place| format!("<anonymous> ({place})")),
        })
    });
    found.collect()
}

/// The warnings, where they fail the run.
fn strict_warnings(report: &Report) -> impl Iterator<Item = Violation<'_>> {
    let in_templates = report.templates.iter().flat_map(|template| {
        let warnings = template.stack.diagnostics.iter().filter(|diagnostic| !diagnostic.is_error());
        warnings.map(|warning| (template.name(), warning))
    });
    let elsewhere = report.warnings.iter().map(|warning| (warning.file.name.as_str(), &warning.diagnostic));
    let all = in_templates.chain(elsewhere).filter(|_| report.policy.strict);
    all.map(|(file, warning)| Violation {
        rule_name: "warning",
        description: format!("{file}:{}: {}", warning.span, warning.message),
        suggested_fix: warning.help.as_deref(),
        severity: "error",
        rule_metadata: IndexMap::new(),
        violating_constructs: Vec::new(),
    })
}

fn violation(evaluation: &Evaluation, fails: bool) -> Violation<'_> {
    let rule: &AppliedRule = &evaluation.rule;
    let compliance = evaluation.compliance.as_str();
    let description = match evaluation.annotation.as_str() {
        "" => compliance.to_owned(),
        annotation => format!("{compliance}: {annotation}"),
    };
    let mut rule_metadata = IndexMap::from([
        ("identifier", rule.identifier.clone()),
        ("compliance", compliance.to_owned()),
        ("severity", rule.severity().as_str().to_owned()),
    ]);
    if let Some(managed) = rule.managed {
        rule_metadata.insert("documentation", managed.documentation_url());
    }
    Violation {
        rule_name: &rule.name,
        description,
        suggested_fix: rule.managed.map(|managed| managed.fix),
        severity: if fails { "error" } else { "warning" },
        rule_metadata,
        violating_constructs: Vec::new(),
    }
}

fn construct<'a>(stack: &'a Stack, evaluation: &'a Evaluation) -> Construct<'a> {
    let made = made(stack, evaluation);
    let property = evaluation.property.as_str();
    Construct {
        construct_path: made
            .map_or_else(|| path(stack, &evaluation.logical_id), |made| made.construct.path.to_string()),
        cloud_formation_resource: Resource {
            template_path: template_path(stack),
            logical_id: &evaluation.logical_id,
            property_paths: if property.is_empty() {
                Vec::new()
            } else {
                vec![format!("Properties.{property}")]
            },
        },
        // CDK's tools look for a place in the frames, in parentheses.
        stack_traces: made
            .and_then(|made| made.line)
            .map(|line| format!("<anonymous> ({line})"))
            .into_iter()
            .collect(),
    }
}

/// In place of a construct's path, for a resource that no construct is known of.
fn path(stack: &Stack, logical_id: &str) -> String {
    format!("{}/{logical_id}", stack.provenance.called(stack.name()))
}

/// The path of the template in the assembly.
fn template_path(stack: &Stack) -> &str {
    let name = stack.name();
    let inside = stack.provenance.assembly.as_deref().and_then(|assembly| name.strip_prefix(assembly));
    inside.map_or(name, |inside| inside.trim_start_matches('/'))
}

/// What of a template could not be judged.
fn not_judged(template: &JudgedTemplate) -> impl Iterator<Item = Violation<'_>> {
    let stack = &template.stack;
    let errors = stack.diagnostics.iter().filter(|diagnostic| diagnostic.is_error());
    let errors = errors.map(|error| error.message.clone());
    let incomplete =
        stack.incomplete.iter().map(|incomplete| format!("only partly known: {}", incomplete.message));
    let whole = errors.chain(incomplete).map(|message| Violation {
        rule_name: "not-judged",
        description: format!("{}: {message}", stack.name()),
        suggested_fix: None,
        severity: "fatal",
        rule_metadata: IndexMap::new(),
        violating_constructs: Vec::new(),
    });
    let resources = template.not_evaluated.iter().filter_map(|resource| match &resource.reason {
        Reason::NoRule => None,
        Reason::Failed(why) => Some(Violation {
            rule_name: "not-judged",
            description: why.clone(),
            suggested_fix: None,
            severity: "fatal",
            rule_metadata: IndexMap::new(),
            violating_constructs: vec![Construct {
                construct_path: stack.provenance.construct(&resource.logical_id).map_or_else(
                    || path(stack, &resource.logical_id),
                    |construct| construct.path.to_string(),
                ),
                cloud_formation_resource: Resource {
                    template_path: template_path(stack),
                    logical_id: &resource.logical_id,
                    property_paths: Vec::new(),
                },
                stack_traces: Vec::new(),
            }],
        }),
    });
    whole.chain(resources)
}

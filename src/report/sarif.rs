//! For GitHub code scanning and everything else that reads SARIF: version 2.1.0, one run.
//!
//! A result is a finding that is NON_COMPLIANT or INSUFFICIENT_DATA. What stood in the way of judging is a notification of
//! the tool, since it is no statement about the code. An open verdict is a result of a rule of its own,
//! `RULE/insufficient-data`, that has no `security-severity`: code scanning takes the severity of an alert from the rule,
//! and nobody shall get a HIGH alert for something that isn't known.
//!
//! Facts: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0"; GitHub Docs, "SARIF support for code
//! scanning".

use super::entry::{Entry, Kind, Level, Place, clipped, entries, entries_by_weight, types_without_rule};
use super::fingerprint::{Fingerprints, relative};
use super::json::Inert;
use super::summary::counted;
use super::suppressed::{self, Why};
use crate::evaluate::AppliedRule;
use crate::exit_codes;
use crate::gate::{Origin, Report, Suppression};
use crate::rules::{Certainty, Severity};
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::HashMap;
use std::io::{self, Write};

/// As many results of a run as code scanning takes. It shows the 5,000 with the highest severity.
const RESULTS: usize = 25_000;
/// How large the results may be in all, in bytes. Code scanning takes 10 MB after compression; reports shrink to a
/// fifteenth or less.
const BYTES: usize = 48 << 20;
/// The longest text of a template or of AWS that is taken over as a whole, in characters.
const TEXT: usize = 1_000;
/// The folder that relative paths start from.
const ROOT: &str = "SRCROOT";

/// Writes `report` as SARIF.
pub(super) fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let mut rules = Rules::default();
    report.rules.iter().for_each(|rule| {
        rules.index(rule, Kind::NonCompliant);
    });
    let results = Results::of(report, &mut rules);
    let entries = entries(report);
    let mut notifications: Vec<_> =
        entries.iter().filter(|entry| entry.finding.is_none()).map(notification).collect();
    notifications.extend(types_without_rule(report).into_iter().map(|(name, count)| {
        let text = format!("no rule looks at {} ({})", clipped(name, TEXT), counted(count, "resource"));
        json!({"descriptor": {"id": "no-rule"}, "level": "note", "message": {"text": text}})
    }));
    notifications.extend(report.undecided.iter().map(|undecided| {
        let (name, reason) = (&undecided.rule.name, undecided.reason.to_string());
        let text = format!("{} got no verdict: {}", clipped(name, TEXT), without_links(&reason));
        json!({"descriptor": {"id": "undecided-rule"}, "level": "note", "message": {"text": text}})
    }));
    notifications.extend(results.cut_note().map(
        |text| json!({"descriptor": {"id": "results-cut"}, "level": "warning", "message": {"text": text}}),
    ));
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": env!("CARGO_PKG_NAME"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules.descriptors,
            }},
            "invocations": [{
                "executionSuccessful": !report.is_incomplete(),
                "exitCode": exit_codes::of(report.verdict),
                "toolExecutionNotifications": notifications,
            }],
            "originalUriBaseIds": {
                ROOT: {"description": {"text": "The working directory of the run: the root of the repository."}},
            },
            "columnKind": "unicodeCodePoints",
            "automationDetails": {"id": "cfn-gate/"},
            "properties": {"engine": report.engine, "verdict": report.verdict.as_str()},
            "results": results.written,
        }],
    });
    log.serialize(&mut serde_json::Serializer::with_formatter(&mut *out, Inert))?;
    out.write_all(b"\n")
}

/// The rules that results refer to, and where in the list they are.
#[derive(Default)]
struct Rules {
    descriptors: Vec<Value>,
    places: HashMap<String, usize>,
}

impl Rules {
    /// The ID of a rule for findings of this kind, and its place in the list, to which it is added at need.
    fn index(&mut self, rule: &AppliedRule, kind: Kind) -> (String, usize) {
        let name = clipped(&rule.name, TEXT);
        let id = match kind {
            Kind::InsufficientData => format!("{name}/{}", kind.id()),
            _ => name.into_owned(),
        };
        let place = *self.places.entry(id.clone()).or_insert_with(|| {
            self.descriptors.push(descriptor(&id, rule, kind));
            self.descriptors.len() - 1
        });
        (id, place)
    }
}

/// A rule, with its help.
fn descriptor(id: &str, rule: &AppliedRule, kind: Kind) -> Value {
    let open = kind == Kind::InsufficientData;
    let managed = rule.managed;
    let summary = match managed {
        Some(managed) => managed.summary.to_owned(),
        None => format!("The AWS Config rule {}.", clipped(&rule.name, TEXT)),
    };
    let short = if open { format!("Can't be decided before deployment: {summary}") } else { summary.clone() };
    let text = managed.map_or(summary, |managed| format!("{} {}", managed.summary, managed.fix));
    let mut tags = vec!["aws-config"];
    if open {
        tags.push("insufficient-data");
    } else {
        tags.push("security");
    }
    let mut properties = json!({
        "tags": tags,
        "precision": match managed.map(|managed| managed.certainty) {
            Some(Certainty::Documented | Certainty::Known) => "high",
            Some(Certainty::Guess) | None => "medium",
        },
        "problem.severity": if open { "recommendation" } else { "error" },
        "severity": rule.severity().as_str(),
    });
    if !open {
        properties["security-severity"] = security_severity(rule.severity()).into();
    }
    if let Some(managed) = managed.filter(|managed| !managed.security_hub.is_empty()) {
        properties["securityHubControls"] = managed.security_hub.into();
    }
    let mut descriptor = json!({
        "id": id,
        "name": clipped(&rule.identifier, TEXT),
        "shortDescription": {"text": short},
        "fullDescription": {"text": text},
        "help": {"text": text},
        "defaultConfiguration": {"level": if open { "note" } else { "error" }},
        "properties": properties,
    });
    if let Some(managed) = managed {
        descriptor["help"]["markdown"] = managed.page().into();
        descriptor["helpUri"] = managed.documentation_url().into();
    }
    descriptor
}

/// The score that code scanning makes its own grades of: over 9.0 critical, from 7.0 high, from 4.0 medium.
const fn security_severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Critical => "9.5",
        Severity::High => "8.0",
        Severity::Medium => "5.5",
        Severity::Low => "2.0",
    }
}

/// The results, as many as code scanning takes.
struct Results {
    written: Vec<Value>,
    cut: usize,
}

impl Results {
    fn of(report: &Report, rules: &mut Rules) -> Self {
        let mut results = Results { written: Vec::new(), cut: 0 };
        let exceptions = Exceptions {
            has_suppressions: report.findings().any(|(_, finding)| finding.suppression.is_some()),
            has_baseline: report.baseline.is_some(),
        };
        let mut fingerprints = Fingerprints::default();
        let mut bytes = 0;
        // What matters most comes first, so that it is there whatever is cut.
        for entry in entries_by_weight(report).iter().filter(|entry| entry.finding.is_some()) {
            let result = result(entry, rules, fingerprints.of(entry), exceptions);
            bytes += result.as_ref().map_or(0, |result| result.to_string().len());
            match result {
                Some(result) if results.written.len() < RESULTS && bytes <= BYTES => {
                    results.written.push(result);
                }
                Some(_) => results.cut += 1,
                None => {}
            }
        }
        results
    }

    fn cut_note(&self) -> Option<String> {
        (self.cut > 0).then(|| {
            format!(
                "{} of {} results are not here, the least severe: code scanning takes {RESULTS} of a run at most, in 10 MB; \
                 the JSON report has them all",
                self.cut,
                self.cut + self.written.len()
            )
        })
    }
}

/// What either all results have to have, or none.
#[derive(Clone, Copy)]
struct Exceptions {
    has_suppressions: bool,
    has_baseline: bool,
}

fn result(
    entry: &Entry<'_>,
    rules: &mut Rules,
    fingerprint: String,
    Exceptions { has_suppressions, has_baseline }: Exceptions,
) -> Option<Value> {
    let finding = entry.finding?;
    let evaluation = &finding.evaluation;
    let (id, index) = rules.index(&evaluation.rule, entry.kind);
    let logical_id = clipped(&evaluation.logical_id, TEXT);
    let construct = entry.stack?.provenance.construct(&evaluation.logical_id);
    let name = construct.map_or(logical_id.clone(), |construct| clipped(&construct.path, TEXT));
    let mut location = json!({
        "logicalLocations": [{"name": logical_id, "fullyQualifiedName": name, "kind": "resource"}],
    });
    if let Some(place) = entry.place {
        location["physicalLocation"] = physical_location(place);
    }
    let related: Vec<Value> = entry
        .related
        .iter()
        .zip(1..)
        .map(|((place, label), id)| {
            json!({
                "id": id,
                "message": {"text": clipped(label, TEXT)},
                "physicalLocation": physical_location(*place),
            })
        })
        .collect();
    let mut result = json!({
        "ruleId": id,
        "ruleIndex": index,
        "level": level(entry.level),
        "message": {"text": message(entry)},
        "locations": [location],
        "partialFingerprints": {
            // The only one that code scanning heeds; what it would put there itself hangs on the line.
            "primaryLocationLineHash": fingerprint,
            "cfnGate/v1": fingerprint,
        },
        "properties": {
            "compliance": evaluation.compliance.as_str(),
            "failsGate": finding.fails,
            "logicalId": logical_id,
            "resourceType": clipped(&evaluation.resource_type, TEXT),
            "property": clipped(&evaluation.property, TEXT),
        },
    });
    if !related.is_empty() {
        result["relatedLocations"] = related.into();
    }
    // Of either, SARIF wants every result to have it, or none.
    if has_suppressions {
        result["suppressions"] = finding.suppression.as_deref().map(suppression).into_iter().collect();
    }
    if has_baseline {
        let is_old = entry.why() == Some(Why::Baseline);
        result["baselineState"] = if is_old { "unchanged" } else { "new" }.into();
    }
    Some(result)
}

/// Who says that a result doesn't count.
fn suppression(suppression: &Suppression) -> Value {
    let kind = match suppression.origin {
        Origin::Metadata { .. } | Origin::Program { .. } => "inSource",
        Origin::Configuration { .. } | Origin::Baseline { .. } => "external",
    };
    let justification = match suppression.until {
        Some(until) => format!("{} (until {until})", without_links(&suppression.reason)),
        None => without_links(&suppression.reason),
    };
    let mut written = json!({"kind": kind, "status": "accepted", "justification": justification});
    if let Some(place) = suppressed::place(suppression) {
        written["location"] = json!({"physicalLocation": physical_location(place)});
    }
    written
}

/// What is wrong, with links to the related places: code scanning shows only those that the message names.
fn message(entry: &Entry<'_>) -> String {
    let (logical_id, resource_type) = entry.resource.unwrap_or_default();
    let mut text = format!(
        "{} ({}): {}.",
        without_links(logical_id),
        without_links(resource_type),
        without_links(entry.message_or_kind())
    );
    for remark in entry.remarks() {
        text.push_str(&format!(" {}.", without_links(&capitalised(&remark))));
    }
    for ((place, label), id) in entry.related.iter().zip(1..) {
        let label = without_links(&capitalised(label));
        let place = without_links(&place.display()).replace(['[', ']'], "|");
        text.push_str(&format!(" {label}: [{place}]({id})."));
    }
    text
}

fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().into_iter().flat_map(char::to_uppercase).chain(characters).collect()
}

/// `text`, inert and without what makes an embedded link, `[text](target)`.
fn without_links(text: &str) -> String {
    clipped(text, TEXT).replace("](", "] (")
}

/// Why something was not judged, or a warning about a template.
fn notification(entry: &Entry<'_>) -> Value {
    let mut text = match entry.resource {
        Some(_) => format!("{}: {}", clipped(&entry.title(), TEXT), without_links(entry.message)),
        None => without_links(entry.message),
    };
    if entry.kind == Kind::PartlyKnown {
        text = format!("only partly known: {text}");
    }
    if let Some(help) = entry.help {
        text.push_str(&format!(". {}", without_links(help)));
    }
    let mut notification = json!({
        "descriptor": {"id": entry.kind.id()},
        "level": level(entry.level),
        "message": {"text": text},
    });
    let places = entry.place.into_iter().chain(entry.related.iter().map(|(place, _)| *place));
    let places: Vec<_> = places.map(|place| json!({"physicalLocation": physical_location(place)})).collect();
    if !places.is_empty() {
        notification["locations"] = places.into();
    }
    notification
}

const fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note | Level::Suppressed => "note",
    }
}

fn physical_location(place: Place<'_>) -> Value {
    let mut region = json!({"startLine": place.line});
    if let Some(column) = place.column {
        region["startColumn"] = column.into();
    }
    if let Some((line, column)) = place.end {
        region["endLine"] = line.into();
        region["endColumn"] = column.into();
    }
    json!({"artifactLocation": artifact(place.file), "region": region})
}

/// A file: relative to the root unless its path is absolute.
fn artifact(file: &str) -> Value {
    let path = relative(file);
    let is_windows_drive = cfg!(windows) && path.as_bytes().get(1) == Some(&b':');
    if path.starts_with('/') {
        json!({"uri": format!("file://{}", encoded(&path))})
    } else if is_windows_drive {
        json!({"uri": format!("file:///{}", encoded(&path))})
    } else {
        json!({"uri": encoded(&path), "uriBaseId": ROOT})
    }
}

/// A path in a URI: everything but letters, digits, `-._~` and `/` as `%XX`.
fn encoded(path: &str) -> String {
    path.bytes().fold(String::with_capacity(path.len()), |mut uri, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
        uri
    })
}

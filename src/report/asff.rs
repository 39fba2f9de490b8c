//! For AWS Security Hub: a list of findings in the AWS Security Finding Format, as `BatchImportFindings` takes them (100
//! at a time).
//!
//! NON_COMPLIANT is FAILED, INSUFFICIENT_DATA is WARNING ("some information is missing"), and what could not be judged
//! is NOT_AVAILABLE. Warnings are no security findings and stay out. What is suppressed has the workflow status SUPPRESSED and
//! a note; what is in the baseline is a finding like any other, since nobody has said that it is well.
//!
//! Facts: the AWS Security Hub User Guide, "AWS Security Finding Format (ASFF)", "Required top-level ASFF attributes"; the
//! AWS Security Hub API Reference, "AwsSecurityFinding", "Compliance".

use super::Options;
use super::entry::{Entry, Kind, Level, clipped, entries};
use super::fingerprint::{Fingerprints, relative};
use super::json::Inert;
use super::suppressed::{Why, sentence};
use crate::gate::{Date, Report, in_utc};
use crate::resolve::partition_of;
use crate::source::Provenance;
use serde::Serialize;
use serde_json::{Value, json};
use std::io::{self, Write};
use std::time::SystemTime;

/// Writes `report` as a list of findings.
pub(super) fn write(report: &Report, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let time = timestamp(options.time);
    let mut fingerprints = Fingerprints::default();
    let mut findings = Vec::new();
    for entry in entries(report) {
        let fingerprint = fingerprints.of(&entry);
        if !matches!(entry.kind, Kind::TemplateWarning | Kind::Warning) {
            findings.push(finding(&entry, &fingerprint, &Account::of(&entry, options)?, &time));
        }
    }
    findings.serialize(&mut serde_json::Serializer::with_formatter(&mut *out, Inert))?;
    out.write_all(b"\n")
}

/// Where a stack goes.
struct Account<'a> {
    id: &'a str,
    region: &'a str,
}

impl<'a> Account<'a> {
    /// Where the entry's stack goes: as its cloud assembly says, else as the run was told.
    fn of(entry: &Entry<'a>, options: &'a Options) -> io::Result<Self> {
        let stack = entry.stack.map(|stack| &stack.provenance);
        let missing = |what: &str, argument: &str, example: &str| {
            io::Error::other(format!(
                "AWS Security Hub needs the {what} of every finding, and that of `{}` is not known: \
                 pass {argument}, for example {argument} {example}",
                clipped(entry.file(), 200)
            ))
        };
        let of_stack = |id: fn(&Provenance) -> Option<&str>| stack.and_then(id);
        let id = of_stack(|stack| stack.account_id.as_deref()).or(options.account_id.as_deref());
        let region = of_stack(|stack| stack.region.as_deref()).or(options.region.as_deref());
        Ok(Account {
            id: id.ok_or_else(|| missing("account", "--account-id", "111122223333"))?,
            region: region.ok_or_else(|| missing("Region", "--region", "eu-west-1"))?,
        })
    }
}

fn finding(entry: &Entry<'_>, fingerprint: &str, account: &Account<'_>, time: &str) -> Value {
    let Account { id, region } = account;
    let partition = partition_of(region);
    let generator = entry.evaluation().map_or(entry.kind.id(), |evaluation| &evaluation.rule.identifier);
    let mut finding = json!({
        "SchemaVersion": "2018-10-08",
        "Id": format!("cfn-gate/{fingerprint}"),
        "ProductArn": format!("arn:{partition}:securityhub:{region}:{id}:product/{id}/default"),
        "GeneratorId": text(&format!("cfn-gate/{generator}"), 512),
        "AwsAccountId": id,
        "Types": ["Software and Configuration Checks/AWS Security Best Practices"],
        "CreatedAt": time,
        "UpdatedAt": time,
        "Severity": {"Label": severity(entry)},
        "Title": text(&entry.title(), 256),
        "Description": text(&description(entry), 1024),
        "Resources": [resource(entry, partition, region)],
        "Compliance": {"Status": status(entry.kind)},
        "RecordState": "ACTIVE",
        "ProductFields": {
            "cfn-gate/Version": env!("CARGO_PKG_VERSION"),
            "cfn-gate/Result": entry.kind.as_str(),
            "cfn-gate/FailsGate": (entry.level == Level::Error).to_string(),
        },
    });
    if let Some(evaluation) =
        entry.evaluation().and_then(|evaluation| evaluation.resource_evaluation.as_ref())
    {
        finding["ProductFields"]["cfn-gate/ResourceEvaluationId"] = text(&evaluation.id, 1024).into();
    }
    if let Some(rule) = entry.evaluation().and_then(|evaluation| evaluation.rule.managed) {
        finding["Remediation"] = json!({"Recommendation": {
            "Text": text(rule.fix, 512),
            "Url": rule.documentation_url(),
        }});
        if !rule.security_hub.is_empty() {
            finding["ProductFields"]["cfn-gate/SecurityHubControls"] = rule.security_hub.join(", ").into();
        }
    }
    if let Some(suppression) = entry.finding.and_then(|finding| finding.suppression.as_deref()) {
        finding["ProductFields"]["cfn-gate/Suppression"] = text(&sentence(suppression), 1024).into();
        if Why::of(suppression) == Why::Suppressed {
            finding["Workflow"] = json!({"Status": "SUPPRESSED"});
            finding["Note"] = json!({
                "Text": text(&sentence(suppression), 512),
                "UpdatedBy": "cfn-gate",
                "UpdatedAt": time,
            });
        }
    }
    finding
}

/// The resource, or the template. It has no ARN yet, so it goes by where it stands.
fn resource(entry: &Entry<'_>, partition: &str, region: &str) -> Value {
    let template = relative(entry.file());
    let name = entry.stack.map_or(&*template, |stack| stack.provenance.called(&template));
    let mut details = serde_json::Map::new();
    let mut detail = |key: &str, value: &str| {
        details.insert(key.into(), text(value, 1024).into());
    };
    detail("Template", &template);
    if let Some(place) = entry.place {
        detail("Location", &place.display());
    }
    let id = match entry.resource {
        Some((logical_id, resource_type)) => {
            detail("LogicalId", logical_id);
            detail("ResourceType", resource_type);
            if let Some(construct) = entry.stack.and_then(|stack| stack.provenance.construct(logical_id)) {
                detail("Construct", &construct.path);
            }
            format!("{name}/{logical_id}")
        }
        None => name.to_owned(),
    };
    json!({
        "Type": "Other",
        "Id": text(&id, 512),
        "Partition": partition,
        "Region": region,
        "Details": {"Other": details},
    })
}

/// What is wrong, where, and what else there is to say.
fn description(entry: &Entry<'_>) -> String {
    let mut text = clipped(entry.message_or_kind(), 500).into_owned();
    if let Some(place) = entry.place {
        text.push_str(&format!(" (at {})", place.display()));
    }
    for remark in entry.remarks() {
        text.push_str(&format!("; {remark}"));
    }
    for (place, label) in entry.related.iter().take(8) {
        text.push_str(&format!("; {label}: {}", place.display()));
    }
    text
}

const fn status(kind: Kind) -> &'static str {
    match kind {
        Kind::NonCompliant => "FAILED",
        Kind::InsufficientData => "WARNING",
        Kind::TemplateError
        | Kind::TemplateWarning
        | Kind::PartlyKnown
        | Kind::NotEvaluated
        | Kind::Warning => "NOT_AVAILABLE",
    }
}

fn severity(entry: &Entry<'_>) -> &'static str {
    match (entry.evaluation(), entry.kind) {
        (Some(evaluation), Kind::NonCompliant) => evaluation.rule.severity().as_str(),
        _ => "INFORMATIONAL",
    }
}

/// `text`, inert, in the length that the format takes, and never blank.
fn text(text: &str, most: usize) -> String {
    let text = clipped(text, most - 1);
    if text.trim().is_empty() { "-".into() } else { text.into_owned() }
}

/// `time` as the format takes it: `2026-11-23T20:15:00Z`.
fn timestamp(time: SystemTime) -> String {
    let (hour, minute, second) = in_utc(time).to_hms();
    format!("{}T{hour:02}:{minute:02}:{second:02}Z", Date::of(time))
}

#[cfg(test)]
mod tests {
    use super::timestamp;
    use std::time::{Duration, UNIX_EPOCH};

    #[test]
    fn times_are_written_in_utc() {
        for (seconds, written) in [
            (0, "1970-01-01T00:00:00Z"),
            (951_782_400, "2000-02-29T00:00:00Z"),
            (1_709_251_199, "2024-02-29T23:59:59Z"),
            (1_735_689_599, "2024-12-31T23:59:59Z"),
            (4_107_542_400, "2100-03-01T00:00:00Z"),
            (400_000_000_000, "9999-12-31T23:59:59Z"),
        ] {
            assert_eq!(timestamp(UNIX_EPOCH + Duration::from_secs(seconds)), written);
        }
    }
}

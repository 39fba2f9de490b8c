//! `emr-security-configuration-encryption-rest`

use crate::resolve::Content;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "EMR_SECURITY_CONFIGURATION_ENCRYPTION_REST",
    name: "emr-security-configuration-encryption-rest",
    resource_types: &["AWS::EMR::SecurityConfiguration"],
    severity: Severity::Medium,
    security_hub: &["EMR.3"],
    summary: "EMR security configurations should encrypt data at rest.",
    details: "\
A copy of the disks is worth nothing without the key. An absent `EnableAtRestEncryption`, or \
`EncryptionConfiguration`, is read as false; AWS's page names only the value false. The configuration may be \
an object or JSON text; text of which only parts are known stays open.",
    fix: "Set `EnableAtRestEncryption` in `SecurityConfiguration.EncryptionConfiguration` to true.",
    certainty: Certainty::Known,
    compliant_when: when(
        &function(is_text),
        &function(is_on_in_text),
        &property("SecurityConfiguration.EncryptionConfiguration.EnableAtRestEncryption")
            .default("false")
            .is_true(),
    ),
    compliant_example: "\
Safe:
  Type: AWS::EMR::SecurityConfiguration
  Properties:
    SecurityConfiguration:
      EncryptionConfiguration:
        EnableAtRestEncryption: true
",
    noncompliant_example: "\
Safe:
  Type: AWS::EMR::SecurityConfiguration
  Properties:
    SecurityConfiguration:
      EncryptionConfiguration:
        EnableAtRestEncryption: false
",
    ..Rule::BASE
};

/// The configuration is text, not an object.
fn is_text<'a>(subject: &Subject<'a>) -> Truth<'a> {
    subject.look("SecurityConfiguration", &mut |place| match place.value {
        Some(value) if value.as_text().is_some() => Truth::True,
        Some(value) if matches!(value.content, Content::Unknown(_) | Content::Partial(_)) => {
            place.unknown(Found::of(value), Wanted::Present)
        }
        _ => place.fails(Found::Statement("the configuration is an object".into()), Wanted::Present),
    })
}

fn is_on_in_text<'a>(subject: &Subject<'a>) -> Truth<'a> {
    super::flag::is_on(subject, "EnableAtRestEncryption")
}

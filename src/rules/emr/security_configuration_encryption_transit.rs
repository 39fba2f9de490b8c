//! `emr-security-configuration-encryption-transit`

use crate::resolve::Content;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "EMR_SECURITY_CONFIGURATION_ENCRYPTION_TRANSIT",
    name: "emr-security-configuration-encryption-transit",
    resource_types: &["AWS::EMR::SecurityConfiguration"],
    severity: Severity::Medium,
    security_hub: &["EMR.4"],
    summary: "EMR security configurations should encrypt data in transit.",
    details: "\
Nodes send each other the data that they work on. An absent `EnableInTransitEncryption`, or \
`EncryptionConfiguration`, is read as false; AWS's page names only the value false. The configuration may be \
an object or JSON text; text of which only parts are known stays open.",
    fix: "Set `EnableInTransitEncryption` in `SecurityConfiguration.EncryptionConfiguration` to true.",
    compliant_when: when(
        &function(is_text),
        &function(is_on_in_text),
        &property("SecurityConfiguration.EncryptionConfiguration.EnableInTransitEncryption")
            .default("false")
            .is_true(),
    ),
    compliant_example: "\
Safe:
  Type: AWS::EMR::SecurityConfiguration
  Properties:
    SecurityConfiguration:
      EncryptionConfiguration:
        EnableInTransitEncryption: true
",
    noncompliant_example: "\
Safe:
  Type: AWS::EMR::SecurityConfiguration
  Properties:
    SecurityConfiguration:
      EncryptionConfiguration:
        EnableInTransitEncryption: false
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
    super::flag::is_on(subject, "EnableInTransitEncryption")
}

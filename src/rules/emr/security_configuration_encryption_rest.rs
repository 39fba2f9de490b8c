//! `emr-security-configuration-encryption-rest`

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
an object or JSON text.",
    fix: "Set `EnableAtRestEncryption` in `SecurityConfiguration.EncryptionConfiguration` to true.",
    certainty: Certainty::Known,
    compliant_when: in_json(
        "SecurityConfiguration",
        &property("EncryptionConfiguration.EnableAtRestEncryption").default("false").is_true(),
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

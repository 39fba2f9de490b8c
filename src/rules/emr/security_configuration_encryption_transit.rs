//! `emr-security-configuration-encryption-transit`

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
an object or JSON text.",
    fix: "Set `EnableInTransitEncryption` in `SecurityConfiguration.EncryptionConfiguration` to true.",
    compliant_when: in_json(
        "SecurityConfiguration",
        &property("EncryptionConfiguration.EnableInTransitEncryption").default("false").is_true(),
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

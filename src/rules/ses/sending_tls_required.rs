//! `ses-sending-tls-required`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "SES_SENDING_TLS_REQUIRED",
    name: "ses-sending-tls-required",
    resource_types: &["AWS::SES::ConfigurationSet"],
    severity: Severity::Medium,
    security_hub: &["SES.3"],
    summary: "SES configuration sets should require TLS for delivery.",
    details: "\
With `OPTIONAL` SES delivers in the clear where the receiver offers no TLS. Absent means `OPTIONAL`.",
    fix: "Set `DeliveryOptions.TlsPolicy` to REQUIRE.",
    compliant_when: property("DeliveryOptions.TlsPolicy").default("OPTIONAL").equals("REQUIRE"),
    compliant_example: "\
Mail:
  Type: AWS::SES::ConfigurationSet
  Properties:
    DeliveryOptions:
      TlsPolicy: REQUIRE
",
    noncompliant_example: "\
Mail:
  Type: AWS::SES::ConfigurationSet
  Properties:
    DeliveryOptions:
      TlsPolicy: OPTIONAL
",
    ..Rule::BASE
};

//! `acm-certificate-transparent-logging-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ACM_CERTIFICATE_TRANSPARENT_LOGGING_ENABLED",
    name: "acm-certificate-transparent-logging-enabled",
    resource_types: &["AWS::CertificateManager::Certificate"],
    severity: Severity::Low,
    summary: "ACM certificates should be recorded in certificate transparency logs.",
    details: "\
Browsers distrust public certificates that are in no transparency log. Only `DISABLED` fails; absent means \
`ENABLED`. AWS doesn't say how a private certificate (with `CertificateAuthorityArn`) is judged: here like \
any other.",
    fix: "Set `CertificateTransparencyLoggingPreference` to `ENABLED`, or leave it out.",
    compliant_when: property("CertificateTransparencyLoggingPreference")
        .default("ENABLED")
        .differs_from("DISABLED"),
    compliant_example: "\
Certificate:
  Type: AWS::CertificateManager::Certificate
  Properties:
    DomainName: example.com
    ValidationMethod: DNS
",
    noncompliant_example: "\
Certificate:
  Type: AWS::CertificateManager::Certificate
  Properties:
    DomainName: example.com
    ValidationMethod: DNS
    CertificateTransparencyLoggingPreference: DISABLED
",
    ..Rule::BASE
};

//! `acm-certificate-rsa-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ACM_CERTIFICATE_RSA_CHECK",
    name: "acm-certificate-rsa-check",
    resource_types: &["AWS::CertificateManager::Certificate"],
    severity: Severity::High,
    security_hub: &["ACM.2"],
    summary: "RSA certificates in ACM should have keys of at least 2048 bits.",
    details: "\
Shorter RSA keys can be broken. An absent `KeyAlgorithm` means `RSA_2048`. ACM issues no shorter keys, it \
only imports them, so what can be deployed practically always complies.

Certificates with elliptic curves are not applicable: AWS Config may call them compliant instead.",
    fix: "Set `KeyAlgorithm` to `RSA_2048` or longer, or leave it out.",
    applies_when: property("KeyAlgorithm")
        .default("RSA_2048")
        .starts_with(&["RSA"])
        .explained("the certificate's key is no RSA key"),
    compliant_when: property("KeyAlgorithm").default("RSA_2048").is_none_of(&["RSA_1024"]),
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
    KeyAlgorithm: RSA_1024
",
    ..Rule::BASE
};

//! `rds-proxy-tls-encryption`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "RDS_PROXY_TLS_ENCRYPTION",
    name: "rds-proxy-tls-encryption",
    resource_types: &["AWS::RDS::DBProxy"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    security_hub: &["RDS.43"],
    summary: "RDS proxies should accept only connections with TLS.",
    details: "\
Without TLS, queries and passwords can be read on the way to the proxy. An absent `RequireTLS` means false.",
    fix: "Set `RequireTLS` to true.",
    certainty: Certainty::Known,
    compliant_when: property("RequireTLS").default("false").is_true(),
    compliant_example: "\
Proxy:
  Type: AWS::RDS::DBProxy
  Properties:
    RequireTLS: true
",
    noncompliant_example: "\
Proxy:
  Type: AWS::RDS::DBProxy
  Properties:
    RequireTLS: false
",
    ..Rule::BASE
};

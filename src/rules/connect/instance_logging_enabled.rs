//! `connect-instance-logging-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "CONNECT_INSTANCE_LOGGING_ENABLED",
    name: "connect-instance-logging-enabled",
    resource_types: &["AWS::Connect::Instance"],
    severity: Severity::Medium,
    security_hub: &["Connect.2"],
    summary: "Connect instances should write flow logs to CloudWatch.",
    details: "\
Without flow logs nobody can say why a caller ended up where they did. Absent means false.",
    fix: "Set `Attributes.ContactflowLogs` to true.",
    compliant_when: property("Attributes.ContactflowLogs").default("false").is_true(),
    compliant_example: "\
Centre:
  Type: AWS::Connect::Instance
  Properties:
    IdentityManagementType: CONNECT_MANAGED
    Attributes:
      ContactflowLogs: true
",
    noncompliant_example: "\
Centre:
  Type: AWS::Connect::Instance
  Properties:
    IdentityManagementType: CONNECT_MANAGED
    Attributes:
      ContactflowLogs: false
",
    ..Rule::BASE
};

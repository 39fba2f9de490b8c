//! `transfer-connector-logging-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "TRANSFER_CONNECTOR_LOGGING_ENABLED",
    name: "transfer-connector-logging-enabled",
    resource_types: &["AWS::Transfer::Connector"],
    severity: Severity::Medium,
    security_hub: &["Transfer.3"],
    summary: "Transfer Family connectors should log to CloudWatch.",
    details: "\
Without a log nobody can say afterwards which files went to a partner, and which didn't. An absent \
`LoggingRole` means that nothing goes to CloudWatch Logs.",
    fix: "Set `LoggingRole` to the ARN of a role that may write to CloudWatch Logs.",
    certainty: Certainty::Known,
    compliant_when: property("LoggingRole").is_present(),
    compliant_example: "\
Partner:
  Type: AWS::Transfer::Connector
  Properties:
    Url: sftp://partner.example.com
    AccessRole: arn:aws:iam::111122223333:role/sftp
    LoggingRole: arn:aws:iam::111122223333:role/logs
",
    noncompliant_example: "\
Partner:
  Type: AWS::Transfer::Connector
  Properties:
    Url: sftp://partner.example.com
    AccessRole: arn:aws:iam::111122223333:role/sftp
",
    ..Rule::BASE
};

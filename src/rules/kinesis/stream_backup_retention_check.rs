//! `kinesis-stream-backup-retention-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "KINESIS_STREAM_BACKUP_RETENTION_CHECK",
    name: "kinesis-stream-backup-retention-check",
    resource_types: &["AWS::Kinesis::Stream"],
    severity: Severity::Medium,
    security_hub: &["Kinesis.3"],
    parameters: &[Parameter {
        name: "minimumBackupRetentionPeriod",
        parameter_type: ParameterType::String,
        required: false,
        default: Some("168"),
        description: "least retention in hours, 24 to 8760",
    }],
    summary: "Kinesis streams should keep records long enough.",
    details: "\
Records that are gone before a consumer is mended are lost. `RetentionPeriodHours` has to be at least the \
parameter's, 168 hours (a week) by default. Absent means 24.",
    fix: "Set `RetentionPeriodHours` to 168 or more.",
    compliant_when: property("RetentionPeriodHours")
        .default("24")
        .at_least_parameter("minimumBackupRetentionPeriod"),
    compliant_example: "\
Clicks:
  Type: AWS::Kinesis::Stream
  Properties:
    ShardCount: 1
    RetentionPeriodHours: 168
",
    noncompliant_example: "\
Clicks:
  Type: AWS::Kinesis::Stream
  Properties:
    ShardCount: 1
",
    ..Rule::BASE
};

//! `athena-workgroup-logging-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ATHENA_WORKGROUP_LOGGING_ENABLED",
    name: "athena-workgroup-logging-enabled",
    resource_types: &["AWS::Athena::WorkGroup"],
    severity: Severity::Medium,
    security_hub: &["Athena.4"],
    summary: "Athena workgroups should publish metrics of their queries.",
    details: "\
Metrics show which queries fail and what they cost. Despite its name the rule looks at metrics, not at logs. \
AWS doesn't say what an absent `PublishCloudWatchMetricsEnabled` means in CloudFormation: it stays open.",
    fix: "Set `WorkGroupConfiguration.PublishCloudWatchMetricsEnabled` to true.",
    certainty: Certainty::Known,
    compliant_when: property("WorkGroupConfiguration.PublishCloudWatchMetricsEnabled")
        .unknown_when_absent(
            "PublishCloudWatchMetricsEnabled is not set, and AWS doesn't say what that means",
        )
        .is_true(),
    compliant_example: "\
Queries:
  Type: AWS::Athena::WorkGroup
  Properties:
    Name: queries
    WorkGroupConfiguration:
      PublishCloudWatchMetricsEnabled: true
",
    noncompliant_example: "\
Queries:
  Type: AWS::Athena::WorkGroup
  Properties:
    Name: queries
    WorkGroupConfiguration:
      PublishCloudWatchMetricsEnabled: false
",
    ..Rule::BASE
};

//! `opensearch-audit-logging-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "OPENSEARCH_AUDIT_LOGGING_ENABLED",
    name: "opensearch-audit-logging-enabled",
    resource_types: &["AWS::OpenSearchService::Domain"],
    severity: Severity::Medium,
    security_hub: &["Opensearch.5"],
    parameters: &[Parameter {
        name: "cloudWatchLogsLogGroupArnList",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "ARNs of the log groups of which one has to receive the logs",
    }],
    summary: "OpenSearch domains should publish audit logs to CloudWatch Logs.",
    details: "\
Audit logs say who read and changed what. `LogPublishingOptions.AUDIT_LOGS` has to be enabled and name a log \
group; an absent `Enabled` means off. Audit logs need fine-grained access control, at which the rule doesn't \
look. With the parameter the log group has to be one of its list, with or without the `:*` at the end of its \
ARN; a group that the template makes stays open.",
    fix: "Give `LogPublishingOptions` an entry `AUDIT_LOGS` with `Enabled` true and the ARN of a log \
group.",
    compliant_when: all_of(&[
        property("LogPublishingOptions.AUDIT_LOGS.Enabled").default("false").is_true(),
        GROUP.is_present(),
        when_parameter(
            "cloudWatchLogsLogGroupArnList",
            &GROUP.is_named_by_parameter("cloudWatchLogsLogGroupArnList"),
        ),
    ]),
    compliant_example: "\
Search:
  Type: AWS::OpenSearchService::Domain
  Properties:
    LogPublishingOptions:
      AUDIT_LOGS:
        Enabled: true
        CloudWatchLogsLogGroupArn: arn:aws:logs:eu-west-1:111122223333:log-group:audit
",
    noncompliant_example: "\
Search:
  Type: AWS::OpenSearchService::Domain
  Properties:
    EngineVersion: OpenSearch_2.17
",
    ..Rule::BASE
};

const GROUP: Property = property("LogPublishingOptions.AUDIT_LOGS.CloudWatchLogsLogGroupArn");

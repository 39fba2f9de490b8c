//! `opensearch-logs-to-cloudwatch`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "OPENSEARCH_LOGS_TO_CLOUDWATCH",
    name: "opensearch-logs-to-cloudwatch",
    resource_types: &["AWS::OpenSearchService::Domain"],
    severity: Severity::Medium,
    security_hub: &["Opensearch.4"],
    parameters: &[Parameter {
        name: "logTypes",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "logs that have to be on: any of `search`, `index`, `error`; Security Hub passes `error`",
    }],
    summary: "OpenSearch domains should publish their logs to CloudWatch Logs.",
    details: "\
Without its logs nobody can say afterwards what a domain was asked and why it failed. Without the parameter \
one of the three logs has to be on; with it, each log of the list: `error` is `ES_APPLICATION_LOGS`, \
`search` is `SEARCH_SLOW_LOGS`, `index` is `INDEX_SLOW_LOGS`. An absent `Enabled` counts as off.

AWS doesn't say whether one log is enough without the parameter, nor whether `AUDIT_LOGS` alone will do. \
Here one is, and `AUDIT_LOGS` is not, as in AWS's rule for CloudFormation Guard on Elasticsearch domains.",
    fix: "Give `LogPublishingOptions` an entry `ES_APPLICATION_LOGS` with `Enabled` true and the ARN of a \
log group.",
    certainty: Certainty::Known,
    compliant_when: all_of(&[
        any_of(&[ERROR, SEARCH, INDEX]).explained("no log is published to CloudWatch Logs"),
        when(&parameter_contains("logTypes", "error"), &ERROR, &Check::ALWAYS),
        when(&parameter_contains("logTypes", "search"), &SEARCH, &Check::ALWAYS),
        when(&parameter_contains("logTypes", "index"), &INDEX, &Check::ALWAYS),
    ]),
    compliant_example: "\
Search:
  Type: AWS::OpenSearchService::Domain
  Properties:
    LogPublishingOptions:
      ES_APPLICATION_LOGS:
        Enabled: true
        CloudWatchLogsLogGroupArn: arn:aws:logs:eu-west-1:111122223333:log-group:search
",
    noncompliant_example: "\
Search:
  Type: AWS::OpenSearchService::Domain
  Properties:
    EngineVersion: OpenSearch_2.17
",
    ..Rule::BASE
};

const ERROR: Check = property("LogPublishingOptions.ES_APPLICATION_LOGS.Enabled").default("false").is_true();
const SEARCH: Check = property("LogPublishingOptions.SEARCH_SLOW_LOGS.Enabled").default("false").is_true();
const INDEX: Check = property("LogPublishingOptions.INDEX_SLOW_LOGS.Enabled").default("false").is_true();

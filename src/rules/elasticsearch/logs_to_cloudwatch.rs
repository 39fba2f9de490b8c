//! `elasticsearch-logs-to-cloudwatch`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ELASTICSEARCH_LOGS_TO_CLOUDWATCH",
    name: "elasticsearch-logs-to-cloudwatch",
    resource_types: &["AWS::Elasticsearch::Domain"],
    proactive: true,
    severity: Severity::Medium,
    security_hub: &["ES.4"],
    parameters: &[Parameter {
        name: "logTypes",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "logs that have to be on: any of `search`, `index`, `error`; Security Hub passes `error`",
    }],
    summary: "Elasticsearch domains should publish their logs to CloudWatch Logs.",
    details: "\
Without its logs nobody can say afterwards what a domain was asked and why it failed. Without the parameter one \
of the three logs has to be on; with it, each log of the list: `error` is `ES_APPLICATION_LOGS`, `search` is \
`SEARCH_SLOW_LOGS`, `index` is `INDEX_SLOW_LOGS`. An absent `Enabled` counts as off.

AWS doesn't say whether `AUDIT_LOGS` alone will do. Here it will not, as in the rule that AWS publishes for \
CloudFormation Guard. Domains of type `AWS::OpenSearchService::Domain` have rules of their own.",
    fix: "Give `LogPublishingOptions` an entry `ES_APPLICATION_LOGS` with `Enabled` true and the ARN of a log group.",
    compliant_when: all_of(&[
        any_of(&[ERROR, SEARCH, INDEX]).explained("no log is published to CloudWatch Logs"),
        when(&parameter_contains("logTypes", "error"), &ERROR, &Check::ALWAYS),
        when(&parameter_contains("logTypes", "search"), &SEARCH, &Check::ALWAYS),
        when(&parameter_contains("logTypes", "index"), &INDEX, &Check::ALWAYS),
    ]),
    compliant_example: "\
Search:
  Type: AWS::Elasticsearch::Domain
  Properties:
    LogPublishingOptions:
      ES_APPLICATION_LOGS:
        Enabled: true
        CloudWatchLogsLogGroupArn: arn:aws:logs:eu-west-1:111122223333:log-group:search
",
    noncompliant_example: "\
Search:
  Type: AWS::Elasticsearch::Domain
  Properties:
    ElasticsearchVersion: '7.10'
",
    ..Rule::BASE
};

const ERROR: Check = property("LogPublishingOptions.ES_APPLICATION_LOGS.Enabled").default("false").is_true();
const SEARCH: Check = property("LogPublishingOptions.SEARCH_SLOW_LOGS.Enabled").default("false").is_true();
const INDEX: Check = property("LogPublishingOptions.INDEX_SLOW_LOGS.Enabled").default("false").is_true();

//! `redshift-serverless-publish-logs-to-cloudwatch`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "REDSHIFT_SERVERLESS_PUBLISH_LOGS_TO_CLOUDWATCH",
    name: "redshift-serverless-publish-logs-to-cloudwatch",
    resource_types: &["AWS::RedshiftServerless::Namespace"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    security_hub: &["RedshiftServerless.6"],
    parameters: &[Parameter {
        name: "logType",
        parameter_type: ParameterType::Csv,
        required: false,
        default: Some("connectionlog,userlog"),
        description: "logs that have to be exported: any of `connectionlog`, `userlog`",
    }],
    summary: "Redshift Serverless namespaces should publish their logs to CloudWatch Logs.",
    details: "\
The logs say who connected and whose rights changed. Every log of `logType` has to be in `LogExports`; \
absent exports nothing. `useractivitylog` doesn't stand in for the others.",
    fix: "Set `LogExports` to `connectionlog` and `userlog`.",
    compliant_when: property("LogExports").contains_all_of_parameter("logType"),
    compliant_example: "\
Namespace:
  Type: AWS::RedshiftServerless::Namespace
  Properties:
    NamespaceName: sales
    LogExports:
      - connectionlog
      - userlog
",
    noncompliant_example: "\
Namespace:
  Type: AWS::RedshiftServerless::Namespace
  Properties:
    NamespaceName: sales
    LogExports:
      - useractivitylog
",
    ..Rule::BASE
};

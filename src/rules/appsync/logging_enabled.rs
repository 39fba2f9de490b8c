//! `appsync-logging-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "APPSYNC_LOGGING_ENABLED",
    name: "appsync-logging-enabled",
    resource_types: &["AWS::AppSync::GraphQLApi"],
    severity: Severity::Medium,
    security_hub: &["AppSync.2"],
    parameters: &[Parameter {
        name: "fieldLoggingLevel",
        parameter_type: ParameterType::Csv,
        required: false,
        default: Some("ERROR,ALL"),
        description: "levels that are allowed",
    }],
    summary: "AppSync APIs should have field-level logging enabled.",
    details: "\
Without logs of the fields nobody can tell which resolver failed. `LogConfig.FieldLogLevel` has to be ERROR \
or ALL, or one of the parameter's; absent it means NONE. The newer levels INFO and DEBUG fail by AWS's \
wording unless the parameter lists them.",
    fix: "Set `LogConfig.FieldLogLevel` to ERROR or ALL, with a role in `CloudWatchLogsRoleArn`.",
    remediation_document: Some("AWS-EnableAppSyncGraphQLApiLogging"),
    compliant_when: property("LogConfig.FieldLogLevel")
        .default("NONE")
        .is_one_of_parameter("fieldLoggingLevel"),
    compliant_example: "\
Api:
  Type: AWS::AppSync::GraphQLApi
  Properties:
    Name: web
    AuthenticationType: AWS_IAM
    LogConfig:
      FieldLogLevel: ERROR
      CloudWatchLogsRoleArn: arn:aws:iam::111122223333:role/logs
",
    noncompliant_example: "\
Api:
  Type: AWS::AppSync::GraphQLApi
  Properties:
    Name: web
    AuthenticationType: AWS_IAM
",
    ..Rule::BASE
};

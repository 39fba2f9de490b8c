//! `lambda-function-log-format-json`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "LAMBDA_FUNCTION_LOG_FORMAT_JSON",
    name: "lambda-function-log-format-json",
    resource_types: &["AWS::Lambda::Function"],
    severity: Severity::Low,
    summary: "Lambda functions should log in JSON.",
    details: "\
Logs in JSON can be searched by field, and only they can be filtered by level. An absent \
`LoggingConfig.LogFormat` means `Text`.",
    fix: "Set `LoggingConfig.LogFormat` to `JSON`.",
    certainty: Certainty::Known,
    compliant_when: property("LoggingConfig.LogFormat").default("Text").equals("JSON"),
    compliant_example: "\
Worker:
  Type: AWS::Lambda::Function
  Properties:
    Role: arn:aws:iam::111122223333:role/worker
    Code:
      ImageUri: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/worker:1
    LoggingConfig:
      LogFormat: JSON
",
    noncompliant_example: "\
Worker:
  Type: AWS::Lambda::Function
  Properties:
    Role: arn:aws:iam::111122223333:role/worker
    Code:
      ImageUri: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/worker:1
",
    ..Rule::BASE
};

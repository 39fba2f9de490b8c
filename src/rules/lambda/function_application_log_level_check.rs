//! `lambda-function-application-log-level-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "LAMBDA_FUNCTION_APPLICATION_LOG_LEVEL_CHECK",
    name: "lambda-function-application-log-level-check",
    resource_types: &["AWS::Lambda::Function"],
    severity: Severity::Low,
    parameters: &[Parameter {
        name: "logLevel",
        parameter_type: ParameterType::String,
        required: true,
        default: None,
        description: "the wanted application log level: one of TRACE, DEBUG, INFO, WARN, ERROR, FATAL",
    }],
    summary: "Lambda functions should use the required application log level.",
    details: "\
Too few logs explain no failure, too many cost money and may hold what nobody should read. \
`LoggingConfig.ApplicationLogLevel` has to be the parameter's; absent means `INFO`. AWS's page calls the \
parameter a minimum and then says that any other value fails: here it is the latter.

Levels work only for logs in JSON: functions whose `LogFormat` is `Text`, the default, are not applicable.",
    fix: "Set `LoggingConfig.ApplicationLogLevel` to the level of the rule's parameter.",
    applies_when: property("LoggingConfig.LogFormat")
        .default("Text")
        .equals("JSON")
        .explained("the function does not log in JSON"),
    compliant_when: property("LoggingConfig.ApplicationLogLevel")
        .default("INFO")
        .equals_parameter("logLevel"),
    compliant_example: "\
Worker:
  Type: AWS::Lambda::Function
  Properties:
    Role: arn:aws:iam::111122223333:role/worker
    Code:
      ImageUri: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/worker:1
    LoggingConfig:
      LogFormat: JSON
      ApplicationLogLevel: WARN
",
    noncompliant_example: "\
Worker:
  Type: AWS::Lambda::Function
  Properties:
    Role: arn:aws:iam::111122223333:role/worker
    Code:
      ImageUri: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/worker:1
    LoggingConfig:
      LogFormat: JSON
      ApplicationLogLevel: DEBUG
",
    example_parameters: &[("logLevel", "WARN")],
    ..Rule::BASE
};

//! `step-functions-state-machine-logging-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "STEP_FUNCTIONS_STATE_MACHINE_LOGGING_ENABLED",
    name: "step-functions-state-machine-logging-enabled",
    resource_types: &["AWS::StepFunctions::StateMachine"],
    severity: Severity::Medium,
    security_hub: &["StepFunctions.1"],
    parameters: &[
        Parameter {
            name: "logLevel",
            parameter_type: ParameterType::String,
            required: false,
            default: None,
            description: "least log level: ALL, ERROR or FATAL",
        },
        Parameter {
            name: "cloudWatchLogGroupArns",
            parameter_type: ParameterType::Csv,
            required: false,
            default: None,
            description: "log group ARNs that must be used",
        },
    ],
    summary: "Step Functions state machines should have logging on.",
    details: "\
Without logs nobody can say afterwards where an execution failed. `LoggingConfiguration.Level` may not be \
`OFF`, the default, and has to be at least as wide as the parameter `logLevel`: `ALL` before `ERROR` \
before `FATAL`. With `cloudWatchLogGroupArns`, one destination has to be in the list, with or without `:*` \
at its end.",
    fix: "Set `LoggingConfiguration.Level` to `ALL` or `ERROR`, and `Destinations` to a log group.",
    remediation_document: Some("AWS-EnableStepFunctionsStateMachineLogging"),
    compliant_when: all_of(&[
        LEVEL.is_one_of(&["ALL", "ERROR", "FATAL"]),
        when(&parameter_contains("logLevel", "ALL"), &LEVEL.equals("ALL"), &Check::ALWAYS),
        when(&parameter_contains("logLevel", "ERROR"), &LEVEL.is_one_of(&["ALL", "ERROR"]), &Check::ALWAYS),
        when_parameter(
            "cloudWatchLogGroupArns",
            &some_item(
                "LoggingConfiguration.Destinations",
                &property("CloudWatchLogsLogGroup.LogGroupArn")
                    .is_named_by_parameter("cloudWatchLogGroupArns"),
            ),
        ),
    ]),
    compliant_example: "\
Orders:
  Type: AWS::StepFunctions::StateMachine
  Properties:
    RoleArn: arn:aws:iam::111122223333:role/orders
    DefinitionS3Location:
      Bucket: definitions-111122223333
      Key: orders.json
    LoggingConfiguration:
      Level: ERROR
      Destinations:
        - CloudWatchLogsLogGroup:
            LogGroupArn: arn:aws:logs:eu-west-1:111122223333:log-group:orders:*
",
    noncompliant_example: "\
Orders:
  Type: AWS::StepFunctions::StateMachine
  Properties:
    RoleArn: arn:aws:iam::111122223333:role/orders
    DefinitionS3Location:
      Bucket: definitions-111122223333
      Key: orders.json
",
    ..Rule::BASE
};

const LEVEL: Property = property("LoggingConfiguration.Level").default("OFF");

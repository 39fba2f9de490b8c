//! `datasync-task-logging-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "DATASYNC_TASK_LOGGING_ENABLED",
    name: "datasync-task-logging-enabled",
    resource_types: &["AWS::DataSync::Task"],
    severity: Severity::Medium,
    security_hub: &["DataSync.1"],
    parameters: &[Parameter {
        name: "logLevel",
        parameter_type: ParameterType::String,
        required: false,
        default: None,
        description: "level that is wanted, BASIC or TRANSFER",
    }],
    summary: "DataSync tasks should log to CloudWatch.",
    details: "\
Without a log nobody can say which files were not copied. `CloudWatchLogGroupArn` has to be there, and \
`Options.LogLevel` has to be `BASIC` or `TRANSFER`, or, with the parameter, exactly what it says. An absent \
`LogLevel` means `OFF`.

That the log group has to be there, and what an absent level means, is our reading. AWS's page says that \
`BASIC` applies without the parameter; here `TRANSFER`, which logs more, is compliant as well.",
    fix: "Set `CloudWatchLogGroupArn`, and `Options.LogLevel` to BASIC or TRANSFER.",
    certainty: Certainty::Known,
    compliant_when: all_of(&[
        property("CloudWatchLogGroupArn").is_present(),
        when(
            &parameter_is_given("logLevel"),
            &LEVEL.equals_parameter("logLevel"),
            &LEVEL.is_one_of(&["BASIC", "TRANSFER"]),
        ),
    ]),
    compliant_example: "\
Copy:
  Type: AWS::DataSync::Task
  Properties:
    SourceLocationArn: arn:aws:datasync:eu-west-1:111122223333:location/loc-0123456789abcdef0
    DestinationLocationArn: arn:aws:datasync:eu-west-1:111122223333:location/loc-0fedcba9876543210
    CloudWatchLogGroupArn: arn:aws:logs:eu-west-1:111122223333:log-group:datasync
    Options:
      LogLevel: BASIC
",
    noncompliant_example: "\
Copy:
  Type: AWS::DataSync::Task
  Properties:
    SourceLocationArn: arn:aws:datasync:eu-west-1:111122223333:location/loc-0123456789abcdef0
    DestinationLocationArn: arn:aws:datasync:eu-west-1:111122223333:location/loc-0fedcba9876543210
    CloudWatchLogGroupArn: arn:aws:logs:eu-west-1:111122223333:log-group:datasync
    Options:
      LogLevel: 'OFF'
",
    ..Rule::BASE
};

const LEVEL: Property = property("Options.LogLevel").default("OFF");

//! `cw-loggroup-retention-period-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "CW_LOGGROUP_RETENTION_PERIOD_CHECK",
    name: "cw-loggroup-retention-period-check",
    resource_types: &["AWS::Logs::LogGroup"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    security_hub: &["CloudWatch.16"],
    parameters: &[
        Parameter {
            name: "LogGroupNames",
            parameter_type: ParameterType::Csv,
            required: false,
            default: None,
            description: "names of the log groups to check; all when absent",
        },
        Parameter {
            name: "MinRetentionTime",
            parameter_type: ParameterType::Int,
            required: false,
            default: Some("365"),
            description: "least retention in days",
        },
    ],
    summary: "CloudWatch log groups should keep logs for the required time.",
    details: "\
An attack is often found months later, when the logs of it are gone. `RetentionInDays` has to be at least \
the parameter's; absent means that logs are kept for ever, which complies. AWS's rule for CloudFormation \
Guard wants it written out.

With `LogGroupNames`, other log groups are not applicable; a name that AWS makes up is none of them.",
    fix: "Set `RetentionInDays` to 365 or more, or leave it out.",
    applies_when: when_parameter(
        "LogGroupNames",
        &property("LogGroupName").is_one_of_parameter("LogGroupNames"),
    ),
    compliant_when: any_of(&[
        property("RetentionInDays").at_least_parameter("MinRetentionTime"),
        property("RetentionInDays").is_absent(),
    ]),
    compliant_example: "\
Logs:
  Type: AWS::Logs::LogGroup
  Properties:
    LogGroupName: worker
    RetentionInDays: 365
",
    noncompliant_example: "\
Logs:
  Type: AWS::Logs::LogGroup
  Properties:
    LogGroupName: worker
    RetentionInDays: 30
",
    ..Rule::BASE
};

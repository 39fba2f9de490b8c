//! `lambda-concurrency-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "LAMBDA_CONCURRENCY_CHECK",
    name: "lambda-concurrency-check",
    resource_types: &["AWS::Lambda::Function"],
    severity: Severity::Low,
    parameters: &[
        Parameter {
            name: "ConcurrencyLimitLow",
            parameter_type: ParameterType::String,
            required: false,
            default: None,
            description: "least acceptable limit",
        },
        Parameter {
            name: "ConcurrencyLimitHigh",
            parameter_type: ParameterType::String,
            required: false,
            default: None,
            description: "largest acceptable limit",
        },
    ],
    summary: "Lambda functions should have reserved concurrency.",
    details: "\
A function without a limit of its own can use up what all functions of the account share. \
`ReservedConcurrentExecutions` has to be set (0 is a limit too) and to lie between the parameters that are \
given; that both bounds are included is our reading. Provisioned concurrency doesn't count.",
    fix: "Set `ReservedConcurrentExecutions`.",
    compliant_when: all_of(&[
        property("ReservedConcurrentExecutions").is_present(),
        when_parameter(
            "ConcurrencyLimitLow",
            &property("ReservedConcurrentExecutions").at_least_parameter("ConcurrencyLimitLow"),
        ),
        when_parameter(
            "ConcurrencyLimitHigh",
            &property("ReservedConcurrentExecutions").at_most_parameter("ConcurrencyLimitHigh"),
        ),
    ]),
    compliant_example: "\
Worker:
  Type: AWS::Lambda::Function
  Properties:
    Role: arn:aws:iam::111122223333:role/worker
    Code:
      ImageUri: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/worker:1
    ReservedConcurrentExecutions: 100
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

//! `lambda-dlq-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "LAMBDA_DLQ_CHECK",
    name: "lambda-dlq-check",
    resource_types: &["AWS::Lambda::Function"],
    severity: Severity::Medium,
    parameters: &[Parameter {
        name: "dlqArns",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "ARNs of the queues and topics that are allowed",
    }],
    summary: "Lambda functions should have a dead-letter queue.",
    details: "\
An event that a function fails to process is gone, unless it goes to a queue or topic. \
`DeadLetterConfig.TargetArn` has to be set, and be in the parameter's list if it is given. A destination \
for failures in an `AWS::Lambda::EventInvokeConfig` doesn't count. A queue that the template makes can't \
be compared with ARNs before deployment, unless the template names it otherwise.",
    fix: "Set `DeadLetterConfig.TargetArn` to the ARN of an SQS queue or SNS topic.",
    compliant_when: all_of(&[
        property("DeadLetterConfig.TargetArn").is_present(),
        when_parameter("dlqArns", &property("DeadLetterConfig.TargetArn").is_named_by_parameter("dlqArns")),
    ]),
    compliant_example: "\
Worker:
  Type: AWS::Lambda::Function
  Properties:
    Role: arn:aws:iam::111122223333:role/worker
    Code:
      ImageUri: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/worker:1
    DeadLetterConfig:
      TargetArn: arn:aws:sqs:eu-west-1:111122223333:failed
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

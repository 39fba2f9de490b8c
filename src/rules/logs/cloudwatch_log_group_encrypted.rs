//! `cloudwatch-log-group-encrypted`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "CLOUDWATCH_LOG_GROUP_ENCRYPTED",
    name: "cloudwatch-log-group-encrypted",
    resource_types: &["AWS::Logs::LogGroup"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    parameters: &[Parameter {
        name: "KmsKeyId",
        parameter_type: ParameterType::String,
        required: false,
        default: None,
        description: "ARN of the one key that log groups must use",
    }],
    summary: "CloudWatch log groups should be encrypted with a KMS key.",
    details: "\
With a KMS key of your own you decide who may read the logs. `KmsKeyId` has to be set, and be the \
parameter's key if it is given; absent means the service's own encryption. The ARN of a key that the \
template makes can't be compared before deployment.",
    fix: "Set `KmsKeyId` to the ARN of a KMS key whose policy lets CloudWatch Logs use it.",
    compliant_when: all_of(&[
        property("KmsKeyId").is_present(),
        when_parameter("KmsKeyId", &property("KmsKeyId").is_named_by_parameter("KmsKeyId")),
    ]),
    compliant_example: "\
Logs:
  Type: AWS::Logs::LogGroup
  Properties:
    LogGroupName: worker
    KmsKeyId: arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab
",
    noncompliant_example: "\
Logs:
  Type: AWS::Logs::LogGroup
  Properties:
    LogGroupName: worker
",
    ..Rule::BASE
};

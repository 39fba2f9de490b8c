//! `event-data-store-cmk-encryption-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "EVENT_DATA_STORE_CMK_ENCRYPTION_ENABLED",
    name: "event-data-store-cmk-encryption-enabled",
    resource_types: &["AWS::CloudTrail::EventDataStore"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    security_hub: &["CloudTrail.10"],
    parameters: &[Parameter {
        name: "kmsKeyArns",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "ARNs of the accepted KMS keys",
    }],
    summary: "CloudTrail Lake event data stores should use a customer managed KMS key.",
    details: "\
With a KMS key of your own you decide who may read the events. `KmsKeyId` has to be set; absent means a \
key that the service owns. With the parameter, a key that the template makes, and an alias, leave the \
verdict open.",
    fix: "Set `KmsKeyId` to a KMS key.",
    certainty: Certainty::Known,
    compliant_when: all_of(&[
        property("KmsKeyId").is_present(),
        when_parameter("kmsKeyArns", &property("KmsKeyId").is_named_by_parameter("kmsKeyArns")),
    ]),
    compliant_example: "\
Events:
  Type: AWS::CloudTrail::EventDataStore
  Properties:
    Name: events
    KmsKeyId: alias/events
",
    noncompliant_example: "\
Events:
  Type: AWS::CloudTrail::EventDataStore
  Properties:
    Name: events
",
    ..Rule::BASE
};

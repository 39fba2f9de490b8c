//! `kinesis-firehose-delivery-stream-encrypted`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "KINESIS_FIREHOSE_DELIVERY_STREAM_ENCRYPTED",
    name: "kinesis-firehose-delivery-stream-encrypted",
    resource_types: &["AWS::KinesisFirehose::DeliveryStream"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    security_hub: &["DataFirehose.1"],
    parameters: &[Parameter {
        name: "kmsKeyArns",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "ARNs of the accepted KMS keys",
    }],
    summary: "Firehose delivery streams should be encrypted at rest.",
    details: "\
Records wait in the stream until they are delivered. `DeliveryStreamEncryptionConfigurationInput` has to \
be there, with a key of AWS's or your own; with the parameter, its `KeyARN` has to be in the list, which a \
key of AWS's never is. Absent means no encryption.

Only streams that producers write to directly (`DirectPut`, the default) can be encrypted like this. AWS \
doesn't say how the others are judged: without the setting the verdict stays open.",
    fix: "Set `DeliveryStreamEncryptionConfigurationInput` with `KeyType`.",
    compliant_when: all_of(&[
        when(
            &property("DeliveryStreamType").default("DirectPut").equals("DirectPut"),
            &property("DeliveryStreamEncryptionConfigurationInput").is_present(),
            &when(
                &property("DeliveryStreamEncryptionConfigurationInput").is_present(),
                &Check::ALWAYS,
                &undecided("AWS doesn't say how a stream with another source than DirectPut is judged"),
            ),
        ),
        when_parameter(
            "kmsKeyArns",
            &property("DeliveryStreamEncryptionConfigurationInput.KeyARN")
                .is_named_by_parameter("kmsKeyArns"),
        ),
    ]),
    compliant_example: "\
Clicks:
  Type: AWS::KinesisFirehose::DeliveryStream
  Properties:
    DeliveryStreamName: clicks
    DeliveryStreamEncryptionConfigurationInput:
      KeyType: AWS_OWNED_CMK
",
    noncompliant_example: "\
Clicks:
  Type: AWS::KinesisFirehose::DeliveryStream
  Properties:
    DeliveryStreamName: clicks
",
    ..Rule::BASE
};

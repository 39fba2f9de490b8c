//! `kinesis-stream-encrypted`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "KINESIS_STREAM_ENCRYPTED",
    name: "kinesis-stream-encrypted",
    resource_types: &["AWS::Kinesis::Stream"],
    severity: Severity::Medium,
    security_hub: &["Kinesis.1"],
    summary: "Kinesis streams should be encrypted at rest.",
    details: "\
Records may hold what nobody else should read. `StreamEncryption` has to be there; `KMS` is its only type, \
and any key will do. Absent means no encryption.",
    fix: "Set `StreamEncryption` with `EncryptionType` `KMS` and `KeyId`.",
    compliant_when: property("StreamEncryption").is_present(),
    compliant_example: "\
Clicks:
  Type: AWS::Kinesis::Stream
  Properties:
    ShardCount: 1
    StreamEncryption:
      EncryptionType: KMS
      KeyId: alias/aws/kinesis
",
    noncompliant_example: "\
Clicks:
  Type: AWS::Kinesis::Stream
  Properties:
    ShardCount: 1
",
    ..Rule::BASE
};

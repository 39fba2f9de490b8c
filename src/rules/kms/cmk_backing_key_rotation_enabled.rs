//! `cmk-backing-key-rotation-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "CMK_BACKING_KEY_ROTATION_ENABLED",
    name: "cmk-backing-key-rotation-enabled",
    resource_types: &["AWS::KMS::Key"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    security_hub: &["KMS.4"],
    summary: "Customer managed KMS keys should rotate by themselves.",
    details: "\
A key that is renewed every year protects less data, should it ever leak. An absent `EnableKeyRotation` \
means false.

Not applicable are keys that can't rotate by themselves: asymmetric and HMAC keys (`KeySpec`), and keys \
whose material comes from elsewhere (`Origin`). AWS doesn't say how a key that is disabled is judged: here \
like any other.",
    fix: "Set `EnableKeyRotation` to true.",
    remediation_document: Some("AWSConfigRemediation-EnableKeyRotation"),
    applies_when: all_of(&[
        property("KeySpec")
            .default("SYMMETRIC_DEFAULT")
            .equals("SYMMETRIC_DEFAULT")
            .explained("a key of this KeySpec can't rotate"),
        property("Origin")
            .is_none_of(&["EXTERNAL", "AWS_CLOUDHSM", "EXTERNAL_KEY_STORE"])
            .explained("key material of this Origin can't rotate"),
    ]),
    compliant_when: property("EnableKeyRotation").default("false").is_true(),
    compliant_example: "\
Key:
  Type: AWS::KMS::Key
  Properties:
    EnableKeyRotation: true
",
    noncompliant_example: "\
Key:
  Type: AWS::KMS::Key
",
    ..Rule::BASE
};

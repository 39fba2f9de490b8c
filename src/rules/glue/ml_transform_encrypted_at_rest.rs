//! `glue-ml-transform-encrypted-at-rest`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "GLUE_ML_TRANSFORM_ENCRYPTED_AT_REST",
    name: "glue-ml-transform-encrypted-at-rest",
    resource_types: &["AWS::Glue::MLTransform"],
    severity: Severity::Medium,
    security_hub: &["Glue.3"],
    summary: "Glue machine learning transforms should encrypt their data at rest.",
    details: "\
What a transform learned is made of your data. `SSE-KMS` passes; an absent `TransformEncryption` is read as \
`DISABLED`, which AWS's page doesn't say in words.",
    fix: "Set `MLUserDataEncryptionMode` in `TransformEncryption.MLUserDataEncryption` to `SSE-KMS`.",
    compliant_when: property("TransformEncryption.MLUserDataEncryption.MLUserDataEncryptionMode")
        .default("DISABLED")
        .equals("SSE-KMS"),
    compliant_example: "\
Transform:
  Type: AWS::Glue::MLTransform
  Properties:
    Role: glue
    TransformEncryption:
      MLUserDataEncryption:
        MLUserDataEncryptionMode: SSE-KMS
",
    noncompliant_example: "\
Transform:
  Type: AWS::Glue::MLTransform
  Properties:
    Role: glue
    TransformEncryption:
      MLUserDataEncryption:
        MLUserDataEncryptionMode: DISABLED
",
    ..Rule::BASE
};

//! `efs-encrypted-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "EFS_ENCRYPTED_CHECK",
    name: "efs-encrypted-check",
    resource_types: &["AWS::EFS::FileSystem"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    security_hub: &["EFS.1"],
    parameters: &[Parameter {
        name: "KmsKeyId",
        parameter_type: ParameterType::String,
        required: false,
        default: None,
        description: "ARN of the KMS key that has to be used",
    }],
    summary: "EFS file systems should encrypt their data at rest.",
    details: "\
A copy of the disks is worth nothing without the key. An absent `Encrypted` means false. With the parameter \
`KmsKeyId` the key has to be the expected one; an absent property `KmsKeyId` is the AWS managed key, which \
is another, and a key that the template makes has no ARN yet and stays open.",
    fix: "Set `Encrypted` to true; the file system has to be made anew for it.",
    compliant_when: all_of(&[
        property("Encrypted").default("false").is_true(),
        when_parameter("KmsKeyId", &property("KmsKeyId").is_named_by_parameter("KmsKeyId")),
    ]),
    compliant_example: "\
Files:
  Type: AWS::EFS::FileSystem
  Properties:
    Encrypted: true
",
    noncompliant_example: "\
Files:
  Type: AWS::EFS::FileSystem
  Properties:
    Encrypted: false
",
    ..Rule::BASE
};

//! `efs-filesystem-ct-encrypted`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "EFS_FILESYSTEM_CT_ENCRYPTED",
    name: "efs-filesystem-ct-encrypted",
    resource_types: &["AWS::EFS::FileSystem"],
    severity: Severity::Medium,
    security_hub: &["EFS.8"],
    parameters: &[Parameter {
        name: "kmsKeyArns",
        parameter_type: ParameterType::String,
        required: false,
        default: None,
        description: "ARNs of the KMS keys of which one has to be used, separated by commas",
    }],
    summary: "EFS file systems should encrypt their data at rest.",
    details: "\
A copy of the disks is worth nothing without the key. An absent `Encrypted` means false. With the parameter \
`kmsKeyArns` the key has to be the expected one; an absent property `KmsKeyId` is the AWS managed key, which \
is another, and a key that the template makes has no ARN yet and stays open.

AWS's text on `kmsKeyArns` reads as a list of keys that may not be used. Here it lists those that may, as in \
its other rules.",
    fix: "Set `Encrypted` to true; the file system has to be made anew for it.",
    compliant_when: all_of(&[
        property("Encrypted").default("false").is_true(),
        when_parameter("kmsKeyArns", &property("KmsKeyId").is_named_by_parameter("kmsKeyArns")),
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

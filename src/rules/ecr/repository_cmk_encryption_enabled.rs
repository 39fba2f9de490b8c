//! `ecr-repository-cmk-encryption-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ECR_REPOSITORY_CMK_ENCRYPTION_ENABLED",
    name: "ecr-repository-cmk-encryption-enabled",
    resource_types: &["AWS::ECR::Repository"],
    severity: Severity::Medium,
    security_hub: &["ECR.5"],
    parameters: &[Parameter {
        name: "kmsKeyArns",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "ARNs of the KMS keys that are allowed",
    }],
    summary: "ECR repositories should be encrypted with a customer managed key.",
    details: "\
Who may use a key of one's own, and who did, is in one's own hands. `EncryptionType` has to be KMS or \
KMS_DSSE (of which AWS's page says nothing) with a `KmsKey`: without `EncryptionConfiguration` it is AES256, \
and without `KmsKey` the AWS managed key. With `kmsKeyArns` the key has to be in the list; a key of the same \
template has no ARN yet, which leaves the verdict open.",
    fix: "Set `EncryptionConfiguration.EncryptionType` to KMS and `KmsKey` to a key of your own; the repository is replaced.",
    compliant_when: all_of(&[
        property("EncryptionConfiguration.EncryptionType").default("AES256").is_one_of(&["KMS", "KMS_DSSE"]),
        property("EncryptionConfiguration.KmsKey").is_present(),
        when_parameter(
            "kmsKeyArns",
            &property("EncryptionConfiguration.KmsKey").is_named_by_parameter("kmsKeyArns"),
        ),
    ]),
    compliant_example: "\
Images:
  Type: AWS::ECR::Repository
  Properties:
    EncryptionConfiguration:
      EncryptionType: KMS
      KmsKey: arn:aws:kms:eu-west-1:111122223333:key/11111111-2222-3333-4444-555555555555
",
    noncompliant_example: "\
Images:
  Type: AWS::ECR::Repository
  Properties:
    EncryptionConfiguration:
      EncryptionType: KMS
",
    ..Rule::BASE
};

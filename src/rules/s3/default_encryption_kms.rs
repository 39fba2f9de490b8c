//! `s3-default-encryption-kms`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "S3_DEFAULT_ENCRYPTION_KMS",
    name: "s3-default-encryption-kms",
    resource_types: &["AWS::S3::Bucket"],
    severity: Severity::Medium,
    security_hub: &["S3.17"],
    parameters: &[Parameter {
        name: "kmsKeyArns",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "KMS key ARNs of which one must be used",
    }],
    summary: "S3 buckets should encrypt by default with a KMS key.",
    details: "\
With a KMS key somebody decides who may decrypt, and sees who did. `SSEAlgorithm` has to be `aws:kms` or \
`aws:kms:dsse`; an absent `BucketEncryption` means `AES256`, which is not KMS. An absent `KMSMasterKeyID` \
is the AWS managed key `aws/s3`: fine, unless the parameter lists keys. A key that the template makes, and \
an alias, then leave the verdict open.",
    fix: "Set `SSEAlgorithm` to `aws:kms` and `KMSMasterKeyID` to the key.",
    compliant_when: some_item(
        "BucketEncryption.ServerSideEncryptionConfiguration",
        &all_of(&[
            property("ServerSideEncryptionByDefault.SSEAlgorithm").is_one_of(&["aws:kms", "aws:kms:dsse"]),
            when_parameter(
                "kmsKeyArns",
                &property("ServerSideEncryptionByDefault.KMSMasterKeyID").is_named_by_parameter("kmsKeyArns"),
            ),
        ]),
    ),
    compliant_example: "\
Data:
  Type: AWS::S3::Bucket
  Properties:
    BucketEncryption:
      ServerSideEncryptionConfiguration:
        - ServerSideEncryptionByDefault:
            SSEAlgorithm: aws:kms
            KMSMasterKeyID: alias/data
",
    noncompliant_example: "\
Data:
  Type: AWS::S3::Bucket
",
    ..Rule::BASE
};

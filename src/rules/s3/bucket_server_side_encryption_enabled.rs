//! `s3-bucket-server-side-encryption-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "S3_BUCKET_SERVER_SIDE_ENCRYPTION_ENABLED",
    name: "s3-bucket-server-side-encryption-enabled",
    resource_types: &["AWS::S3::Bucket"],
    severity: Severity::Medium,
    summary: "S3 buckets should encrypt objects at rest by default.",
    details: "\
S3 encrypts every bucket with `AES256` since January 2023, so an absent `BucketEncryption` complies, and \
after deployment the rule can hardly fail. Only an algorithm that S3 doesn't know is reported. AWS's rule \
for CloudFormation Guard wants `BucketEncryption` written out.",
    fix: "Set `SSEAlgorithm` to `AES256`, `aws:kms` or `aws:kms:dsse`, or leave out `BucketEncryption`.",
    remediation_document: Some("AWS-EnableS3BucketEncryption"),
    compliant_when: each_item(
        "BucketEncryption.ServerSideEncryptionConfiguration",
        &property("ServerSideEncryptionByDefault.SSEAlgorithm").default("AES256").is_one_of(&[
            "AES256",
            "aws:kms",
            "aws:kms:dsse",
        ]),
    ),
    compliant_example: "\
Data:
  Type: AWS::S3::Bucket
",
    noncompliant_example: "\
Data:
  Type: AWS::S3::Bucket
  Properties:
    BucketEncryption:
      ServerSideEncryptionConfiguration:
        - ServerSideEncryptionByDefault:
            SSEAlgorithm: none
",
    ..Rule::BASE
};

//! `s3-bucket-level-public-access-prohibited`

use super::public_access;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "S3_BUCKET_LEVEL_PUBLIC_ACCESS_PROHIBITED",
    name: "s3-bucket-level-public-access-prohibited",
    resource_types: &["AWS::S3::Bucket"],
    severity: Severity::High,
    security_hub: &["S3.8"],
    parameters: &[Parameter {
        name: "excludedPublicBuckets",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "names of buckets that may be public",
    }],
    summary: "S3 buckets should block public access at the bucket level.",
    details: "\
Each of the four settings closes one way of making data public. Without a `PublicAccessBlockConfiguration` \
S3 switches on all four (for buckets made since April 2023), which complies; AWS's rule for CloudFormation \
Guard wants them written out. In a block that is written, a setting that is left out is off. The settings \
of the account are not considered.

A bucket whose `BucketName` is in the parameter's list always complies; a name that AWS makes up never is.",
    fix: "Set all four settings of `PublicAccessBlockConfiguration` to true, or leave the block out.",
    remediation_document: Some("AWSConfigRemediation-ConfigureS3BucketPublicAccessBlock"),
    certainty: Certainty::Known,
    compliant_when: any_of(&[
        public_access::FULLY_BLOCKED,
        property("BucketName").is_excepted_by_parameter("excludedPublicBuckets"),
    ]),
    compliant_example: "\
Data:
  Type: AWS::S3::Bucket
  Properties:
    PublicAccessBlockConfiguration:
      BlockPublicAcls: true
      BlockPublicPolicy: true
      IgnorePublicAcls: true
      RestrictPublicBuckets: true
",
    noncompliant_example: "\
Data:
  Type: AWS::S3::Bucket
  Properties:
    PublicAccessBlockConfiguration:
      BlockPublicAcls: true
      BlockPublicPolicy: false
      IgnorePublicAcls: true
      RestrictPublicBuckets: false
",
    ..Rule::BASE
};

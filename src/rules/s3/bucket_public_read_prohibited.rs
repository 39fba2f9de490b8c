//! `s3-bucket-public-read-prohibited`

use super::public_access;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "S3_BUCKET_PUBLIC_READ_PROHIBITED",
    name: "s3-bucket-public-read-prohibited",
    resource_types: &["AWS::S3::Bucket"],
    trigger: Trigger::Hybrid,
    severity: Severity::Critical,
    security_hub: &["S3.2"],
    summary: "S3 buckets should not be publicly readable.",
    details: "\
Anyone on the internet can read what is in such a bucket. Two ways lead there, and both have to be closed. \
By policy: no `Allow` statement may let everyone read (a principal `*` or with a wildcard, and no \
condition that pins the caller to fixed values), unless `RestrictPublicBuckets` is on. By ACL: \
`AccessControl` may not be `PublicRead`, `PublicReadWrite` or `AuthenticatedRead`, unless \
`IgnorePublicAcls` is on.

Without a `PublicAccessBlockConfiguration` S3 switches on all of its settings (for buckets made since \
April 2023); in one that is written, a setting that is left out is off. The settings of the account are \
not considered, and neither is a policy in another stack. AWS doesn't list the actions: here they are the \
ones whose names begin with `s3:Get` and `s3:List`.",
    fix: "Set all four settings of `PublicAccessBlockConfiguration` to true, or name principals in \
the bucket's policy.",
    remediation_document: Some("AWS-DisableS3BucketPublicReadWrite"),
    certainty: Certainty::Known,
    compliant_when: all_of(&[
        any_of(&[
            public_access::POLICY.each(&no_statement(
                "PolicyDocument",
                |statement, _| {
                    policy::all([
                        policy::speaks_of_actions(statement, public_access::READ),
                        policy::lets_everyone_in(statement),
                    ])
                },
                "the bucket's policy lets everyone read",
            )),
            public_access::RESTRICTED,
        ]),
        any_of(&[
            property("AccessControl").is_none_of(&["PublicRead", "PublicReadWrite", "AuthenticatedRead"]),
            public_access::ACLS_IGNORED,
        ]),
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
      BlockPublicPolicy: false
      RestrictPublicBuckets: false
DataPolicy:
  Type: AWS::S3::BucketPolicy
  Properties:
    Bucket: !Ref Data
    PolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Principal: '*'
          Action: s3:GetObject
          Resource: !Sub '${Data.Arn}/*'
",
    ..Rule::BASE
};

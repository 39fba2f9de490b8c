//! `cloudtrail-s3-bucket-public-access-prohibited`

use crate::rules::s3::public_access;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "CLOUDTRAIL_S3_BUCKET_PUBLIC_ACCESS_PROHIBITED",
    name: "cloudtrail-s3-bucket-public-access-prohibited",
    resource_types: &["AWS::CloudTrail::Trail"],
    trigger: Trigger::Periodic,
    severity: Severity::Critical,
    summary: "The S3 bucket of a CloudTrail trail should not be public.",
    details: "\
Whoever reads the trail knows what there is to attack. The bucket that `S3BucketName` names complies if \
all four settings of its `PublicAccessBlockConfiguration` are on, as they are by default. With some of \
them off, a public `AccessControl` or a bucket policy that lets everyone in fails.

AWS doesn't say whether settings that are off are enough to fail: with nothing public the verdict stays \
open. So it does for a bucket outside the template. The settings of the account are not considered.",
    fix: "Set all four settings of the bucket's `PublicAccessBlockConfiguration` to true, or leave \
the block out.",
    certainty: Certainty::Guess,
    compliant_when: follow(
        "S3BucketName",
        &["AWS::S3::Bucket"],
        &all_of(&[
            any_of(&[
                property("AccessControl").is_none_of(&["PublicRead", "PublicReadWrite", "AuthenticatedRead"]),
                public_access::ACLS_IGNORED,
            ]),
            any_of(&[
                public_access::POLICY.each(&no_statement(
                    "PolicyDocument",
                    |statement, _| policy::lets_everyone_in(statement),
                    "the bucket's policy lets everyone in",
                )),
                public_access::RESTRICTED,
            ]),
            when(
                &public_access::FULLY_BLOCKED,
                &Check::ALWAYS,
                &undecided(
                    "AWS doesn't say whether a bucket whose settings are off, but not public, complies",
                ),
            ),
        ]),
    ),
    compliant_example: "\
Logs:
  Type: AWS::S3::Bucket
Trail:
  Type: AWS::CloudTrail::Trail
  Properties:
    IsLogging: true
    S3BucketName: !Ref Logs
",
    noncompliant_example: "\
Logs:
  Type: AWS::S3::Bucket
  Properties:
    AccessControl: PublicRead
    PublicAccessBlockConfiguration:
      BlockPublicAcls: false
Trail:
  Type: AWS::CloudTrail::Trail
  Properties:
    IsLogging: true
    S3BucketName: !Ref Logs
",
    ..Rule::BASE
};

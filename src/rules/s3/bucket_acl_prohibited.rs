//! `s3-bucket-acl-prohibited`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "S3_BUCKET_ACL_PROHIBITED",
    name: "s3-bucket-acl-prohibited",
    resource_types: &["AWS::S3::Bucket"],
    severity: Severity::Medium,
    security_hub: &["S3.12"],
    summary: "S3 buckets should not use ACLs to grant access.",
    details: "\
Access control lists are easily overlooked beside policies. They are off where `ObjectOwnership` is \
`BucketOwnerEnforced`, and by default in new buckets. A bucket that asks for an ACL other than `Private` \
uses one.

AWS doesn't say what becomes of a bucket that has ACLs on and grants nothing to others: here it complies. \
`BucketOwnerRead` and `BucketOwnerFullControl`, which mean nothing on a bucket, leave the verdict open.",
    fix: "Leave out `AccessControl`, and leave out `OwnershipControls` or set `ObjectOwnership` to \
`BucketOwnerEnforced`.",
    certainty: Certainty::Guess,
    compliant_when: any_of(&[
        when(
            &property("AccessControl").is_one_of(&["BucketOwnerRead", "BucketOwnerFullControl"]),
            &undecided("AWS doesn't say how an ACL for the bucket's owner is judged"),
            &property("AccessControl").default("Private").equals("Private"),
        ),
        some_item("OwnershipControls.Rules", &property("ObjectOwnership").equals("BucketOwnerEnforced")),
    ])
    .explained("the bucket's AccessControl grants access with an ACL"),
    compliant_example: "\
Data:
  Type: AWS::S3::Bucket
  Properties:
    OwnershipControls:
      Rules:
        - ObjectOwnership: BucketOwnerEnforced
",
    noncompliant_example: "\
Data:
  Type: AWS::S3::Bucket
  Properties:
    AccessControl: LogDeliveryWrite
    OwnershipControls:
      Rules:
        - ObjectOwnership: BucketOwnerPreferred
",
    ..Rule::BASE
};

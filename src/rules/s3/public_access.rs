//! What the rules about public access to S3 buckets and access points share.

use crate::rules::*;

/// The bucket policies of the template that are attached to the judged bucket.
pub(in crate::rules) const POLICY: Related = related(&["AWS::S3::BucketPolicy"], "Bucket");

/// All four settings that block public access are on. S3 switches them on where the block is absent ("Blocking
/// public access to your Amazon S3 storage", Amazon S3 User Guide); what a written block leaves out is off.
pub(in crate::rules) const FULLY_BLOCKED: Check = when(
    &BLOCK_ABSENT,
    &Check::ALWAYS,
    &all_of(&[
        property("PublicAccessBlockConfiguration.BlockPublicAcls").default("false").is_true(),
        property("PublicAccessBlockConfiguration.BlockPublicPolicy").default("false").is_true(),
        property("PublicAccessBlockConfiguration.IgnorePublicAcls").default("false").is_true(),
        property("PublicAccessBlockConfiguration.RestrictPublicBuckets").default("false").is_true(),
    ]),
);

/// A public policy has no effect on the public.
pub(in crate::rules) const RESTRICTED: Check = when(
    &BLOCK_ABSENT,
    &Check::ALWAYS,
    &property("PublicAccessBlockConfiguration.RestrictPublicBuckets").default("false").is_true(),
);

/// A public ACL has no effect.
pub(in crate::rules) const ACLS_IGNORED: Check = when(
    &BLOCK_ABSENT,
    &Check::ALWAYS,
    &property("PublicAccessBlockConfiguration.IgnorePublicAcls").default("false").is_true(),
);

const BLOCK_ABSENT: Check = property("PublicAccessBlockConfiguration").is_absent();

/// Actions that read a bucket or its objects.
pub(in crate::rules) const READ: &[&str] = &["s3:Get*", "s3:List*"];

/// Actions that change a bucket or its objects.
pub(in crate::rules) const WRITE: &[&str] = &[
    "s3:Put*",
    "s3:Delete*",
    "s3:Create*",
    "s3:Update*",
    "s3:Replicate*",
    "s3:Restore*",
    "s3:AbortMultipartUpload",
    "s3:ObjectOwnerOverrideToBucketOwner",
];

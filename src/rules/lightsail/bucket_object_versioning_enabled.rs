//! `lightsail-bucket-object-versioning-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "LIGHTSAIL_BUCKET_OBJECT_VERSIONING_ENABLED",
    name: "lightsail-bucket-object-versioning-enabled",
    resource_types: &["AWS::Lightsail::Bucket"],
    severity: Severity::Low,
    summary: "Lightsail buckets should version objects.",
    details: "\
Without versions an object that is overwritten or deleted is gone. Absent means that versioning was never \
on.",
    fix: "Set `ObjectVersioning` to true.",
    certainty: Certainty::Known,
    compliant_when: property("ObjectVersioning").default("false").is_true(),
    compliant_example: "\
Files:
  Type: AWS::Lightsail::Bucket
  Properties:
    BundleId: small_1_0
    BucketName: files
    ObjectVersioning: true
",
    noncompliant_example: "\
Files:
  Type: AWS::Lightsail::Bucket
  Properties:
    BundleId: small_1_0
    BucketName: files
    ObjectVersioning: false
",
    ..Rule::BASE
};

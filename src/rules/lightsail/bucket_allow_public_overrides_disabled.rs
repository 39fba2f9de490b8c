//! `lightsail-bucket-allow-public-overrides-disabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "LIGHTSAIL_BUCKET_ALLOW_PUBLIC_OVERRIDES_DISABLED",
    name: "lightsail-bucket-allow-public-overrides-disabled",
    resource_types: &["AWS::Lightsail::Bucket"],
    severity: Severity::High,
    summary: "Lightsail buckets should not let single objects be made public.",
    details: "\
With overrides a single object of a private bucket can be made public by mistake. Absent means false. A \
bucket that is public as a whole (`GetObject` `public`) is not what this rule looks at.",
    fix: "Set `AccessRules.AllowPublicOverrides` to false, or leave it out.",
    certainty: Certainty::Known,
    compliant_when: property("AccessRules.AllowPublicOverrides").default("false").is_false(),
    compliant_example: "\
Files:
  Type: AWS::Lightsail::Bucket
  Properties:
    BundleId: small_1_0
    BucketName: files
    AccessRules:
      AllowPublicOverrides: false
",
    noncompliant_example: "\
Files:
  Type: AWS::Lightsail::Bucket
  Properties:
    BundleId: small_1_0
    BucketName: files
    AccessRules:
      AllowPublicOverrides: true
",
    ..Rule::BASE
};

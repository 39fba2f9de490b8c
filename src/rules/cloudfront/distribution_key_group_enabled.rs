//! `cloudfront-distribution-key-group-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "CLOUDFRONT_DISTRIBUTION_KEY_GROUP_ENABLED",
    name: "cloudfront-distribution-key-group-enabled",
    resource_types: &["AWS::CloudFront::Distribution"],
    severity: Severity::Medium,
    security_hub: &["CloudFront.17"],
    summary: "CloudFront distributions should use trusted key groups for signed URLs and cookies.",
    details: "\
Key groups are managed by IAM and can be changed at any time; trusted signers need the root user of an \
account. The default cache behavior and every other one have to have `TrustedKeyGroups` and no \
`TrustedSigners`. AWS makes no exception for distributions that serve everybody. Multi-tenant distributions \
(`ConnectionMode` tenant-only) are not applicable.",
    fix: "Set `TrustedKeyGroups` on every cache behavior and drop `TrustedSigners`.",
    applies_when: property("DistributionConfig.ConnectionMode")
        .differs_from("tenant-only")
        .explained("the distribution is multi-tenant"),
    compliant_when: all_of(&[
        property("DistributionConfig.DefaultCacheBehavior.TrustedKeyGroups").is_present(),
        property("DistributionConfig.DefaultCacheBehavior.TrustedSigners").is_absent(),
        each_item(
            "DistributionConfig.CacheBehaviors",
            &all_of(&[property("TrustedKeyGroups").is_present(), property("TrustedSigners").is_absent()]),
        ),
    ]),
    compliant_example: "\
Distribution:
  Type: AWS::CloudFront::Distribution
  Properties:
    DistributionConfig:
      Enabled: true
      Origins:
        - Id: files
          DomainName: files.s3.eu-west-1.amazonaws.com
          S3OriginConfig: {}
      DefaultCacheBehavior:
        TargetOriginId: files
        ViewerProtocolPolicy: redirect-to-https
        TrustedKeyGroups:
          - 11111111-2222-3333-4444-555555555555
",
    noncompliant_example: "\
Distribution:
  Type: AWS::CloudFront::Distribution
  Properties:
    DistributionConfig:
      Enabled: true
      Origins:
        - Id: files
          DomainName: files.s3.eu-west-1.amazonaws.com
          S3OriginConfig: {}
      DefaultCacheBehavior:
        TargetOriginId: files
        ViewerProtocolPolicy: redirect-to-https
",
    ..Rule::BASE
};

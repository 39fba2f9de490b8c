//! `cloudfront-s3-origin-access-control-enabled`

use super::origin::{IS_NOT_S3, IS_S3};
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "CLOUDFRONT_S3_ORIGIN_ACCESS_CONTROL_ENABLED",
    name: "cloudfront-s3-origin-access-control-enabled",
    resource_types: &["AWS::CloudFront::Distribution"],
    severity: Severity::Medium,
    security_hub: &["CloudFront.13"],
    summary: "CloudFront distributions with S3 origins should use origin access control.",
    details: "\
With origin access control nobody can pass the distribution by and ask the bucket itself. Every S3 origin \
has to have an `OriginAccessControlId`, even one with an origin access identity, which is the older way. An \
S3 origin has an `S3OriginConfig` or the domain name of a bucket's REST endpoint; website endpoints are \
custom origins. A distribution without one is not applicable; AWS doesn't say what AWS Config calls it.",
    fix: "Set `OriginAccessControlId` to an `AWS::CloudFront::OriginAccessControl` on every S3 origin.",
    applies_when: some_item("DistributionConfig.Origins", &IS_S3).explained("no origin is an S3 bucket"),
    compliant_when: each_item(
        "DistributionConfig.Origins",
        &any_of(&[property("OriginAccessControlId").is_present(), IS_NOT_S3]),
    ),
    compliant_example: "\
Distribution:
  Type: AWS::CloudFront::Distribution
  Properties:
    DistributionConfig:
      Enabled: true
      Origins:
        - Id: files
          DomainName: files.s3.eu-west-1.amazonaws.com
          OriginAccessControlId: E127EXAMPLE51Z
          S3OriginConfig: {}
      DefaultCacheBehavior:
        TargetOriginId: files
        ViewerProtocolPolicy: redirect-to-https
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

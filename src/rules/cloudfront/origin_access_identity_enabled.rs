//! `cloudfront-origin-access-identity-enabled`

use super::origin::{IS_NOT_S3, IS_S3};
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "CLOUDFRONT_ORIGIN_ACCESS_IDENTITY_ENABLED",
    name: "cloudfront-origin-access-identity-enabled",
    resource_types: &["AWS::CloudFront::Distribution"],
    severity: Severity::Medium,
    summary: "CloudFront distributions with S3 origins should use an origin access identity.",
    details: "\
With an origin access identity nobody can pass the distribution by and ask the bucket itself. Every S3 \
origin has to have a non-empty `OriginAccessIdentity`; a distribution without an S3 origin fails as well, by \
AWS's wording. Custom origins beside S3 origins are left alone, of which AWS says nothing. Origin access \
control, the newer way, does not satisfy this rule: see cloudfront-s3-origin-access-control-enabled.",
    fix: "Set `S3OriginConfig.OriginAccessIdentity` on every S3 origin.",
    remediation_document: Some("AWSConfigRemediation-EnableCloudFrontOriginAccessIdentity"),
    compliant_when: any_of(&[
        all_of(&[
            some_item("DistributionConfig.Origins", &IS_S3).explained("no origin is an S3 bucket"),
            each_item(
                "DistributionConfig.Origins",
                &any_of(&[property("S3OriginConfig.OriginAccessIdentity").is_present(), IS_NOT_S3]),
            ),
        ]),
        property("DistributionConfig.S3Origin.OriginAccessIdentity").is_present(),
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
          S3OriginConfig:
            OriginAccessIdentity: origin-access-identity/cloudfront/E127EXAMPLE51Z
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

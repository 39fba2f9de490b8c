//! `cloudfront-default-root-object-configured`

use super::origin::IS_S3;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "CLOUDFRONT_DEFAULT_ROOT_OBJECT_CONFIGURED",
    name: "cloudfront-default-root-object-configured",
    resource_types: &["AWS::CloudFront::Distribution"],
    severity: Severity::High,
    security_hub: &["CloudFront.1"],
    summary: "CloudFront distributions should have a default root object.",
    details: "\
Without a root object a request for `/` may list what is in the bucket. `DefaultRootObject` has to be there.

A distribution without one whose origins are all custom origins is not applicable: Security Hub says so of \
its control, the rule's own page doesn't.",
    fix: "Set `DefaultRootObject`, for example to index.html.",
    remediation_document: Some("AWSConfigRemediation-EnableCloudFrontDefaultRootObject"),
    applies_when: any_of(&[
        property("DistributionConfig.DefaultRootObject").is_present(),
        property("DistributionConfig.Origins").is_absent(),
        some_item("DistributionConfig.Origins", &IS_S3),
    ])
    .explained("no origin is an S3 bucket"),
    compliant_when: property("DistributionConfig.DefaultRootObject").is_present(),
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
      DefaultRootObject: index.html
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

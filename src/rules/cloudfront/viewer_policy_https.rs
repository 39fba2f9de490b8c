//! `cloudfront-viewer-policy-https`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "CLOUDFRONT_VIEWER_POLICY_HTTPS",
    name: "cloudfront-viewer-policy-https",
    resource_types: &["AWS::CloudFront::Distribution"],
    severity: Severity::Medium,
    security_hub: &["CloudFront.3"],
    summary: "CloudFront distributions should make viewers use HTTPS.",
    details: "\
What is sent over plain HTTP can be read and changed on its way. `ViewerProtocolPolicy` must not be \
allow-all, neither in the default cache behavior nor in any other.",
    fix: "Set `ViewerProtocolPolicy` to redirect-to-https or https-only in every cache behavior.",
    remediation_document: Some("AWSConfigRemediation-EnableCloudFrontViewerPolicyHTTPS"),
    compliant_when: all_of(&[
        property("DistributionConfig.DefaultCacheBehavior.ViewerProtocolPolicy").differs_from("allow-all"),
        each_item(
            "DistributionConfig.CacheBehaviors",
            &property("ViewerProtocolPolicy").differs_from("allow-all"),
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
        ViewerProtocolPolicy: allow-all
",
    ..Rule::BASE
};

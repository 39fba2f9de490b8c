//! `cloudfront-origin-failover-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "CLOUDFRONT_ORIGIN_FAILOVER_ENABLED",
    name: "cloudfront-origin-failover-enabled",
    resource_types: &["AWS::CloudFront::Distribution"],
    severity: Severity::Low,
    security_hub: &["CloudFront.4"],
    summary: "CloudFront distributions should have origin failover.",
    details: "\
With a second origin the distribution goes on when the first one fails. `OriginGroups` has to have a group \
whose `Members` name two origins; the items count, not `Quantity`.",
    fix: "Add an origin group with two members to `OriginGroups`.",
    remediation_document: Some("AWSConfigRemediation-EnableCloudFrontOriginFailover"),
    compliant_when: some_item(
        "DistributionConfig.OriginGroups.Items",
        &property("Members.Items").has_at_least(2),
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
          S3OriginConfig: {}
      DefaultCacheBehavior:
        TargetOriginId: files
        ViewerProtocolPolicy: redirect-to-https
      OriginGroups:
        Quantity: 1
        Items:
          - Id: both
            FailoverCriteria:
              StatusCodes:
                Quantity: 1
                Items:
                  - 503
            Members:
              Quantity: 2
              Items:
                - OriginId: files
                - OriginId: copy
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

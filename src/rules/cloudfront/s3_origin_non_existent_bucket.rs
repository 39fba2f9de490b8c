//! `cloudfront-s3-origin-non-existent-bucket`

use super::origin::{Bucket, IS_NOT_S3, IS_S3, named_bucket};
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "CLOUDFRONT_S3_ORIGIN_NON_EXISTENT_BUCKET",
    name: "cloudfront-s3-origin-non-existent-bucket",
    resource_types: &["AWS::CloudFront::Distribution"],
    trigger: Trigger::Periodic,
    severity: Severity::High,
    security_hub: &["CloudFront.12"],
    summary: "CloudFront distributions should not point at S3 buckets that do not exist.",
    details: "\
Whoever makes the bucket that is missing serves what they like under one's own name. Every S3 origin has to \
be a bucket of the template, by `Fn::GetAtt` or by the name that the template gives it. Whether any other \
bucket exists only the account can tell: that stays open, so this rule never fails here. Origins on website \
endpoints are not looked at.",
    fix: "Take the origin's domain name from the bucket by `Fn::GetAtt`.",
    applies_when: some_item("DistributionConfig.Origins", &IS_S3).explained("no origin is an S3 bucket"),
    compliant_when: each_item(
        "DistributionConfig.Origins",
        &any_of(&[IN_TEMPLATE, IS_NOT_S3, undecided("whether the bucket exists only the account can tell")]),
    ),
    compliant_example: "\
Distribution:
  Type: AWS::CloudFront::Distribution
  Properties:
    DistributionConfig:
      Enabled: true
      Origins:
        - Id: files
          DomainName: !GetAtt Files.RegionalDomainName
          S3OriginConfig: {}
      DefaultCacheBehavior:
        TargetOriginId: files
        ViewerProtocolPolicy: redirect-to-https
Files:
  Type: AWS::S3::Bucket
",
    ..Rule::BASE
};

/// The origin is a bucket that the template makes.
const IN_TEMPLATE: Check = function(|origin| {
    let exists = match origin.get("DomainName").and_then(|name| named_bucket(origin, name)) {
        Some(Bucket::OfTemplate(bucket)) => bucket.condition.is_none(),
        Some(Bucket::Named(name)) => {
            origin.neighbourhood.resources_of_type("AWS::S3::Bucket").iter().any(|bucket| {
                let found = bucket.properties.as_map().and_then(|it| it.get("BucketName"));
                bucket.condition.is_none()
                    && found.and_then(|found| found.as_text()).is_some_and(|found| found == name)
            })
        }
        Some(Bucket::Unnamed | Bucket::None) | None => false,
    };
    if exists { Truth::True } else { origin.fails("the template does not make the bucket") }
});

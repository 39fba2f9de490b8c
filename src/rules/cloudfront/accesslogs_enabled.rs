//! `cloudfront-accesslogs-enabled`

use super::origin::{Bucket, named_bucket};
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "CLOUDFRONT_ACCESSLOGS_ENABLED",
    name: "cloudfront-accesslogs-enabled",
    resource_types: &["AWS::CloudFront::Distribution"],
    severity: Severity::Medium,
    security_hub: &["CloudFront.5"],
    parameters: &[Parameter {
        name: "S3BucketName",
        parameter_type: ParameterType::String,
        required: false,
        default: None,
        description: "name of the bucket that must receive the logs",
    }],
    summary: "CloudFront distributions should write access logs.",
    details: "\
Access logs say who asked for what when something went wrong. `Logging` has to have a `Bucket`; with \
`S3BucketName` it has to be that bucket, whose domain name stands there. Only standard logging of this kind \
counts: logging through `AWS::Logs::DeliverySource` and real-time logs don't.",
    fix: "Set `Logging.Bucket` to the domain name of a bucket.",
    remediation_document: Some("AWSConfigRemediation-EnableCloudFrontAccessLogs"),
    compliant_when: all_of(&[
        property("DistributionConfig.Logging.Bucket").is_present(),
        when_parameter("S3BucketName", &function(expected_bucket)),
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
      Logging:
        Bucket: logs.s3.amazonaws.com
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

/// The logs go to the bucket that the rule's parameter names.
fn expected_bucket<'a>(distribution: &Subject<'a>) -> Truth<'a> {
    distribution.look("DistributionConfig.Logging.Bucket", &mut |place| {
        let Some(value) = place.value else {
            return place.fails(Found::Nothing { default: None }, Wanted::Present);
        };
        let wanted = distribution.parameter("S3BucketName").unwrap_or_default().trim();
        let name = match named_bucket(distribution, value) {
            Some(Bucket::Named(name)) => Some(name),
            Some(Bucket::OfTemplate(bucket)) => {
                let name = bucket.properties.as_map().and_then(|it| it.get("BucketName"));
                name.and_then(|name| name.as_text()).map(|name| name.into_owned())
            }
            Some(Bucket::None) => value.as_text().map(|text| text.into_owned()),
            Some(Bucket::Unnamed) | None => None,
        };
        match name {
            Some(name) if name == wanted => Truth::True,
            Some(_) => place.fails(Found::of(value), Wanted::EqualToParameter("S3BucketName")),
            None => place.unknown(Found::of(value), Wanted::Present),
        }
    })
}

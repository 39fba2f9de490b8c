//! `cloudfront-origin-lambda-url-oac-enabled`

use crate::resolve::{Content, Part, Reason};
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "CLOUDFRONT_ORIGIN_LAMBDA_URL_OAC_ENABLED",
    name: "cloudfront-origin-lambda-url-oac-enabled",
    resource_types: &["AWS::CloudFront::Distribution"],
    severity: Severity::Medium,
    security_hub: &["CloudFront.16"],
    summary: "CloudFront origins that are Lambda function URLs should use origin access control.",
    details: "\
With origin access control nobody can pass the distribution by and call the function itself. Every origin \
that is a Lambda function URL has to have an `OriginAccessControlId`: one whose domain name is \
`….lambda-url.<Region>.on.aws`, or is made from the `FunctionUrl` of an `AWS::Lambda::Url`. A distribution \
without such an origin is not applicable; AWS doesn't say what AWS Config calls it.",
    fix: "Set `OriginAccessControlId` to an `AWS::CloudFront::OriginAccessControl` of the type lambda.",
    applies_when: some_item("DistributionConfig.Origins", &IS_FUNCTION)
        .explained("no origin is a Lambda function URL"),
    compliant_when: each_item(
        "DistributionConfig.Origins",
        &any_of(&[
            property("OriginAccessControlId").is_present(),
            not(&IS_FUNCTION, "the origin is a Lambda function URL without origin access control"),
        ]),
    ),
    compliant_example: "\
Distribution:
  Type: AWS::CloudFront::Distribution
  Properties:
    DistributionConfig:
      Enabled: true
      Origins:
        - Id: files
          DomainName: abcdef.lambda-url.eu-west-1.on.aws
          OriginAccessControlId: E127EXAMPLE51Z
          CustomOriginConfig:
            OriginProtocolPolicy: https-only
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
          DomainName: abcdef.lambda-url.eu-west-1.on.aws
          CustomOriginConfig:
            OriginProtocolPolicy: https-only
      DefaultCacheBehavior:
        TargetOriginId: files
        ViewerProtocolPolicy: redirect-to-https
",
    ..Rule::BASE
};

/// The origin's domain name is that of a Lambda function URL.
const IS_FUNCTION: Check = function(|origin| {
    origin.look("DomainName", &mut |place| {
        let is_url = |text: &str| text.contains(".lambda-url.") && text.ends_with(".on.aws");
        let Some(value) = place.value else {
            return place.fails(Found::Nothing { default: None }, Wanted::Present);
        };
        let decided = match &value.content {
            Content::Unknown(unknown) => match &unknown.reason {
                Reason::Attribute { logical_id, attribute } if !attribute.starts_with("Outputs.") => {
                    let resource = origin.neighbourhood.resource(logical_id);
                    resource.map(|resource| &*resource.resource_type == "AWS::Lambda::Url")
                }
                _ => None,
            },
            Content::Partial(parts) => match (parts.first(), parts.last()) {
                (_, Some(Part::Text(end))) if !end.ends_with(".on.aws") => Some(false),
                (Some(Part::Unknown(_)), Some(Part::Text(end))) if is_url(end) => Some(true),
                _ => None,
            },
            _ => Some(value.as_text().is_some_and(|text| is_url(&text))),
        };
        match decided {
            Some(true) => Truth::True,
            Some(false) => place.fails(Found::of(value), Wanted::Present),
            None => place.unknown(Found::of(value), Wanted::Present),
        }
    })
});

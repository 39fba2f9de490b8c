//! `cloudfront-no-deprecated-ssl-protocols`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "CLOUDFRONT_NO_DEPRECATED_SSL_PROTOCOLS",
    name: "cloudfront-no-deprecated-ssl-protocols",
    resource_types: &["AWS::CloudFront::Distribution"],
    severity: Severity::Medium,
    security_hub: &["CloudFront.10"],
    summary: "CloudFront origins should not allow SSLv3.",
    details: "\
SSLv3 has been broken for years. `OriginSSLProtocols` of a custom origin must not list it; where the \
property is absent CloudFormation fills in TLSv1 and SSLv3, so that fails, too, even if the origin is \
reached by HTTP only. A distribution without custom origins is not applicable; AWS doesn't say what AWS \
Config calls it.",
    fix: "Set `CustomOriginConfig.OriginSSLProtocols` to TLSv1.2.",
    applies_when: some_item("DistributionConfig.Origins", &property("CustomOriginConfig").is_present())
        .explained("no origin is a custom origin"),
    compliant_when: each_item(
        "DistributionConfig.Origins",
        &any_of(&[
            not(
                &property("CustomOriginConfig.OriginSSLProtocols").default("TLSv1,SSLv3").contains("SSLv3"),
                "the origin may be reached by SSLv3",
            ),
            property("CustomOriginConfig").is_absent(),
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
          DomainName: www.example.org
          CustomOriginConfig:
            OriginProtocolPolicy: https-only
            OriginSSLProtocols:
              - TLSv1.2
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
          DomainName: www.example.org
          CustomOriginConfig:
            OriginProtocolPolicy: https-only
      DefaultCacheBehavior:
        TargetOriginId: files
        ViewerProtocolPolicy: redirect-to-https
",
    ..Rule::BASE
};

//! `cloudfront-ssl-policy-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "CLOUDFRONT_SSL_POLICY_CHECK",
    name: "cloudfront-ssl-policy-check",
    resource_types: &["AWS::CloudFront::Distribution"],
    severity: Severity::Medium,
    security_hub: &["CloudFront.15"],
    parameters: &[Parameter {
        name: "securityPolicies",
        parameter_type: ParameterType::Csv,
        required: true,
        default: Some("TLSv1.2_2021,TLSv1.2_2025,TLSv1.3_2025"),
        description: "security policies that are allowed; the default is what Security Hub passes",
    }],
    summary: "CloudFront distributions should use an approved TLS security policy.",
    details: "\
Clients that negotiate an old protocol can be read along. `MinimumProtocolVersion` has to be in the list; \
absent it means TLSv1. Not applicable, as Security Hub has it, are distributions with the default \
certificate, for which CloudFront fixes the policy, and those with dedicated addresses (`SslSupportMethod` \
vip); the rule's own page doesn't speak of them.",
    fix: "Set `ViewerCertificate.MinimumProtocolVersion` to one of the allowed policies.",
    applies_when: all_of(&[
        property("DistributionConfig.ViewerCertificate").is_present(),
        property("DistributionConfig.ViewerCertificate.CloudFrontDefaultCertificate")
            .default("false")
            .is_false(),
        property("DistributionConfig.ViewerCertificate.SslSupportMethod").differs_from("vip"),
    ]),
    compliant_when: property("DistributionConfig.ViewerCertificate.MinimumProtocolVersion")
        .default("TLSv1")
        .is_one_of_parameter("securityPolicies"),
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
      ViewerCertificate:
        AcmCertificateArn: arn:aws:acm:us-east-1:111122223333:certificate/11111111-2222-3333-4444-555555555555
        SslSupportMethod: sni-only
        MinimumProtocolVersion: TLSv1.2_2021
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
      ViewerCertificate:
        AcmCertificateArn: arn:aws:acm:us-east-1:111122223333:certificate/11111111-2222-3333-4444-555555555555
        SslSupportMethod: sni-only
        MinimumProtocolVersion: TLSv1.2_2018
",
    ..Rule::BASE
};

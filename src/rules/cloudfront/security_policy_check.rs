//! `cloudfront-security-policy-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "CLOUDFRONT_SECURITY_POLICY_CHECK",
    name: "cloudfront-security-policy-check",
    resource_types: &["AWS::CloudFront::Distribution"],
    severity: Severity::Medium,
    summary: "CloudFront distributions should demand TLS 1.2 or newer from viewers.",
    details: "\
Clients that negotiate TLS 1.0 can be read along. `MinimumProtocolVersion` has to be TLSv1.2_2018 or newer; \
absent it means TLSv1. With the default certificate CloudFront goes down to TLSv1 whatever is written there: \
that is the service's behaviour, AWS's page doesn't speak of it.",
    fix: "Set `ViewerCertificate.MinimumProtocolVersion` to TLSv1.2_2021, with a certificate of your own.",
    compliant_when: all_of(&[
        property("DistributionConfig.ViewerCertificate.MinimumProtocolVersion")
            .default("TLSv1")
            .is_one_of(&["TLSv1.2_2018", "TLSv1.2_2019", "TLSv1.2_2021", "TLSv1.2_2025", "TLSv1.3_2025"]),
        property("DistributionConfig.ViewerCertificate.CloudFrontDefaultCertificate")
            .default("false")
            .is_false(),
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
        MinimumProtocolVersion: TLSv1.1_2016
",
    ..Rule::BASE
};

//! `cloudfront-sni-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "CLOUDFRONT_SNI_ENABLED",
    name: "cloudfront-sni-enabled",
    resource_types: &["AWS::CloudFront::Distribution"],
    severity: Severity::Low,
    security_hub: &["CloudFront.8"],
    summary: "CloudFront distributions should serve HTTPS through SNI.",
    details: "\
Dedicated addresses cost hundreds of dollars a month; every client of the last decade knows SNI. With a \
certificate of one's own `SslSupportMethod` has to be sni-only. A distribution with the default certificate \
is not applicable: AWS's page names only dedicated addresses as non-compliant.",
    fix: "Set `ViewerCertificate.SslSupportMethod` to sni-only.",
    certainty: Certainty::Known,
    applies_when: any_of(&[
        property("DistributionConfig.ViewerCertificate.AcmCertificateArn").is_present(),
        property("DistributionConfig.ViewerCertificate.IamCertificateId").is_present(),
    ])
    .explained("the distribution has no certificate of its own"),
    compliant_when: property("DistributionConfig.ViewerCertificate.SslSupportMethod").equals("sni-only"),
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
        SslSupportMethod: vip
        MinimumProtocolVersion: TLSv1.2_2021
",
    ..Rule::BASE
};

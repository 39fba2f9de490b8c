//! `cloudfront-custom-ssl-certificate`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "CLOUDFRONT_CUSTOM_SSL_CERTIFICATE",
    name: "cloudfront-custom-ssl-certificate",
    resource_types: &["AWS::CloudFront::Distribution"],
    severity: Severity::Medium,
    security_hub: &["CloudFront.7"],
    summary: "CloudFront distributions should use a custom TLS certificate.",
    details: "\
With a certificate of one's own viewers come by one's own name. `ViewerCertificate` has to have \
`AcmCertificateArn` or `IamCertificateId`; absent it is CloudFront's default certificate.",
    fix: "Set `ViewerCertificate.AcmCertificateArn`.",
    compliant_when: any_of(&[
        property("DistributionConfig.ViewerCertificate.AcmCertificateArn").is_present(),
        property("DistributionConfig.ViewerCertificate.IamCertificateId").is_present(),
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
",
    ..Rule::BASE
};

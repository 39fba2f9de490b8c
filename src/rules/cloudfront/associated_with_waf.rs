//! `cloudfront-associated-with-waf`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "CLOUDFRONT_ASSOCIATED_WITH_WAF",
    name: "cloudfront-associated-with-waf",
    resource_types: &["AWS::CloudFront::Distribution"],
    severity: Severity::Medium,
    security_hub: &["CloudFront.6"],
    parameters: &[Parameter {
        name: "wafWebAclIds",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "web ACLs that are allowed: IDs for WAF Classic, ARNs for WAFv2",
    }],
    summary: "CloudFront distributions should be associated with a WAF web ACL.",
    details: "\
A web application firewall keeps the common attacks away before they reach the application. `WebACLId` has \
to be there: an ARN for WAFv2, an ID for WAF Classic; with `wafWebAclIds` it has to be in the list, and a \
web ACL of the same template has neither yet. One that Firewall Manager attaches is not seen.",
    fix: "Set `WebACLId` to the ARN of a web ACL of the scope CLOUDFRONT.",
    compliant_when: all_of(&[
        property("DistributionConfig.WebACLId").is_present(),
        when_parameter(
            "wafWebAclIds",
            &property("DistributionConfig.WebACLId").is_one_of_parameter("wafWebAclIds"),
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
      WebACLId: arn:aws:wafv2:us-east-1:111122223333:global/webacl/web/11111111-2222-3333-4444-555555555555
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

//! `sagemaker-domain-in-vpc`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "SAGEMAKER_DOMAIN_IN_VPC",
    name: "sagemaker-domain-in-vpc",
    resource_types: &["AWS::SageMaker::Domain"],
    severity: Severity::High,
    summary: "SageMaker domains should send app traffic through a customer VPC only.",
    details: "\
With `PublicInternetOnly`, the default, the apps of a domain reach the internet through a network that \
SageMaker manages, past the rules of your own. `VpcId` and `SubnetIds` are always there and decide nothing.",
    fix: "Set `AppNetworkAccessType` to VpcOnly, and give the VPC the endpoints or the NAT gateway that the apps need.",
    compliant_when: property("AppNetworkAccessType").default("PublicInternetOnly").equals("VpcOnly"),
    compliant_example: "\
Studio:
  Type: AWS::SageMaker::Domain
  Properties:
    AuthMode: IAM
    DomainName: studio
    VpcId: vpc-0123456789abcdef0
    SubnetIds:
      - subnet-0123456789abcdef0
    AppNetworkAccessType: VpcOnly
",
    noncompliant_example: "\
Studio:
  Type: AWS::SageMaker::Domain
  Properties:
    AuthMode: IAM
    DomainName: studio
    VpcId: vpc-0123456789abcdef0
    SubnetIds:
      - subnet-0123456789abcdef0
",
    ..Rule::BASE
};

//! `alb-waf-enabled`

use super::IS_APPLICATION;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ALB_WAF_ENABLED",
    name: "alb-waf-enabled",
    resource_types: &["AWS::ElasticLoadBalancingV2::LoadBalancer"],
    severity: Severity::Medium,
    security_hub: &["ELB.16"],
    parameters: &[Parameter {
        name: "wafWebAclIds",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "web ACLs that are allowed: IDs for WAF Classic, ARNs for WAFv2",
    }],
    summary: "Application Load Balancers should be associated with a WAF web ACL.",
    details: "\
A web application firewall keeps the common attacks away before they reach the application. A \
`WebACLAssociation` (of WAFv2 or WAF Classic Regional) has to name the load balancer in `ResourceArn`; with \
`wafWebAclIds` its web ACL has to be in the list, by ARN (WAFv2) or ID (WAF Classic). A web ACL of the same \
template has neither yet, which leaves the verdict open.

An association that another stack or Firewall Manager makes is not seen: suppress the finding there. Network \
and gateway load balancers are not applicable.",
    fix: "Add an `AWS::WAFv2::WebACLAssociation` with the load balancer's ARN.",
    applies_when: IS_APPLICATION,
    compliant_when: any_of(&[
        related(&["AWS::WAFv2::WebACLAssociation"], "ResourceArn").some(&when_parameter(
            "wafWebAclIds",
            &property("WebACLArn").is_one_of_parameter("wafWebAclIds"),
        )),
        related(&["AWS::WAFRegional::WebACLAssociation"], "ResourceArn")
            .some(&when_parameter("wafWebAclIds", &property("WebACLId").is_one_of_parameter("wafWebAclIds"))),
    ]),
    compliant_example: "\
Balancer:
  Type: AWS::ElasticLoadBalancingV2::LoadBalancer
  Properties:
    Subnets:
      - subnet-0123456789abcdef0
      - subnet-0fedcba9876543210
Firewall:
  Type: AWS::WAFv2::WebACLAssociation
  Properties:
    ResourceArn: !Ref Balancer
    WebACLArn: arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/web/11111111-2222-3333-4444-555555555555
",
    noncompliant_example: "\
Balancer:
  Type: AWS::ElasticLoadBalancingV2::LoadBalancer
  Properties:
    Subnets:
      - subnet-0123456789abcdef0
      - subnet-0fedcba9876543210
",
    ..Rule::BASE
};

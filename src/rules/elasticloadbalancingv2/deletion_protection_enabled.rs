//! `elb-deletion-protection-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ELB_DELETION_PROTECTION_ENABLED",
    name: "elb-deletion-protection-enabled",
    resource_types: &["AWS::ElasticLoadBalancingV2::LoadBalancer"],
    severity: Severity::Medium,
    security_hub: &["ELB.6"],
    summary: "Load balancers should have deletion protection on.",
    details: "\
With deletion protection a slip of the hand does not take the whole application off the net. The attribute \
`deletion_protection.enabled` is false by default. Application, network and gateway load balancers are \
judged.",
    fix: "Set the attribute deletion_protection.enabled to true.",
    remediation_document: Some("AWSConfigRemediation-EnableELBDeletionProtection"),
    compliant_when: setting(
        "LoadBalancerAttributes",
        "Key",
        "deletion_protection.enabled",
        &property("Value").default("false").is_true(),
    ),
    compliant_example: "\
Balancer:
  Type: AWS::ElasticLoadBalancingV2::LoadBalancer
  Properties:
    Subnets:
      - subnet-0123456789abcdef0
      - subnet-0fedcba9876543210
    LoadBalancerAttributes:
      - Key: deletion_protection.enabled
        Value: 'true'
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

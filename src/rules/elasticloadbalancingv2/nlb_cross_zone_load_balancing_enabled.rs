//! `nlb-cross-zone-load-balancing-enabled`

use super::IS_NETWORK;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "NLB_CROSS_ZONE_LOAD_BALANCING_ENABLED",
    name: "nlb-cross-zone-load-balancing-enabled",
    resource_types: &["AWS::ElasticLoadBalancingV2::LoadBalancer"],
    severity: Severity::Medium,
    summary: "Network Load Balancers should spread traffic across all enabled zones.",
    details: "\
Without it each zone's share of the traffic goes to that zone's targets alone, however few are left there. \
The attribute `load_balancing.cross_zone.enabled` is false by default for Network Load Balancers; others are \
not applicable. What a target group sets for itself is not looked at.",
    fix: "Set the attribute load_balancing.cross_zone.enabled to true.",
    remediation_document: Some("AWSConfigRemediation-EnableNLBCrossZoneLoadBalancing"),
    applies_when: IS_NETWORK,
    compliant_when: setting(
        "LoadBalancerAttributes",
        "Key",
        "load_balancing.cross_zone.enabled",
        &property("Value").default("false").is_true(),
    ),
    compliant_example: "\
Balancer:
  Type: AWS::ElasticLoadBalancingV2::LoadBalancer
  Properties:
    Subnets:
      - subnet-0123456789abcdef0
      - subnet-0fedcba9876543210
    Type: network
    LoadBalancerAttributes:
      - Key: load_balancing.cross_zone.enabled
        Value: 'true'
",
    noncompliant_example: "\
Balancer:
  Type: AWS::ElasticLoadBalancingV2::LoadBalancer
  Properties:
    Subnets:
      - subnet-0123456789abcdef0
      - subnet-0fedcba9876543210
    Type: network
",
    ..Rule::BASE
};

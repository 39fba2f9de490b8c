//! `nlb-internal-scheme-check`

use super::IS_NETWORK;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "NLB_INTERNAL_SCHEME_CHECK",
    name: "nlb-internal-scheme-check",
    resource_types: &["AWS::ElasticLoadBalancingV2::LoadBalancer"],
    severity: Severity::Medium,
    summary: "Network Load Balancers should be internal.",
    details: "\
What only colleagues use has no business on the internet. An absent `Scheme` means `internet-facing`. Only \
Network Load Balancers are applicable; AWS doesn't say what AWS Config calls the others.",
    fix: "Set `Scheme` to internal.",
    certainty: Certainty::Known,
    applies_when: IS_NETWORK,
    compliant_when: property("Scheme").default("internet-facing").equals("internal"),
    compliant_example: "\
Balancer:
  Type: AWS::ElasticLoadBalancingV2::LoadBalancer
  Properties:
    Type: network
    Scheme: internal
",
    noncompliant_example: "\
Balancer:
  Type: AWS::ElasticLoadBalancingV2::LoadBalancer
  Properties:
    Type: network
",
    ..Rule::BASE
};

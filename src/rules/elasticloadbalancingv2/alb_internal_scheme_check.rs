//! `alb-internal-scheme-check`

use super::IS_APPLICATION;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ALB_INTERNAL_SCHEME_CHECK",
    name: "alb-internal-scheme-check",
    resource_types: &["AWS::ElasticLoadBalancingV2::LoadBalancer"],
    severity: Severity::Medium,
    summary: "Application Load Balancers should be internal.",
    details: "\
What only colleagues use has no business on the internet. An absent `Scheme` means `internet-facing`. Only \
Application Load Balancers are applicable (the default `Type`); AWS doesn't say what AWS Config calls the \
others.",
    fix: "Set `Scheme` to internal.",
    applies_when: IS_APPLICATION,
    compliant_when: property("Scheme").default("internet-facing").equals("internal"),
    compliant_example: "\
Balancer:
  Type: AWS::ElasticLoadBalancingV2::LoadBalancer
  Properties:

    Scheme: internal
",
    noncompliant_example: "\
Balancer:
  Type: AWS::ElasticLoadBalancingV2::LoadBalancer
  Properties:
    Scheme: internet-facing
",
    ..Rule::BASE
};

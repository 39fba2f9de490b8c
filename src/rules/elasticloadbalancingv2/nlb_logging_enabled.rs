//! `nlb-logging-enabled`

use super::IS_NETWORK;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "NLB_LOGGING_ENABLED",
    name: "nlb-logging-enabled",
    resource_types: &["AWS::ElasticLoadBalancingV2::LoadBalancer"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    summary: "Network Load Balancers should write access logs.",
    details: "\
Access logs say who asked for what when something went wrong. The attribute `access_logs.s3.enabled` is \
false by default. Network Load Balancers log TLS listeners only, but AWS makes no exception for others; \
whether the newer delivery through CloudWatch Logs counts is not documented, and here it doesn't. Other load \
balancers are not applicable.",
    fix: "Set the attributes access_logs.s3.enabled to true and access_logs.s3.bucket to a bucket.",
    applies_when: IS_NETWORK,
    compliant_when: setting(
        "LoadBalancerAttributes",
        "Key",
        "access_logs.s3.enabled",
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
      - Key: access_logs.s3.enabled
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

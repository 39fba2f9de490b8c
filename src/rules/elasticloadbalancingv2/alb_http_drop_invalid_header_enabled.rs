//! `alb-http-drop-invalid-header-enabled`

use super::IS_APPLICATION;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ALB_HTTP_DROP_INVALID_HEADER_ENABLED",
    name: "alb-http-drop-invalid-header-enabled",
    resource_types: &["AWS::ElasticLoadBalancingV2::LoadBalancer"],
    severity: Severity::Medium,
    security_hub: &["ELB.4"],
    summary: "Application Load Balancers should drop invalid HTTP headers.",
    details: "\
Header fields that are against the standard are a way to smuggle requests. The attribute \
`routing.http.drop_invalid_header_fields.enabled` is false by default. Only Application Load Balancers (the \
default `Type`) are applicable.",
    fix: "Set the attribute routing.http.drop_invalid_header_fields.enabled to true.",
    remediation_document: Some("AWSConfigRemediation-DropInvalidHeadersForALB"),
    applies_when: IS_APPLICATION,
    compliant_when: setting(
        "LoadBalancerAttributes",
        "Key",
        "routing.http.drop_invalid_header_fields.enabled",
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
      - Key: routing.http.drop_invalid_header_fields.enabled
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

//! `alb-desync-mode-check`

use super::IS_APPLICATION;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ALB_DESYNC_MODE_CHECK",
    name: "alb-desync-mode-check",
    resource_types: &["AWS::ElasticLoadBalancingV2::LoadBalancer"],
    severity: Severity::Medium,
    security_hub: &["ELB.12"],
    parameters: &[Parameter {
        name: "desyncMode",
        parameter_type: ParameterType::Csv,
        required: true,
        default: Some("defensive,strictest"),
        description: "one or two allowed modes among monitor, defensive and strictest; the default is what Security Hub passes",
    }],
    summary: "Application Load Balancers should use an allowed desync mitigation mode.",
    details: "\
Requests that a proxy and a server read differently can smuggle others past the proxy. The attribute \
`routing.http.desync_mitigation_mode` has to be one of the modes in `desyncMode`, in any case of letters; \
absent it means `defensive`. Only Application Load Balancers (the default `Type`) are applicable.",
    fix: "Set the attribute routing.http.desync_mitigation_mode to defensive or strictest.",
    applies_when: IS_APPLICATION,
    compliant_when: setting(
        "LoadBalancerAttributes",
        "Key",
        "routing.http.desync_mitigation_mode",
        &property("Value").default("defensive").ignoring_case().is_one_of_parameter("desyncMode"),
    ),
    compliant_example: "\
Balancer:
  Type: AWS::ElasticLoadBalancingV2::LoadBalancer
  Properties:
    Subnets:
      - subnet-0123456789abcdef0
      - subnet-0fedcba9876543210
    LoadBalancerAttributes:
      - Key: routing.http.desync_mitigation_mode
        Value: strictest
",
    noncompliant_example: "\
Balancer:
  Type: AWS::ElasticLoadBalancingV2::LoadBalancer
  Properties:
    Subnets:
      - subnet-0123456789abcdef0
      - subnet-0fedcba9876543210
    LoadBalancerAttributes:
      - Key: routing.http.desync_mitigation_mode
        Value: monitor
",
    ..Rule::BASE
};

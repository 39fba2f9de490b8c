//! `elbv2-targetgroup-healthcheck-protocol-encrypted`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ELBV2_TARGETGROUP_HEALTHCHECK_PROTOCOL_ENCRYPTED",
    name: "elbv2-targetgroup-healthcheck-protocol-encrypted",
    resource_types: &["AWS::ElasticLoadBalancingV2::TargetGroup"],
    severity: Severity::Medium,
    security_hub: &["ELB.21"],
    summary: "Target group health checks should use HTTPS.",
    details: "\
A health check in the clear tells a listener in the network about the inside of the application. \
`HealthCheckProtocol` has to be HTTPS; absent it means HTTP or TCP, depending on `Protocol`. Target groups \
of Lambda functions and of gateway load balancers (`Protocol` GENEVE) are not applicable.",
    fix: "Set `HealthCheckProtocol` to HTTPS.",
    certainty: Certainty::Known,
    applies_when: all_of(&[
        property("TargetType").differs_from("lambda"),
        property("Protocol").differs_from("GENEVE"),
    ]),
    compliant_when: property("HealthCheckProtocol").equals("HTTPS"),
    compliant_example: "\
Targets:
  Type: AWS::ElasticLoadBalancingV2::TargetGroup
  Properties:
    Protocol: HTTPS
    Port: 443
    HealthCheckProtocol: HTTPS
",
    noncompliant_example: "\
Targets:
  Type: AWS::ElasticLoadBalancingV2::TargetGroup
  Properties:
    Protocol: HTTPS
    Port: 443
",
    ..Rule::BASE
};

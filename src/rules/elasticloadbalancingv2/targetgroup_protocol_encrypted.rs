//! `elbv2-targetgroup-protocol-encrypted`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ELBV2_TARGETGROUP_PROTOCOL_ENCRYPTED",
    name: "elbv2-targetgroup-protocol-encrypted",
    resource_types: &["AWS::ElasticLoadBalancingV2::TargetGroup"],
    severity: Severity::Medium,
    security_hub: &["ELB.22"],
    summary: "Target groups should use an encrypted transport protocol.",
    details: "\
Behind the load balancer, too, what is sent in the clear can be read. `Protocol` has to be HTTPS, TLS or \
QUIC. Target groups of Lambda functions and of other load balancers (`TargetType` lambda, alb) and of \
gateway load balancers (`Protocol` GENEVE) are not applicable.",
    fix: "Set `Protocol` to HTTPS or TLS.",
    applies_when: all_of(&[
        property("TargetType").is_none_of(&["lambda", "alb"]),
        property("Protocol").differs_from("GENEVE"),
    ]),
    compliant_when: property("Protocol").is_one_of(&["HTTPS", "TLS", "QUIC"]),
    compliant_example: "\
Targets:
  Type: AWS::ElasticLoadBalancingV2::TargetGroup
  Properties:
    Protocol: HTTPS
    Port: 443
",
    noncompliant_example: "\
Targets:
  Type: AWS::ElasticLoadBalancingV2::TargetGroup
  Properties:
    Protocol: HTTP
    Port: 80
",
    ..Rule::BASE
};

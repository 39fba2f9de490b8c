//! `elbv2-listener-encryption-in-transit`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ELBV2_LISTENER_ENCRYPTION_IN_TRANSIT",
    name: "elbv2-listener-encryption-in-transit",
    resource_types: &["AWS::ElasticLoadBalancingV2::Listener"],
    severity: Severity::Medium,
    security_hub: &["ELB.18"],
    summary: "ALB and NLB listeners should terminate HTTPS or TLS.",
    details: "\
What is sent in the clear can be read and changed on its way. `Protocol` has to be HTTPS or TLS; HTTP, TCP, \
UDP and TCP_UDP fail, even where the listener only redirects to HTTPS. QUIC and TCP_QUIC are encrypted, but \
AWS's page does not name them: they stay open. A listener without `Protocol` belongs to a gateway load \
balancer and is not applicable.",
    fix: "Set `Protocol` to HTTPS or TLS and give the listener a certificate.",
    applies_when: property("Protocol")
        .is_present()
        .explained("the listener of a gateway load balancer has no protocol"),
    compliant_when: when(
        &property("Protocol").is_one_of(&["QUIC", "TCP_QUIC"]),
        &undecided("whether QUIC counts as encrypted is not documented"),
        &property("Protocol").is_one_of(&["HTTPS", "TLS"]),
    ),
    compliant_example: "\
Listener:
  Type: AWS::ElasticLoadBalancingV2::Listener
  Properties:
    LoadBalancerArn: arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web/0123456789abcdef
    Protocol: HTTPS
    Port: 443
",
    noncompliant_example: "\
Listener:
  Type: AWS::ElasticLoadBalancingV2::Listener
  Properties:
    LoadBalancerArn: arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web/0123456789abcdef
    Protocol: HTTP
    Port: 80
",
    ..Rule::BASE
};

//! `elb-tls-https-listeners-only`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ELB_TLS_HTTPS_LISTENERS_ONLY",
    name: "elb-tls-https-listeners-only",
    resource_types: &["AWS::ElasticLoadBalancing::LoadBalancer"],
    severity: Severity::Medium,
    security_hub: &["ELB.3"],
    summary: "Classic Load Balancer listeners should use HTTPS or SSL.",
    details: "\
What is sent in the clear can be read and changed on its way. `Protocol` of every listener has to be HTTPS \
or SSL, in any case of letters. The protocol behind the load balancer (`InstanceProtocol`) is not looked at.",
    fix: "Set `Protocol` of each listener to HTTPS or SSL and give it a certificate.",
    applies_when: property("Listeners").is_present(),
    compliant_when: each_item(
        "Listeners",
        &property("Protocol").ignoring_case().is_one_of(&["HTTPS", "SSL"]),
    ),
    compliant_example: "\
Balancer:
  Type: AWS::ElasticLoadBalancing::LoadBalancer
  Properties:
    Listeners:
      - LoadBalancerPort: '443'
        InstancePort: '80'
        Protocol: HTTPS
        SSLCertificateId: arn:aws:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555
",
    noncompliant_example: "\
Balancer:
  Type: AWS::ElasticLoadBalancing::LoadBalancer
  Properties:
    Listeners:
      - LoadBalancerPort: '80'
        InstancePort: '80'
        Protocol: HTTP
",
    ..Rule::BASE
};

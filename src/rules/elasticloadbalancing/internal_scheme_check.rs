//! `elb-internal-scheme-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ELB_INTERNAL_SCHEME_CHECK",
    name: "elb-internal-scheme-check",
    resource_types: &["AWS::ElasticLoadBalancing::LoadBalancer"],
    severity: Severity::Medium,
    summary: "Classic Load Balancers should be internal.",
    details: "\
What only colleagues use has no business on the internet. An absent `Scheme` means `internet-facing`.",
    fix: "Set `Scheme` to internal.",
    certainty: Certainty::Known,
    compliant_when: property("Scheme").default("internet-facing").equals("internal"),
    compliant_example: "\
Balancer:
  Type: AWS::ElasticLoadBalancing::LoadBalancer
  Properties:
    Listeners:
      - LoadBalancerPort: '443'
        InstancePort: '80'
        Protocol: HTTPS
        SSLCertificateId: arn:aws:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555
    Scheme: internal
",
    noncompliant_example: "\
Balancer:
  Type: AWS::ElasticLoadBalancing::LoadBalancer
  Properties:
    Listeners:
      - LoadBalancerPort: '443'
        InstancePort: '80'
        Protocol: HTTPS
        SSLCertificateId: arn:aws:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555
",
    ..Rule::BASE
};

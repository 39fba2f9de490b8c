//! `elb-cross-zone-load-balancing-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ELB_CROSS_ZONE_LOAD_BALANCING_ENABLED",
    name: "elb-cross-zone-load-balancing-enabled",
    resource_types: &["AWS::ElasticLoadBalancing::LoadBalancer"],
    severity: Severity::Medium,
    security_hub: &["ELB.9"],
    summary: "Classic Load Balancers should balance across zones.",
    details: "\
Without it each zone's share of the requests goes to that zone's instances alone, however few are left \
there. An absent `CrossZone` means false: only the console turns it on by itself.",
    fix: "Set `CrossZone` to true.",
    remediation_document: Some("AWSConfigRemediation-EnableCLBCrossZoneLoadBalancing"),
    compliant_when: property("CrossZone").default("false").is_true(),
    compliant_example: "\
Balancer:
  Type: AWS::ElasticLoadBalancing::LoadBalancer
  Properties:
    Listeners:
      - LoadBalancerPort: '443'
        InstancePort: '80'
        Protocol: HTTPS
        SSLCertificateId: arn:aws:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555
    CrossZone: true
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

//! `elb-acm-certificate-required`

use crate::rules::certificate::is_from_acm;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ELB_ACM_CERTIFICATE_REQUIRED",
    name: "elb-acm-certificate-required",
    resource_types: &["AWS::ElasticLoadBalancing::LoadBalancer"],
    severity: Severity::Medium,
    security_hub: &["ELB.2"],
    summary: "Classic Load Balancers should use ACM certificates on secure listeners.",
    details: "\
Certificates of ACM renew themselves; others run out on a weekend. Every HTTPS or SSL listener has to have \
an `SSLCertificateId` that is an ARN of the service acm or an `AWS::CertificateManager::Certificate` of the \
template. A load balancer without such a listener is not applicable: our reading, AWS doesn't say.",
    fix: "Set `SSLCertificateId` of the listener to the ARN of a certificate of ACM.",
    applies_when: some_item("Listeners", &IS_SECURE)
        .explained("the load balancer has no HTTPS or SSL listener"),
    compliant_when: each_item(
        "Listeners",
        &any_of(&[function(|listener| is_from_acm(listener, "SSLCertificateId")), IS_PLAIN]),
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
      - LoadBalancerPort: '443'
        InstancePort: '80'
        Protocol: HTTPS
        SSLCertificateId: arn:aws:iam::111122223333:server-certificate/web
",
    ..Rule::BASE
};

const IS_SECURE: Check = property("Protocol").ignoring_case().is_one_of(&["HTTPS", "SSL"]);
const IS_PLAIN: Check = property("Protocol").ignoring_case().is_none_of(&["HTTPS", "SSL"]);

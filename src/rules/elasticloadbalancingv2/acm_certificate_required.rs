//! `elbv2-acm-certificate-required`

use crate::rules::certificate::is_from_acm;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ELBV2_ACM_CERTIFICATE_REQUIRED",
    name: "elbv2-acm-certificate-required",
    resource_types: &["AWS::ElasticLoadBalancingV2::LoadBalancer"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    parameters: &[Parameter {
        name: "AcmCertificatesAllowed",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "ARNs of the certificates that are allowed",
    }],
    summary: "Load balancer listeners should use ACM certificates.",
    details: "\
Certificates of ACM renew themselves; others run out on a weekend. Every listener of the load balancer has \
to have certificates, all of them from ACM: an ARN of the service acm, or an \
`AWS::CertificateManager::Certificate` of the template. AWS's wording makes a listener without a certificate \
fail, even one that only redirects. With `AcmCertificatesAllowed` the ARN has to be in the list; a \
certificate of the same template has none yet.

A load balancer without a listener in the template stays open. Gateway load balancers are not applicable.",
    fix: "Give every listener a certificate of ACM in `Certificates`.",
    applies_when: property("Type")
        .default("application")
        .differs_from("gateway")
        .explained("a gateway load balancer has no certificates"),
    compliant_when: all_of(&[
        any_of(&[
            related(&["AWS::ElasticLoadBalancingV2::Listener"], "LoadBalancerArn").exists(),
            undecided("the template has no listener of the load balancer"),
        ]),
        related(&["AWS::ElasticLoadBalancingV2::Listener"], "LoadBalancerArn")
            .each(&all_of(&[property("Certificates").is_present(), each_item("Certificates", &FROM_ACM)])),
    ]),
    compliant_example: "\
Balancer:
  Type: AWS::ElasticLoadBalancingV2::LoadBalancer
  Properties:
    Subnets:
      - subnet-0123456789abcdef0
      - subnet-0fedcba9876543210
Listener:
  Type: AWS::ElasticLoadBalancingV2::Listener
  Properties:
    LoadBalancerArn: !Ref Balancer
    Protocol: HTTPS
    Port: 443
    Certificates:
      - CertificateArn: arn:aws:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555
    DefaultActions:
      - Type: fixed-response
        FixedResponseConfig:
          StatusCode: '200'
",
    noncompliant_example: "\
Balancer:
  Type: AWS::ElasticLoadBalancingV2::LoadBalancer
  Properties:
    Subnets:
      - subnet-0123456789abcdef0
      - subnet-0fedcba9876543210
Listener:
  Type: AWS::ElasticLoadBalancingV2::Listener
  Properties:
    LoadBalancerArn: !Ref Balancer
    Protocol: HTTP
    Port: 80
    DefaultActions:
      - Type: redirect
        RedirectConfig:
          Protocol: HTTPS
          Port: '443'
          StatusCode: HTTP_301
",
    ..Rule::BASE
};

const FROM_ACM: Check = all_of(&[
    function(|listener| is_from_acm(listener, "CertificateArn")),
    when_parameter(
        "AcmCertificatesAllowed",
        &property("CertificateArn").is_one_of_parameter("AcmCertificatesAllowed"),
    ),
]);

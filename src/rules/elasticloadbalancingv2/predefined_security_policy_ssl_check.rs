//! `elbv2-predefined-security-policy-ssl-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ELBV2_PREDEFINED_SECURITY_POLICY_SSL_CHECK",
    name: "elbv2-predefined-security-policy-ssl-check",
    resource_types: &["AWS::ElasticLoadBalancingV2::Listener"],
    severity: Severity::Medium,
    security_hub: &["ELB.17"],
    parameters: &[Parameter {
        name: "sslPolicies",
        parameter_type: ParameterType::Csv,
        required: true,
        default: None,
        description: "names of the policies that are allowed",
    }],
    summary: "HTTPS and TLS listeners should use one of the approved security policies.",
    details: "\
An old policy lets clients choose ciphers that have been broken. `SslPolicy` has to be in the list; absent \
it means ELBSecurityPolicy-2016-08, the default of CloudFormation (the console picks a newer one). Listeners \
that are neither HTTPS nor TLS are not applicable. AWS demands the parameter and has no default for it.",
    fix: "Set `SslPolicy` to one of the allowed policies.",
    applies_when: property("Protocol").is_one_of(&["HTTPS", "TLS"]),
    compliant_when: property("SslPolicy")
        .default("ELBSecurityPolicy-2016-08")
        .is_one_of_parameter("sslPolicies"),
    compliant_example: "\
Listener:
  Type: AWS::ElasticLoadBalancingV2::Listener
  Properties:
    LoadBalancerArn: arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web/0123456789abcdef
    Protocol: HTTPS
    Port: 443
    SslPolicy: ELBSecurityPolicy-TLS13-1-2-2021-06
",
    noncompliant_example: "\
Listener:
  Type: AWS::ElasticLoadBalancingV2::Listener
  Properties:
    LoadBalancerArn: arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web/0123456789abcdef
    Protocol: HTTPS
    Port: 443
",
    example_parameters: &[(
        "sslPolicies",
        "ELBSecurityPolicy-TLS13-1-2-2021-06, ELBSecurityPolicy-TLS13-1-3-2021-06",
    )],
    ..Rule::BASE
};

//! `elb-predefined-security-policy-ssl-check`

use super::negotiation::{DEFAULT_POLICY, attributes, every_secure_listener};
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ELB_PREDEFINED_SECURITY_POLICY_SSL_CHECK",
    name: "elb-predefined-security-policy-ssl-check",
    resource_types: &["AWS::ElasticLoadBalancing::LoadBalancer"],
    severity: Severity::Medium,
    security_hub: &["ELB.8"],
    parameters: &[Parameter {
        name: "predefinedPolicyName",
        parameter_type: ParameterType::String,
        required: true,
        default: Some("ELBSecurityPolicy-TLS-1-2-2017-01"),
        description: "name of the policy; the default is what Security Hub passes",
    }],
    summary: "Classic Load Balancer secure listeners should use the given predefined TLS policy.",
    details: "\
An old policy lets clients choose ciphers that have been broken. `PolicyNames` of every HTTPS or SSL \
listener has to name a policy in `Policies` of type SSLNegotiationPolicyType whose attribute \
Reference-Security-Policy is the parameter's value; of several policies one is enough. A listener without \
such a policy has the service's default, ELBSecurityPolicy-2016-08. A load balancer without a secure \
listener is not applicable.",
    fix: "Add a policy of type SSLNegotiationPolicyType with Reference-Security-Policy and name it in the listener's `PolicyNames`.",
    applies_when: some_item("Listeners", &IS_SECURE)
        .explained("the load balancer has no HTTPS or SSL listener"),
    compliant_when: function(|balancer| {
        every_secure_listener(balancer, &|policy| {
            let wanted = balancer.parameter("predefinedPolicyName")?.trim();
            let Some(policy) = policy else { return Some(wanted == DEFAULT_POLICY) };
            let attributes = attributes(policy)?;
            Some(
                attributes.iter().any(|(name, value)| name == "Reference-Security-Policy" && value == wanted),
            )
        })
    }),
    compliant_example: "\
Balancer:
  Type: AWS::ElasticLoadBalancing::LoadBalancer
  Properties:
    Listeners:
      - LoadBalancerPort: '443'
        InstancePort: '80'
        Protocol: HTTPS
        SSLCertificateId: arn:aws:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555
        PolicyNames:
          - tls
    Policies:
      - PolicyName: tls
        PolicyType: SSLNegotiationPolicyType
        Attributes:
          - Name: Reference-Security-Policy
            Value: ELBSecurityPolicy-TLS-1-2-2017-01
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

const IS_SECURE: Check = property("Protocol").ignoring_case().is_one_of(&["HTTPS", "SSL"]);

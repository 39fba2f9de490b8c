//! `elb-custom-security-policy-ssl-check`

use super::negotiation::{attributes, every_secure_listener};
use crate::rules::*;
use std::collections::BTreeSet;

pub(super) static RULE: Rule = Rule {
    identifier: "ELB_CUSTOM_SECURITY_POLICY_SSL_CHECK",
    name: "elb-custom-security-policy-ssl-check",
    resource_types: &["AWS::ElasticLoadBalancing::LoadBalancer"],
    severity: Severity::Medium,
    parameters: &[Parameter {
        name: "sslProtocolsAndCiphers",
        parameter_type: ParameterType::String,
        required: true,
        default: None,
        description: "protocols and ciphers of the policy, comma-separated, such as Protocol-TLSv1.2,ECDHE-RSA-AES128-GCM-SHA256",
    }],
    summary: "Classic Load Balancer secure listeners should use the given custom TLS policy.",
    details: "\
Who knows all clients can leave out every cipher that none of them needs. `PolicyNames` of every HTTPS or \
SSL listener has to name a policy in `Policies` of type SSLNegotiationPolicyType without \
Reference-Security-Policy, whose attributes with the value true are exactly those of the parameter. AWS \
doesn't say whether they have to be equal or only lie inside the list: equal is our reading. A listener \
without such a policy has a predefined one and fails. A load balancer without a secure listener is not \
applicable. AWS demands the parameter and has no default for it.",
    fix: "Add a policy of type SSLNegotiationPolicyType with the expected protocols and ciphers and name it in the listener's `PolicyNames`.",
    certainty: Certainty::Guess,
    applies_when: some_item("Listeners", &IS_SECURE)
        .explained("the load balancer has no HTTPS or SSL listener"),
    compliant_when: function(|balancer| {
        every_secure_listener(balancer, &|policy| {
            let wanted = balancer.parameter("sslProtocolsAndCiphers")?.split(',').map(str::trim);
            let Some(policy) = policy else { return Some(false) };
            let attributes = attributes(policy)?;
            let on = attributes.iter().filter(|(_, value)| value.eq_ignore_ascii_case("true"));
            let is_custom = attributes.iter().all(|(name, _)| name != "Reference-Security-Policy");
            let on: BTreeSet<&str> = on.map(|(name, _)| &**name).collect();
            Some(is_custom && on == wanted.filter(|name| !name.is_empty()).collect())
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
          - Name: Protocol-TLSv1.2
            Value: 'true'
          - Name: ECDHE-RSA-AES128-GCM-SHA256
            Value: 'true'
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
    example_parameters: &[("sslProtocolsAndCiphers", "ECDHE-RSA-AES128-GCM-SHA256, Protocol-TLSv1.2")],
    ..Rule::BASE
};

const IS_SECURE: Check = property("Protocol").ignoring_case().is_one_of(&["HTTPS", "SSL"]);

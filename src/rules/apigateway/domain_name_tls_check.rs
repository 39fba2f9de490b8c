//! `apigateway-domain-name-tls-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "APIGATEWAY_DOMAIN_NAME_TLS_CHECK",
    name: "apigateway-domain-name-tls-check",
    resource_types: &["AWS::ApiGateway::DomainName"],
    severity: Severity::Medium,
    security_hub: &["APIGateway.11"],
    parameters: &[Parameter {
        name: "allowedSecurityPolicies",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "security policies that are allowed; TLS_1_2 and later when not given",
    }],
    summary: "API Gateway domain names should require TLS 1.2 or a stricter allowed policy.",
    details: "\
Clients that negotiate TLS 1.0 can be read along. Without the parameter TLS_1_0 fails, TLS_1_2 and every \
policy whose name begins with SecurityPolicy_ pass; with it, the policy has to be in the list. Which policy \
the service chooses where `SecurityPolicy` is absent is not documented: that stays open.",
    fix: "Set `SecurityPolicy` to TLS_1_2 or a stricter policy.",
    certainty: Certainty::Known,
    compliant_when: when(
        &parameter_is_given("allowedSecurityPolicies"),
        &POLICY.is_one_of_parameter("allowedSecurityPolicies"),
        &POLICY.differs_from("TLS_1_0"),
    ),
    compliant_example: "\
Domain:
  Type: AWS::ApiGateway::DomainName
  Properties:
    DomainName: api.example.org
    SecurityPolicy: TLS_1_2
",
    noncompliant_example: "\
Domain:
  Type: AWS::ApiGateway::DomainName
  Properties:
    DomainName: api.example.org
    SecurityPolicy: TLS_1_0
",
    ..Rule::BASE
};

const POLICY: Property = property("SecurityPolicy")
    .unknown_when_absent("SecurityPolicy is not set, and what the service chooses is not documented");

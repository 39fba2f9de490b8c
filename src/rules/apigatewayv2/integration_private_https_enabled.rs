//! `apigatewayv2-integration-private-https-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "APIGATEWAYV2_INTEGRATION_PRIVATE_HTTPS_ENABLED",
    name: "apigatewayv2-integration-private-https-enabled",
    resource_types: &["AWS::ApiGatewayV2::Integration"],
    severity: Severity::Medium,
    security_hub: &["APIGateway.10"],
    summary: "Private HTTP API integrations should use HTTPS.",
    details: "\
Inside the VPC, too, what is sent in the clear can be read. A private integration (`ConnectionType` \
VPC_LINK) has to have a `TlsConfig`, with or without `ServerNameToVerify`; an empty one stays open, since it \
may be dropped on deployment. Public integrations (the default) are not applicable, which follows from the \
Security Hub control; neither are those of WebSocket APIs.",
    fix: "Add `TlsConfig` with `ServerNameToVerify` to the integration.",
    applies_when: property("ConnectionType")
        .default("INTERNET")
        .equals("VPC_LINK")
        .explained("the integration is not private"),
    compliant_when: function(|integration| {
        integration.look("TlsConfig", &mut |place| match place.value {
            Some(value) if value.as_map().is_some_and(|map| map.is_empty()) => {
                integration.unknown("an empty TlsConfig may be dropped on deployment")
            }
            _ => property("TlsConfig").is_present().evaluate(integration),
        })
    }),
    compliant_example: "\
Integration:
  Type: AWS::ApiGatewayV2::Integration
  Properties:
    ApiId: a1b2c3d4e5
    IntegrationType: HTTP_PROXY
    ConnectionType: VPC_LINK
    TlsConfig:
      ServerNameToVerify: internal.example.org
",
    noncompliant_example: "\
Integration:
  Type: AWS::ApiGatewayV2::Integration
  Properties:
    ApiId: a1b2c3d4e5
    IntegrationType: HTTP_PROXY
    ConnectionType: VPC_LINK
",
    ..Rule::BASE
};

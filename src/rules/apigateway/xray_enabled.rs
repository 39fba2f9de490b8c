//! `api-gw-xray-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "API_GW_XRAY_ENABLED",
    name: "api-gw-xray-enabled",
    resource_types: &["AWS::ApiGateway::Stage"],
    proactive: true,
    severity: Severity::Low,
    security_hub: &["APIGateway.3"],
    summary: "X-Ray tracing should be on for stages of REST APIs.",
    details: "\
Without traces nobody can tell which of the services behind an API made a request slow or fail. An absent \
`TracingEnabled` means false.

Only stages that are resources of their own are judged: not the one that `AWS::ApiGateway::Deployment` makes \
from its `StageDescription`, and not those of HTTP and WebSocket APIs (`AWS::ApiGatewayV2::Stage`). In \
proactive mode AWS Config also wants `RestApiId`, which every stage has.",
    fix: "Set `TracingEnabled` to true on the stage.",
    remediation_document: Some("AWSConfigRemediation-EnableAPIGatewayTracing"),
    compliant_when: property("TracingEnabled").default("false").is_true(),
    compliant_example: "\
Production:
  Type: AWS::ApiGateway::Stage
  Properties:
    RestApiId: a1b2c3d4e5
    TracingEnabled: true
",
    noncompliant_example: "\
Production:
  Type: AWS::ApiGateway::Stage
  Properties:
    RestApiId: a1b2c3d4e5
",
    ..Rule::BASE
};

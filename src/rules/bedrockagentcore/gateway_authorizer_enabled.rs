//! `bedrockagentcore-gateway-authorizer-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "BEDROCKAGENTCORE_GATEWAY_AUTHORIZER_ENABLED",
    name: "bedrockagentcore-gateway-authorizer-enabled",
    resource_types: &["AWS::BedrockAgentCore::Gateway"],
    severity: Severity::High,
    security_hub: &["BedrockAgentCore.2"],
    summary: "Bedrock AgentCore gateways should authorize inbound requests.",
    details: "\
A gateway without an authorizer lets anybody call its tools. `AuthorizerType` `NONE` is noncompliant; \
`CUSTOM_JWT` and `AWS_IAM` are compliant. The property is required.",
    fix: "Set `AuthorizerType` to CUSTOM_JWT, with an `AuthorizerConfiguration`, or to AWS_IAM.",
    compliant_when: property("AuthorizerType").differs_from("NONE"),
    compliant_example: "\
Tools:
  Type: AWS::BedrockAgentCore::Gateway
  Properties:
    Name: tools
    ProtocolType: MCP
    RoleArn: arn:aws:iam::111122223333:role/gateway
    AuthorizerType: AWS_IAM
",
    noncompliant_example: "\
Tools:
  Type: AWS::BedrockAgentCore::Gateway
  Properties:
    Name: tools
    ProtocolType: MCP
    RoleArn: arn:aws:iam::111122223333:role/gateway
    AuthorizerType: NONE
",
    ..Rule::BASE
};

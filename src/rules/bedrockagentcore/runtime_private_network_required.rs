//! `bedrockagentcore-runtime-private-network-required`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "BEDROCKAGENTCORE_RUNTIME_PRIVATE_NETWORK_REQUIRED",
    name: "bedrockagentcore-runtime-private-network-required",
    resource_types: &["AWS::BedrockAgentCore::Runtime"],
    severity: Severity::High,
    security_hub: &["BedrockAgentCore.1"],
    summary: "Bedrock AgentCore runtimes should not use public networking.",
    details: "\
An agent with public networking reaches the internet past the rules of your network. \
`NetworkConfiguration.NetworkMode` `PUBLIC` is noncompliant, `VPC` is compliant; the property is required.

Security Hub leaves out runtimes that are backed by a capacity provider, for which CloudFormation has no \
property yet.",
    fix: "Set `NetworkConfiguration.NetworkMode` to VPC, with a `NetworkModeConfig`.",
    compliant_when: property("NetworkConfiguration.NetworkMode").differs_from("PUBLIC"),
    compliant_example: "\
Agent:
  Type: AWS::BedrockAgentCore::Runtime
  Properties:
    AgentRuntimeName: agent
    RoleArn: arn:aws:iam::111122223333:role/agent
    NetworkConfiguration:
      NetworkMode: VPC
      NetworkModeConfig:
        Subnets:
          - subnet-0123456789abcdef0
        SecurityGroups:
          - sg-0123456789abcdef0
",
    noncompliant_example: "\
Agent:
  Type: AWS::BedrockAgentCore::Runtime
  Properties:
    AgentRuntimeName: agent
    RoleArn: arn:aws:iam::111122223333:role/agent
    NetworkConfiguration:
      NetworkMode: PUBLIC
",
    ..Rule::BASE
};

//! `bedrock-agentcore-memory-encryption-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "BEDROCK_AGENTCORE_MEMORY_ENCRYPTION_ENABLED",
    name: "bedrock-agentcore-memory-encryption-enabled",
    resource_types: &["AWS::BedrockAgentCore::Memory"],
    severity: Severity::Medium,
    summary: "Bedrock AgentCore memories should be encrypted with a customer managed key.",
    details: "\
A memory holds what people told an agent; with a key of your own you decide, and see in CloudTrail, who may \
decrypt it. An absent `EncryptionKeyArn` means a key of the service. Any key that is named counts as your \
own: whether AWS Config looks behind the ARN is not documented.",
    fix: "Set `EncryptionKeyArn` to the ARN of a KMS key.",
    compliant_when: property("EncryptionKeyArn").is_present(),
    compliant_example: "\
Memory:
  Type: AWS::BedrockAgentCore::Memory
  Properties:
    Name: memory
    EventExpiryDuration: 30
    EncryptionKeyArn: arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab
",
    noncompliant_example: "\
Memory:
  Type: AWS::BedrockAgentCore::Memory
  Properties:
    Name: memory
    EventExpiryDuration: 30
",
    ..Rule::BASE
};

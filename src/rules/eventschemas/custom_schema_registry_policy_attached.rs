//! `custom-schema-registry-policy-attached`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "CUSTOM_SCHEMA_REGISTRY_POLICY_ATTACHED",
    name: "custom-schema-registry-policy-attached",
    resource_types: &["AWS::EventSchemas::Registry"],
    trigger: Trigger::Periodic,
    severity: Severity::Low,
    summary: "Custom EventBridge schema registries should have a resource policy.",
    details: "\
Without a policy of its own, a registry is open to every identity of the account that may use schemas. An \
`AWS::EventSchemas::RegistryPolicy` of the template has to name it in `RegistryName`.",
    fix: "Add an `AWS::EventSchemas::RegistryPolicy` for the registry.",
    compliant_when: related(&["AWS::EventSchemas::RegistryPolicy"], "RegistryName").exists(),
    compliant_example: "\
Orders:
  Type: AWS::EventSchemas::Registry
  Properties:
    RegistryName: orders
OrdersPolicy:
  Type: AWS::EventSchemas::RegistryPolicy
  Properties:
    RegistryName: orders
    Policy:
      Version: '2012-10-17'
      Statement: []
",
    noncompliant_example: "\
Orders:
  Type: AWS::EventSchemas::Registry
  Properties:
    RegistryName: orders
",
    ..Rule::BASE
};

//! `dax-encryption-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "DAX_ENCRYPTION_ENABLED",
    name: "dax-encryption-enabled",
    resource_types: &["AWS::DAX::Cluster"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    security_hub: &["DynamoDB.3"],
    summary: "DAX clusters should encrypt their data at rest.",
    details: "\
What the cache writes to disk is worth nothing without the key. An absent `SSESpecification` means off.",
    fix: "Set `SSESpecification.SSEEnabled` to true; the cluster has to be made anew for it.",
    compliant_when: property("SSESpecification.SSEEnabled").default("false").is_true(),
    compliant_example: "\
Cache:
  Type: AWS::DAX::Cluster
  Properties:
    IAMRoleARN: arn:aws:iam::111122223333:role/dax
    NodeType: dax.r5.large
    ReplicationFactor: 3
    SSESpecification:
      SSEEnabled: true
",
    noncompliant_example: "\
Cache:
  Type: AWS::DAX::Cluster
  Properties:
    IAMRoleARN: arn:aws:iam::111122223333:role/dax
    NodeType: dax.r5.large
    ReplicationFactor: 3
    SSESpecification:
      SSEEnabled: false
",
    ..Rule::BASE
};

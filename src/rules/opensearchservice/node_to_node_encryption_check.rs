//! `opensearch-node-to-node-encryption-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "OPENSEARCH_NODE_TO_NODE_ENCRYPTION_CHECK",
    name: "opensearch-node-to-node-encryption-check",
    resource_types: &["AWS::OpenSearchService::Domain"],
    severity: Severity::Medium,
    security_hub: &["Opensearch.3"],
    summary: "OpenSearch domains should encrypt the traffic between their nodes.",
    details: "\
Nodes send each other the data of the domain. An absent `NodeToNodeEncryptionOptions` means off.",
    fix: "Set `NodeToNodeEncryptionOptions.Enabled` to true.",
    compliant_when: property("NodeToNodeEncryptionOptions.Enabled").default("false").is_true(),
    compliant_example: "\
Search:
  Type: AWS::OpenSearchService::Domain
  Properties:
    NodeToNodeEncryptionOptions:
      Enabled: true
",
    noncompliant_example: "\
Search:
  Type: AWS::OpenSearchService::Domain
  Properties:
    NodeToNodeEncryptionOptions:
      Enabled: false
",
    ..Rule::BASE
};

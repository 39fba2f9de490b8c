//! `elasticsearch-node-to-node-encryption-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ELASTICSEARCH_NODE_TO_NODE_ENCRYPTION_CHECK",
    name: "elasticsearch-node-to-node-encryption-check",
    resource_types: &["AWS::Elasticsearch::Domain"],
    proactive: true,
    severity: Severity::Medium,
    security_hub: &["ES.3"],
    summary: "Elasticsearch domains should encrypt the traffic between their nodes.",
    details: "\
Nodes send each other the data of the domain. An absent `NodeToNodeEncryptionOptions` means off.

Domains of type `AWS::OpenSearchService::Domain` have a rule of their own. AWS's page on proactive mode calls \
`NodeToNodeEncryptionOptions` a boolean; CloudFormation wants an object with `Enabled`, and so does this rule.",
    fix: "Set `NodeToNodeEncryptionOptions.Enabled` to true; the domain needs Elasticsearch 6.0 or later.",
    compliant_when: property("NodeToNodeEncryptionOptions.Enabled").default("false").is_true(),
    compliant_example: "\
Search:
  Type: AWS::Elasticsearch::Domain
  Properties:
    NodeToNodeEncryptionOptions:
      Enabled: true
",
    noncompliant_example: "\
Search:
  Type: AWS::Elasticsearch::Domain
  Properties:
    NodeToNodeEncryptionOptions:
      Enabled: false
",
    ..Rule::BASE
};

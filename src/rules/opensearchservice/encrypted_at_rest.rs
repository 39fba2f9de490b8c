//! `opensearch-encrypted-at-rest`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "OPENSEARCH_ENCRYPTED_AT_REST",
    name: "opensearch-encrypted-at-rest",
    resource_types: &["AWS::OpenSearchService::Domain"],
    severity: Severity::Medium,
    security_hub: &["Opensearch.1"],
    summary: "OpenSearch domains should encrypt their data at rest.",
    details: "\
A copy of the disk or of a snapshot is worth nothing without the key. An absent `EncryptionAtRestOptions` \
means off in CloudFormation. Which key it is makes no difference.",
    fix: "Set `EncryptionAtRestOptions.Enabled` to true.",
    compliant_when: property("EncryptionAtRestOptions.Enabled").default("false").is_true(),
    compliant_example: "\
Search:
  Type: AWS::OpenSearchService::Domain
  Properties:
    EncryptionAtRestOptions:
      Enabled: true
",
    noncompliant_example: "\
Search:
  Type: AWS::OpenSearchService::Domain
  Properties:
    EncryptionAtRestOptions:
      Enabled: false
",
    ..Rule::BASE
};

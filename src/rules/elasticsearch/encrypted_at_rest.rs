//! `elasticsearch-encrypted-at-rest`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ELASTICSEARCH_ENCRYPTED_AT_REST",
    name: "elasticsearch-encrypted-at-rest",
    resource_types: &["AWS::Elasticsearch::Domain"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    security_hub: &["ES.1"],
    summary: "Elasticsearch domains should encrypt their data at rest.",
    details: "\
A copy of the disk or of a snapshot is worth nothing without the key. An absent `EncryptionAtRestOptions` \
means off. Domains of type `AWS::OpenSearchService::Domain` have a rule of their own.",
    fix: "Set `EncryptionAtRestOptions.Enabled` to true.",
    compliant_when: property("EncryptionAtRestOptions.Enabled").default("false").is_true(),
    compliant_example: "\
Search:
  Type: AWS::Elasticsearch::Domain
  Properties:
    EncryptionAtRestOptions:
      Enabled: true
",
    noncompliant_example: "\
Search:
  Type: AWS::Elasticsearch::Domain
  Properties:
    EncryptionAtRestOptions:
      Enabled: false
",
    ..Rule::BASE
};

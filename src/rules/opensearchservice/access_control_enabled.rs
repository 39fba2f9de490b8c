//! `opensearch-access-control-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "OPENSEARCH_ACCESS_CONTROL_ENABLED",
    name: "opensearch-access-control-enabled",
    resource_types: &["AWS::OpenSearchService::Domain"],
    severity: Severity::High,
    security_hub: &["Opensearch.7"],
    summary: "OpenSearch domains should have fine-grained access control.",
    details: "\
Without it, whoever may call the domain may read and delete every index. An absent `AdvancedSecurityOptions` \
means off. Domains of type `AWS::Elasticsearch::Domain` are not judged.",
    fix: "Set `AdvancedSecurityOptions.Enabled` to true, with a master user.",
    compliant_when: property("AdvancedSecurityOptions.Enabled").default("false").is_true(),
    compliant_example: "\
Search:
  Type: AWS::OpenSearchService::Domain
  Properties:
    AdvancedSecurityOptions:
      Enabled: true
",
    noncompliant_example: "\
Search:
  Type: AWS::OpenSearchService::Domain
  Properties:
    AdvancedSecurityOptions:
      Enabled: false
",
    ..Rule::BASE
};

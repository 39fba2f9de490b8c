//! `opensearchserverless-collection-standbyreplicas-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "OPENSEARCHSERVERLESS_COLLECTION_STANDBYREPLICAS_ENABLED",
    name: "opensearchserverless-collection-standbyreplicas-enabled",
    resource_types: &["AWS::OpenSearchServerless::Collection"],
    severity: Severity::Medium,
    summary: "OpenSearch Serverless collections should have standby replicas.",
    details: "\
Without standby replicas a collection is gone as long as its Availability Zone is. An absent \
`StandbyReplicas` means `ENABLED`, the service's default.",
    fix: "Set `StandbyReplicas` to `ENABLED`, or leave it out; the collection has to be made anew for it.",
    certainty: Certainty::Known,
    compliant_when: property("StandbyReplicas").default("ENABLED").equals("ENABLED"),
    compliant_example: "\
Collection:
  Type: AWS::OpenSearchServerless::Collection
  Properties:
    Name: events
    StandbyReplicas: ENABLED
",
    noncompliant_example: "\
Collection:
  Type: AWS::OpenSearchServerless::Collection
  Properties:
    Name: events
    StandbyReplicas: DISABLED
",
    ..Rule::BASE
};

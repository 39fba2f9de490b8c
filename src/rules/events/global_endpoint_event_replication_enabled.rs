//! `global-endpoint-event-replication-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "GLOBAL_ENDPOINT_EVENT_REPLICATION_ENABLED",
    name: "global-endpoint-event-replication-enabled",
    resource_types: &["AWS::Events::Endpoint"],
    severity: Severity::Medium,
    security_hub: &["EventBridge.4"],
    summary: "EventBridge global endpoints should replicate events.",
    details: "\
Without replication the second Region misses what arrived before the failover. An absent \
`ReplicationConfig.State` means `ENABLED`, the service's default.",
    fix: "Set `ReplicationConfig.State` to `ENABLED`, or leave it out.",
    certainty: Certainty::Known,
    compliant_when: property("ReplicationConfig.State").default("ENABLED").equals("ENABLED"),
    compliant_example: "\
Endpoint:
  Type: AWS::Events::Endpoint
  Properties:
    Name: orders
",
    noncompliant_example: "\
Endpoint:
  Type: AWS::Events::Endpoint
  Properties:
    Name: orders
    ReplicationConfig:
      State: DISABLED
",
    ..Rule::BASE
};

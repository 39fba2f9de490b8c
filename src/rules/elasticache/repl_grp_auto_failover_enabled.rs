//! `elasticache-repl-grp-auto-failover-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ELASTICACHE_REPL_GRP_AUTO_FAILOVER_ENABLED",
    name: "elasticache-repl-grp-auto-failover-enabled",
    resource_types: &["AWS::ElastiCache::ReplicationGroup"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    security_hub: &["ElastiCache.3"],
    summary: "ElastiCache replication groups should fail over by themselves.",
    details: "\
Without failover a group whose primary node dies takes no writes until somebody acts. An absent \
`AutomaticFailoverEnabled` means false, except in a secondary group of a global datastore: it takes the \
setting of the primary and stays open.",
    fix: "Set `AutomaticFailoverEnabled` to true, with at least one replica.",
    certainty: Certainty::Known,
    compliant_when: when(
        &property("GlobalReplicationGroupId").is_present(),
        &property("AutomaticFailoverEnabled")
            .unknown_when_absent("the primary group of the global datastore decides")
            .is_true(),
        &property("AutomaticFailoverEnabled").default("false").is_true(),
    ),
    compliant_example: "\
Cache:
  Type: AWS::ElastiCache::ReplicationGroup
  Properties:
    ReplicationGroupDescription: sessions
    AutomaticFailoverEnabled: true
",
    noncompliant_example: "\
Cache:
  Type: AWS::ElastiCache::ReplicationGroup
  Properties:
    ReplicationGroupDescription: sessions
    AutomaticFailoverEnabled: false
",
    ..Rule::BASE
};

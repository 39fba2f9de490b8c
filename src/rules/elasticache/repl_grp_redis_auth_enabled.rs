//! `elasticache-repl-grp-redis-auth-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ELASTICACHE_REPL_GRP_REDIS_AUTH_ENABLED",
    name: "elasticache-repl-grp-redis-auth-enabled",
    resource_types: &["AWS::ElastiCache::ReplicationGroup"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    security_hub: &["ElastiCache.6"],
    summary: "ElastiCache replication groups of Redis before 6 should ask for a token.",
    details: "\
Before version 6 Redis knows one password, `AuthToken`; without it everyone in the network gets in. From \
version 6 on users are told apart, so such groups, those without an `EngineVersion` and Valkey are not \
applicable; AWS may call them compliant.",
    fix: "Set `AuthToken`, from a secret, or move to Redis 6 or later with `UserGroupIds`.",
    applies_when: when(
        &property("Engine").ignoring_case().equals("valkey"),
        &never("Valkey tells users apart"),
        &when(
            &property("EngineVersion").default("7.1").version_at_least("6"),
            &never("the version tells users apart"),
            &Check::ALWAYS,
        ),
    ),
    compliant_when: property("AuthToken").is_present(),
    compliant_example: "\
Cache:
  Type: AWS::ElastiCache::ReplicationGroup
  Properties:
    ReplicationGroupDescription: sessions
    EngineVersion: 5.0.6
    TransitEncryptionEnabled: true
    AuthToken: '{{resolve:secretsmanager:cache:SecretString:token}}'
",
    noncompliant_example: "\
Cache:
  Type: AWS::ElastiCache::ReplicationGroup
  Properties:
    ReplicationGroupDescription: sessions
    EngineVersion: 5.0.6
",
    ..Rule::BASE
};

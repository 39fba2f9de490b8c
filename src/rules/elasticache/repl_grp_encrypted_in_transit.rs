//! `elasticache-repl-grp-encrypted-in-transit`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ELASTICACHE_REPL_GRP_ENCRYPTED_IN_TRANSIT",
    name: "elasticache-repl-grp-encrypted-in-transit",
    resource_types: &["AWS::ElastiCache::ReplicationGroup"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    security_hub: &["ElastiCache.5"],
    summary: "ElastiCache replication groups should encrypt their traffic.",
    details: "\
Without TLS, whoever is in the network reads what goes to the cache and between its nodes. An absent \
`TransitEncryptionEnabled` means false for Redis OSS; for Valkey AWS's texts don't settle it, so it stays \
open. `TransitEncryptionMode: preferred` still takes plain connections, but the rule doesn't look at it.",
    fix: "Set `TransitEncryptionEnabled` to true.",
    certainty: Certainty::Known,
    compliant_when: when(
        &property("Engine").ignoring_case().equals("valkey"),
        &property("TransitEncryptionEnabled")
            .unknown_when_absent(
                "TransitEncryptionEnabled is not set, and AWS does not say what that means for Valkey",
            )
            .is_true(),
        &property("TransitEncryptionEnabled").default("false").is_true(),
    ),
    compliant_example: "\
Cache:
  Type: AWS::ElastiCache::ReplicationGroup
  Properties:
    ReplicationGroupDescription: sessions
    TransitEncryptionEnabled: true
",
    noncompliant_example: "\
Cache:
  Type: AWS::ElastiCache::ReplicationGroup
  Properties:
    ReplicationGroupDescription: sessions
    TransitEncryptionEnabled: false
",
    ..Rule::BASE
};

//! `elasticache-redis-cluster-automatic-backup-check`

use super::IS_NOT_MEMCACHED;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ELASTICACHE_REDIS_CLUSTER_AUTOMATIC_BACKUP_CHECK",
    name: "elasticache-redis-cluster-automatic-backup-check",
    resource_types: &["AWS::ElastiCache::CacheCluster", "AWS::ElastiCache::ReplicationGroup"],
    trigger: Trigger::Periodic,
    severity: Severity::High,
    security_hub: &["ElastiCache.1"],
    parameters: &[Parameter {
        name: "snapshotRetentionPeriod",
        parameter_type: ParameterType::Int,
        required: false,
        default: Some("15"),
        description: "days that backups have to be kept at least",
    }],
    summary: "ElastiCache for Redis should keep automatic backups for long enough.",
    details: "\
What a cache holds is gone with its nodes unless it was backed up. An absent `SnapshotRetentionLimit` means \
0: no automatic backups. Memcached has none and is not applicable; AWS doesn't say so in words.

AWS's page says that fewer days than the parameter fail, and in its example that 15 fail too. Here as many \
days as the parameter pass. Security Hub passes 1.

Members of a replication group have the settings of their group and are no resources of the template.",
    fix: "Set `SnapshotRetentionLimit` to 15 or more.",
    certainty: Certainty::Known,
    applies_when: IS_NOT_MEMCACHED,
    compliant_when: property("SnapshotRetentionLimit")
        .default("0")
        .at_least_parameter("snapshotRetentionPeriod"),
    compliant_example: "\
Cache:
  Type: AWS::ElastiCache::CacheCluster
  Properties:
    Engine: redis
    CacheNodeType: cache.t4g.small
    NumCacheNodes: 1
    SnapshotRetentionLimit: 15
",
    noncompliant_example: "\
Cache:
  Type: AWS::ElastiCache::CacheCluster
  Properties:
    Engine: redis
    CacheNodeType: cache.t4g.small
    NumCacheNodes: 1
    SnapshotRetentionLimit: 0
",
    ..Rule::BASE
};

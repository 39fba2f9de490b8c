//! `elasticache-automatic-backup-check-enabled`

use super::IS_NOT_MEMCACHED;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ELASTICACHE_AUTOMATIC_BACKUP_CHECK_ENABLED",
    name: "elasticache-automatic-backup-check-enabled",
    resource_types: &["AWS::ElastiCache::CacheCluster"],
    trigger: Trigger::Periodic,
    severity: Severity::High,
    parameters: &[Parameter {
        name: "snapshotRetentionPeriod",
        parameter_type: ParameterType::Int,
        required: false,
        default: Some("1"),
        description: "days that backups have to be kept at least, from 1 to 35",
    }],
    summary: "ElastiCache clusters for Valkey or Redis OSS should have automatic backups.",
    details: "\
What a cache holds is gone with its nodes unless it was backed up. An absent `SnapshotRetentionLimit` means \
0: no automatic backups. Memcached has none and is not applicable.

Members of a replication group have the settings of their group and are no resources of the template.",
    fix: "Set `SnapshotRetentionLimit` to 1 or more.",
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
    SnapshotRetentionLimit: 7
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

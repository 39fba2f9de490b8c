//! `elasticache-auto-minor-version-upgrade-check`

use super::IS_NOT_MEMCACHED;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ELASTICACHE_AUTO_MINOR_VERSION_UPGRADE_CHECK",
    name: "elasticache-auto-minor-version-upgrade-check",
    resource_types: &["AWS::ElastiCache::CacheCluster"],
    trigger: Trigger::Periodic,
    severity: Severity::High,
    security_hub: &["ElastiCache.2"],
    summary: "ElastiCache clusters should take minor version upgrades by themselves.",
    details: "\
Minor versions bring security patches. An absent `AutoMinorVersionUpgrade` means true, the service's \
default. Memcached is not applicable.

Members of a replication group have the settings of their group and are no resources of the template.",
    fix: "Set `AutoMinorVersionUpgrade` to true, or leave it out.",
    applies_when: IS_NOT_MEMCACHED,
    compliant_when: property("AutoMinorVersionUpgrade").default("true").is_true(),
    compliant_example: "\
Cache:
  Type: AWS::ElastiCache::CacheCluster
  Properties:
    Engine: redis
    CacheNodeType: cache.t4g.small
    NumCacheNodes: 1
    AutoMinorVersionUpgrade: true
",
    noncompliant_example: "\
Cache:
  Type: AWS::ElastiCache::CacheCluster
  Properties:
    Engine: redis
    CacheNodeType: cache.t4g.small
    NumCacheNodes: 1
    AutoMinorVersionUpgrade: false
",
    ..Rule::BASE
};

//! `elasticache-subnet-group-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ELASTICACHE_SUBNET_GROUP_CHECK",
    name: "elasticache-subnet-group-check",
    resource_types: &["AWS::ElastiCache::CacheCluster"],
    trigger: Trigger::Periodic,
    severity: Severity::High,
    security_hub: &["ElastiCache.7"],
    summary: "ElastiCache clusters should not use the default subnet group.",
    details: "\
The default subnet group spans the default VPC, whose rules nobody wrote for this cluster. An absent \
`CacheSubnetGroupName` means the default group, for every engine.

Members of a replication group have the settings of their group and are no resources of the template.",
    fix: "Set `CacheSubnetGroupName` to a subnet group of your own.",
    compliant_when: all_of(&[
        property("CacheSubnetGroupName").is_present(),
        property("CacheSubnetGroupName").differs_from("default"),
    ]),
    compliant_example: "\
Cache:
  Type: AWS::ElastiCache::CacheCluster
  Properties:
    Engine: redis
    CacheNodeType: cache.t4g.small
    NumCacheNodes: 1
    CacheSubnetGroupName: private
",
    noncompliant_example: "\
Cache:
  Type: AWS::ElastiCache::CacheCluster
  Properties:
    Engine: redis
    CacheNodeType: cache.t4g.small
    NumCacheNodes: 1
    CacheSubnetGroupName: default
",
    ..Rule::BASE
};

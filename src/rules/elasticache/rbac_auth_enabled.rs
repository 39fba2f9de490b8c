//! `elasticache-rbac-auth-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ELASTICACHE_RBAC_AUTH_ENABLED",
    name: "elasticache-rbac-auth-enabled",
    resource_types: &["AWS::ElastiCache::ReplicationGroup"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    parameters: &[Parameter {
        name: "allowedUserGroupIDs",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "IDs of the user groups that are accepted; without it all are",
    }],
    summary: "ElastiCache replication groups should tell users apart.",
    details: "\
With user groups each user has a password and commands of its own; without, everyone who gets in may do \
everything. Redis has it since version 6; older ones are not applicable. An absent `EngineVersion` means a \
current version, and Valkey always counts as later, which is our reading.",
    fix: "Set `UserGroupIds` to a user group.",
    applies_when: any_of(&[
        property("Engine").ignoring_case().equals("valkey"),
        property("EngineVersion").default("7.1").version_at_least("6"),
    ])
    .explained("the engine is older than Redis 6"),
    compliant_when: all_of(&[
        property("UserGroupIds").is_present(),
        when_parameter(
            "allowedUserGroupIDs",
            &each_item("UserGroupIds", &property("").is_named_by_parameter("allowedUserGroupIDs")),
        ),
    ]),
    compliant_example: "\
Cache:
  Type: AWS::ElastiCache::ReplicationGroup
  Properties:
    ReplicationGroupDescription: sessions
    UserGroupIds:
      - operators
",
    noncompliant_example: "\
Cache:
  Type: AWS::ElastiCache::ReplicationGroup
  Properties:
    ReplicationGroupDescription: sessions
    EngineVersion: 7.1
",
    ..Rule::BASE
};

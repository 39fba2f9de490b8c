//! `elasticache-repl-grp-encrypted-at-rest`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ELASTICACHE_REPL_GRP_ENCRYPTED_AT_REST",
    name: "elasticache-repl-grp-encrypted-at-rest",
    resource_types: &["AWS::ElastiCache::ReplicationGroup"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    security_hub: &["ElastiCache.4"],
    parameters: &[Parameter {
        name: "approvedKMSKeyIds",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "IDs or ARNs of the KMS keys of which one has to be used",
    }],
    summary: "ElastiCache replication groups should encrypt their data at rest.",
    details: "\
What a cache writes to disk is worth nothing without the key. An absent `AtRestEncryptionEnabled` means \
false for Redis OSS and true for Valkey, by the ElastiCache API. With `approvedKMSKeyIds` the key has to be \
one of these; an absent `KmsKeyId` is a key of the service, and a key that the template makes has no ID yet \
and stays open.",
    fix: "Set `AtRestEncryptionEnabled` to true; the group has to be made anew for it.",
    compliant_when: all_of(&[
        when(
            &property("Engine").ignoring_case().equals("valkey"),
            &property("AtRestEncryptionEnabled").default("true").is_true(),
            &property("AtRestEncryptionEnabled").default("false").is_true(),
        ),
        when_parameter("approvedKMSKeyIds", &property("KmsKeyId").is_named_by_parameter("approvedKMSKeyIds")),
    ]),
    compliant_example: "\
Cache:
  Type: AWS::ElastiCache::ReplicationGroup
  Properties:
    ReplicationGroupDescription: sessions
    AtRestEncryptionEnabled: true
",
    noncompliant_example: "\
Cache:
  Type: AWS::ElastiCache::ReplicationGroup
  Properties:
    ReplicationGroupDescription: sessions
    AtRestEncryptionEnabled: false
",
    ..Rule::BASE
};

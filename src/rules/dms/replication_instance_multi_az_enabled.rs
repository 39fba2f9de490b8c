//! `dms-replication-instance-multi-az-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "DMS_REPLICATION_INSTANCE_MULTI_AZ_ENABLED",
    name: "dms-replication-instance-multi-az-enabled",
    resource_types: &["AWS::DMS::ReplicationInstance"],
    severity: Severity::Medium,
    security_hub: &["DMS.13"],
    summary: "DMS replication instances should have a standby in another Availability Zone.",
    details: "\
Without a standby a migration stops as long as its Availability Zone is gone. An absent `MultiAZ` means \
false.",
    fix: "Set `MultiAZ` to true and leave out `AvailabilityZone`.",
    certainty: Certainty::Known,
    compliant_when: property("MultiAZ").default("false").is_true(),
    compliant_example: "\
Mover:
  Type: AWS::DMS::ReplicationInstance
  Properties:
    ReplicationInstanceClass: dms.t3.medium
    MultiAZ: true
",
    noncompliant_example: "\
Mover:
  Type: AWS::DMS::ReplicationInstance
  Properties:
    ReplicationInstanceClass: dms.t3.medium
    MultiAZ: false
",
    ..Rule::BASE
};

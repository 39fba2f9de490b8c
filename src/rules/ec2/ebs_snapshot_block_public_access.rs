//! `ebs-snapshot-block-public-access`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "EBS_SNAPSHOT_BLOCK_PUBLIC_ACCESS",
    name: "ebs-snapshot-block-public-access",
    resource_types: &["AWS::EC2::SnapshotBlockPublicAccess"],
    severity: Severity::High,
    security_hub: &["EC2.182"],
    summary: "Public sharing of EBS snapshots should be blocked in the Region.",
    details: "\
A snapshot that is shared with everybody gives the whole disk away. `State` has to be `block-all-sharing`: \
`block-new-sharing` leaves snapshots alone that are public already. It is a setting of the account in the \
Region, so a template without the resource says nothing about it.",
    fix: "Set `State` to block-all-sharing.",
    compliant_when: property("State").equals("block-all-sharing"),
    compliant_example: "\
Snapshots:
  Type: AWS::EC2::SnapshotBlockPublicAccess
  Properties:
    State: block-all-sharing
",
    noncompliant_example: "\
Snapshots:
  Type: AWS::EC2::SnapshotBlockPublicAccess
  Properties:
    State: block-new-sharing
",
    ..Rule::BASE
};

//! `ec2-enis-source-destination-check-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "EC2_ENIS_SOURCE_DESTINATION_CHECK_ENABLED",
    name: "ec2-enis-source-destination-check-enabled",
    resource_types: &["AWS::EC2::NetworkInterface"],
    severity: Severity::Medium,
    security_hub: &["EC2.180"],
    summary: "Network interfaces should keep the source/destination check.",
    details: "\
With the check off an interface passes on traffic that is not its own: right for a router or a NAT instance, \
and a way around the network's rules for anything else. An absent `SourceDestCheck` means true.

Looked at are interfaces of the types `interface` (the default), `efa` and `branch`; others are not \
applicable. Interfaces that are made together with an instance are no resources of the template.",
    fix: "Set `SourceDestCheck` to true.",
    applies_when: property("InterfaceType").default("interface").is_one_of(&["interface", "efa", "branch"]),
    compliant_when: property("SourceDestCheck").default("true").is_true(),
    compliant_example: "\
Interface:
  Type: AWS::EC2::NetworkInterface
  Properties:
    SubnetId: subnet-0123456789abcdef0
",
    noncompliant_example: "\
Interface:
  Type: AWS::EC2::NetworkInterface
  Properties:
    SubnetId: subnet-0123456789abcdef0
    SourceDestCheck: false
",
    ..Rule::BASE
};

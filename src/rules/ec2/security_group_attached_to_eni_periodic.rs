//! `ec2-security-group-attached-to-eni-periodic`

use super::security_group_users::IS_ATTACHED;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "EC2_SECURITY_GROUP_ATTACHED_TO_ENI_PERIODIC",
    name: "ec2-security-group-attached-to-eni-periodic",
    resource_types: &["AWS::EC2::SecurityGroup"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    security_hub: &["EC2.22"],
    summary: "Unused security groups (attached to no network interface) should be removed.",
    details: "\
A group that nothing uses is left over, and sooner or later somebody attaches it without reading it. Counted \
are the resources of the template that put a group on a network interface: instances, interfaces, launch \
templates, load balancers, databases, functions, services, endpoints and their like. The list is ours: AWS \
looks at the interfaces themselves. A source in another group's entries is no use.

A group to which something else of the template refers, or which the stack's outputs hand on, stays open: whether it \
gets to an interface there can't be seen.",
    fix: "Attach the group to something, or delete it.",
    remediation_document: Some("AWSConfigRemediation-DeleteUnusedSecurityGroup"),
    certainty: Certainty::Known,
    compliant_when: IS_ATTACHED,
    compliant_example: "\
Group:
  Type: AWS::EC2::SecurityGroup
  Properties:
    GroupDescription: the web servers
Server:
  Type: AWS::EC2::Instance
  Properties:
    ImageId: ami-0123456789abcdef0
    SecurityGroupIds:
      - !GetAtt Group.GroupId
",
    noncompliant_example: "\
Group:
  Type: AWS::EC2::SecurityGroup
  Properties:
    GroupDescription: the web servers
",
    ..Rule::BASE
};

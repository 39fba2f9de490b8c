//! `vpc-network-acl-unused-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "VPC_NETWORK_ACL_UNUSED_CHECK",
    name: "vpc-network-acl-unused-check",
    resource_types: &["AWS::EC2::NetworkAcl"],
    severity: Severity::Low,
    security_hub: &["EC2.16"],
    summary: "Network ACLs should be attached to a subnet.",
    details: "\
An ACL that guards no subnet is a trap for whoever reads it as if it did. An \
`AWS::EC2::SubnetNetworkAclAssociation` of the template has to name the ACL. One that another stack \
associates is reported: suppress the finding there.",
    fix: "Associate the ACL with a subnet through `AWS::EC2::SubnetNetworkAclAssociation`, or delete it.",
    remediation_document: Some("AWSConfigRemediation-DeleteUnusedVPCNetworkACL"),
    compliant_when: related(&["AWS::EC2::SubnetNetworkAclAssociation"], "NetworkAclId").exists(),
    compliant_example: "\
Acl:
  Type: AWS::EC2::NetworkAcl
  Properties:
    VpcId: vpc-0123456789abcdef0
Association:
  Type: AWS::EC2::SubnetNetworkAclAssociation
  Properties:
    NetworkAclId: !Ref Acl
    SubnetId: subnet-0123456789abcdef0
",
    noncompliant_example: "\
Acl:
  Type: AWS::EC2::NetworkAcl
  Properties:
    VpcId: vpc-0123456789abcdef0
",
    ..Rule::BASE
};

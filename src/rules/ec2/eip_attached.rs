//! `eip-attached`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "EIP_ATTACHED",
    name: "eip-attached",
    resource_types: &["AWS::EC2::EIP"],
    proactive: true,
    severity: Severity::Low,
    security_hub: &["EC2.12"],
    summary: "Elastic IP addresses should be attached to something.",
    details: "\
An address that nothing uses costs money and is one more entry in lists of what the account owns.

After deployment AWS Config sees the attachment wherever it was made, so here the address may name an instance \
itself (`InstanceId`), or another resource of the template may use it: an association, a NAT gateway, the \
subnet mapping of a load balancer, a Transfer Family server or a Redshift cluster. In proactive mode AWS Config \
looks at `InstanceId` alone and reports all the others.

An address that is attached from outside the template, for example by another stack that imports it, is \
reported: suppress the finding there.",
    fix: "Set `InstanceId`, or attach the address with `AWS::EC2::EIPAssociation`; if nothing uses it, delete it.",
    remediation_document: Some("AWS-ReleaseElasticIP"),
    compliant_when: any_of(&[
        property("InstanceId").is_present(),
        related(&["AWS::EC2::EIPAssociation"], "AllocationId").exists(),
        related(&["AWS::EC2::EIPAssociation"], "EIP").exists(),
        related(&["AWS::EC2::NatGateway"], "AllocationId").exists(),
        related(&["AWS::EC2::NatGateway"], "SecondaryAllocationIds[]").exists(),
        related(&["AWS::EC2::NatGateway"], "AvailabilityZoneAddresses[].AllocationIds[]").exists(),
        related(&["AWS::ElasticLoadBalancingV2::LoadBalancer"], "SubnetMappings[].AllocationId").exists(),
        related(&["AWS::Transfer::Server"], "EndpointDetails.AddressAllocationIds[]").exists(),
        related(&["AWS::Redshift::Cluster"], "ElasticIp").exists(),
    ])
    .explained("the address has no InstanceId, and nothing else in the template uses it"),
    compliant_example: "\
Address:
  Type: AWS::EC2::EIP
Gateway:
  Type: AWS::EC2::NatGateway
  Properties:
    AllocationId: !GetAtt Address.AllocationId
    SubnetId: subnet-0123456789abcdef0
",
    noncompliant_example: "\
Address:
  Type: AWS::EC2::EIP
  Properties:
    Domain: vpc
",
    ..Rule::BASE
};

//! `redshift-cluster-subnet-group-multi-az`

use crate::rules::zones::subnets_span;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "REDSHIFT_CLUSTER_SUBNET_GROUP_MULTI_AZ",
    name: "redshift-cluster-subnet-group-multi-az",
    resource_types: &["AWS::Redshift::ClusterSubnetGroup"],
    severity: Severity::Medium,
    security_hub: &["Redshift.16"],
    summary: "Redshift subnet groups should span at least two Availability Zones.",
    details: "\
A cluster can move to another Availability Zone only if its subnet group has a subnet there. The zones are those of \
the `AWS::EC2::Subnet` resources of the template; different numbers in `Fn::Select` of `Fn::GetAZs` are different \
zones. Of a subnet from elsewhere the zone is not known, but one subnet is never in two zones.",
    fix: "Add a subnet of another Availability Zone to `SubnetIds`.",
    compliant_when: function(|group| subnets_span(group, "SubnetIds", 2)),
    compliant_example: "\
One:
  Type: AWS::EC2::Subnet
  Properties:
    VpcId: vpc-0123456789abcdef0
    CidrBlock: 10.0.1.0/24
    AvailabilityZone: eu-west-1a
Two:
  Type: AWS::EC2::Subnet
  Properties:
    VpcId: vpc-0123456789abcdef0
    CidrBlock: 10.0.2.0/24
    AvailabilityZone: eu-west-1b
Subnets:
  Type: AWS::Redshift::ClusterSubnetGroup
  Properties:
    Description: for the warehouse
    SubnetIds:
      - !Ref One
      - !Ref Two
",
    noncompliant_example: "\
Subnets:
  Type: AWS::Redshift::ClusterSubnetGroup
  Properties:
    Description: for the warehouse
    SubnetIds:
      - subnet-0123456789abcdef0
",
    ..Rule::BASE
};

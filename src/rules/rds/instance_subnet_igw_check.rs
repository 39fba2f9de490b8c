//! `rds-instance-subnet-igw-check`

use crate::resolve::Content;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "RDS_INSTANCE_SUBNET_IGW_CHECK",
    name: "rds-instance-subnet-igw-check",
    resource_types: &["AWS::RDS::DBInstance"],
    trigger: Trigger::Periodic,
    severity: Severity::High,
    security_hub: &["RDS.46"],
    summary: "RDS DB instances should not be in public subnets.",
    details: "\
In a public subnet only a security group stands between the database and the internet. Every subnet of the \
DB subnet group has to be associated with a route table of the template that has no route to an internet \
gateway; a member of a DB cluster may have the cluster's subnet group. Without one the instance is in the \
default VPC, whose subnets are public.

Subnet groups, subnets and route tables from elsewhere, and subnets without an association, which use the \
main route table of the VPC, stay open. AWS doesn't say whether one public subnet is enough to fail, nor \
whether only default routes count. Here one is enough, and any route counts.",
    fix: "Put the subnets of the DB subnet group behind route tables without a route to an internet \
gateway.",
    compliant_when: when(
        &property("DBSubnetGroupName").is_present(),
        &PRIVATE,
        &when(
            &property("DBClusterIdentifier").is_present(),
            &follow(
                "DBClusterIdentifier",
                &["AWS::RDS::DBCluster"],
                &when(&property("DBSubnetGroupName").is_present(), &PRIVATE, &DEFAULT_VPC),
            ),
            &when(
                &property("SourceDBInstanceIdentifier").is_present(),
                &undecided("a read replica may be in the subnet group of its source"),
                &DEFAULT_VPC,
            ),
        ),
    ),
    compliant_example: "\
Database:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: postgres
    DBSubnetGroupName: !Ref Group
Group:
  Type: AWS::RDS::DBSubnetGroup
  Properties:
    DBSubnetGroupDescription: databases
    SubnetIds:
      - !Ref Zone
Zone:
  Type: AWS::EC2::Subnet
  Properties:
    VpcId: vpc-0123456789abcdef0
    CidrBlock: 10.0.1.0/24
Routing:
  Type: AWS::EC2::SubnetRouteTableAssociation
  Properties:
    SubnetId: !Ref Zone
    RouteTableId: !Ref Table
Table:
  Type: AWS::EC2::RouteTable
  Properties:
    VpcId: vpc-0123456789abcdef0
WayOut:
  Type: AWS::EC2::Route
  Properties:
    RouteTableId: !Ref Table
    DestinationCidrBlock: 0.0.0.0/0
    NatGatewayId: nat-0123456789abcdef0
",
    noncompliant_example: "\
Database:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: postgres
    DBSubnetGroupName: !Ref Group
Group:
  Type: AWS::RDS::DBSubnetGroup
  Properties:
    DBSubnetGroupDescription: databases
    SubnetIds:
      - !Ref Zone
Zone:
  Type: AWS::EC2::Subnet
  Properties:
    VpcId: vpc-0123456789abcdef0
    CidrBlock: 10.0.1.0/24
Routing:
  Type: AWS::EC2::SubnetRouteTableAssociation
  Properties:
    SubnetId: !Ref Zone
    RouteTableId: !Ref Table
Table:
  Type: AWS::EC2::RouteTable
  Properties:
    VpcId: vpc-0123456789abcdef0
WayOut:
  Type: AWS::EC2::Route
  Properties:
    RouteTableId: !Ref Table
    DestinationCidrBlock: 0.0.0.0/0
    GatewayId: igw-0123456789abcdef0
",
    ..Rule::BASE
};

const PRIVATE: Check =
    follow("DBSubnetGroupName", &["AWS::RDS::DBSubnetGroup"], &each_item("SubnetIds", &PRIVATE_SUBNET));
const PRIVATE_SUBNET: Check = follow(
    "",
    &["AWS::EC2::Subnet"],
    &when(
        &ASSOCIATIONS.exists(),
        &ASSOCIATIONS.each(&follow(
            "RouteTableId",
            &["AWS::EC2::RouteTable"],
            &ROUTES.each(&function(stays_inside)),
        )),
        &undecided("the subnet uses the main route table of its VPC, which the template does not show"),
    ),
);
const DEFAULT_VPC: Check =
    never("without a DB subnet group the instance is in the default VPC, whose subnets are public");
const ASSOCIATIONS: Related = related(&["AWS::EC2::SubnetRouteTableAssociation"], "SubnetId");
const ROUTES: Related = related(&["AWS::EC2::Route"], "RouteTableId");

/// The route does not lead to an internet gateway.
fn stays_inside<'a>(route: &Subject<'a>) -> Truth<'a> {
    route.look("GatewayId", &mut |place| {
        let Some(value) = place.value else { return Truth::True };
        let leads_out = match &value.content {
            Content::Unknown(unknown) => route
                .neighbourhood
                .resource_behind(&unknown.reason)
                .map(|gateway| &*gateway.resource_type == "AWS::EC2::InternetGateway"),
            _ => value.as_text().map(|id| id.starts_with("igw-")),
        };
        match leads_out {
            Some(true) => place
                .fails(Found::Statement("the route leads to an internet gateway".into()), Wanted::Present),
            Some(false) => Truth::True,
            None => place.unknown(Found::of(value), Wanted::Present),
        }
    })
}

//! `rds-cluster-multi-az-enabled`

use crate::rules::zones::members_are_spread;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "RDS_CLUSTER_MULTI_AZ_ENABLED",
    name: "rds-cluster-multi-az-enabled",
    resource_types: &["AWS::RDS::DBCluster"],
    severity: Severity::Medium,
    security_hub: &["RDS.15"],
    summary: "RDS and Aurora clusters should run instances in several Availability Zones.",
    details: "\
A cluster whose instances are in one Availability Zone serves nobody as long as its zone is gone. A Multi-AZ DB \
cluster (`DBClusterInstanceClass`) always spans several. An Aurora cluster needs two `AWS::RDS::DBInstance` in the \
template whose `AvailabilityZone`, if it is written, is not the same; where none is written the service is taken \
to spread them, which it does as a rule. `AvailabilityZones` of the cluster is about its storage and decides \
nothing.

Instances that another stack adds can't be seen. Aurora Serverless v1, which has no instances, and a cluster to \
which Application Auto Scaling adds readers stay open.",
    fix: "Add an `AWS::RDS::DBInstance` in another Availability Zone whose `DBClusterIdentifier` refers to the cluster.",
    certainty: Certainty::Known,
    compliant_when: any_of(&[
        function(|cluster| members_are_spread(cluster, related(&["AWS::RDS::DBInstance"], "DBClusterIdentifier"))),
        property("DBClusterInstanceClass").is_present(),
        all_of(&[
            property("EngineMode").default("provisioned").equals("serverless"),
            undecided("AWS doesn't say how it judges Aurora Serverless v1"),
        ]),
        related(&["AWS::ApplicationAutoScaling::ScalableTarget"], "ResourceId")
            .some(&undecided("how many readers Auto Scaling adds can't be known")),
    ]),
    compliant_example: "\
Orders:
  Type: AWS::RDS::DBCluster
  Properties:
    Engine: aurora-postgresql
Writer:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: aurora-postgresql
    DBInstanceClass: db.r6g.large
    DBClusterIdentifier: !Ref Orders
Reader:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: aurora-postgresql
    DBInstanceClass: db.r6g.large
    DBClusterIdentifier: !Ref Orders
",
    noncompliant_example: "\
Orders:
  Type: AWS::RDS::DBCluster
  Properties:
    Engine: aurora-postgresql
Writer:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: aurora-postgresql
    DBInstanceClass: db.r6g.large
    DBClusterIdentifier: !Ref Orders
",
    ..Rule::BASE
};

//! `neptune-cluster-multi-az-enabled`

use super::IS_NEPTUNE;
use crate::rules::zones::members_are_spread;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "NEPTUNE_CLUSTER_MULTI_AZ_ENABLED",
    name: "neptune-cluster-multi-az-enabled",
    resource_types: &["AWS::Neptune::DBCluster", "AWS::RDS::DBCluster"],
    severity: Severity::Medium,
    security_hub: &["Neptune.9"],
    summary: "Neptune clusters should run instances in several Availability Zones.",
    details: "\
A cluster whose instances are in one Availability Zone serves nobody as long as its zone is gone. Two instances of \
the template have to name the cluster in `DBClusterIdentifier`, and their `AvailabilityZone`, if it is written, must \
not be the same; where none is written the service is taken to spread them, which it does as a rule. \
`AvailabilityZones` of the cluster is about its storage and decides nothing. Instances that another stack adds can't \
be seen.

AWS Config records Neptune clusters as RDS clusters with the engine `neptune`, so both types are judged; RDS \
clusters of other engines are not applicable.",
    fix: "Add an `AWS::Neptune::DBInstance` in another Availability Zone whose `DBClusterIdentifier` refers to the cluster.",
    applies_when: IS_NEPTUNE,
    compliant_when: function(|cluster| {
        members_are_spread(
            cluster,
            related(&["AWS::Neptune::DBInstance", "AWS::RDS::DBInstance"], "DBClusterIdentifier"),
        )
    }),
    compliant_example: "\
Graph:
  Type: AWS::Neptune::DBCluster
Writer:
  Type: AWS::Neptune::DBInstance
  Properties:
    DBInstanceClass: db.r6g.large
    DBClusterIdentifier: !Ref Graph
Reader:
  Type: AWS::Neptune::DBInstance
  Properties:
    DBInstanceClass: db.r6g.large
    DBClusterIdentifier: !Ref Graph
",
    noncompliant_example: "\
Graph:
  Type: AWS::Neptune::DBCluster
Writer:
  Type: AWS::Neptune::DBInstance
  Properties:
    DBInstanceClass: db.r6g.large
    DBClusterIdentifier: !Ref Graph
",
    ..Rule::BASE
};

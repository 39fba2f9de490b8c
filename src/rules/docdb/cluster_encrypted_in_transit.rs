//! `docdb-cluster-encrypted-in-transit`

use crate::rules::parameter_group::names_own_group;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "DOCDB_CLUSTER_ENCRYPTED_IN_TRANSIT",
    name: "docdb-cluster-encrypted-in-transit",
    resource_types: &["AWS::DocDB::DBCluster"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    security_hub: &["DocumentDB.6"],
    parameters: &[Parameter {
        name: "excludeTlsParameters",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "values of `tls` that fail, besides `disabled`",
    }],
    summary: "DocumentDB clusters should accept only connections with TLS.",
    details: "\
Without TLS, queries and passwords can be read on the way. The parameter `tls` of the cluster's parameter \
group must not be `disabled`, nor one of `excludeTlsParameters`. An absent `tls`, and the default parameter \
group, mean `enabled`; the default group is not compared with `excludeTlsParameters`. A group outside the \
template stays open.

AWS Config also reports clusters whose group is not yet applied, which a template can't show.",
    fix: "Leave out `tls` in the parameter group, or set it to `enabled`.",
    compliant_when: when(
        &function(|cluster| names_own_group(cluster, "DBClusterParameterGroupName")),
        &follow(
            "DBClusterParameterGroupName",
            &["AWS::DocDB::DBClusterParameterGroup"],
            &all_of(&[
                TLS.differs_from("disabled"),
                not(
                    &when(
                        &parameter_is_given("excludeTlsParameters"),
                        &TLS.is_one_of_parameter("excludeTlsParameters"),
                        &never("no value is excluded"),
                    ),
                    "tls has a value that the rule's parameter excludes",
                ),
            ]),
        ),
        &Check::ALWAYS,
    ),
    compliant_example: "\
Documents:
  Type: AWS::DocDB::DBCluster
  Properties:
    DBClusterParameterGroupName: !Ref Settings
Settings:
  Type: AWS::DocDB::DBClusterParameterGroup
  Properties:
    Description: TLS
    Family: docdb5.0
    Parameters:
      tls: enabled
",
    noncompliant_example: "\
Documents:
  Type: AWS::DocDB::DBCluster
  Properties:
    DBClusterParameterGroupName: !Ref Settings
Settings:
  Type: AWS::DocDB::DBClusterParameterGroup
  Properties:
    Description: no TLS
    Family: docdb5.0
    Parameters:
      tls: disabled
",
    ..Rule::BASE
};

const TLS: Property = property("Parameters.tls").default("enabled");

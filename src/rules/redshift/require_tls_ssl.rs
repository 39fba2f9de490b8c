//! `redshift-require-tls-ssl`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "REDSHIFT_REQUIRE_TLS_SSL",
    name: "redshift-require-tls-ssl",
    resource_types: &["AWS::Redshift::Cluster", "AWS::Redshift::ClusterParameterGroup"],
    severity: Severity::Medium,
    security_hub: &["Redshift.2"],
    summary: "Redshift clusters must demand TLS from SQL clients.",
    details: "\
Without TLS, queries and passwords can be read on the way. The parameter group of the cluster has to set \
`require_ssl` to true. Where it doesn't, the default of its family counts: false in redshift-1.0, true in \
redshift-2.0. AWS lists both types but doesn't say that parameter groups get verdicts of their own: they are not \
applicable here, and judged with their clusters.

Without `ClusterParameterGroupName` the default group depends on when the cluster was made: it stays open, as \
does a group outside the template that is not a default one.",
    fix: "Set `require_ssl` to true in an `AWS::Redshift::ClusterParameterGroup` and name it in \
`ClusterParameterGroupName`.",
    remediation_document: Some("AWSConfigRemediation-EnforceSSLOnlyConnectionsToRedshiftCluster"),
    applies_when: has_type(&["AWS::Redshift::Cluster"])
        .explained("parameter groups are judged with their clusters"),
    compliant_when: when(
        &property("ClusterParameterGroupName").is_present(),
        &when(
            &GROUP.is_one_of(&["default.redshift-1.0", "default.redshift-2.0"]),
            &GROUP.equals("default.redshift-2.0"),
            &follow(
                "ClusterParameterGroupName",
                &["AWS::Redshift::ClusterParameterGroup"],
                &when(
                    &property("ParameterGroupFamily").equals("redshift-2.0"),
                    &setting("Parameters", "ParameterName", "require_ssl", &VALUE.default("true").is_true()),
                    &setting("Parameters", "ParameterName", "require_ssl", &VALUE.default("false").is_true()),
                ),
            ),
        ),
        &undecided("the default parameter group depends on when the cluster was made"),
    ),
    compliant_example: "\
Warehouse:
  Type: AWS::Redshift::Cluster
  Properties:
    ClusterParameterGroupName: default.redshift-2.0
",
    noncompliant_example: "\
Warehouse:
  Type: AWS::Redshift::Cluster
  Properties:
    ClusterParameterGroupName: default.redshift-1.0
",
    ..Rule::BASE
};

const VALUE: Property = property("ParameterValue");
const GROUP: Property = property("ClusterParameterGroupName").ignoring_case();

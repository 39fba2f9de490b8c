//! `redshift-default-db-name-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "REDSHIFT_DEFAULT_DB_NAME_CHECK",
    name: "redshift-default-db-name-check",
    resource_types: &["AWS::Redshift::Cluster"],
    severity: Severity::Medium,
    security_hub: &["Redshift.9"],
    parameters: &[Parameter {
        name: "validDatabaseNames",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "names that the database may have; `dev` is refused either way",
    }],
    summary: "Redshift clusters should not keep the default name of the database.",
    details: "\
A name that everyone knows is one thing less to guess. `dev` fails; with the parameter, so does every name \
that is not in its list. Redshift keeps names in lower case, so case makes no difference. `DBName` is \
required; where it is absent all the same, the snapshot decides and the verdict stays open.",
    fix: "Set `DBName` to a name of your own; the cluster has to be made anew for it.",
    compliant_when: all_of(&[
        property("DBName").ignoring_case().unknown_when_absent(INHERITED).is_none_of(&["dev"]),
        when_parameter(
            "validDatabaseNames",
            &property("DBName")
                .ignoring_case()
                .unknown_when_absent(INHERITED)
                .is_one_of_parameter("validDatabaseNames"),
        ),
    ]),
    compliant_example: "\
Warehouse:
  Type: AWS::Redshift::Cluster
  Properties:
    ClusterType: single-node
    NodeType: ra3.large
    MasterUsername: owner
    ManageMasterPassword: true
    DBName: owner
",
    noncompliant_example: "\
Warehouse:
  Type: AWS::Redshift::Cluster
  Properties:
    ClusterType: single-node
    NodeType: ra3.large
    MasterUsername: owner
    ManageMasterPassword: true
    DBName: dev
",
    ..Rule::BASE
};

const INHERITED: &str = "DBName is not set: it is that of the source of the data";

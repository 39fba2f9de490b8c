//! `rds-cluster-default-admin-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "RDS_CLUSTER_DEFAULT_ADMIN_CHECK",
    name: "rds-cluster-default-admin-check",
    resource_types: &["AWS::RDS::DBCluster"],
    severity: Severity::Medium,
    security_hub: &["RDS.24"],
    parameters: &[Parameter {
        name: "validAdminUserNames",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "names that the administrator may have; `admin` and `postgres` are refused either way",
    }],
    summary: "RDS clusters should not keep the default name of the administrator.",
    details: "\
Whoever guesses passwords begins with the names that everyone has. `admin` and `postgres` fail; with the \
parameter, so does every name that is not in its list. Names are compared exactly. A cluster without a \
`MasterUsername` takes the name from its snapshot or source, which stays open, as do names from a secret.",
    fix: "Set `MasterUsername` to a name of your own; the cluster has to be made anew for it.",
    compliant_when: all_of(&[
        property("MasterUsername").unknown_when_absent(INHERITED).is_none_of(&["admin", "postgres"]),
        when_parameter(
            "validAdminUserNames",
            &property("MasterUsername")
                .unknown_when_absent(INHERITED)
                .is_one_of_parameter("validAdminUserNames"),
        ),
    ]),
    compliant_example: "\
Cluster:
  Type: AWS::RDS::DBCluster
  Properties:
    MasterUsername: owner
",
    noncompliant_example: "\
Cluster:
  Type: AWS::RDS::DBCluster
  Properties:
    MasterUsername: admin
",
    ..Rule::BASE
};

const INHERITED: &str = "MasterUsername is not set: it is that of the source of the data";

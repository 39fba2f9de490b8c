//! `redshift-default-admin-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "REDSHIFT_DEFAULT_ADMIN_CHECK",
    name: "redshift-default-admin-check",
    resource_types: &["AWS::Redshift::Cluster"],
    severity: Severity::Medium,
    security_hub: &["Redshift.8"],
    parameters: &[Parameter {
        name: "validAdminUserNames",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "names that the administrator may have; `awsuser` is refused either way",
    }],
    summary: "Redshift clusters should not keep the default name of the administrator.",
    details: "\
Whoever guesses passwords begins with the names that everyone has. `awsuser` fails; with the parameter, so \
does every name that is not in its list. An absent `MasterUsername` is that of the snapshot and stays open, \
as do names from a secret.",
    fix: "Set `MasterUsername` to a name of your own; the cluster has to be made anew for it.",
    compliant_when: all_of(&[
        property("MasterUsername").unknown_when_absent(INHERITED).is_none_of(&["awsuser"]),
        when_parameter(
            "validAdminUserNames",
            &property("MasterUsername")
                .unknown_when_absent(INHERITED)
                .is_one_of_parameter("validAdminUserNames"),
        ),
    ]),
    compliant_example: "\
Warehouse:
  Type: AWS::Redshift::Cluster
  Properties:
    ClusterType: single-node
    NodeType: ra3.large
    DBName: sales
    ManageMasterPassword: true
    MasterUsername: owner
",
    noncompliant_example: "\
Warehouse:
  Type: AWS::Redshift::Cluster
  Properties:
    ClusterType: single-node
    NodeType: ra3.large
    DBName: sales
    ManageMasterPassword: true
    MasterUsername: awsuser
",
    ..Rule::BASE
};

const INHERITED: &str = "MasterUsername is not set: it is that of the source of the data";

//! `rds-instance-default-admin-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "RDS_INSTANCE_DEFAULT_ADMIN_CHECK",
    name: "rds-instance-default-admin-check",
    resource_types: &["AWS::RDS::DBInstance"],
    severity: Severity::Medium,
    security_hub: &["RDS.25"],
    parameters: &[Parameter {
        name: "validAdminUserNames",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "names that the administrator may have; `admin` and `postgres` are refused either way",
    }],
    summary: "RDS DB instances should not keep the default name of the administrator.",
    details: "\
Whoever guesses passwords begins with the names that everyone has. `admin` and `postgres` fail; with the \
parameter, so does every name that is not in its list. Names are compared exactly. A member of a DB cluster \
has the cluster's administrator. Where `MasterUsername` is absent it comes from a snapshot or source and \
stays open, as do names from a secret.

AWS doesn't say whether the rule skips members of Aurora clusters. Here it doesn't.",
    fix: "Set `MasterUsername` to a name of your own; the instance has to be made anew for it.",
    certainty: Certainty::Known,
    compliant_when: when(
        &property("DBClusterIdentifier").is_present(),
        &follow("DBClusterIdentifier", &["AWS::RDS::DBCluster"], &OWN_NAME),
        &OWN_NAME,
    ),
    compliant_example: "\
Database:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: mysql
    MasterUsername: owner
",
    noncompliant_example: "\
Database:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: mysql
    MasterUsername: admin
",
    ..Rule::BASE
};

const OWN_NAME: Check = all_of(&[
    NAME.is_none_of(&["admin", "postgres"]),
    when_parameter("validAdminUserNames", &NAME.is_one_of_parameter("validAdminUserNames")),
]);
const NAME: Property = property("MasterUsername")
    .unknown_when_absent("MasterUsername is not set: it is that of the source of the data");

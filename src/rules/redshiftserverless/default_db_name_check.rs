//! `redshift-serverless-default-db-name-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "REDSHIFT_SERVERLESS_DEFAULT_DB_NAME_CHECK",
    name: "redshift-serverless-default-db-name-check",
    resource_types: &["AWS::RedshiftServerless::Namespace"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    security_hub: &["RedshiftServerless.7"],
    summary: "Redshift Serverless namespaces should not keep the default name of the database.",
    details: "\
A name that everyone knows is one thing less to guess. An absent `DbName` means `dev`, the service's \
default.",
    fix: "Set `DbName` to a name of your own; the namespace has to be made anew for it.",
    compliant_when: property("DbName").default("dev").is_none_of(&["dev"]),
    compliant_example: "\
Namespace:
  Type: AWS::RedshiftServerless::Namespace
  Properties:
    NamespaceName: sales
    DbName: owner
",
    noncompliant_example: "\
Namespace:
  Type: AWS::RedshiftServerless::Namespace
  Properties:
    NamespaceName: sales
    DbName: dev
",
    ..Rule::BASE
};

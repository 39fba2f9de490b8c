//! `redshift-serverless-default-admin-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "REDSHIFT_SERVERLESS_DEFAULT_ADMIN_CHECK",
    name: "redshift-serverless-default-admin-check",
    resource_types: &["AWS::RedshiftServerless::Namespace"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    security_hub: &["RedshiftServerless.5"],
    summary: "Redshift Serverless namespaces should not keep the default name of the administrator.",
    details: "\
Whoever guesses passwords begins with the names that everyone has. An absent `AdminUsername` means `admin`, \
the service's default; that AWS Config reports it is our reading.",
    fix: "Set `AdminUsername` to a name of your own.",
    compliant_when: property("AdminUsername").default("admin").is_none_of(&["admin"]),
    compliant_example: "\
Namespace:
  Type: AWS::RedshiftServerless::Namespace
  Properties:
    NamespaceName: sales
    AdminUsername: owner
",
    noncompliant_example: "\
Namespace:
  Type: AWS::RedshiftServerless::Namespace
  Properties:
    NamespaceName: sales
    AdminUsername: admin
",
    ..Rule::BASE
};

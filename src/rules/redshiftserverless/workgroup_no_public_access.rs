//! `redshift-serverless-workgroup-no-public-access`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "REDSHIFT_SERVERLESS_WORKGROUP_NO_PUBLIC_ACCESS",
    name: "redshift-serverless-workgroup-no-public-access",
    resource_types: &["AWS::RedshiftServerless::Workgroup"],
    trigger: Trigger::Periodic,
    severity: Severity::High,
    security_hub: &["RedshiftServerless.3"],
    summary: "Redshift Serverless workgroups should not be reachable from the internet.",
    details: "\
A public workgroup has an address that anyone can try to log in to. An absent `PubliclyAccessible` means \
false.",
    fix: "Set `PubliclyAccessible` to false, or leave it out.",
    certainty: Certainty::Known,
    compliant_when: property("PubliclyAccessible").default("false").is_false(),
    compliant_example: "\
Workgroup:
  Type: AWS::RedshiftServerless::Workgroup
  Properties:
    WorkgroupName: sales
    NamespaceName: sales
    PubliclyAccessible: false
",
    noncompliant_example: "\
Workgroup:
  Type: AWS::RedshiftServerless::Workgroup
  Properties:
    WorkgroupName: sales
    NamespaceName: sales
    PubliclyAccessible: true
",
    ..Rule::BASE
};

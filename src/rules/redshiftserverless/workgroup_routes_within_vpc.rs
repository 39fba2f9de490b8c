//! `redshift-serverless-workgroup-routes-within-vpc`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "REDSHIFT_SERVERLESS_WORKGROUP_ROUTES_WITHIN_VPC",
    name: "redshift-serverless-workgroup-routes-within-vpc",
    resource_types: &["AWS::RedshiftServerless::Workgroup"],
    trigger: Trigger::Periodic,
    severity: Severity::High,
    security_hub: &["RedshiftServerless.1"],
    summary: "Redshift Serverless workgroups should send their traffic through your VPC.",
    details: "\
COPY and UNLOAD pass by the rules and flow logs of your network unless enhanced VPC routing is on. An absent \
`EnhancedVpcRouting` means false.",
    fix: "Set `EnhancedVpcRouting` to true.",
    certainty: Certainty::Known,
    compliant_when: property("EnhancedVpcRouting").default("false").is_true(),
    compliant_example: "\
Workgroup:
  Type: AWS::RedshiftServerless::Workgroup
  Properties:
    WorkgroupName: sales
    NamespaceName: sales
    EnhancedVpcRouting: true
",
    noncompliant_example: "\
Workgroup:
  Type: AWS::RedshiftServerless::Workgroup
  Properties:
    WorkgroupName: sales
    NamespaceName: sales
    EnhancedVpcRouting: false
",
    ..Rule::BASE
};

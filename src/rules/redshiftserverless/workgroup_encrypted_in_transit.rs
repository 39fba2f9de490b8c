//! `redshift-serverless-workgroup-encrypted-in-transit`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "REDSHIFT_SERVERLESS_WORKGROUP_ENCRYPTED_IN_TRANSIT",
    name: "redshift-serverless-workgroup-encrypted-in-transit",
    resource_types: &["AWS::RedshiftServerless::Workgroup"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    security_hub: &["RedshiftServerless.2"],
    summary: "Redshift Serverless workgroups should require SSL.",
    details: "\
Without TLS, queries and passwords can be read on the way. `ConfigParameters` has to set `require_ssl` to \
true. Without it the default depends on when the workgroup was made, so the verdict stays open.",
    fix: "Set `require_ssl` to true in `ConfigParameters`.",
    compliant_when: setting(
        "ConfigParameters",
        "ParameterKey",
        "require_ssl",
        &property("ParameterValue")
            .unknown_when_absent("the default of require_ssl depends on when the workgroup was made")
            .is_true(),
    ),
    compliant_example: "\
Queries:
  Type: AWS::RedshiftServerless::Workgroup
  Properties:
    WorkgroupName: queries
    ConfigParameters:
      - ParameterKey: require_ssl
        ParameterValue: 'true'
",
    noncompliant_example: "\
Queries:
  Type: AWS::RedshiftServerless::Workgroup
  Properties:
    WorkgroupName: queries
    ConfigParameters:
      - ParameterKey: require_ssl
        ParameterValue: 'false'
",
    ..Rule::BASE
};

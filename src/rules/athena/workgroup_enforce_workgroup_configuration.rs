//! `athena-workgroup-enforce-workgroup-configuration`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ATHENA_WORKGROUP_ENFORCE_WORKGROUP_CONFIGURATION",
    name: "athena-workgroup-enforce-workgroup-configuration",
    resource_types: &["AWS::Athena::WorkGroup"],
    severity: Severity::Medium,
    summary: "Athena workgroups should override the settings of clients.",
    details: "\
Otherwise each client decides by itself where results go and whether they are encrypted. AWS doesn't say \
what an absent `EnforceWorkGroupConfiguration` means in CloudFormation: it stays open. Spark workgroups are \
not applicable.",
    fix: "Set `WorkGroupConfiguration.EnforceWorkGroupConfiguration` to true.",
    certainty: Certainty::Known,
    applies_when: not(
        &property("WorkGroupConfiguration.EngineVersion.SelectedEngineVersion")
            .ignoring_case()
            .starts_with(&["PySpark"]),
        "the workgroup uses the Spark engine",
    ),
    compliant_when: property("WorkGroupConfiguration.EnforceWorkGroupConfiguration")
        .unknown_when_absent("EnforceWorkGroupConfiguration is not set, and AWS doesn't say what that means")
        .is_true(),
    compliant_example: "\
Queries:
  Type: AWS::Athena::WorkGroup
  Properties:
    Name: queries
    WorkGroupConfiguration:
      EnforceWorkGroupConfiguration: true
",
    noncompliant_example: "\
Queries:
  Type: AWS::Athena::WorkGroup
  Properties:
    Name: queries
    WorkGroupConfiguration:
      EnforceWorkGroupConfiguration: false
",
    ..Rule::BASE
};

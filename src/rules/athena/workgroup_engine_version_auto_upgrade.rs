//! `athena-workgroup-engine-version-auto-upgrade`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ATHENA_WORKGROUP_ENGINE_VERSION_AUTO_UPGRADE",
    name: "athena-workgroup-engine-version-auto-upgrade",
    resource_types: &["AWS::Athena::WorkGroup"],
    severity: Severity::Low,
    summary: "Athena workgroups should upgrade their engine by themselves.",
    details: "\
A new engine brings fixes without anyone having to think of it. An absent `SelectedEngineVersion` means \
`AUTO`; case makes no difference. Spark workgroups are not applicable.",
    fix: "Set `WorkGroupConfiguration.EngineVersion.SelectedEngineVersion` to `AUTO`, or leave it out.",
    applies_when: not(
        &property("WorkGroupConfiguration.EngineVersion.SelectedEngineVersion")
            .ignoring_case()
            .starts_with(&["PySpark"]),
        "the workgroup uses the Spark engine",
    ),
    compliant_when: property("WorkGroupConfiguration.EngineVersion.SelectedEngineVersion")
        .ignoring_case()
        .default("auto")
        .equals("AUTO"),
    compliant_example: "\
Queries:
  Type: AWS::Athena::WorkGroup
  Properties:
    Name: queries
    WorkGroupConfiguration:
      EngineVersion:
        SelectedEngineVersion: AUTO
",
    noncompliant_example: "\
Queries:
  Type: AWS::Athena::WorkGroup
  Properties:
    Name: queries
    WorkGroupConfiguration:
      EngineVersion:
        SelectedEngineVersion: Athena engine version 3
",
    ..Rule::BASE
};

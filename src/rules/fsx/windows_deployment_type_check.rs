//! `fsx-windows-deployment-type-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "FSX_WINDOWS_DEPLOYMENT_TYPE_CHECK",
    name: "fsx-windows-deployment-type-check",
    resource_types: &["AWS::FSx::FileSystem"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    security_hub: &["FSx.5"],
    parameters: &[Parameter {
        name: "deploymentTypes",
        parameter_type: ParameterType::Csv,
        required: true,
        default: Some("MULTI_AZ_1"),
        description: "deployment types that are accepted; the default is what Security Hub passes",
    }],
    summary: "FSx for Windows File Server file systems should have an accepted deployment type.",
    details: "\
A file system in one Availability Zone is gone as long as its zone is. An absent `DeploymentType` means \
`SINGLE_AZ_1`.",
    fix: "Set `WindowsConfiguration.DeploymentType` to a type of the rule's parameter.",
    applies_when: property("FileSystemType")
        .equals("WINDOWS")
        .explained("the file system is not FSx for Windows File Server"),
    compliant_when: property("WindowsConfiguration.DeploymentType")
        .default("SINGLE_AZ_1")
        .is_one_of_parameter("deploymentTypes"),
    compliant_example: "\
Share:
  Type: AWS::FSx::FileSystem
  Properties:
    FileSystemType: WINDOWS
    SubnetIds:
      - subnet-0123456789abcdef0
    WindowsConfiguration:
      DeploymentType: MULTI_AZ_1
",
    noncompliant_example: "\
Share:
  Type: AWS::FSx::FileSystem
  Properties:
    FileSystemType: WINDOWS
    SubnetIds:
      - subnet-0123456789abcdef0
    WindowsConfiguration:
      DeploymentType: SINGLE_AZ_2
",
    ..Rule::BASE
};

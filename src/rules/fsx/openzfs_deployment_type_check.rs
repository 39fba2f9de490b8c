//! `fsx-openzfs-deployment-type-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "FSX_OPENZFS_DEPLOYMENT_TYPE_CHECK",
    name: "fsx-openzfs-deployment-type-check",
    resource_types: &["AWS::FSx::FileSystem"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    security_hub: &["FSx.3"],
    parameters: &[Parameter {
        name: "deploymentTypes",
        parameter_type: ParameterType::Csv,
        required: true,
        default: Some("MULTI_AZ_1"),
        description: "deployment types that are accepted; the default is what Security Hub passes",
    }],
    summary: "FSx for OpenZFS file systems should have an accepted deployment type.",
    details: "\
A file system in one Availability Zone is gone as long as its zone is. `DeploymentType` is required, so an \
absent one fails.",
    fix: "Set `OpenZFSConfiguration.DeploymentType` to a type of the rule's parameter.",
    applies_when: property("FileSystemType")
        .equals("OPENZFS")
        .explained("the file system is not FSx for OpenZFS"),
    compliant_when: property("OpenZFSConfiguration.DeploymentType").is_one_of_parameter("deploymentTypes"),
    compliant_example: "\
Share:
  Type: AWS::FSx::FileSystem
  Properties:
    FileSystemType: OPENZFS
    SubnetIds:
      - subnet-0123456789abcdef0
    OpenZFSConfiguration:
      DeploymentType: MULTI_AZ_1
",
    noncompliant_example: "\
Share:
  Type: AWS::FSx::FileSystem
  Properties:
    FileSystemType: OPENZFS
    SubnetIds:
      - subnet-0123456789abcdef0
    OpenZFSConfiguration:
      DeploymentType: SINGLE_AZ_HA_2
",
    ..Rule::BASE
};

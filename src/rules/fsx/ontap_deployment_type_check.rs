//! `fsx-ontap-deployment-type-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "FSX_ONTAP_DEPLOYMENT_TYPE_CHECK",
    name: "fsx-ontap-deployment-type-check",
    resource_types: &["AWS::FSx::FileSystem"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    security_hub: &["FSx.4"],
    parameters: &[Parameter {
        name: "deploymentTypes",
        parameter_type: ParameterType::Csv,
        required: true,
        default: Some("MULTI_AZ_1,MULTI_AZ_2"),
        description: "deployment types that are accepted; the default is what Security Hub passes",
    }],
    summary: "FSx for ONTAP file systems should have an accepted deployment type.",
    details: "\
A file system in one Availability Zone is gone as long as its zone is. `DeploymentType` is required, so an \
absent one fails.",
    fix: "Set `OntapConfiguration.DeploymentType` to a type of the rule's parameter.",
    applies_when: property("FileSystemType")
        .equals("ONTAP")
        .explained("the file system is not FSx for ONTAP"),
    compliant_when: property("OntapConfiguration.DeploymentType").is_one_of_parameter("deploymentTypes"),
    compliant_example: "\
Share:
  Type: AWS::FSx::FileSystem
  Properties:
    FileSystemType: ONTAP
    SubnetIds:
      - subnet-0123456789abcdef0
    OntapConfiguration:
      DeploymentType: MULTI_AZ_2
",
    noncompliant_example: "\
Share:
  Type: AWS::FSx::FileSystem
  Properties:
    FileSystemType: ONTAP
    SubnetIds:
      - subnet-0123456789abcdef0
    OntapConfiguration:
      DeploymentType: SINGLE_AZ_1
",
    ..Rule::BASE
};

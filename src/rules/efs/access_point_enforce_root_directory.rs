//! `efs-access-point-enforce-root-directory`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "EFS_ACCESS_POINT_ENFORCE_ROOT_DIRECTORY",
    name: "efs-access-point-enforce-root-directory",
    resource_types: &["AWS::EFS::AccessPoint"],
    severity: Severity::Medium,
    security_hub: &["EFS.3"],
    parameters: &[Parameter {
        name: "approvedDirectories",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "paths that are accepted as root directory",
    }],
    summary: "EFS access points should open a subdirectory, not the whole file system.",
    details: "\
Whoever comes through an access point on `/` sees everything. An absent `RootDirectory.Path` means `/`. With \
`approvedDirectories` the path has to be one of these.",
    fix: "Set `RootDirectory.Path` to a subdirectory.",
    compliant_when: all_of(&[
        ROOT.differs_from("/"),
        when_parameter("approvedDirectories", &ROOT.is_one_of_parameter("approvedDirectories")),
    ]),
    compliant_example: "\
Door:
  Type: AWS::EFS::AccessPoint
  Properties:
    FileSystemId: fs-0123456789abcdef0
    RootDirectory:
      Path: /invoices
",
    noncompliant_example: "\
Door:
  Type: AWS::EFS::AccessPoint
  Properties:
    FileSystemId: fs-0123456789abcdef0
    RootDirectory:
      Path: /
",
    ..Rule::BASE
};

const ROOT: Property = property("RootDirectory.Path").default("/");

//! `efs-access-point-enforce-user-identity`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "EFS_ACCESS_POINT_ENFORCE_USER_IDENTITY",
    name: "efs-access-point-enforce-user-identity",
    resource_types: &["AWS::EFS::AccessPoint"],
    severity: Severity::Medium,
    security_hub: &["EFS.4"],
    parameters: &[
        Parameter {
            name: "approvedUids",
            parameter_type: ParameterType::Csv,
            required: false,
            default: None,
            description: "IDs of the POSIX users that are accepted",
        },
        Parameter {
            name: "approvedGids",
            parameter_type: ParameterType::Csv,
            required: false,
            default: None,
            description: "IDs of the POSIX groups that are accepted",
        },
    ],
    summary: "EFS access points should set the POSIX user of whoever comes in.",
    details: "\
Without `PosixUser` every client says by itself which user it is, root included. With `approvedUids` and \
`approvedGids` user and group have to be among these; `SecondaryGids` play no part.",
    fix: "Set `PosixUser` with `Uid` and `Gid`.",
    compliant_when: all_of(&[
        property("PosixUser").is_present(),
        when_parameter("approvedUids", &property("PosixUser.Uid").is_one_of_parameter("approvedUids")),
        when_parameter("approvedGids", &property("PosixUser.Gid").is_one_of_parameter("approvedGids")),
    ]),
    compliant_example: "\
Door:
  Type: AWS::EFS::AccessPoint
  Properties:
    FileSystemId: fs-0123456789abcdef0
    PosixUser:
      Uid: '1000'
      Gid: '1000'
",
    noncompliant_example: "\
Door:
  Type: AWS::EFS::AccessPoint
  Properties:
    FileSystemId: fs-0123456789abcdef0
",
    ..Rule::BASE
};

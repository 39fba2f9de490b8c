//! `efs-mount-target-public-accessible`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "EFS_MOUNT_TARGET_PUBLIC_ACCESSIBLE",
    name: "efs-mount-target-public-accessible",
    resource_types: &["AWS::EFS::FileSystem"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    security_hub: &["EFS.6"],
    summary: "EFS mount targets should not be in subnets that give out public addresses.",
    details: "\
A file system belongs where nothing has a public address. Judged is the file system: every mount target of \
the template that refers to it has to be in a subnet whose `MapPublicIpOnLaunch` is false or absent, which \
means false. A subnet outside the template stays open. A file system without mount targets is not \
applicable; AWS may call it compliant. IPv6 addresses play no part here; AWS doesn't say whether they do.",
    fix: "Put the mount targets into private subnets.",
    applies_when: TARGETS.exists().explained("the file system has no mount target"),
    compliant_when: TARGETS.each(&follow(
        "SubnetId",
        &["AWS::EC2::Subnet"],
        &property("MapPublicIpOnLaunch").default("false").is_false(),
    )),
    compliant_example: "\
Files:
  Type: AWS::EFS::FileSystem
Target:
  Type: AWS::EFS::MountTarget
  Properties:
    FileSystemId: !Ref Files
    SubnetId: !Ref Private
    SecurityGroups:
      - sg-0123456789abcdef0
Private:
  Type: AWS::EC2::Subnet
  Properties:
    VpcId: vpc-0123456789abcdef0
    CidrBlock: 10.0.1.0/24
",
    noncompliant_example: "\
Files:
  Type: AWS::EFS::FileSystem
Target:
  Type: AWS::EFS::MountTarget
  Properties:
    FileSystemId: !Ref Files
    SubnetId: !Ref Public
    SecurityGroups:
      - sg-0123456789abcdef0
Public:
  Type: AWS::EC2::Subnet
  Properties:
    VpcId: vpc-0123456789abcdef0
    CidrBlock: 10.0.1.0/24
    MapPublicIpOnLaunch: true
",
    ..Rule::BASE
};

const TARGETS: Related = related(&["AWS::EFS::MountTarget"], "FileSystemId");

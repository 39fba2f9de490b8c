//! `s3-access-point-in-vpc-only`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "S3_ACCESS_POINT_IN_VPC_ONLY",
    name: "s3-access-point-in-vpc-only",
    resource_types: &["AWS::S3::AccessPoint"],
    severity: Severity::Medium,
    summary: "S3 access points should be usable from a VPC only.",
    details: "\
An access point that is bound to a VPC can't be used from anywhere else, whatever its policy says. AWS \
Config looks at the network origin, which CloudFormation derives: `VpcConfiguration` makes it `VPC`, \
without it is `Internet`.",
    fix: "Set `VpcConfiguration.VpcId`; the origin can't be changed later without replacing the \
access point.",
    compliant_when: property("VpcConfiguration").is_present(),
    compliant_example: "\
Reports:
  Type: AWS::S3::AccessPoint
  Properties:
    Bucket: data-111122223333
    VpcConfiguration:
      VpcId: vpc-0123456789abcdef0
",
    noncompliant_example: "\
Reports:
  Type: AWS::S3::AccessPoint
  Properties:
    Bucket: data-111122223333
",
    ..Rule::BASE
};

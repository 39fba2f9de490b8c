//! `s3-access-point-public-access-blocks`

use super::public_access;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "S3_ACCESS_POINT_PUBLIC_ACCESS_BLOCKS",
    name: "s3-access-point-public-access-blocks",
    resource_types: &["AWS::S3::AccessPoint"],
    severity: Severity::Critical,
    security_hub: &["S3.19"],
    parameters: &[Parameter {
        name: "excludedAccessPoints",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "names of access points that may be public",
    }],
    summary: "S3 access points should block public access.",
    details: "\
Each of the four settings closes one way of making data public. Without a `PublicAccessBlockConfiguration` \
S3 switches on all four; in one that is written, a setting that is left out is read as off, which AWS \
doesn't say.

An access point whose `Name` is in the parameter's list always complies; a name that AWS makes up never \
is.",
    fix: "Set all four settings of `PublicAccessBlockConfiguration` to true, or leave the block out.",
    certainty: Certainty::Known,
    compliant_when: any_of(&[
        public_access::FULLY_BLOCKED,
        property("Name").is_excepted_by_parameter("excludedAccessPoints"),
    ]),
    compliant_example: "\
Reports:
  Type: AWS::S3::AccessPoint
  Properties:
    Bucket: data-111122223333
    PublicAccessBlockConfiguration:
      BlockPublicAcls: true
      BlockPublicPolicy: true
      IgnorePublicAcls: true
      RestrictPublicBuckets: true
",
    noncompliant_example: "\
Reports:
  Type: AWS::S3::AccessPoint
  Properties:
    Bucket: data-111122223333
    PublicAccessBlockConfiguration:
      BlockPublicAcls: true
      BlockPublicPolicy: false
      IgnorePublicAcls: true
      RestrictPublicBuckets: true
",
    ..Rule::BASE
};

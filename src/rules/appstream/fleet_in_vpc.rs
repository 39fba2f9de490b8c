//! `appstream-fleet-in-vpc`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "APPSTREAM_FLEET_IN_VPC",
    name: "appstream-fleet-in-vpc",
    resource_types: &["AWS::AppStream::Fleet"],
    severity: Severity::Medium,
    summary: "AppStream fleets should run in a VPC.",
    details: "\
A fleet outside your VPC reaches the internet past the rules of your network. `VpcConfig` has to be there; \
one without `SubnetIds` leaves the verdict open.

Elastic fleets (`FleetType` `ELASTIC`; absent means `ON_DEMAND`) are not applicable.",
    fix: "Set `VpcConfig` with `SubnetIds` and `SecurityGroupIds`.",
    applies_when: property("FleetType").default("ON_DEMAND").differs_from("ELASTIC"),
    compliant_when: all_of(&[
        property("VpcConfig").is_present(),
        property("VpcConfig.SubnetIds")
            .unknown_when_absent("AWS doesn't say how a VpcConfig without SubnetIds counts")
            .is_present(),
    ]),
    compliant_example: "\
Office:
  Type: AWS::AppStream::Fleet
  Properties:
    Name: office
    InstanceType: stream.standard.medium
    VpcConfig:
      SubnetIds:
        - subnet-0123456789abcdef0
",
    noncompliant_example: "\
Office:
  Type: AWS::AppStream::Fleet
  Properties:
    Name: office
    InstanceType: stream.standard.medium
",
    ..Rule::BASE
};

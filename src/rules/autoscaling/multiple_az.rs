//! `autoscaling-multiple-az`

use crate::rules::zones::subnets_span;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "AUTOSCALING_MULTIPLE_AZ",
    name: "autoscaling-multiple-az",
    resource_types: &["AWS::AutoScaling::AutoScalingGroup"],
    severity: Severity::Medium,
    security_hub: &["AutoScaling.2"],
    parameters: &[Parameter {
        name: "minAvailabilityZones",
        parameter_type: ParameterType::Int,
        required: false,
        default: Some("2"),
        description: "least number of zones, 2 to 10",
    }],
    summary: "Auto Scaling groups should span several Availability Zones.",
    details: "\
A group in one Availability Zone is gone together with it. Counted are the different zones of \
`AvailabilityZones`, or those of the subnets in `VPCZoneIdentifier` that are in the template. `Fn::GetAZs` \
counts as two zones, which every Region has. Several subnets whose zones can't be known leave the verdict \
open; a single one is one zone.",
    fix: "List a subnet of another Availability Zone in `VPCZoneIdentifier`.",
    compliant_when: any_of(&[
        property("AvailabilityZones").counts_at_least_parameter("minAvailabilityZones"),
        SUBNETS,
    ]),
    compliant_example: "\
Workers:
  Type: AWS::AutoScaling::AutoScalingGroup
  Properties:
    MinSize: '2'
    MaxSize: '4'
    AvailabilityZones:
      - eu-west-1a
      - eu-west-1b
",
    noncompliant_example: "\
Workers:
  Type: AWS::AutoScaling::AutoScalingGroup
  Properties:
    MinSize: '2'
    MaxSize: '4'
    VPCZoneIdentifier:
      - subnet-0123456789abcdef0
",
    ..Rule::BASE
};

/// The subnets lie in as many zones as the parameter wants.
const SUBNETS: Check = function(|group| {
    let wanted = group.parameter("minAvailabilityZones").and_then(|it| it.trim().parse().ok()).unwrap_or(2);
    subnets_span(group, "VPCZoneIdentifier", wanted)
});

//! `autoscaling-multiple-az`

use crate::resolve::{Content, Value};
use crate::rules::*;
use std::collections::BTreeSet;

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
    group.look("VPCZoneIdentifier", &mut |place| {
        let count = property("VPCZoneIdentifier").counts_at_least_parameter("minAvailabilityZones");
        let enough = count.evaluate(group);
        let (Some(Content::List(subnets)), false) = (place.value.map(|it| &it.content), enough.is_false())
        else {
            return enough;
        };
        let wanted =
            group.parameter("minAvailabilityZones").and_then(|it| it.trim().parse().ok()).unwrap_or(2);
        let zones: Vec<Option<_>> = subnets.iter().map(|subnet| zone(group, subnet)).collect();
        let known: BTreeSet<_> = zones.iter().flatten().collect();
        if known.len() >= wanted {
            Truth::True
        } else if zones.iter().all(Option::is_some) {
            let statement =
                format!("the subnets lie in {} Availability Zone(s), expected {wanted}", known.len());
            place.fails(Found::Statement(statement.into()), Wanted::Present)
        } else {
            let statement = "the Availability Zones of the subnets can't be known before deployment";
            place.unknown(Found::Statement(statement.into()), Wanted::Present)
        }
    })
});

/// The Availability Zone that the template gives a subnet.
fn zone<'a>(group: &Subject<'a>, subnet: &Value) -> Option<std::borrow::Cow<'a, str>> {
    let all = group.neighbourhood.resources_of_type("AWS::EC2::Subnet");
    let subnet = all.iter().find(|candidate| refers_to(subnet, candidate) == Some(true))?;
    subnet.properties.as_map()?.get("AvailabilityZone")?.as_text()
}

//! `autoscaling-multiple-instance-types`

use crate::resolve::Value;
use crate::rules::*;
use std::collections::BTreeSet;

pub(super) static RULE: Rule = Rule {
    identifier: "AUTOSCALING_MULTIPLE_INSTANCE_TYPES",
    name: "autoscaling-multiple-instance-types",
    resource_types: &["AWS::AutoScaling::AutoScalingGroup"],
    severity: Severity::Medium,
    security_hub: &["AutoScaling.6"],
    summary: "Auto Scaling groups should use several instance types.",
    details: "\
When one instance type is sold out, a group that knows another goes on. \
`MixedInstancesPolicy.LaunchTemplate.Overrides` has to list two different instance types. Types chosen by \
their attributes (`InstanceRequirements`) count as several, which is our reading: AWS's page doesn't mention \
them.",
    fix: "List several instance types in `MixedInstancesPolicy.LaunchTemplate.Overrides`.",
    certainty: Certainty::Known,
    compliant_when: any_of(&[
        some_item(
            "MixedInstancesPolicy.LaunchTemplate.Overrides",
            &property("InstanceRequirements").is_present(),
        ),
        function(|group| {
            const OVERRIDES: &str = "MixedInstancesPolicy.LaunchTemplate.Overrides";
            group.look(OVERRIDES, &mut |place| {
                let Some(overrides) = place.value.and_then(Value::as_list) else {
                    return property(OVERRIDES).has_at_least(2).evaluate(group);
                };
                let types: Vec<_> = overrides.iter().map(|it| it.as_map()?.get("InstanceType")).collect();
                let known: BTreeSet<_> = types.iter().filter_map(|it| it.as_ref()?.as_text()).collect();
                let all_known = types.iter().flatten().all(|it| it.as_text().is_some())
                    && overrides.iter().all(|it| it.as_map().is_some());
                match (known.len(), all_known) {
                    (2.., _) => Truth::True,
                    (_, true) => place
                        .fails(Found::Statement("the group has one instance type".into()), Wanted::Present),
                    _ => place.unknown(
                        Found::Statement("the instance types can't be known before deployment".into()),
                        Wanted::Present,
                    ),
                }
            })
        }),
    ]),
    compliant_example: "\
Workers:
  Type: AWS::AutoScaling::AutoScalingGroup
  Properties:
    MixedInstancesPolicy:
      LaunchTemplate:
        Overrides:
          - InstanceType: m7g.large
          - InstanceType: m6g.large
",
    noncompliant_example: "\
Workers:
  Type: AWS::AutoScaling::AutoScalingGroup
  Properties:
    MinSize: '1'
    MaxSize: '4'
",
    ..Rule::BASE
};

//! `ec2-instance-detailed-monitoring-enabled`

use super::launch_template::{HAS_TEMPLATE, launch_template};
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "EC2_INSTANCE_DETAILED_MONITORING_ENABLED",
    name: "ec2-instance-detailed-monitoring-enabled",
    resource_types: &["AWS::EC2::Instance"],
    severity: Severity::Low,
    summary: "EC2 instances should have detailed monitoring.",
    details: "\
With basic monitoring five minutes pass between two figures: too long to scale by or to see a peak. \
`Monitoring` of the instance counts, or `Monitoring.Enabled` of its launch template, or false. A launch \
template outside the template leaves the verdict open; of one inside it, the data written there counts, \
whatever `Version` says.",
    fix: "Set `Monitoring` to true.",
    compliant_when: when(
        &property("Monitoring").is_present(),
        &property("Monitoring").is_true(),
        &when(
            &HAS_TEMPLATE,
            &launch_template(&IN_TEMPLATE),
            &property("Monitoring").default("false").is_true(),
        ),
    ),
    compliant_example: "\
Server:
  Type: AWS::EC2::Instance
  Properties:
    ImageId: ami-0123456789abcdef0
    Monitoring: true
",
    noncompliant_example: "\
Server:
  Type: AWS::EC2::Instance
  Properties:
    ImageId: ami-0123456789abcdef0
",
    ..Rule::BASE
};

const IN_TEMPLATE: Check = property("LaunchTemplateData.Monitoring.Enabled").default("false").is_true();

//! `ebs-optimized-instance`

use super::launch_template::{HAS_TEMPLATE, launch_template};
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "EBS_OPTIMIZED_INSTANCE",
    name: "ebs-optimized-instance",
    resource_types: &["AWS::EC2::Instance"],
    severity: Severity::Low,
    summary: "EC2 instances should be EBS-optimized where their type allows it.",
    details: "\
Without a lane of its own, traffic to the volumes competes with everything else that the instance sends. \
Types that are always EBS-optimized (all of the present generations) comply whatever is written: that is our \
reading, AWS's page speaks of types that can be and are not by default. For those, `EbsOptimized` of the \
instance counts, or that of its launch template, or false. Types that can't be EBS-optimized are not \
applicable. A launch template outside the template leaves the verdict open; of one inside it, the data \
written there counts, whatever `Version` says.",
    fix: "Set `EbsOptimized` to true, or move to an instance type of a present generation.",
    certainty: Certainty::Guess,
    applies_when: when(
        &property("InstanceType").is_present(),
        &property("InstanceType").is_none_of(UNABLE),
        &when(
            &HAS_TEMPLATE,
            &launch_template(
                &property("LaunchTemplateData.InstanceType").default("m1.small").is_none_of(UNABLE),
            ),
            &property("InstanceType").default("m1.small").is_none_of(UNABLE),
        ),
    )
    .explained("the instance type can't be EBS-optimized"),
    compliant_when: any_of(&[
        property("EbsOptimized").is_true(),
        when(
            &property("InstanceType").is_present(),
            &property("InstanceType").is_none_of(OPTIONAL),
            &when(
                &HAS_TEMPLATE,
                &launch_template(&property("LaunchTemplateData.InstanceType").is_none_of(OPTIONAL)),
                &Check::ALWAYS,
            ),
        ),
        all_of(&[
            property("EbsOptimized").is_absent(),
            HAS_TEMPLATE,
            launch_template(&property("LaunchTemplateData.EbsOptimized").is_true()),
        ]),
    ])
    .explained("the instance type can be EBS-optimized, and EbsOptimized is not true"),
    compliant_example: "\
Server:
  Type: AWS::EC2::Instance
  Properties:
    InstanceType: m3.xlarge
    EbsOptimized: true
",
    noncompliant_example: "\
Server:
  Type: AWS::EC2::Instance
  Properties:
    InstanceType: m3.xlarge
",
    ..Rule::BASE
};

/// The types that can be EBS-optimized and are not by default (Amazon EC2 User Guide, "Amazon EBS-optimized
/// instance types").
const OPTIONAL: &[&str] = &[
    "c1.xlarge",
    "c3.xlarge",
    "c3.2xlarge",
    "c3.4xlarge",
    "g2.2xlarge",
    "i2.xlarge",
    "i2.2xlarge",
    "i2.4xlarge",
    "m1.large",
    "m1.xlarge",
    "m2.2xlarge",
    "m2.4xlarge",
    "m3.xlarge",
    "m3.2xlarge",
    "r3.xlarge",
    "r3.2xlarge",
    "r3.4xlarge",
];
/// The types that can't be EBS-optimized.
const UNABLE: &[&str] = &[
    "c1.medium",
    "c3.large",
    "c3.8xlarge",
    "cc2.8xlarge",
    "cr1.8xlarge",
    "g2.8xlarge",
    "hs1.8xlarge",
    "i2.8xlarge",
    "m1.small",
    "m1.medium",
    "m2.xlarge",
    "m3.medium",
    "m3.large",
    "r3.large",
    "r3.8xlarge",
    "t1.micro",
    "t2.nano",
    "t2.micro",
    "t2.small",
    "t2.medium",
    "t2.large",
    "t2.xlarge",
    "t2.2xlarge",
];

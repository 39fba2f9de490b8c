//! `ecs-fargate-latest-platform-version`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ECS_FARGATE_LATEST_PLATFORM_VERSION",
    name: "ecs-fargate-latest-platform-version",
    resource_types: &["AWS::ECS::Service"],
    severity: Severity::Medium,
    security_hub: &["ECS.10"],
    parameters: &[
        Parameter {
            name: "latestLinuxVersion",
            parameter_type: ParameterType::String,
            required: false,
            default: None,
            description: "newest platform version for Linux; Security Hub passes 1.4.0",
        },
        Parameter {
            name: "latestWindowsVersion",
            parameter_type: ParameterType::String,
            required: false,
            default: None,
            description: "newest platform version for Windows; Security Hub passes 1.0.0",
        },
    ],
    summary: "Fargate services should run on the latest platform version.",
    details: "\
Platform versions bring security patches of the kernel and the runtime. An absent `PlatformVersion` means \
LATEST. A number has to be the one in the parameter for its operating system, which the task definition \
names (absent means Linux); without a parameter for it every number fails. A task definition outside the \
template leaves a number open.

A service with the launch type EC2 or EXTERNAL, or without launch type and capacity providers, is not \
applicable. AWS doesn't say whether services with the capacity providers FARGATE and FARGATE_SPOT are \
evaluated; here they are left open unless they comply.",
    fix: "Leave `PlatformVersion` out, or set it to LATEST.",
    applies_when: when(
        &property("LaunchType").is_present(),
        &property("LaunchType").equals("FARGATE"),
        &all_of(&[
            some_item(
                "CapacityProviderStrategy",
                &property("CapacityProvider").is_one_of(&["FARGATE", "FARGATE_SPOT"]),
            ),
            undecided("whether services with Fargate capacity providers are evaluated is not documented"),
        ]),
    )
    .explained("the service does not run on Fargate"),
    compliant_when: any_of(&[
        property("PlatformVersion").default("LATEST").equals("LATEST"),
        OF_LINUX,
        OF_WINDOWS,
    ]),
    compliant_example: "\
Service:
  Type: AWS::ECS::Service
  Properties:
    LaunchType: FARGATE
    TaskDefinition: web
",
    noncompliant_example: "\
Service:
  Type: AWS::ECS::Service
  Properties:
    LaunchType: FARGATE
    TaskDefinition: web
    PlatformVersion: 1.3.0
",
    ..Rule::BASE
};

const OF_LINUX: Check = all_of(&[
    parameter_is_given("latestLinuxVersion"),
    property("PlatformVersion").equals_parameter("latestLinuxVersion"),
    follow("TaskDefinition", &["AWS::ECS::TaskDefinition"], &SYSTEM.starts_with_none_of(&["WINDOWS"])),
]);
const OF_WINDOWS: Check = all_of(&[
    parameter_is_given("latestWindowsVersion"),
    property("PlatformVersion").equals_parameter("latestWindowsVersion"),
    follow("TaskDefinition", &["AWS::ECS::TaskDefinition"], &SYSTEM.starts_with(&["WINDOWS"])),
]);
const SYSTEM: Property = property("RuntimePlatform.OperatingSystemFamily").default("LINUX");

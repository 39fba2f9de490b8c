//! `appconfig-deployment-strategy-minimum-final-bake-time`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "APPCONFIG_DEPLOYMENT_STRATEGY_MINIMUM_FINAL_BAKE_TIME",
    name: "appconfig-deployment-strategy-minimum-final-bake-time",
    resource_types: &["AWS::AppConfig::DeploymentStrategy"],
    severity: Severity::Low,
    parameters: &[Parameter {
        name: "minBakeTime",
        parameter_type: ParameterType::Int,
        required: false,
        default: Some("30"),
        description: "minutes that a deployment has to be watched, 0 to 1440",
    }],
    summary: "AppConfig deployment strategies should keep a minimum final bake time.",
    details: "\
During the bake time AppConfig watches alarms and rolls back; after it a mistake stays. \
`FinalBakeTimeInMinutes` has to be at least the parameter, 30 if it is not given; absent means 0.",
    fix: "Set `FinalBakeTimeInMinutes` to 30 or more.",
    compliant_when: property("FinalBakeTimeInMinutes").default("0").at_least_parameter("minBakeTime"),
    compliant_example: "\
Careful:
  Type: AWS::AppConfig::DeploymentStrategy
  Properties:
    Name: careful
    DeploymentDurationInMinutes: 20
    GrowthFactor: 20
    ReplicateTo: NONE
    FinalBakeTimeInMinutes: 30
",
    noncompliant_example: "\
Careful:
  Type: AWS::AppConfig::DeploymentStrategy
  Properties:
    Name: careful
    DeploymentDurationInMinutes: 20
    GrowthFactor: 20
    ReplicateTo: NONE
",
    ..Rule::BASE
};

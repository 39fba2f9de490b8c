//! `appconfig-deployment-strategy-replicate-to-ssm`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "APPCONFIG_DEPLOYMENT_STRATEGY_REPLICATE_TO_SSM",
    name: "appconfig-deployment-strategy-replicate-to-ssm",
    resource_types: &["AWS::AppConfig::DeploymentStrategy"],
    severity: Severity::Low,
    summary: "AppConfig deployment strategies should be saved to an SSM document.",
    details: "\
A strategy that is saved as a Systems Manager document survives its deletion and can be shared. Absent means \
`NONE`.",
    fix: "Set `ReplicateTo` to SSM_DOCUMENT.",
    compliant_when: property("ReplicateTo").default("NONE").equals("SSM_DOCUMENT"),
    compliant_example: "\
Careful:
  Type: AWS::AppConfig::DeploymentStrategy
  Properties:
    Name: careful
    DeploymentDurationInMinutes: 20
    GrowthFactor: 20
    ReplicateTo: SSM_DOCUMENT
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

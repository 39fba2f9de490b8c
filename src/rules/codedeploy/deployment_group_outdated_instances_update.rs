//! `codedeploy-deployment-group-outdated-instances-update`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "CODEDEPLOY_DEPLOYMENT_GROUP_OUTDATED_INSTANCES_UPDATE",
    name: "codedeploy-deployment-group-outdated-instances-update",
    resource_types: &["AWS::CodeDeploy::DeploymentGroup"],
    severity: Severity::Low,
    summary: "CodeDeploy deployment groups should update outdated instances.",
    details: "\
Instances that start during a deployment may get the old revision; with `IGNORE` they keep it. Absent means \
`UPDATE`. Groups of Lambda and Amazon ECS leave the property out and are compliant.",
    fix: "Set `OutdatedInstancesStrategy` to UPDATE, or leave it out.",
    compliant_when: property("OutdatedInstancesStrategy").default("UPDATE").differs_from("IGNORE"),
    compliant_example: "\
Group:
  Type: AWS::CodeDeploy::DeploymentGroup
  Properties:
    ApplicationName: shop
    ServiceRoleArn: arn:aws:iam::111122223333:role/deploy
",
    noncompliant_example: "\
Group:
  Type: AWS::CodeDeploy::DeploymentGroup
  Properties:
    ApplicationName: shop
    ServiceRoleArn: arn:aws:iam::111122223333:role/deploy
    OutdatedInstancesStrategy: IGNORE
",
    ..Rule::BASE
};

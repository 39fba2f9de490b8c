//! `codedeploy-deployment-group-auto-rollback-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "CODEDEPLOY_DEPLOYMENT_GROUP_AUTO_ROLLBACK_ENABLED",
    name: "codedeploy-deployment-group-auto-rollback-enabled",
    resource_types: &["AWS::CodeDeploy::DeploymentGroup"],
    severity: Severity::Low,
    summary: "CodeDeploy deployment groups should roll back automatically.",
    details: "\
Without a rollback a failed deployment stays as it failed until somebody comes. An absent \
`AutoRollbackConfiguration`, or no `Enabled` in it, is off.",
    fix: "Set `AutoRollbackConfiguration.Enabled` to true, with the `Events` that roll back.",
    compliant_when: property("AutoRollbackConfiguration.Enabled").default("false").is_true(),
    compliant_example: "\
Group:
  Type: AWS::CodeDeploy::DeploymentGroup
  Properties:
    ApplicationName: shop
    ServiceRoleArn: arn:aws:iam::111122223333:role/deploy
    AutoRollbackConfiguration:
      Enabled: true
      Events:
        - DEPLOYMENT_FAILURE
",
    noncompliant_example: "\
Group:
  Type: AWS::CodeDeploy::DeploymentGroup
  Properties:
    ApplicationName: shop
    ServiceRoleArn: arn:aws:iam::111122223333:role/deploy
",
    ..Rule::BASE
};

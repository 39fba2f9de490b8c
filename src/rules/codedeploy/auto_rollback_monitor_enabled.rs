//! `codedeploy-auto-rollback-monitor-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "CODEDEPLOY_AUTO_ROLLBACK_MONITOR_ENABLED",
    name: "codedeploy-auto-rollback-monitor-enabled",
    resource_types: &["AWS::CodeDeploy::DeploymentGroup"],
    severity: Severity::Low,
    summary: "CodeDeploy deployment groups should roll back automatically and watch alarms.",
    details: "\
A deployment that nobody watches goes on while it breaks things. `AutoRollbackConfiguration.Enabled` and \
`AlarmConfiguration.Enabled` have to be true, and `Alarms` has to list an alarm; whatever is absent is off. \
Which `Events` roll back, and `IgnorePollAlarmFailure`, don't count.",
    fix: "Set `AutoRollbackConfiguration.Enabled` and `AlarmConfiguration.Enabled` to true, and list alarms in `AlarmConfiguration.Alarms`.",
    compliant_when: all_of(&[
        property("AutoRollbackConfiguration.Enabled").default("false").is_true(),
        property("AlarmConfiguration.Enabled").default("false").is_true(),
        property("AlarmConfiguration.Alarms").is_present(),
    ]),
    compliant_example: "\
Group:
  Type: AWS::CodeDeploy::DeploymentGroup
  Properties:
    ApplicationName: shop
    ServiceRoleArn: arn:aws:iam::111122223333:role/deploy
    AutoRollbackConfiguration:
      Enabled: true
      Events:
        - DEPLOYMENT_STOP_ON_ALARM
    AlarmConfiguration:
      Enabled: true
      Alarms:
        - Name: errors
",
    noncompliant_example: "\
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
    ..Rule::BASE
};

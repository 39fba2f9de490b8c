//! `codedeploy-lambda-allatonce-traffic-shift-disabled`

use super::platform::deploys_to_lambda;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "CODEDEPLOY_LAMBDA_ALLATONCE_TRAFFIC_SHIFT_DISABLED",
    name: "codedeploy-lambda-allatonce-traffic-shift-disabled",
    resource_types: &["AWS::CodeDeploy::DeploymentGroup"],
    severity: Severity::Medium,
    summary: "CodeDeploy Lambda deployments should not shift all traffic at once.",
    details: "\
With all traffic on a new version at once, a mistake in it meets every caller. `DeploymentConfigName` must \
not be `CodeDeployDefault.LambdaAllAtOnce`, which an absent property means. A configuration of your own is \
compliant whatever it says: the rule names AWS's only.

Groups for other platforms are not applicable. The application's `ComputePlatform` tells, absent means \
`Server`; an application of another stack leaves that open, unless AWS's own configuration tells the \
platform.",
    fix: "Set `DeploymentConfigName` to a canary or linear configuration, for example CodeDeployDefault.LambdaCanary10Percent5Minutes.",
    certainty: Certainty::Known,
    applies_when: function(deploys_to_lambda),
    compliant_when: property("DeploymentConfigName")
        .default("CodeDeployDefault.LambdaAllAtOnce")
        .differs_from("CodeDeployDefault.LambdaAllAtOnce"),
    compliant_example: "\
Group:
  Type: AWS::CodeDeploy::DeploymentGroup
  Properties:
    ApplicationName: !Ref Shop
    ServiceRoleArn: arn:aws:iam::111122223333:role/deploy
    DeploymentConfigName: CodeDeployDefault.LambdaCanary10Percent5Minutes
Shop:
  Type: AWS::CodeDeploy::Application
  Properties:
    ComputePlatform: Lambda
",
    noncompliant_example: "\
Group:
  Type: AWS::CodeDeploy::DeploymentGroup
  Properties:
    ApplicationName: !Ref Shop
    ServiceRoleArn: arn:aws:iam::111122223333:role/deploy
    DeploymentConfigName: CodeDeployDefault.LambdaAllAtOnce
Shop:
  Type: AWS::CodeDeploy::Application
  Properties:
    ComputePlatform: Lambda
",
    ..Rule::BASE
};

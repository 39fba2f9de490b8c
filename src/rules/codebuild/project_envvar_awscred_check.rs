//! `codebuild-project-envvar-awscred-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "CODEBUILD_PROJECT_ENVVAR_AWSCRED_CHECK",
    name: "codebuild-project-envvar-awscred-check",
    resource_types: &["AWS::CodeBuild::Project"],
    severity: Severity::Critical,
    security_hub: &["CodeBuild.2"],
    summary: "CodeBuild projects should not hold AWS credentials in plain-text variables.",
    details: "\
A plain-text variable shows in the console, in the API and in build logs. A variable named \
`AWS_ACCESS_KEY_ID` or `AWS_SECRET_ACCESS_KEY` must not have type `PLAINTEXT`, which an absent `Type` means. \
The value is not looked at.

AWS's page names the pair; here either one alone fails.",
    fix: "Delete the variables and let the build use its `ServiceRole`, or keep them in Secrets Manager with `Type` SECRETS_MANAGER.",
    remediation_document: Some("AWSConfigRemediation-DeleteAccessKeysFromCodeBuildProject"),
    compliant_when: each_item(
        "Environment.EnvironmentVariables",
        &when(
            &property("Name").is_one_of(&["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"]),
            &property("Type").default("PLAINTEXT").differs_from("PLAINTEXT"),
            &Check::ALWAYS,
        ),
    ),
    compliant_example: "\
Build:
  Type: AWS::CodeBuild::Project
  Properties:
    Artifacts:
      Type: NO_ARTIFACTS
    Environment:
      Type: LINUX_CONTAINER
      ComputeType: BUILD_GENERAL1_SMALL
      Image: aws/codebuild/standard:7.0
      EnvironmentVariables:
        - Name: AWS_ACCESS_KEY_ID
          Type: SECRETS_MANAGER
          Value: build:key
    ServiceRole: arn:aws:iam::111122223333:role/build
    Source:
      Type: CODEPIPELINE
",
    noncompliant_example: "\
Build:
  Type: AWS::CodeBuild::Project
  Properties:
    Artifacts:
      Type: NO_ARTIFACTS
    Environment:
      Type: LINUX_CONTAINER
      ComputeType: BUILD_GENERAL1_SMALL
      Image: aws/codebuild/standard:7.0
      EnvironmentVariables:
        - Name: AWS_ACCESS_KEY_ID
          Value: '{{resolve:ssm:build-key}}'
    ServiceRole: arn:aws:iam::111122223333:role/build
    Source:
      Type: CODEPIPELINE
",
    ..Rule::BASE
};

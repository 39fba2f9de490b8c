//! `codebuild-project-s3-logs-encrypted`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "CODEBUILD_PROJECT_S3_LOGS_ENCRYPTED",
    name: "codebuild-project-s3-logs-encrypted",
    resource_types: &["AWS::CodeBuild::Project"],
    severity: Severity::Low,
    security_hub: &["CodeBuild.3"],
    parameters: &[Parameter {
        name: "exemptedProjects",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "names of the projects whose logs in S3 may be unencrypted",
    }],
    summary: "CodeBuild logs in S3 should be encrypted.",
    details: "\
Build logs tell much of a system to whoever reads them. `LogsConfig.S3Logs.EncryptionDisabled` must not be \
true; absent means false. A project whose `Name` is in the parameter's list is compliant all the same.

A project that doesn't log to S3 is not applicable; that one whose `Status` is `DISABLED` is, too, is our \
reading.",
    fix: "Set `LogsConfig.S3Logs.EncryptionDisabled` to false, or leave it out.",
    applies_when: property("LogsConfig.S3Logs.Status").default("DISABLED").equals("ENABLED"),
    compliant_when: any_of(&[
        property("LogsConfig.S3Logs.EncryptionDisabled").default("false").is_false(),
        property("Name").is_excepted_by_parameter("exemptedProjects"),
    ]),
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
    ServiceRole: arn:aws:iam::111122223333:role/build
    Source:
      Type: CODEPIPELINE
    LogsConfig:
      S3Logs:
        Status: ENABLED
        Location: logs-111122223333/build
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
    ServiceRole: arn:aws:iam::111122223333:role/build
    Source:
      Type: CODEPIPELINE
    LogsConfig:
      S3Logs:
        Status: ENABLED
        Location: logs-111122223333/build
        EncryptionDisabled: true
",
    ..Rule::BASE
};

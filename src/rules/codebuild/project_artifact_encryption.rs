//! `codebuild-project-artifact-encryption`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "CODEBUILD_PROJECT_ARTIFACT_ENCRYPTION",
    name: "codebuild-project-artifact-encryption",
    resource_types: &["AWS::CodeBuild::Project"],
    severity: Severity::Medium,
    summary: "CodeBuild artifacts should be encrypted.",
    details: "\
Artifacts are what will run in production. `EncryptionDisabled` must not be true in `Artifacts` or in any \
entry of `SecondaryArtifacts`; absent means false. AWS makes no exception for artifacts of type \
`NO_ARTIFACTS`, which the flag doesn't change.",
    fix: "Set `EncryptionDisabled` to false in `Artifacts` and `SecondaryArtifacts`, or leave it out.",
    compliant_when: all_of(&[
        property("Artifacts.EncryptionDisabled").default("false").is_false(),
        each_item("SecondaryArtifacts", &property("EncryptionDisabled").default("false").is_false()),
    ]),
    compliant_example: "\
Build:
  Type: AWS::CodeBuild::Project
  Properties:
    Artifacts:
      Type: S3
      Location: artifacts-111122223333
    Environment:
      Type: LINUX_CONTAINER
      ComputeType: BUILD_GENERAL1_SMALL
      Image: aws/codebuild/standard:7.0
    ServiceRole: arn:aws:iam::111122223333:role/build
    Source:
      Type: CODEPIPELINE
",
    noncompliant_example: "\
Build:
  Type: AWS::CodeBuild::Project
  Properties:
    Artifacts:
      Type: S3
      Location: artifacts-111122223333
      EncryptionDisabled: true
    Environment:
      Type: LINUX_CONTAINER
      ComputeType: BUILD_GENERAL1_SMALL
      Image: aws/codebuild/standard:7.0
    ServiceRole: arn:aws:iam::111122223333:role/build
    Source:
      Type: CODEPIPELINE
",
    ..Rule::BASE
};

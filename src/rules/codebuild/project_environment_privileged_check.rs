//! `codebuild-project-environment-privileged-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "CODEBUILD_PROJECT_ENVIRONMENT_PRIVILEGED_CHECK",
    name: "codebuild-project-environment-privileged-check",
    resource_types: &["AWS::CodeBuild::Project"],
    severity: Severity::High,
    parameters: &[Parameter {
        name: "exemptedProjects",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "names of the projects that may build in privileged mode",
    }],
    summary: "CodeBuild projects should not build in privileged mode.",
    details: "\
A build in privileged mode has the devices of its host: only builds of Docker images need that. An absent \
`PrivilegedMode` means false.

A project whose `Name` is in the parameter's list may be privileged. CloudFormation makes up an absent name, \
which no list has.",
    fix: "Set `Environment.PrivilegedMode` to false, or list the project in `exemptedProjects` if it builds Docker images.",
    compliant_when: any_of(&[
        property("Environment.PrivilegedMode").default("false").is_false(),
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
      PrivilegedMode: true
    ServiceRole: arn:aws:iam::111122223333:role/build
    Source:
      Type: CODEPIPELINE
",
    ..Rule::BASE
};

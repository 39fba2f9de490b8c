//! `sagemaker-model-private-registry-required`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "SAGEMAKER_MODEL_PRIVATE_REGISTRY_REQUIRED",
    name: "sagemaker-model-private-registry-required",
    resource_types: &["AWS::SageMaker::Model"],
    severity: Severity::Medium,
    summary: "SageMaker models should pull their image from a private registry in the VPC.",
    details: "\
An image from a private registry inside the VPC is one that you chose and scanned. The primary container has \
to have `ImageConfig.RepositoryAccessMode` `Vpc`; absent means `Platform`, that is Amazon ECR.

A model with `Containers` and no `PrimaryContainer` is not applicable: it has a rule of its own.",
    fix: "Set `PrimaryContainer.ImageConfig.RepositoryAccessMode` to Vpc, and give the model a `VpcConfig`.",
    applies_when: property("PrimaryContainer").is_present(),
    compliant_when: property("PrimaryContainer.ImageConfig.RepositoryAccessMode")
        .default("Platform")
        .equals("Vpc"),
    compliant_example: "\
Model:
  Type: AWS::SageMaker::Model
  Properties:
    PrimaryContainer:
      Image: registry.example.com/model:1
      ImageConfig:
        RepositoryAccessMode: Vpc
",
    noncompliant_example: "\
Model:
  Type: AWS::SageMaker::Model
  Properties:
    PrimaryContainer:
      Image: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/model:1
",
    ..Rule::BASE
};

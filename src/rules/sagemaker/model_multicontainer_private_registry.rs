//! `sagemaker-model-multicontainer-private-registry`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "SAGEMAKER_MODEL_MULTICONTAINER_PRIVATE_REGISTRY",
    name: "sagemaker-model-multicontainer-private-registry",
    resource_types: &["AWS::SageMaker::Model"],
    severity: Severity::Medium,
    summary: "SageMaker multi-container models should pull images from a private registry in the VPC.",
    details: "\
An image from a private registry inside the VPC is one that you chose and scanned. Every container has to \
have `ImageConfig.RepositoryAccessMode` `Vpc`; absent means `Platform`, that is Amazon ECR.

A model with `PrimaryContainer` and no `Containers` is not applicable: it has a rule of its own. A container \
that names a `ModelPackageName` has no `ImageConfig` either and fails, as AWS's text makes no exception for \
it.",
    fix: "Set `ImageConfig.RepositoryAccessMode` of every container to Vpc, and give the model a `VpcConfig`.",
    applies_when: property("Containers").is_present(),
    compliant_when: each_item(
        "Containers",
        &property("ImageConfig.RepositoryAccessMode").default("Platform").equals("Vpc"),
    ),
    compliant_example: "\
Model:
  Type: AWS::SageMaker::Model
  Properties:
    Containers:
      - Image: registry.example.com/first:1
        ImageConfig:
          RepositoryAccessMode: Vpc
      - Image: registry.example.com/second:1
        ImageConfig:
          RepositoryAccessMode: Vpc
",
    noncompliant_example: "\
Model:
  Type: AWS::SageMaker::Model
  Properties:
    Containers:
      - Image: registry.example.com/first:1
        ImageConfig:
          RepositoryAccessMode: Vpc
      - Image: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/second:1
",
    ..Rule::BASE
};

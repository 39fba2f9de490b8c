//! `sagemaker-model-in-vpc`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "SAGEMAKER_MODEL_IN_VPC",
    name: "sagemaker-model-in-vpc",
    resource_types: &["AWS::SageMaker::Model"],
    severity: Severity::Medium,
    summary: "SageMaker models should run in a customer VPC.",
    details: "\
Containers outside your VPC reach the internet through a network that SageMaker manages. `VpcConfig` being \
there is all that is tested.",
    fix: "Set `VpcConfig` with `Subnets` and `SecurityGroupIds`.",
    compliant_when: property("VpcConfig").is_present(),
    compliant_example: "\
Model:
  Type: AWS::SageMaker::Model
  Properties:
    ExecutionRoleArn: arn:aws:iam::111122223333:role/models
    VpcConfig:
      Subnets:
        - subnet-0123456789abcdef0
      SecurityGroupIds:
        - sg-0123456789abcdef0
",
    noncompliant_example: "\
Model:
  Type: AWS::SageMaker::Model
  Properties:
    ExecutionRoleArn: arn:aws:iam::111122223333:role/models
",
    ..Rule::BASE
};

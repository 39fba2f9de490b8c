//! `sagemaker-model-isolation-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "SAGEMAKER_MODEL_ISOLATION_ENABLED",
    name: "sagemaker-model-isolation-enabled",
    resource_types: &["AWS::SageMaker::Model"],
    severity: Severity::Medium,
    security_hub: &["SageMaker.5"],
    summary: "SageMaker models should have network isolation.",
    details: "\
A container without network isolation can call anything on the network, and so can whoever gets code into \
it. An absent `EnableNetworkIsolation` means false.",
    fix: "Set `EnableNetworkIsolation` to true; the container then gets its model through `ModelDataUrl` only.",
    compliant_when: property("EnableNetworkIsolation").default("false").is_true(),
    compliant_example: "\
Model:
  Type: AWS::SageMaker::Model
  Properties:
    ExecutionRoleArn: arn:aws:iam::111122223333:role/models
    EnableNetworkIsolation: true
",
    noncompliant_example: "\
Model:
  Type: AWS::SageMaker::Model
  Properties:
    ExecutionRoleArn: arn:aws:iam::111122223333:role/models
",
    ..Rule::BASE
};

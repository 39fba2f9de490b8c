//! `sagemaker-model-bias-job-isolation`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "SAGEMAKER_MODEL_BIAS_JOB_ISOLATION",
    name: "sagemaker-model-bias-job-isolation",
    resource_types: &["AWS::SageMaker::ModelBiasJobDefinition"],
    severity: Severity::Medium,
    security_hub: &["SageMaker.12"],
    summary: "SageMaker model bias job definitions should use network isolation.",
    details: "\
A container without network isolation can send the data that a model bias job examines anywhere. An absent \
`EnableNetworkIsolation`, or no `NetworkConfig` at all, means false.",
    fix: "Set `NetworkConfig.EnableNetworkIsolation` to true.",
    compliant_when: property("NetworkConfig.EnableNetworkIsolation").default("false").is_true(),
    compliant_example: "\
Job:
  Type: AWS::SageMaker::ModelBiasJobDefinition
  Properties:
    NetworkConfig:
      EnableNetworkIsolation: true
",
    noncompliant_example: "\
Job:
  Type: AWS::SageMaker::ModelBiasJobDefinition
  Properties:
    NetworkConfig:
      EnableNetworkIsolation: false
",
    ..Rule::BASE
};

//! `sagemaker-data-quality-job-isolation`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "SAGEMAKER_DATA_QUALITY_JOB_ISOLATION",
    name: "sagemaker-data-quality-job-isolation",
    resource_types: &["AWS::SageMaker::DataQualityJobDefinition"],
    severity: Severity::Medium,
    security_hub: &["SageMaker.11"],
    summary: "SageMaker data quality job definitions should use network isolation.",
    details: "\
A container without network isolation can send the data that a data quality job examines anywhere. An absent \
`EnableNetworkIsolation`, or no `NetworkConfig` at all, means false.",
    fix: "Set `NetworkConfig.EnableNetworkIsolation` to true.",
    compliant_when: property("NetworkConfig.EnableNetworkIsolation").default("false").is_true(),
    compliant_example: "\
Job:
  Type: AWS::SageMaker::DataQualityJobDefinition
  Properties:
    NetworkConfig:
      EnableNetworkIsolation: true
",
    noncompliant_example: "\
Job:
  Type: AWS::SageMaker::DataQualityJobDefinition
  Properties:
    NetworkConfig:
      EnableNetworkIsolation: false
",
    ..Rule::BASE
};

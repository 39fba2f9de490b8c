//! `sagemaker-model-explainability-job-encrypt-in-transit`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "SAGEMAKER_MODEL_EXPLAINABILITY_JOB_ENCRYPT_IN_TRANSIT",
    name: "sagemaker-model-explainability-job-encrypt-in-transit",
    resource_types: &["AWS::SageMaker::ModelExplainabilityJobDefinition"],
    severity: Severity::Medium,
    security_hub: &["SageMaker.10"],
    summary: "SageMaker model explainability job definitions should encrypt traffic between containers.",
    details: "\
A model explainability job on several instances sends the data that it examines from one to the other. An \
absent `EnableInterContainerTrafficEncryption` means no encryption; that AWS Config reads it so is our \
reading.

AWS ties the check to two or more instances and doesn't say what it calls a job on one: here it is not \
applicable.",
    fix: "Set `NetworkConfig.EnableInterContainerTrafficEncryption` to true.",
    applies_when: not(
        &property("JobResources.ClusterConfig.InstanceCount").at_most(1),
        "the job runs on one instance, so nothing goes from one to another",
    ),
    compliant_when: property("NetworkConfig.EnableInterContainerTrafficEncryption")
        .default("false")
        .is_true(),
    compliant_example: "\
Job:
  Type: AWS::SageMaker::ModelExplainabilityJobDefinition
  Properties:
    JobResources:
      ClusterConfig:
        InstanceCount: 2
        InstanceType: ml.m5.large
        VolumeSizeInGB: 20
    NetworkConfig:
      EnableInterContainerTrafficEncryption: true
",
    noncompliant_example: "\
Job:
  Type: AWS::SageMaker::ModelExplainabilityJobDefinition
  Properties:
    JobResources:
      ClusterConfig:
        InstanceCount: 2
        InstanceType: ml.m5.large
        VolumeSizeInGB: 20
",
    ..Rule::BASE
};

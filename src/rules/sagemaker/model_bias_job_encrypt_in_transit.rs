//! `sagemaker-model-bias-job-encrypt-in-transit`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "SAGEMAKER_MODEL_BIAS_JOB_ENCRYPT_IN_TRANSIT",
    name: "sagemaker-model-bias-job-encrypt-in-transit",
    resource_types: &["AWS::SageMaker::ModelBiasJobDefinition"],
    severity: Severity::Medium,
    security_hub: &["SageMaker.15"],
    summary: "SageMaker model bias job definitions should encrypt traffic between containers.",
    details: "\
A model bias job on several instances sends the data that it examines from one to the other. An absent \
`EnableInterContainerTrafficEncryption` means no encryption; that AWS Config reads it so is our reading.

That the rule leaves out jobs on one instance is said of Security Hub's control and of the sister rule on \
explainability jobs; we read this one alike.",
    fix: "Set `NetworkConfig.EnableInterContainerTrafficEncryption` to true.",
    certainty: Certainty::Known,
    applies_when: not(
        &property("JobResources.ClusterConfig.InstanceCount").at_most(1),
        "the job runs on one instance, so nothing goes from one to another",
    ),
    compliant_when: property("NetworkConfig.EnableInterContainerTrafficEncryption")
        .default("false")
        .is_true(),
    compliant_example: "\
Job:
  Type: AWS::SageMaker::ModelBiasJobDefinition
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
  Type: AWS::SageMaker::ModelBiasJobDefinition
  Properties:
    JobResources:
      ClusterConfig:
        InstanceCount: 2
        InstanceType: ml.m5.large
        VolumeSizeInGB: 20
",
    ..Rule::BASE
};

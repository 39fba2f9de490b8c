//! `sagemaker-model-quality-job-encrypt-in-transit`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "SAGEMAKER_MODEL_QUALITY_JOB_ENCRYPT_IN_TRANSIT",
    name: "sagemaker-model-quality-job-encrypt-in-transit",
    resource_types: &["AWS::SageMaker::ModelQualityJobDefinition"],
    severity: Severity::Medium,
    security_hub: &["SageMaker.13"],
    summary: "SageMaker model quality job definitions should encrypt traffic between containers.",
    details: "\
A model quality job on several instances sends the data that it examines from one to the other. An absent \
`EnableInterContainerTrafficEncryption` means no encryption; that AWS Config reads it so is our reading.

AWS doesn't say whether a job on a single instance, which has no such traffic, is reported without the \
encryption: the verdict stays open there.",
    fix: "Set `NetworkConfig.EnableInterContainerTrafficEncryption` to true.",
    certainty: Certainty::Known,
    compliant_when: when(
        &property("JobResources.ClusterConfig.InstanceCount").at_most(1),
        &any_of(&[
            ENCRYPTED,
            undecided("AWS doesn't say whether jobs on one instance have to encrypt as well"),
        ]),
        &ENCRYPTED,
    ),
    compliant_example: "\
Job:
  Type: AWS::SageMaker::ModelQualityJobDefinition
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
  Type: AWS::SageMaker::ModelQualityJobDefinition
  Properties:
    JobResources:
      ClusterConfig:
        InstanceCount: 2
        InstanceType: ml.m5.large
        VolumeSizeInGB: 20
",
    ..Rule::BASE
};

const ENCRYPTED: Check =
    property("NetworkConfig.EnableInterContainerTrafficEncryption").default("false").is_true();

//! `sagemaker-notebook-instance-kms-key-configured`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "SAGEMAKER_NOTEBOOK_INSTANCE_KMS_KEY_CONFIGURED",
    name: "sagemaker-notebook-instance-kms-key-configured",
    resource_types: &["AWS::SageMaker::NotebookInstance"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    parameters: &[Parameter {
        name: "kmsKeyArns",
        parameter_type: ParameterType::String,
        required: false,
        default: None,
        description: "KMS keys of which one has to be used, a comma-separated list of ARNs",
    }],
    summary: "SageMaker notebook instances should name a KMS key.",
    details: "\
The volumes of a notebook instance hold models and data; with a key of your own you decide, and see in \
CloudTrail, who may decrypt them. An absent `KmsKeyId` is noncompliant.

With the parameter, a key that the template makes, and an alias beside an ARN, leave the verdict open: which \
key they are is known only after deployment. A key ID is taken for the key of that ID in the list.",
    fix: "Set `KmsKeyId` to the ID or ARN of a KMS key.",
    compliant_when: all_of(&[
        property("KmsKeyId").is_present(),
        when_parameter("kmsKeyArns", &property("KmsKeyId").is_named_by_parameter("kmsKeyArns")),
    ]),
    compliant_example: "\
Notebook:
  Type: AWS::SageMaker::NotebookInstance
  Properties:
    InstanceType: ml.t3.medium
    RoleArn: arn:aws:iam::111122223333:role/notebooks
    KmsKeyId: arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab
",
    noncompliant_example: "\
Notebook:
  Type: AWS::SageMaker::NotebookInstance
  Properties:
    InstanceType: ml.t3.medium
    RoleArn: arn:aws:iam::111122223333:role/notebooks
",
    ..Rule::BASE
};

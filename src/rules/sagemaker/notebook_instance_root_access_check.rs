//! `sagemaker-notebook-instance-root-access-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "SAGEMAKER_NOTEBOOK_INSTANCE_ROOT_ACCESS_CHECK",
    name: "sagemaker-notebook-instance-root-access-check",
    resource_types: &["AWS::SageMaker::NotebookInstance"],
    severity: Severity::High,
    security_hub: &["SageMaker.3"],
    summary: "SageMaker notebook users should not have root access.",
    details: "\
A user with root access can read and change every file of the notebook instance and install what they like. \
An absent `RootAccess` means `Enabled`. Lifecycle configurations run as root in either case.",
    fix: "Set `RootAccess` to Disabled.",
    remediation_document: Some("AWS-DisableSageMakerNotebookRootAccess"),
    compliant_when: property("RootAccess").default("Enabled").equals("Disabled"),
    compliant_example: "\
Notebook:
  Type: AWS::SageMaker::NotebookInstance
  Properties:
    InstanceType: ml.t3.medium
    RoleArn: arn:aws:iam::111122223333:role/notebooks
    RootAccess: Disabled
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

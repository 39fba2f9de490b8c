//! `sagemaker-notebook-no-direct-internet-access`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "SAGEMAKER_NOTEBOOK_NO_DIRECT_INTERNET_ACCESS",
    name: "sagemaker-notebook-no-direct-internet-access",
    resource_types: &["AWS::SageMaker::NotebookInstance"],
    trigger: Trigger::Periodic,
    severity: Severity::High,
    security_hub: &["SageMaker.1"],
    summary: "SageMaker notebook instances should not have direct internet access.",
    details: "\
With direct internet access the traffic of a notebook instance goes past the rules of your network. An \
absent `DirectInternetAccess` means `Enabled`. The service accepts `Disabled` only together with a \
`SubnetId`, which the rule doesn't look at.",
    fix: "Set `DirectInternetAccess` to Disabled, and `SubnetId` to a subnet of your VPC.",
    compliant_when: property("DirectInternetAccess").default("Enabled").equals("Disabled"),
    compliant_example: "\
Notebook:
  Type: AWS::SageMaker::NotebookInstance
  Properties:
    InstanceType: ml.t3.medium
    RoleArn: arn:aws:iam::111122223333:role/notebooks
    DirectInternetAccess: Disabled
    SubnetId: subnet-0123456789abcdef0
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

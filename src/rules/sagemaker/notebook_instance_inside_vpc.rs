//! `sagemaker-notebook-instance-inside-vpc`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "SAGEMAKER_NOTEBOOK_INSTANCE_INSIDE_VPC",
    name: "sagemaker-notebook-instance-inside-vpc",
    resource_types: &["AWS::SageMaker::NotebookInstance"],
    severity: Severity::High,
    security_hub: &["SageMaker.2"],
    parameters: &[Parameter {
        name: "SubnetIds",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "IDs of the subnets that notebook instances may be in",
    }],
    summary: "SageMaker notebook instances should be launched in a customer VPC.",
    details: "\
A notebook instance outside your VPC is reached and reaches out past the rules of your network. It is in a \
VPC of yours if `SubnetId` is there; absent means a VPC of the service.

With the parameter, a subnet that the template makes leaves the verdict open: its ID is known only after \
deployment.",
    fix: "Set `SubnetId` and `SecurityGroupIds`.",
    compliant_when: all_of(&[
        property("SubnetId").is_present(),
        when_parameter("SubnetIds", &property("SubnetId").is_one_of_parameter("SubnetIds")),
    ]),
    compliant_example: "\
Notebook:
  Type: AWS::SageMaker::NotebookInstance
  Properties:
    InstanceType: ml.t3.medium
    RoleArn: arn:aws:iam::111122223333:role/notebooks
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

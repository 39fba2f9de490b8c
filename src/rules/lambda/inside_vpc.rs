//! `lambda-inside-vpc`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "LAMBDA_INSIDE_VPC",
    name: "lambda-inside-vpc",
    resource_types: &["AWS::Lambda::Function"],
    proactive: true,
    severity: Severity::Low,
    security_hub: &["Lambda.3"],
    parameters: &[Parameter {
        name: "subnetIds",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "IDs of the subnets that a function may be in",
    }],
    summary: "Lambda functions should be in a VPC.",
    details: "\
A function outside a VPC reaches everything over the public internet and past the rules of your network. It is \
in a VPC if `VpcConfig.SubnetIds` lists a subnet; absent or empty means that it is not. AWS's rule for \
CloudFormation Guard wants `SecurityGroupIds` as well, AWS Config doesn't.

AWS's texts differ on `subnetIds`; here every subnet of the function has to be in the list. Lambda@Edge functions \
can't be in a VPC: suppress the finding there.",
    fix: "Set `VpcConfig` with `SubnetIds` and `SecurityGroupIds`.",
    remediation_document: Some("AWSConfigRemediation-MoveLambdaToVPC"),
    compliant_when: all_of(&[
        property("VpcConfig.SubnetIds").is_present(),
        when_parameter(
            "subnetIds",
            &each_item("VpcConfig.SubnetIds", &property("").is_one_of_parameter("subnetIds")),
        ),
    ]),
    compliant_example: "\
Worker:
  Type: AWS::Lambda::Function
  Properties:
    Role: arn:aws:iam::111122223333:role/worker
    Code:
      ImageUri: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/worker:1
    VpcConfig:
      SubnetIds:
        - subnet-0123456789abcdef0
      SecurityGroupIds:
        - sg-0123456789abcdef0
",
    noncompliant_example: "\
Worker:
  Type: AWS::Lambda::Function
  Properties:
    Role: arn:aws:iam::111122223333:role/worker
    Code:
      ImageUri: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/worker:1
",
    ..Rule::BASE
};

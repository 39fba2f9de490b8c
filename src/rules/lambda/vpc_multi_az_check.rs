//! `lambda-vpc-multi-az-check`

use crate::rules::zones::subnets_span;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "LAMBDA_VPC_MULTI_AZ_CHECK",
    name: "lambda-vpc-multi-az-check",
    resource_types: &["AWS::Lambda::Function"],
    severity: Severity::Medium,
    security_hub: &["Lambda.5"],
    parameters: &[Parameter {
        name: "availabilityZones",
        parameter_type: ParameterType::Int,
        required: false,
        default: None,
        description: "least number of zones; 2 when not given",
    }],
    summary: "VPC Lambda functions should span several Availability Zones.",
    details: "\
A function in one Availability Zone is gone as long as its zone is. The subnets of `VpcConfig.SubnetIds` \
have to lie in at least as many zones as the parameter says, two without it. Their zones are those of the \
`AWS::EC2::Subnet` resources of the template; different numbers in `Fn::Select` of `Fn::GetAZs` are \
different zones. Of a subnet from elsewhere the zone is not known, but one subnet is never two zones.

Functions outside a VPC are not applicable: AWS says so of Security Hub's control, not of the rule.",
    fix: "Add subnets in other Availability Zones to `VpcConfig.SubnetIds`.",
    applies_when: property("VpcConfig.SubnetIds").is_present().explained("the function is not in a VPC"),
    compliant_when: function(spans_zones),
    compliant_example: "\
One:
  Type: AWS::EC2::Subnet
  Properties:
    VpcId: vpc-0123456789abcdef0
    CidrBlock: 10.0.1.0/24
    AvailabilityZone: eu-west-1a
Two:
  Type: AWS::EC2::Subnet
  Properties:
    VpcId: vpc-0123456789abcdef0
    CidrBlock: 10.0.2.0/24
    AvailabilityZone: eu-west-1b
Worker:
  Type: AWS::Lambda::Function
  Properties:
    Role: arn:aws:iam::111122223333:role/worker
    Code:
      ImageUri: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/worker:1
    VpcConfig:
      SecurityGroupIds:
        - sg-0123456789abcdef0
      SubnetIds:
        - !Ref One
        - !Ref Two
",
    noncompliant_example: "\
Worker:
  Type: AWS::Lambda::Function
  Properties:
    Role: arn:aws:iam::111122223333:role/worker
    Code:
      ImageUri: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/worker:1
    VpcConfig:
      SecurityGroupIds:
        - sg-0123456789abcdef0
      SubnetIds:
        - subnet-0123456789abcdef0
",
    ..Rule::BASE
};

fn spans_zones<'a>(function: &Subject<'a>) -> Truth<'a> {
    let wanted =
        function.parameter("availabilityZones").and_then(|wanted| wanted.trim().parse().ok()).unwrap_or(2);
    subnets_span(function, "VpcConfig.SubnetIds", wanted)
}

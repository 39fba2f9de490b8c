//! `internet-gateway-authorized-vpc-only`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "INTERNET_GATEWAY_AUTHORIZED_VPC_ONLY",
    name: "internet-gateway-authorized-vpc-only",
    resource_types: &["AWS::EC2::InternetGateway"],
    severity: Severity::Medium,
    parameters: &[Parameter {
        name: "AuthorizedVpcIds",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "IDs of the VPCs that may have an internet gateway",
    }],
    summary: "Internet gateways should be attached only to authorized VPCs.",
    details: "\
Which VPCs have a way to the internet should be a list that somebody decided on. Counted are the \
`AWS::EC2::VPCGatewayAttachment` resources that name the gateway: without the parameter every attachment \
fails. A VPC of the same template has no ID yet, so with the parameter it leaves the verdict open. A gateway \
that is not attached complies.",
    fix: "Detach the gateway, or add the VPC to the rule's parameter.",
    compliant_when: related(&["AWS::EC2::VPCGatewayAttachment"], "InternetGatewayId").each(&when(
        &parameter_is_given("AuthorizedVpcIds"),
        &property("VpcId").is_one_of_parameter("AuthorizedVpcIds"),
        &never("the gateway is attached to a VPC, and none is authorized"),
    )),
    compliant_example: "\
Gateway:
  Type: AWS::EC2::InternetGateway
",
    noncompliant_example: "\
Gateway:
  Type: AWS::EC2::InternetGateway
Attachment:
  Type: AWS::EC2::VPCGatewayAttachment
  Properties:
    InternetGatewayId: !Ref Gateway
    VpcId: vpc-0123456789abcdef0
",
    ..Rule::BASE
};

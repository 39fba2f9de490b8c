//! `service-vpc-endpoint-enabled`

use super::endpoint_service::leads_to;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "SERVICE_VPC_ENDPOINT_ENABLED",
    name: "service-vpc-endpoint-enabled",
    resource_types: &["AWS::EC2::VPC"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    security_hub: &["EC2.10"],
    parameters: &[Parameter {
        name: "serviceName",
        parameter_type: ParameterType::String,
        required: true,
        default: Some("ec2"),
        description: "short name or end of the name of the service, such as ec2 or execute-api; Security Hub passes ec2",
    }],
    summary: "Every VPC should have an endpoint for the given service.",
    details: "\
Without an endpoint the traffic to the service leaves the VPC. Counted are the `AWS::EC2::VPCEndpoint` \
resources that name the VPC: the `ServiceName` of one of them has to be the parameter or end in it after a \
dot, as `com.amazonaws.eu-west-1.ec2` does in `ec2`. A VPC whose endpoint is in another stack is reported: \
suppress the finding there.",
    fix: "Add an `AWS::EC2::VPCEndpoint` for the service.",
    compliant_when: ENDPOINT.explained("no VPC endpoint of the template leads from the VPC to the service"),
    compliant_example: "\
Network:
  Type: AWS::EC2::VPC
  Properties:
    CidrBlock: 10.0.0.0/16
Endpoint:
  Type: AWS::EC2::VPCEndpoint
  Properties:
    VpcId: !Ref Network
    ServiceName: !Sub com.amazonaws.${AWS::Region}.ec2
    VpcEndpointType: Interface
",
    noncompliant_example: "\
Network:
  Type: AWS::EC2::VPC
  Properties:
    CidrBlock: 10.0.0.0/16
",
    ..Rule::BASE
};

const ENDPOINT: Check = related(&["AWS::EC2::VPCEndpoint"], "VpcId").some(&function(|endpoint| {
    leads_to(endpoint, endpoint.parameter("serviceName").unwrap_or_default().trim())
}));

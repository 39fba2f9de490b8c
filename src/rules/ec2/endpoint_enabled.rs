//! `vpc-endpoint-enabled`

use super::endpoint_service::leads_to;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "VPC_ENDPOINT_ENABLED",
    name: "vpc-endpoint-enabled",
    resource_types: &["AWS::EC2::VPC"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    parameters: &[
        Parameter {
            name: "serviceNames",
            parameter_type: ParameterType::Csv,
            required: true,
            default: None,
            description: "services, or ends of their names, such as ec2, ecr.api or com.amazonaws.region.ec2",
        },
        Parameter {
            name: "vpcIds",
            parameter_type: ParameterType::Csv,
            required: false,
            default: None,
            description: "IDs of the VPCs to look at; all when not given",
        },
        Parameter {
            name: "scopeConfigResourceTypes",
            parameter_type: ParameterType::Csv,
            required: false,
            default: None,
            description: "resource types of which at least one has to be recorded for the rule to give a verdict",
        },
    ],
    summary: "Every VPC should have endpoints for the given services.",
    details: "\
Without an endpoint the traffic to a service leaves the VPC. Counted are the `AWS::EC2::VPCEndpoint` \
resources that name the VPC: for each name of `serviceNames` the `ServiceName` of one of them has to be that \
name or end in it after a dot; the service's FIPS variant will do as well. A VPC whose endpoints are in \
another stack is reported: suppress the finding there.

A new VPC has no ID yet, so with `vpcIds` one that fails stays open. What AWS Config records is not known \
here, so `scopeConfigResourceTypes` changes nothing. AWS demands `serviceNames` and has no default for it.",
    fix: "Add an `AWS::EC2::VPCEndpoint` for each of the services.",
    compliant_when: any_of(&[
        ENDPOINTS,
        all_of(&[
            parameter_is_given("vpcIds"),
            undecided("whether the VPC is among vpcIds shows only after deployment: it has no ID yet"),
        ]),
    ]),
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
    example_parameters: &[("serviceNames", "ec2")],
    ..Rule::BASE
};

const ENDPOINTS: Check = function(|vpc| {
    let Some(names) = vpc.parameter("serviceNames") else {
        return vpc.unknown("the rule's parameter serviceNames is not given");
    };
    let services = names.split(',').map(str::trim).filter(|name| !name.is_empty());
    services.fold(Truth::True, |truth, service| {
        truth.and(|| {
            let fips = format!("{service}-fips");
            let endpoints = related(&["AWS::EC2::VPCEndpoint"], "VpcId");
            let found = endpoints.decide(Quantifier::Some, vpc, &|endpoint| {
                leads_to(endpoint, service).or(|| leads_to(endpoint, &fips))
            });
            match found {
                Truth::False(_) => vpc.fails(format!("no VPC endpoint of the template is for {service}")),
                other => other,
            }
        })
    })
});

//! `vpc-flow-logs-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "VPC_FLOW_LOGS_ENABLED",
    name: "vpc-flow-logs-enabled",
    resource_types: &["AWS::EC2::VPC"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    security_hub: &["EC2.6"],
    parameters: &[Parameter {
        name: "trafficType",
        parameter_type: ParameterType::String,
        required: false,
        default: None,
        description: "ACCEPT, REJECT or ALL: traffic that has to be recorded; Security Hub passes REJECT",
    }],
    summary: "Every VPC should have a flow log.",
    details: "\
Flow logs are what is left to read after an intrusion. An `AWS::EC2::FlowLog` with `ResourceType` VPC has to \
name the VPC; logs of subnets and interfaces do not count. With `trafficType` the log has to record that \
traffic. One that records `ALL` will do, which AWS doesn't say. A VPC whose flow log is in another stack is \
reported: suppress the finding there.",
    fix: "Add an `AWS::EC2::FlowLog` with `ResourceType` VPC and the VPC's ID.",
    remediation_document: Some("AWSConfigRemediation-EnableVPCFlowLogsToCloudWatch"),
    compliant_when: related(&["AWS::EC2::FlowLog"], "ResourceId").some(&all_of(&[
        property("ResourceType").equals("VPC"),
        when_parameter(
            "trafficType",
            &any_of(&[
                property("TrafficType").ignoring_case().equals_parameter("trafficType"),
                property("TrafficType").ignoring_case().equals("ALL"),
            ]),
        ),
    ])),
    compliant_example: "\
Network:
  Type: AWS::EC2::VPC
  Properties:
    CidrBlock: 10.0.0.0/16
FlowLog:
  Type: AWS::EC2::FlowLog
  Properties:
    ResourceId: !Ref Network
    ResourceType: VPC
    TrafficType: ALL
    LogGroupName: flow-logs
    DeliverLogsPermissionArn: arn:aws:iam::111122223333:role/flow-logs
",
    noncompliant_example: "\
Network:
  Type: AWS::EC2::VPC
  Properties:
    CidrBlock: 10.0.0.0/16
",
    ..Rule::BASE
};

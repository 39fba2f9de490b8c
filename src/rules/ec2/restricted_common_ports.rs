//! `restricted-common-ports`

use crate::rules::ingress::{self, Protocol, SECURITY_GROUP, World};
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "RESTRICTED_INCOMING_TRAFFIC",
    name: "restricted-common-ports",
    resource_types: &["AWS::EC2::SecurityGroup"],
    trigger: Trigger::Hybrid,
    severity: Severity::High,
    security_hub: &["EC2.14"],
    parameters: &[
        Parameter {
            name: "blockedPort1",
            parameter_type: ParameterType::Int,
            required: false,
            default: Some("20"),
            description: "Blocked TCP port (FTP data)",
        },
        Parameter {
            name: "blockedPort2",
            parameter_type: ParameterType::Int,
            required: false,
            default: Some("21"),
            description: "Blocked TCP port (FTP control)",
        },
        Parameter {
            name: "blockedPort3",
            parameter_type: ParameterType::Int,
            required: false,
            default: Some("3389"),
            description: "Blocked TCP port (RDP)",
        },
        Parameter {
            name: "blockedPort4",
            parameter_type: ParameterType::Int,
            required: false,
            default: Some("3306"),
            description: "Blocked TCP port (MySQL)",
        },
        Parameter {
            name: "blockedPort5",
            parameter_type: ParameterType::Int,
            required: false,
            default: Some("4333"),
            description: "Blocked TCP port",
        },
        Parameter {
            name: "blockedPorts",
            parameter_type: ParameterType::Csv,
            required: false,
            default: None,
            description: "list of blocked TCP ports, beside the five",
        },
    ],
    summary: "Security groups should not open well-known ports to the whole internet.",
    details: "\
FTP, remote desktops and databases were never meant to face the internet. Counted are the entries of \
`SecurityGroupIngress` and the `AWS::EC2::SecurityGroupIngress` resources that name the group: open to \
0.0.0.0/0 or ::/0, TCP or all protocols, with a blocked port in their range. For all protocols (`-1`) the \
ports do not matter. An entry whose source is another group, a prefix list or a narrower block does not \
count. Two halves of the address space (0.0.0.0/1 and 128.0.0.0/1) are not seen as one.

AWS doesn't say how `blockedPorts` and the five numbered ports combine: here all of them are blocked. Groups \
that nothing uses are judged as well.",
    fix: "Narrow the source of the entry to the addresses that need the port.",
    remediation_document: Some("AWSConfigRemediation-RemoveUnrestrictedSourceIngressRules"),
    compliant_when: all_of(&[
        each_item(ingress::INLINE, &CLOSED),
        ingress::BY_ID.each(&CLOSED),
        ingress::BY_NAME.each(&CLOSED),
    ]),
    compliant_example: "\
Web:
  Type: AWS::EC2::SecurityGroup
  Properties:
    GroupDescription: the web servers
    SecurityGroupIngress:
      - IpProtocol: tcp
        FromPort: 443
        ToPort: 443
        CidrIp: 0.0.0.0/0
",
    noncompliant_example: "\
Web:
  Type: AWS::EC2::SecurityGroup
  Properties:
    GroupDescription: the web servers
    SecurityGroupIngress:
      - IpProtocol: tcp
        FromPort: 3389
        ToPort: 3389
        CidrIp: 0.0.0.0/0
",
    ..Rule::BASE
};

const CLOSED: Check = function(|entry| {
    let blocked = PORTS.iter().filter_map(|name| entry.parameter(name)).flat_map(|list| list.split(','));
    let blocked: Vec<i64> = blocked.filter_map(|port| port.trim().parse().ok()).collect();
    ingress::is_closed(entry, SECURITY_GROUP, World::ALL, &|protocol, ports| {
        let port = blocked.iter().find(|port| protocol.covers(Protocol::Tcp) && ports.contains(port))?;
        Some(format!("the whole internet may reach port {port}"))
    })
});
const PORTS: [&str; 6] =
    ["blockedPort1", "blockedPort2", "blockedPort3", "blockedPort4", "blockedPort5", "blockedPorts"];

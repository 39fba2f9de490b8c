//! `vpc-sg-port-restriction-check`

use crate::rules::ingress::{self, Protocol, SECURITY_GROUP, World};
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "VPC_SG_PORT_RESTRICTION_CHECK",
    name: "vpc-sg-port-restriction-check",
    resource_types: &["AWS::EC2::SecurityGroup"],
    trigger: Trigger::Periodic,
    severity: Severity::High,
    security_hub: &["EC2.53", "EC2.54"],
    parameters: &[
        Parameter {
            name: "restrictPorts",
            parameter_type: ParameterType::Csv,
            required: false,
            default: Some("22,3389"),
            description: "ports that must not be open to the world; 22 and 3389 when not given",
        },
        Parameter {
            name: "protocolType",
            parameter_type: ParameterType::String,
            required: false,
            default: Some("ALL"),
            description: "TCP, UDP or ALL, any case",
        },
        Parameter {
            name: "excludeExternalSecurityGroups",
            parameter_type: ParameterType::Boolean,
            required: false,
            default: Some("true"),
            description: "true leaves out external security groups (of other accounts, shared with this one)",
        },
        Parameter {
            name: "ipType",
            parameter_type: ParameterType::String,
            required: false,
            default: Some("ALL"),
            description: "IPv4, IPv6 or ALL, any case",
        },
    ],
    summary: "Security groups should not open restricted ports to the world.",
    details: "\
Ports for administration should be reachable for administrators only. Counted are the entries of \
`SecurityGroupIngress` and the `AWS::EC2::SecurityGroupIngress` resources that name the group: open to \
0.0.0.0/0 (`ipType` IPv4 or ALL) or ::/0 (IPv6 or ALL), of a protocol under check, with a restricted port in \
their range. An entry whose source is another group, a prefix list or a narrower block does not count. Two \
halves of the address space (0.0.0.0/1 and 128.0.0.0/1) are not seen as one.

AWS doesn't say whether entries for all protocols (`-1`) count when `protocolType` is TCP or UDP; here they \
do, since they let that protocol in. Security groups of other accounts are never in a template, so \
`excludeExternalSecurityGroups` changes nothing.",
    fix: "Narrow the source of the entry to the addresses that administrators come from.",
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
        FromPort: 22
        ToPort: 22
        CidrIp: 0.0.0.0/0
",
    ..Rule::BASE
};

const CLOSED: Check = function(|entry| {
    let is = |parameter: &str, word: &str| {
        entry.parameter(parameter).is_none_or(|given| {
            let given = given.trim();
            given.eq_ignore_ascii_case("ALL") || given.eq_ignore_ascii_case(word)
        })
    };
    let world = World { ipv4: is("ipType", "IPv4"), ipv6: is("ipType", "IPv6") };
    let restricted = entry.parameter("restrictPorts").unwrap_or_default().split(',');
    let restricted: Vec<i64> = restricted.filter_map(|port| port.trim().parse().ok()).collect();
    ingress::is_closed(entry, SECURITY_GROUP, world, &|protocol, ports| {
        let is_checked = (is("protocolType", "TCP") && protocol.covers(Protocol::Tcp))
            || (is("protocolType", "UDP") && protocol.covers(Protocol::Udp));
        let port = restricted.iter().find(|port| is_checked && ports.contains(port))?;
        Some(format!("the whole internet may reach port {port}"))
    })
});

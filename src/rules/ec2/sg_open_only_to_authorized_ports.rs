//! `vpc-sg-open-only-to-authorized-ports`

use crate::rules::ingress::{self, Ports, Protocol, SECURITY_GROUP, World};
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "VPC_SG_OPEN_ONLY_TO_AUTHORIZED_PORTS",
    name: "vpc-sg-open-only-to-authorized-ports",
    resource_types: &["AWS::EC2::SecurityGroup"],
    trigger: Trigger::Hybrid,
    severity: Severity::High,
    security_hub: &["EC2.18"],
    parameters: &[
        Parameter {
            name: "authorizedTcpPorts",
            parameter_type: ParameterType::String,
            required: false,
            default: None,
            description: "TCP ports and ranges that may be open, as in 443,1020-1025; Security Hub passes 80,443",
        },
        Parameter {
            name: "authorizedUdpPorts",
            parameter_type: ParameterType::String,
            required: false,
            default: None,
            description: "UDP ports and ranges that may be open, as in 500,1020-1025",
        },
    ],
    summary: "Security groups may be open to the internet only on authorized ports.",
    details: "\
What faces the internet should be a short list that somebody decided on. Counted are the entries of \
`SecurityGroupIngress` and the `AWS::EC2::SecurityGroupIngress` resources that name the group, as far as \
they are open to 0.0.0.0/0 or ::/0: each has to be TCP or UDP with its whole range among the authorized \
ports of that protocol. A parameter that is not given authorizes nothing; all protocols (`-1`) is every \
port. An entry whose source is another group, a prefix list or a narrower block does not count. Two halves \
of the address space (0.0.0.0/1 and 128.0.0.0/1) are not seen as one.

A group that is not open to the internet is not applicable. AWS doesn't say how open ICMP counts; here it is \
left alone.",
    fix: "Narrow the source of the entry, or its range of ports to those that are authorized.",
    remediation_document: Some("AWSConfigRemediation-RemoveUnrestrictedSourceIngressRules"),
    applies_when: not(&ALL_NARROW, "no entry is open to the world"),
    compliant_when: all_of(&[
        each_item(ingress::INLINE, &CLOSED),
        ingress::BY_ID.each(&CLOSED),
        ingress::BY_NAME.each(&CLOSED),
    ]),
    compliant_example: "\
Database:
  Type: AWS::EC2::SecurityGroup
  Properties:
    GroupDescription: the database
    SecurityGroupIngress:
      - IpProtocol: icmp
        FromPort: 8
        ToPort: -1
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

const ALL_NARROW: Check = all_of(&[
    each_item(ingress::INLINE, &NARROW),
    ingress::BY_ID.each(&NARROW),
    ingress::BY_NAME.each(&NARROW),
]);
const NARROW: Check =
    function(|entry| ingress::is_closed(entry, SECURITY_GROUP, World::ALL, &|_, _| Some(String::new())));
const CLOSED: Check = function(|entry| {
    let tcp = ranges(entry.parameter("authorizedTcpPorts"));
    let udp = ranges(entry.parameter("authorizedUdpPorts"));
    ingress::is_closed(entry, SECURITY_GROUP, World::ALL, &|protocol, ports| {
        let authorized = match protocol {
            Protocol::All => return Some("the whole internet may reach every port".into()),
            Protocol::Tcp => &tcp,
            Protocol::Udp => &udp,
            Protocol::Other => return None,
        };
        let (first, last) = (ports.start(), ports.end());
        (!covers(authorized, ports)).then(|| {
            if first == last {
                format!("the whole internet may reach port {first}, which is not authorized")
            } else {
                format!("the whole internet may reach ports {first} to {last}, not all of them authorized")
            }
        })
    })
});

/// The ranges of a parameter such as `443,1020-1025`, by their first port.
fn ranges(parameter: Option<&str>) -> Vec<Ports> {
    let mut ranges: Vec<Ports> = parameter
        .unwrap_or_default()
        .split(',')
        .filter_map(|range| {
            let (first, last) = range.split_once('-').unwrap_or((range, range));
            Some(first.trim().parse().ok()?..=last.trim().parse().ok()?)
        })
        .collect();
    ranges.sort_unstable_by_key(|range| *range.start());
    ranges
}

/// Whether the ranges, taken together, contain all of `ports`.
fn covers(ranges: &[Ports], ports: &Ports) -> bool {
    let mut next = *ports.start();
    for range in ranges {
        if range.contains(&next) {
            next = range.end().saturating_add(1);
        }
    }
    next > *ports.end()
}

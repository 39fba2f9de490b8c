//! `restricted-ssh`

use crate::rules::ingress::{self, Protocol, SECURITY_GROUP, World};
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "INCOMING_SSH_DISABLED",
    name: "restricted-ssh",
    resource_types: &["AWS::EC2::SecurityGroup"],
    trigger: Trigger::Hybrid,
    severity: Severity::High,
    security_hub: &["EC2.13"],
    summary: "Security groups should not allow SSH from anywhere.",
    details: "\
A shell that the whole internet can knock at will be knocked at. Counted are the entries of \
`SecurityGroupIngress` and the `AWS::EC2::SecurityGroupIngress` resources that name the group: open to \
0.0.0.0/0 or ::/0, TCP or all protocols, with port 22 in their range. For all protocols (`-1`) the ports do \
not matter. An entry whose source is another group, a prefix list or a narrower block does not count. Two \
halves of the address space (0.0.0.0/1 and 128.0.0.0/1) are not seen as one.

AWS doesn't spell out that ranges and all protocols count; every reading of the field does so. A TCP entry \
without ports, which EC2 refuses, leaves the verdict open.",
    fix: "Narrow the entry's source to the addresses that administrators come from, or use Session Manager and drop the entry.",
    remediation_document: Some("AWS-DisablePublicAccessForSecurityGroup"),
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
    ingress::is_closed(entry, SECURITY_GROUP, World::ALL, &|protocol, ports| {
        (protocol.covers(Protocol::Tcp) && ports.contains(&22))
            .then(|| "the whole internet may reach port 22 (SSH)".into())
    })
});

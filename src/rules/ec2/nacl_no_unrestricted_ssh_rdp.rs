//! `nacl-no-unrestricted-ssh-rdp`

use crate::rules::ingress::{self, NETWORK_ACL, Protocol, World};
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "NACL_NO_UNRESTRICTED_SSH_RDP",
    name: "nacl-no-unrestricted-ssh-rdp",
    resource_types: &["AWS::EC2::NetworkAcl"],
    severity: Severity::Medium,
    security_hub: &["EC2.21"],
    summary: "Network ACLs should not allow SSH or RDP from anywhere.",
    details: "\
A network ACL is the second fence around a subnet; one that lets the whole internet reach SSH and RDP is \
none. Counted are the inbound `AWS::EC2::NetworkAclEntry` resources that name the ACL, allow, come from \
0.0.0.0/0 or ::/0, and reach port 22 or 3389 over TCP (6), UDP (17) or all protocols (-1, where ports do not \
matter). An absent `Egress` means inbound. An ACL without entries denies everything.

AWS doesn't say whether an earlier deny entry cancels a later allow; here each entry is judged by itself.",
    fix: "Narrow the block that the entry allows, or its range of ports.",
    compliant_when: related(&["AWS::EC2::NetworkAclEntry"], "NetworkAclId")
        .each(&any_of(&[CLOSED, OUTBOUND, DENIES])),
    compliant_example: "\
Acl:
  Type: AWS::EC2::NetworkAcl
  Properties:
    VpcId: vpc-0123456789abcdef0
Web:
  Type: AWS::EC2::NetworkAclEntry
  Properties:
    NetworkAclId: !Ref Acl
    RuleNumber: 100
    RuleAction: allow
    Protocol: 6
    PortRange:
      From: 443
      To: 443
    CidrBlock: 0.0.0.0/0
",
    noncompliant_example: "\
Acl:
  Type: AWS::EC2::NetworkAcl
  Properties:
    VpcId: vpc-0123456789abcdef0
Everything:
  Type: AWS::EC2::NetworkAclEntry
  Properties:
    NetworkAclId: !Ref Acl
    RuleNumber: 100
    RuleAction: allow
    Protocol: -1
    CidrBlock: 0.0.0.0/0
",
    ..Rule::BASE
};

const OUTBOUND: Check = property("Egress").is_true();
const DENIES: Check = property("RuleAction").ignoring_case().equals("deny");
const CLOSED: Check = function(|entry| {
    ingress::is_closed(entry, NETWORK_ACL, World::ALL, &|protocol, ports| {
        let has_ports = protocol.covers(Protocol::Tcp) || protocol.covers(Protocol::Udp);
        let port = [22, 3389].iter().find(|port| has_ports && ports.contains(port))?;
        Some(format!("the whole internet may reach port {port}"))
    })
});

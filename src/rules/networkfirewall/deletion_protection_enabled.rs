//! `netfw-deletion-protection-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "NETFW_DELETION_PROTECTION_ENABLED",
    name: "netfw-deletion-protection-enabled",
    resource_types: &["AWS::NetworkFirewall::Firewall"],
    severity: Severity::Medium,
    security_hub: &["NetworkFirewall.9"],
    summary: "Network Firewall firewalls should have deletion protection.",
    details: "\
With the protection a slip of the hand does not open the network. An absent `DeleteProtection` means false.",
    fix: "Set `DeleteProtection` to true.",
    certainty: Certainty::Known,
    compliant_when: property("DeleteProtection").default("false").is_true(),
    compliant_example: "\
Firewall:
  Type: AWS::NetworkFirewall::Firewall
  Properties:
    FirewallName: main
    FirewallPolicyArn: arn:aws:network-firewall:eu-west-1:111122223333:firewall-policy/main
    VpcId: vpc-0123456789abcdef0
    SubnetMappings:
      - SubnetId: subnet-0123456789abcdef0
    DeleteProtection: true
",
    noncompliant_example: "\
Firewall:
  Type: AWS::NetworkFirewall::Firewall
  Properties:
    FirewallName: main
    FirewallPolicyArn: arn:aws:network-firewall:eu-west-1:111122223333:firewall-policy/main
    VpcId: vpc-0123456789abcdef0
    SubnetMappings:
      - SubnetId: subnet-0123456789abcdef0
",
    ..Rule::BASE
};

//! `netfw-subnet-change-protection-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "NETFW_SUBNET_CHANGE_PROTECTION_ENABLED",
    name: "netfw-subnet-change-protection-enabled",
    resource_types: &["AWS::NetworkFirewall::Firewall"],
    severity: Severity::Medium,
    security_hub: &["NetworkFirewall.10"],
    summary: "Network Firewall firewalls should be protected against subnet changes.",
    details: "\
A firewall that is taken out of a subnet guards it no longer. An absent `SubnetChangeProtection` means \
false.",
    fix: "Set `SubnetChangeProtection` to true.",
    certainty: Certainty::Known,
    compliant_when: property("SubnetChangeProtection").default("false").is_true(),
    compliant_example: "\
Firewall:
  Type: AWS::NetworkFirewall::Firewall
  Properties:
    FirewallName: main
    FirewallPolicyArn: arn:aws:network-firewall:eu-west-1:111122223333:firewall-policy/main
    VpcId: vpc-0123456789abcdef0
    SubnetMappings:
      - SubnetId: subnet-0123456789abcdef0
    SubnetChangeProtection: true
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

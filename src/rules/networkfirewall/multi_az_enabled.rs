//! `netfw-multi-az-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "NETFW_MULTI_AZ_ENABLED",
    name: "netfw-multi-az-enabled",
    resource_types: &["AWS::NetworkFirewall::Firewall"],
    severity: Severity::Medium,
    security_hub: &["NetworkFirewall.1"],
    parameters: &[Parameter {
        name: "availabilityZones",
        parameter_type: ParameterType::Int,
        required: false,
        default: Some("2"),
        description: "least number of zones; 2 at least",
    }],
    summary: "Network Firewall firewalls should span several Availability Zones.",
    details: "\
A firewall in one Availability Zone takes the network's way out along with it. Counted are the entries of \
`SubnetMappings`, of which the service takes one a zone, or of `AvailabilityZoneMappings` for a firewall on \
a transit gateway; two are needed at least, and more if the parameter says so.",
    fix: "Map a subnet of another Availability Zone in `SubnetMappings`.",
    compliant_when: any_of(&[
        all_of(&[
            property("SubnetMappings").has_at_least(2),
            property("SubnetMappings").counts_at_least_parameter("availabilityZones"),
        ]),
        all_of(&[
            property("AvailabilityZoneMappings").has_at_least(2),
            property("AvailabilityZoneMappings").counts_at_least_parameter("availabilityZones"),
        ]),
    ]),
    compliant_example: "\
Firewall:
  Type: AWS::NetworkFirewall::Firewall
  Properties:
    FirewallName: main
    FirewallPolicyArn: arn:aws:network-firewall:eu-west-1:111122223333:firewall-policy/main
    VpcId: vpc-0123456789abcdef0
    SubnetMappings:
      - SubnetId: subnet-0123456789abcdef0
      - SubnetId: subnet-0fedcba9876543210
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

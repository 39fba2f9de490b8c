//! `ec2-vpn-connection-ike-version-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "EC2_VPN_CONNECTION_IKE_VERSION_CHECK",
    name: "ec2-vpn-connection-ike-version-check",
    resource_types: &["AWS::EC2::VPNConnection"],
    severity: Severity::Medium,
    security_hub: &["EC2.183"],
    summary: "VPN connections should allow IKEv2 only.",
    details: "\
IKEv1 lacks protections that IKEv2 has, and a peer may choose it as long as it is allowed. Absent \
`IKEVersions` allow both, and a tunnel that `VpnTunnelOptionsSpecifications` does not list has the defaults, \
so both tunnels have to be there with `ikev2` alone.",
    fix: "List both tunnels in `VpnTunnelOptionsSpecifications`, each with ikev2 as the only one of its `IKEVersions`.",
    compliant_when: all_of(&[
        property("VpnTunnelOptionsSpecifications").has_at_least(2),
        each_item(
            "VpnTunnelOptionsSpecifications",
            &all_of(&[
                property("IKEVersions").is_present(),
                each_item("IKEVersions", &property("Value").equals("ikev2")),
            ]),
        ),
    ]),
    compliant_example: "\
Connection:
  Type: AWS::EC2::VPNConnection
  Properties:
    Type: ipsec.1
    CustomerGatewayId: cgw-0123456789abcdef0
    VpnTunnelOptionsSpecifications:
      - IKEVersions:
          - Value: ikev2
      - IKEVersions:
          - Value: ikev2
",
    noncompliant_example: "\
Connection:
  Type: AWS::EC2::VPNConnection
  Properties:
    Type: ipsec.1
    CustomerGatewayId: cgw-0123456789abcdef0
",
    ..Rule::BASE
};

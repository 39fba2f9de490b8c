//! `ec2-vpn-connection-logging-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "EC2_VPN_CONNECTION_LOGGING_ENABLED",
    name: "ec2-vpn-connection-logging-enabled",
    resource_types: &["AWS::EC2::VPNConnection"],
    severity: Severity::Medium,
    security_hub: &["EC2.171"],
    summary: "Site-to-Site VPN connections should log both tunnels to CloudWatch.",
    details: "\
The tunnels' logs show who tried to negotiate what, and why a tunnel went down. Logging is off by default, \
and a tunnel that `VpnTunnelOptionsSpecifications` does not list has the defaults. `BgpLogEnabled` is \
another switch.",
    fix: "List both tunnels in `VpnTunnelOptionsSpecifications`, each with `LogOptions.CloudwatchLogOptions.LogEnabled` true.",
    compliant_when: all_of(&[
        property("VpnTunnelOptionsSpecifications").has_at_least(2),
        each_item(
            "VpnTunnelOptionsSpecifications",
            &property("LogOptions.CloudwatchLogOptions.LogEnabled").default("false").is_true(),
        ),
    ]),
    compliant_example: "\
Connection:
  Type: AWS::EC2::VPNConnection
  Properties:
    Type: ipsec.1
    CustomerGatewayId: cgw-0123456789abcdef0
    VpnTunnelOptionsSpecifications:
      - LogOptions:
          CloudwatchLogOptions:
            LogEnabled: true
            LogGroupArn: arn:aws:logs:eu-west-1:111122223333:log-group:vpn
      - LogOptions:
          CloudwatchLogOptions:
            LogEnabled: true
            LogGroupArn: arn:aws:logs:eu-west-1:111122223333:log-group:vpn
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

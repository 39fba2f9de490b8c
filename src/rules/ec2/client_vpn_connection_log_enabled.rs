//! `ec2-client-vpn-connection-log-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "EC2_CLIENT_VPN_CONNECTION_LOG_ENABLED",
    name: "ec2-client-vpn-connection-log-enabled",
    resource_types: &["AWS::EC2::ClientVpnEndpoint"],
    severity: Severity::Low,
    security_hub: &["EC2.51"],
    summary: "Client VPN endpoints should log client connections.",
    details: "\
The connection log says who came in when, and from where. `ConnectionLogOptions.Enabled` is required.",
    fix: "Set `ConnectionLogOptions.Enabled` to true and name a log group.",
    compliant_when: property("ConnectionLogOptions.Enabled").is_true(),
    compliant_example: "\
Vpn:
  Type: AWS::EC2::ClientVpnEndpoint
  Properties:
    ConnectionLogOptions:
      Enabled: true
      CloudwatchLogGroup: vpn
",
    noncompliant_example: "\
Vpn:
  Type: AWS::EC2::ClientVpnEndpoint
  Properties:
    ConnectionLogOptions:
      Enabled: false
",
    ..Rule::BASE
};

//! `ec2-client-vpn-not-authorize-all`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "EC2_CLIENT_VPN_NOT_AUTHORIZE_ALL",
    name: "ec2-client-vpn-not-authorize-all",
    resource_types: &["AWS::EC2::ClientVpnEndpoint"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    summary: "Client VPN endpoints should not authorize all clients.",
    details: "\
A VPN that lets every client into a network makes the groups of its users pointless. Counted are the \
`AWS::EC2::ClientVpnAuthorizationRule` resources that name the endpoint; an absent `AuthorizeAllGroups` \
means false. An endpoint without one authorizes nobody and complies, as far as the template shows.",
    fix: "Replace `AuthorizeAllGroups` with an `AccessGroupId` on each authorization rule.",
    compliant_when: related(&["AWS::EC2::ClientVpnAuthorizationRule"], "ClientVpnEndpointId")
        .each(&property("AuthorizeAllGroups").default("false").is_false()),
    compliant_example: "\
Vpn:
  Type: AWS::EC2::ClientVpnEndpoint
Staff:
  Type: AWS::EC2::ClientVpnAuthorizationRule
  Properties:
    ClientVpnEndpointId: !Ref Vpn
    TargetNetworkCidr: 10.0.0.0/16
    AccessGroupId: staff
",
    noncompliant_example: "\
Vpn:
  Type: AWS::EC2::ClientVpnEndpoint
Everybody:
  Type: AWS::EC2::ClientVpnAuthorizationRule
  Properties:
    ClientVpnEndpointId: !Ref Vpn
    TargetNetworkCidr: 10.0.0.0/16
    AuthorizeAllGroups: true
",
    ..Rule::BASE
};

//! `no-unrestricted-route-to-igw`

use crate::resolve::Reason;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "NO_UNRESTRICTED_ROUTE_TO_IGW",
    name: "no-unrestricted-route-to-igw",
    resource_types: &["AWS::EC2::RouteTable"],
    trigger: Trigger::Hybrid,
    severity: Severity::Medium,
    parameters: &[Parameter {
        name: "routeTableIds",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "IDs of route tables that may have such a route",
    }],
    summary: "Route tables should not send all traffic straight to an internet gateway.",
    details: "\
A subnet whose traffic goes straight to an internet gateway is a public one. Counted are the \
`AWS::EC2::Route` resources that name the table: to 0.0.0.0/0 or ::/0, by a `GatewayId` that is an internet \
gateway of the template or begins with `igw-`. Virtual private gateways and egress-only gateways are fine.

A new route table has no ID yet, so with `routeTableIds` one that fails stays open. AWS makes no exception \
for subnets that are meant to be public: list their tables in the parameter, or suppress the finding.",
    fix: "Route the traffic through a NAT gateway, or narrow the destination.",
    compliant_when: any_of(&[
        related(&["AWS::EC2::Route"], "RouteTableId").each(&CLOSED),
        all_of(&[
            parameter_is_given("routeTableIds"),
            undecided(
                "whether the route table may have the route shows only after deployment: it has no ID yet",
            ),
        ]),
    ]),
    compliant_example: "\
Private:
  Type: AWS::EC2::RouteTable
  Properties:
    VpcId: vpc-0123456789abcdef0
Default:
  Type: AWS::EC2::Route
  Properties:
    RouteTableId: !Ref Private
    DestinationCidrBlock: 0.0.0.0/0
    NatGatewayId: nat-0123456789abcdef0
",
    noncompliant_example: "\
Public:
  Type: AWS::EC2::RouteTable
  Properties:
    VpcId: vpc-0123456789abcdef0
Default:
  Type: AWS::EC2::Route
  Properties:
    RouteTableId: !Ref Public
    DestinationCidrBlock: 0.0.0.0/0
    GatewayId: igw-0123456789abcdef0
",
    ..Rule::BASE
};

const CLOSED: Check = any_of(&[
    function(|route| {
        route.look("GatewayId", &mut |place| {
            let Some(value) = place.value else { return Truth::True };
            let internet = || {
                let statement = "the route sends all traffic to an internet gateway";
                place.fails(Found::Statement(statement.into()), Wanted::Absent)
            };
            match (value.as_text(), value.unknown().map(|unknown| &unknown.reason)) {
                (Some(text), _) if text.starts_with("igw-") => internet(),
                (_, Some(Reason::PhysicalId { logical_id } | Reason::Attribute { logical_id, .. })) => {
                    match route.neighbourhood.resource(logical_id) {
                        Some(gateway) if &*gateway.resource_type == "AWS::EC2::InternetGateway" => internet(),
                        Some(other) if other.resource_type.starts_with("AWS::EC2::") => Truth::True,
                        // A nested stack or a custom resource may hand out anything.
                        _ => place.unknown(Found::of(value), Wanted::Present),
                    }
                }
                (_, Some(_)) => place.unknown(Found::of(value), Wanted::Present),
                _ => Truth::True,
            }
        })
    }),
    all_of(&[
        property("DestinationCidrBlock").differs_from("0.0.0.0/0"),
        property("DestinationIpv6CidrBlock").differs_from("::/0"),
    ]),
]);

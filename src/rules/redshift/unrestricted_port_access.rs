//! `redshift-unrestricted-port-access`

use crate::resolve::{Content, Value};
use crate::rules::ingress::{self, Protocol, SECURITY_GROUP, World};
use crate::rules::items::Quantifier;
use crate::rules::subject::ItemKey;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "REDSHIFT_UNRESTRICTED_PORT_ACCESS",
    name: "redshift-unrestricted-port-access",
    resource_types: &["AWS::Redshift::Cluster"],
    trigger: Trigger::Periodic,
    severity: Severity::High,
    security_hub: &["Redshift.15"],
    summary: "Redshift clusters should not be reachable from everywhere on their port.",
    details: "\
Whoever reaches the port may try passwords. No group of `VpcSecurityGroupIds` may have an entry, in \
`SecurityGroupIngress` or as an `AWS::EC2::SecurityGroupIngress` of its own, that is open to 0.0.0.0/0 or ::/0 \
for TCP or all protocols with the cluster's `Port` in its range. An absent `Port` is 5439. Groups outside the \
template stay open, and so does the default group of the VPC, which counts where `VpcSecurityGroupIds` is absent.",
    fix: "Narrow the source of the entry to the addresses that need the port.",
    compliant_when: when(
        &property("VpcSecurityGroupIds").is_present(),
        &function(is_closed),
        &undecided("the default security group of the VPC is not in the template"),
    ),
    compliant_example: "\
Warehouse:
  Type: AWS::Redshift::Cluster
  Properties:
    VpcSecurityGroupIds:
      - !GetAtt Clients.GroupId
Clients:
  Type: AWS::EC2::SecurityGroup
  Properties:
    GroupDescription: the clients
    SecurityGroupIngress:
      - IpProtocol: tcp
        FromPort: 5439
        ToPort: 5439
        CidrIp: 10.0.0.0/16
",
    noncompliant_example: "\
Warehouse:
  Type: AWS::Redshift::Cluster
  Properties:
    VpcSecurityGroupIds:
      - !GetAtt Clients.GroupId
Clients:
  Type: AWS::EC2::SecurityGroup
  Properties:
    GroupDescription: the clients
    SecurityGroupIngress:
      - IpProtocol: tcp
        FromPort: 5439
        ToPort: 5439
        CidrIp: 0.0.0.0/0
",
    ..Rule::BASE
};

/// No group lets the whole internet reach the cluster's port.
fn is_closed<'a>(cluster: &Subject<'a>) -> Truth<'a> {
    cluster.look("Port", &mut |place| {
        let port = match place.value {
            None => 5439,
            Some(value) => match value.as_integer() {
                Some(port) => port,
                None => return place.unknown(Found::of(value), Wanted::Present),
            },
        };
        cluster.look("VpcSecurityGroupIds", &mut |place| match place.value.map(|value| &value.content) {
            Some(Content::List(groups)) => groups
                .iter()
                .fold(Truth::True, |before, group| before.and(|| group_is_closed(group, cluster, port))),
            _ => cluster.unknown("the security groups can't be known before deployment"),
        })
    })
}

fn group_is_closed<'a>(group: &'a Value, cluster: &Subject<'a>, port: i64) -> Truth<'a> {
    let groups = cluster.neighbourhood.resources_of_type("AWS::EC2::SecurityGroup");
    let Some(group) = groups.iter().find(|candidate| refers_to(group, candidate) == Some(true)) else {
        return cluster.unknown("a security group is not in this template");
    };
    let group = cluster.neighbour(group);
    let inline = group.look(ingress::INLINE, &mut |place| match place.value {
        None => Truth::True,
        Some(value) => match &value.content {
            Content::List(entries) => {
                entries.iter().enumerate().fold(Truth::True, |before, (index, entry)| {
                    before.and(|| lets_in_few(&group.item(&place, ItemKey::Index(index), entry), port))
                })
            }
            _ => place.unknown(Found::of(value), Wanted::Present),
        },
    });
    inline
        .and(|| ingress::BY_ID.decide(Quantifier::Each, &group, &|entry| lets_in_few(entry, port)))
        .and(|| ingress::BY_NAME.decide(Quantifier::Each, &group, &|entry| lets_in_few(entry, port)))
}

/// The entry doesn't let the whole internet reach the port.
fn lets_in_few<'a>(entry: &Subject<'a>, port: i64) -> Truth<'a> {
    ingress::is_closed(entry, SECURITY_GROUP, World::ALL, &|protocol, ports| {
        let is_open = protocol.covers(Protocol::Tcp) && ports.contains(&port);
        is_open.then(|| format!("the whole internet may reach port {port}"))
    })
}

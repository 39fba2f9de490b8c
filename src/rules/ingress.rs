//! Who may come in: the entries of security groups and of network ACLs.
//!
//! An entry lets traffic of a protocol reach a range of ports from a CIDR block. Every part may be written as a
//! number or as text, and may be unknown.

use super::related::{Related, related};
use super::subject::{Place, Subject};
use super::truth::{Evidence, Found, Truth};
use super::wanted::Wanted;
use crate::resolve::{Content, Part, Reason, Value};
use ipnet::IpNet;
use std::borrow::Cow;
use std::ops::RangeInclusive;

/// Where a security group keeps the entries that are part of it.
pub const INLINE: &str = "SecurityGroupIngress";
/// Entries that are resources of their own and name the group by ID.
pub const BY_ID: Related = related(&["AWS::EC2::SecurityGroupIngress"], "GroupId");
/// Entries that are resources of their own and name the group by name.
pub const BY_NAME: Related = related(&["AWS::EC2::SecurityGroupIngress"], "GroupName");

/// A protocol, as far as rules tell them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protocol {
    /// All of them (`-1`).
    All,
    /// TCP (`tcp`, 6).
    Tcp,
    /// UDP (`udp`, 17).
    Udp,
    /// Another one, such as ICMP, that has no ports.
    Other,
}

impl Protocol {
    /// Whether it is this one or all of them.
    pub fn covers(self, protocol: Protocol) -> bool {
        self == Protocol::All || self == protocol
    }
}

/// Ports from a first to a last one.
pub type Ports = RangeInclusive<i64>;

/// Every port.
const ALL_PORTS: Ports = 0..=65535;

/// The names under which an entry keeps its parts.
#[derive(Clone, Copy, Debug)]
pub struct Names {
    /// The IPv4 block that traffic comes from.
    pub ipv4: &'static str,
    /// The IPv6 block that traffic comes from.
    pub ipv6: &'static str,
    /// The protocol.
    pub protocol: &'static str,
    /// The first port.
    pub from: &'static str,
    /// The last port.
    pub to: &'static str,
}

/// The names in security groups.
pub const SECURITY_GROUP: Names =
    Names { ipv4: "CidrIp", ipv6: "CidrIpv6", protocol: "IpProtocol", from: "FromPort", to: "ToPort" };
/// The names in network ACLs.
pub const NETWORK_ACL: Names = Names {
    ipv4: "CidrBlock",
    ipv6: "Ipv6CidrBlock",
    protocol: "Protocol",
    from: "PortRange.From",
    to: "PortRange.To",
};

/// The traffic that a rule objects to: of a protocol, to a range of ports; the sentence says what is wrong.
pub type Objection<'o> = &'o dyn Fn(Protocol, &Ports) -> Option<String>;

/// Which of the two open blocks, 0.0.0.0/0 and ::/0, a rule looks at.
#[derive(Clone, Copy, Debug)]
pub struct World {
    /// 0.0.0.0/0
    pub ipv4: bool,
    /// ::/0
    pub ipv6: bool,
}

impl World {
    /// Both.
    pub const ALL: World = World { ipv4: true, ipv6: true };
}

/// The entry doesn't let the whole world in, or only traffic without an objection.
///
/// An objection to some traffic has to extend to more traffic: to more ports, to all protocols.
pub fn is_closed<'a>(entry: &Subject<'a>, names: Names, world: World, objection: Objection<'_>) -> Truth<'a> {
    let from = |wanted: bool, path: &'static str| {
        if wanted { is_narrow(entry, path) } else { Truth::True }
    };
    match from(world.ipv4, names.ipv4).and(|| from(world.ipv6, names.ipv6)) {
        Truth::False(open) => match is_unobjectionable(entry, names, objection) {
            Truth::False(traffic) => {
                let statement = format!("{}: {}", open.annotation(), traffic.annotation());
                Truth::False(Evidence { finding: Found::Statement(Cow::Owned(statement)), ..open })
            }
            other => other,
        },
        other => other.or(|| is_unobjectionable(entry, names, objection)),
    }
}

/// The CIDR block at `path` is not the whole address space; no block is fine.
fn is_narrow<'a>(entry: &Subject<'a>, path: &'static str) -> Truth<'a> {
    entry.look(path, &mut |place| {
        let Some(value) = place.value else { return Truth::True };
        match value.as_text() {
            Some(text) => match text.trim().parse::<IpNet>() {
                Ok(block) if block.prefix_len() == 0 => place.fails(
                    Found::Statement(Cow::Owned(format!("{} is {block}", place.property()))),
                    Wanted::Absent,
                ),
                _ => Truth::True,
            },
            None if is_block_of_network(value, entry) => Truth::True,
            None if may_be_whole(value) => place.unknown(Found::of(value), Wanted::Absent),
            None => Truth::True,
        }
    })
}

/// Whether a block is that of a VPC or a subnet of the template, which is never the whole address space.
fn is_block_of_network(value: &Value, entry: &Subject<'_>) -> bool {
    let Content::Unknown(unknown) = &value.content else { return false };
    let Reason::Attribute { logical_id, attribute } = &unknown.reason else { return false };
    attribute.contains("CidrBlock")
        && entry
            .neighbourhood
            .resource(logical_id)
            .is_some_and(|resource| matches!(&*resource.resource_type, "AWS::EC2::VPC" | "AWS::EC2::Subnet"))
}

/// Whether a block that is not known as a whole may turn out to be the whole address space: not if its known
/// end says otherwise (`${Address}/32`).
fn may_be_whole(value: &Value) -> bool {
    match &value.content {
        Content::Partial(parts) => match parts.last() {
            Some(Part::Text(end)) => end.rsplit_once('/').is_none_or(|(_, length)| length.trim() == "0"),
            _ => true,
        },
        Content::Unknown(_) => true,
        _ => false,
    }
}

/// There is no objection to the entry's traffic.
fn is_unobjectionable<'a>(entry: &Subject<'a>, names: Names, objection: Objection<'_>) -> Truth<'a> {
    entry.look(names.protocol, &mut |place| {
        let protocol = match place.value {
            None => return open_unless_harmless(&place, Protocol::All, &ALL_PORTS, objection),
            Some(value) => match value.as_text() {
                Some(text) => protocol(&text),
                None => return open_unless_harmless(&place, Protocol::All, &ALL_PORTS, objection),
            },
        };
        match protocol {
            Protocol::All | Protocol::Other => decide(&place, protocol, &ALL_PORTS, objection),
            Protocol::Tcp | Protocol::Udp => entry.look(names.from, &mut |from| {
                entry.look(names.to, &mut |to| match (port(&from), port(&to)) {
                    (Some(-1), _) | (_, Some(-1)) => decide(&from, protocol, &ALL_PORTS, objection),
                    (Some(first), Some(last)) => decide(&from, protocol, &(first..=last), objection),
                    (Some(first), None) => {
                        open_unless_harmless(&to, protocol, &(first..=*ALL_PORTS.end()), objection)
                    }
                    (None, Some(last)) => {
                        open_unless_harmless(&from, protocol, &(*ALL_PORTS.start()..=last), objection)
                    }
                    (None, None) => open_unless_harmless(&from, protocol, &ALL_PORTS, objection),
                })
            }),
        }
    })
}

fn decide<'a>(
    place: &Place<'_, 'a>,
    protocol: Protocol,
    ports: &Ports,
    objection: Objection<'_>,
) -> Truth<'a> {
    match objection(protocol, ports) {
        None => Truth::True,
        Some(statement) => place.fails(Found::Statement(Cow::Owned(statement)), Wanted::Absent),
    }
}

/// For traffic of which only the widest form is known: if there is no objection to that, there is none at all.
fn open_unless_harmless<'a>(
    place: &Place<'_, 'a>,
    protocol: Protocol,
    widest: &Ports,
    objection: Objection<'_>,
) -> Truth<'a> {
    match (objection(protocol, widest), place.value) {
        (None, _) => Truth::True,
        (Some(_), Some(value)) => place.unknown(Found::of(value), Wanted::Present),
        (Some(_), None) => place.unknown(Found::Nothing { default: None }, Wanted::Present),
    }
}

/// The protocol by name or number.
fn protocol(text: &str) -> Protocol {
    match text.trim().to_ascii_lowercase().as_str() {
        "-1" | "all" => Protocol::All,
        "tcp" | "6" => Protocol::Tcp,
        "udp" | "17" => Protocol::Udp,
        _ => Protocol::Other,
    }
}

fn port(place: &Place<'_, '_>) -> Option<i64> {
    place.value.and_then(Value::as_integer)
}

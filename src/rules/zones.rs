//! Availability Zones, as far as they can be told from each other before deployment.

use super::related::{Neighbour, Related};
use super::subject::Subject;
use super::truth::{Found, Truth};
use super::wanted::Wanted;
use crate::resolve::{Content, Part, Reason, Value};

/// An Availability Zone.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Zone<'a> {
    /// By its name.
    Named(&'a str),
    /// By its ID.
    Identified(&'a str),
    /// By what follows the name of a Region that is not known: `${AWS::Region}a`.
    Lettered(&'a str),
    /// By its number among the zones of the Region.
    Numbered(usize),
    /// Not known, but the same zone wherever it is not known for the same reason.
    Unknown(&'a Reason),
}

impl<'a> Zone<'a> {
    /// The zone that a property names.
    fn named(value: &'a Value) -> Option<Self> {
        match &value.content {
            Content::Text(name) => Some(Zone::Named(name)),
            Content::Partial(parts) => match &**parts {
                [Part::Unknown(region), Part::Text(letter)]
                    if matches!(&region.reason, Reason::PseudoParameter { .. }) =>
                {
                    Some(Zone::Lettered(letter))
                }
                _ => None,
            },
            Content::Unknown(unknown) => match &unknown.reason {
                Reason::AvailabilityZone { index } => Some(Zone::Numbered(*index)),
                reason => Some(Zone::Unknown(reason)),
            },
            _ => None,
        }
    }

    /// Zones of one kind can be told from each other; those that are not known can't.
    fn kind(&self) -> Option<u8> {
        match self {
            Zone::Named(_) => Some(0),
            Zone::Identified(_) => Some(1),
            Zone::Lettered(_) => Some(2),
            Zone::Numbered(_) => Some(3),
            Zone::Unknown(_) => None,
        }
    }

    /// The zone of a resource with `AvailabilityZone`, or of a subnet with `AvailabilityZoneId`.
    fn of(properties: &'a Value) -> Option<Self> {
        let properties = properties.as_map()?;
        let by_id = |value: &'a Value| match &value.content {
            Content::Text(id) => Some(Zone::Identified(id)),
            _ => Zone::named(value),
        };
        match properties.get("AvailabilityZone") {
            Some(zone) => Zone::named(zone),
            None => properties.get("AvailabilityZoneId").and_then(by_id),
        }
    }
}

/// How many different zones these are, at least and at most; `None` is one that may be any.
fn count(zones: &[Option<Zone<'_>>]) -> (usize, usize) {
    let mut different: Vec<Zone<'_>> = Vec::new();
    for zone in zones.iter().flatten() {
        if !different.contains(zone) {
            different.push(*zone);
        }
    }
    let of_kind = |kind: u8| different.iter().filter(|zone| zone.kind() == Some(kind)).count();
    let least = different.iter().filter_map(|zone| zone.kind()).map(of_kind).max().unwrap_or_default();
    let open = zones.iter().filter(|zone| zone.is_none()).count();
    (least.max(zones.len().min(1)), different.len() + open)
}

/// Whether the subnets in the list at `path` lie in at least `wanted` Availability Zones. Their zones are those of the
/// template's subnets; a subnet from elsewhere may be in any, but one subnet is never in two.
pub(super) fn subnets_span<'a>(subject: &Subject<'a>, path: &'static str, wanted: usize) -> Truth<'a> {
    subject.look(path, &mut |place| {
        let subnets = match place.value.map(|value| (value, &value.content)) {
            None => &[],
            Some((_, Content::List(subnets))) => subnets.as_slice(),
            Some((value, Content::Unknown(_))) => return place.unknown(Found::of(value), Wanted::Present),
            Some((subnet, _)) => std::slice::from_ref(subnet),
        };
        let mut different: Vec<&Value> = Vec::new();
        // No service takes more.
        for subnet in subnets.iter().take(100) {
            if !different.iter().any(|other| is_same(other, subnet)) {
                different.push(subnet);
            }
        }
        let zones: Vec<_> = different.into_iter().map(|subnet| zone_of_subnet(subnet, subject)).collect();
        let found = match count(&zones) {
            (least, _) if least >= wanted => return Truth::True,
            (_, most) if most < wanted => {
                format!("the subnets lie in {most} Availability Zone(s), expected at least {wanted}")
            }
            _ => {
                return place.unknown(
                    Found::Statement("the Availability Zones of the subnets can't be known".into()),
                    Wanted::Present,
                );
            }
        };
        place.fails(Found::Statement(found.into()), Wanted::Present)
    })
}

/// Whether two items of a list are the same thing, known or not.
fn is_same(one: &Value, other: &Value) -> bool {
    match (&one.content, &other.content) {
        (Content::Unknown(one), Content::Unknown(other)) => one.reason == other.reason,
        (one, other) => one == other,
    }
}

fn zone_of_subnet<'a>(subnet: &Value, subject: &Subject<'a>) -> Option<Zone<'a>> {
    let Content::Unknown(unknown) = &subnet.content else { return None };
    let (Reason::PhysicalId { logical_id } | Reason::Attribute { logical_id, .. }) = &unknown.reason else {
        return None;
    };
    Zone::of(&subject.neighbourhood.resource(logical_id)?.properties)
}

/// Whether `members`, the DB instances that refer to a cluster, will run in several Availability Zones: the service
/// spreads them over the zones, unless the template says where each of them runs.
pub(super) fn members_are_spread<'a>(cluster: &Subject<'a>, members: Related) -> Truth<'a> {
    let members = members.neighbours(cluster);
    let certain: Vec<_> = members.iter().filter(|member| member.doubt.is_none()).collect();
    let is_placed = |member: &&&Neighbour<'_>| match &member.resource.properties.content {
        Content::Map(properties) => properties.get("AvailabilityZone").is_some(),
        _ => true,
    };
    let zones: Vec<_> = certain.iter().map(|member| Zone::of(&member.resource.properties)).collect();
    let (least, most) = if certain.iter().all(|member| is_placed(&member)) {
        count(&zones)
    } else {
        (certain.len(), certain.len())
    };
    if least >= 2 {
        Truth::True
    } else if members.len() < 2 {
        cluster.fails(format!(
            "{} DB instance(s) in the template belong to the cluster, expected two in different Availability Zones",
            members.len()
        ))
    } else if most < 2 && certain.len() == members.len() {
        cluster.fails("the DB instances of the cluster all run in the same Availability Zone")
    } else {
        cluster.unknown(
            "whether the DB instances of the cluster run in several Availability Zones can't be known",
        )
    }
}

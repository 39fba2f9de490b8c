//! The scope of a rule: which resources it is confined to.
//!
//! Facts: the AWS Config API Reference, "Scope". A resource outside the scope has no result at all.

use crate::resolve::{Content, Resource, Value};
use crate::rules::check::Check;
use crate::rules::families;
use crate::rules::tags::TagPlace;

/// The resources that a rule is confined to; by default all of the rule's types.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// AWS Config's names of resource types; empty for all.
    pub resource_types: Vec<String>,
    /// A tag that the resource has to have.
    pub tag: Option<Tag>,
}

/// A tag that a scope asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// Its key.
    pub key: String,
    /// Its value; any will do if it is not given.
    pub value: Option<String>,
}

impl Scope {
    /// Whether resources of this CloudFormation type may be in it.
    pub fn covers_type(&self, resource_type: &str) -> bool {
        self.resource_types.is_empty()
            || self
                .resource_types
                .iter()
                .any(|name| name == resource_type || in_cloudformation(name).contains(&resource_type))
    }

    /// Whether the tags of `resource`, whose type the scope covers, put it in the scope; `None` if that can't be
    /// known before deployment.
    pub fn covers_tags(&self, resource: &Resource) -> Option<bool> {
        let Some(tag) = &self.tag else { return Some(true) };
        match tag_place(&resource.resource_type) {
            TagPlace::List(path) | TagPlace::Map(path) => {
                let value = path.split('.').try_fold(&resource.properties, step);
                value.map_or(Some(false), |value| tag.is_in(value))
            }
            TagPlace::Specifications(kind) => step(&resource.properties, "TagSpecifications")
                .map_or(Some(false), |specifications| tag.is_in_specifications(specifications, kind)),
            TagPlace::Nowhere => None,
        }
    }
}

impl Tag {
    /// Whether the tag is in a list of `Key` and `Value`, or in a map.
    fn is_in(&self, tags: &Value) -> Option<bool> {
        match &tags.content {
            Content::List(items) => any(items.iter().map(|item| self.is_item(item))),
            Content::Map(map) => map.get(&self.key).map_or(Some(false), |value| self.is_value(Some(value))),
            _ => by_branch(tags, &|tags| self.is_in(tags)),
        }
    }

    fn is_item(&self, item: &Value) -> Option<bool> {
        match &item.content {
            Content::Map(pair) => {
                let is_key = pair.get("Key").map_or(Some(false), |key| equals(key, &self.key));
                both(is_key, self.is_value(pair.get("Value")))
            }
            _ => by_branch(item, &|item| self.is_item(item)),
        }
    }

    fn is_in_specifications(&self, specifications: &Value, kind: &str) -> Option<bool> {
        match &specifications.content {
            Content::List(items) => any(items.iter().map(|item| self.is_in_specifications(item, kind))),
            Content::Map(map) => {
                let is_kind = map.get("ResourceType").map_or(Some(false), |found| equals(found, kind));
                let is_in = || map.get("Tags").map_or(Some(false), |tags| self.is_in(tags));
                if is_kind == Some(false) { Some(false) } else { both(is_kind, is_in()) }
            }
            _ => by_branch(specifications, &|value| self.is_in_specifications(value, kind)),
        }
    }

    fn is_value(&self, found: Option<&Value>) -> Option<bool> {
        match (&self.value, found) {
            (None, _) => Some(true),
            (Some(wanted), None) => Some(wanted.is_empty()),
            (Some(wanted), Some(found)) => equals(found, wanted),
        }
    }
}

/// The CloudFormation types of what AWS Config calls `config_type`, where the names differ.
fn in_cloudformation(config_type: &str) -> &'static [&'static str] {
    match config_type {
        "AWS::ACM::Certificate" => &["AWS::CertificateManager::Certificate"],
        "AWS::IAM::Policy" => &["AWS::IAM::ManagedPolicy"],
        "AWS::OpenSearch::Domain" => &["AWS::OpenSearchService::Domain"],
        // Config records DocumentDB and Neptune as what they are built on.
        "AWS::RDS::DBCluster" => &["AWS::DocDB::DBCluster", "AWS::Neptune::DBCluster"],
        "AWS::RDS::DBInstance" => &["AWS::DocDB::DBInstance", "AWS::Neptune::DBInstance"],
        _ => &[],
    }
}

/// Where resources of this type keep their tags: as the rule about the type's tags says, or in `Tags`.
fn tag_place(resource_type: &str) -> TagPlace {
    families::tagged::RULES
        .iter()
        .filter(|rule| rule.resource_types == [resource_type])
        .find_map(|rule| match rule.compliant_when {
            Check::Tagged(place) => Some(place),
            _ => None,
        })
        .unwrap_or(TagPlace::List("Tags"))
}

/// The value one step down; an unknown value or a choice stays where it is.
fn step<'a>(value: &'a Value, name: &str) -> Option<&'a Value> {
    match &value.content {
        Content::Map(map) => map.get(name),
        Content::Unknown(_) | Content::Either(_) => Some(value),
        _ => None,
    }
}

fn equals(found: &Value, wanted: &str) -> Option<bool> {
    match &found.content {
        Content::Either(_) => by_branch(found, &|value| equals(value, wanted)),
        Content::Unknown(_) | Content::Partial(_) => None,
        _ => Some(found.as_text().is_some_and(|text| text == wanted)),
    }
}

/// What holds of both values of a choice; of anything else that is not known, nothing; of the rest, not.
fn by_branch(value: &Value, decide: &dyn Fn(&Value) -> Option<bool>) -> Option<bool> {
    match &value.content {
        Content::Either(choice) => {
            let branch = |value: &Option<Value>| value.as_ref().map_or(Some(false), decide);
            let (then, otherwise) = (branch(&choice.then), branch(&choice.otherwise));
            if then == otherwise { then } else { None }
        }
        Content::Unknown(_) | Content::Partial(_) => None,
        _ => Some(false),
    }
}

fn both(one: Option<bool>, other: Option<bool>) -> Option<bool> {
    match (one, other) {
        (Some(false), _) | (_, Some(false)) => Some(false),
        (Some(true), Some(true)) => Some(true),
        _ => None,
    }
}

fn any(truths: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let mut open = false;
    for truth in truths {
        match truth {
            Some(true) => return Some(true),
            Some(false) => {}
            None => open = true,
        }
    }
    if open { None } else { Some(false) }
}

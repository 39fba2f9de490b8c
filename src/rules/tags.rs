//! The tags that a template gives a resource.

use super::items::split;
use super::parameters::InputParameters;
use super::subject::Subject;
use super::truth::Truth;
use crate::resolve::{Content, Value};

/// Where a resource type keeps its tags, and in which form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TagPlace {
    /// A list of objects with `Key` and `Value`, at this path.
    List(&'static str),
    /// A map from key to value, at this path.
    Map(&'static str),
    /// The `Tags` of those `TagSpecifications` whose `ResourceType` is this.
    Specifications(&'static str),
    /// The resource type has no property for tags.
    Nowhere,
}

/// A tag, as far as it can be known.
#[derive(Clone, Copy, Debug)]
struct Tag<'a> {
    /// The key, if it is known.
    key: Option<&'a str>,
    /// The tag is there whatever the unknown values turn out to be.
    certain: bool,
}

/// The tags of a resource.
#[derive(Debug, Default)]
struct Tags<'a> {
    tags: Vec<Tag<'a>>,
    /// There may be more that can't be known.
    open: bool,
}

/// Decides the rules `…-tagged`: every key of the parameter `requiredKeyTags` is there, or, without the
/// parameter, any tag at all. Tags that begin with `aws:` are the service's own and never count.
pub(super) fn is_tagged<'a>(place: TagPlace, subject: &Subject<'a>) -> Truth<'a> {
    let tags = match place {
        TagPlace::Nowhere => {
            return subject.unknown("CloudFormation has no property for tags on this resource type");
        }
        place => Tags::of(place, subject),
    };
    let decided = match required_keys(subject.parameters) {
        None if tags.has(|key| key.is_none_or(|key| !key.starts_with("aws:"))) => return Truth::True,
        None => (tags.may_have(|_| true), "the resource has no tags".to_owned()),
        Some(required) => {
            let Some(missing) = required.clone().find(|required| !tags.has(|key| key == Some(required)))
            else {
                return Truth::True;
            };
            // A key that is surely missing decides, whatever becomes of one that may be missing.
            let is_missing = |required: &&str| {
                !tags.has(|key| key == Some(*required)) && !tags.may_have(|key| key == *required)
            };
            let missing = required.clone().find(is_missing).unwrap_or(missing);
            (tags.may_have(|key| key == missing), format!("the tag {missing} is missing"))
        }
    };
    let path = match place {
        TagPlace::List(path) | TagPlace::Map(path) => path,
        TagPlace::Specifications(_) => "TagSpecifications",
        TagPlace::Nowhere => "",
    };
    match decided {
        (true, _) => subject.unknown("the resource's tags can't be known before deployment"),
        (false, statement) => subject.fails_at(path, statement),
    }
}

/// The keys that the parameter `requiredKeyTags` lists; `None` if it is not given.
fn required_keys(parameters: &InputParameters) -> Option<impl Iterator<Item = &str> + Clone> {
    parameters.get("requiredKeyTags").map(split)
}

impl<'a> Tags<'a> {
    fn of(place: TagPlace, subject: &Subject<'a>) -> Self {
        let mut tags = Tags::default();
        match place {
            TagPlace::List(path) | TagPlace::Map(path) => {
                if let Some(value) = subject.get(path) {
                    tags.collect(value, true);
                }
            }
            TagPlace::Specifications(resource_type) => {
                match subject.get("TagSpecifications").map(|value| &value.content) {
                    Some(Content::List(specifications)) => {
                        for specification in specifications {
                            tags.collect_specification(specification, resource_type);
                        }
                    }
                    None => {}
                    Some(_) => tags.open = true,
                }
            }
            TagPlace::Nowhere => {}
        }
        tags
    }

    fn collect_specification(&mut self, specification: &'a Value, resource_type: &str) {
        let Content::Map(map) = &specification.content else {
            self.open = true;
            return;
        };
        match map.get("ResourceType").map(Value::as_text) {
            Some(Some(found)) if found == resource_type => {
                if let Some(value) = map.get("Tags") {
                    self.collect(value, true);
                }
            }
            Some(None) => self.open = true,
            _ => {}
        }
    }

    /// Adds the tags of a list of `Key` and `Value`, or of a map.
    fn collect(&mut self, value: &'a Value, certain: bool) {
        match &value.content {
            Content::List(list) => list.iter().for_each(|item| self.collect_item(item, certain)),
            Content::Map(map) => {
                self.tags.extend(map.iter().map(|entry| Tag { key: Some(&entry.key), certain }));
            }
            Content::Either(choice) => {
                for branch in [&choice.then, &choice.otherwise].into_iter().flatten() {
                    self.collect(branch, false);
                }
            }
            Content::Unknown(_) | Content::Partial(_) => self.open = true,
            _ => {}
        }
    }

    fn collect_item(&mut self, item: &'a Value, certain: bool) {
        match &item.content {
            Content::Map(tag) => {
                let key = match tag.get("Key").map(|key| &key.content) {
                    Some(Content::Text(key)) => Some(&**key),
                    _ => None,
                };
                self.tags.push(Tag { key, certain });
            }
            Content::Either(choice) => {
                let both = choice.then.is_some() && choice.otherwise.is_some();
                for branch in [&choice.then, &choice.otherwise].into_iter().flatten() {
                    // With two branches one tag is there for sure, but which of them is not known.
                    self.collect_item(branch, false);
                }
                if both && certain {
                    self.tags.push(Tag { key: None, certain: true });
                }
            }
            Content::Unknown(_) => self.open = true,
            _ => {}
        }
    }

    /// Whether there surely is a tag whose key (`None` if it is not known) is as wanted.
    fn has(&self, wanted: impl Fn(Option<&str>) -> bool) -> bool {
        self.tags.iter().any(|tag| tag.certain && wanted(tag.key))
    }

    /// Whether there may turn out to be a tag whose key is as wanted.
    fn may_have(&self, wanted: impl Fn(&str) -> bool) -> bool {
        self.open
            || self.tags.iter().any(|tag| match tag.key {
                None => true,
                Some(key) => !tag.certain && !key.starts_with("aws:") && wanted(key),
            })
    }
}

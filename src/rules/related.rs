//! Checks on other resources of the template that refer to the one that is judged.

use super::check::Check;
use super::items::{Quantifier, join};
use super::reference::refers_to;
use super::subject::Subject;
use super::truth::Truth;
use crate::resolve::{Content, Reason, Resource, Value};
use crate::template::Text;
use std::collections::HashMap;

/// Resources of the template that refer to the judged one through a property.
#[derive(Clone, Copy, Debug)]
pub struct Related {
    types: &'static [&'static str],
    link: &'static str,
}

/// Resources of one of `types` whose property at `link` refers to the judged resource. A part of the path
/// that ends in `[]` is a list, any item of which may refer to it.
pub const fn related(types: &'static [&'static str], link: &'static str) -> Related {
    Related { types, link }
}

impl Related {
    /// At least one of them satisfies `check`.
    pub const fn some(self, check: &'static Check) -> Check {
        Check::Related(Quantifier::Some, self, check)
    }

    /// At least one is there.
    pub const fn exists(self) -> Check {
        self.some(&Check::Always)
    }

    /// All of them satisfy `check`; so none is fine.
    pub const fn each(self, check: &'static Check) -> Check {
        Check::Related(Quantifier::Each, self, check)
    }

    pub(super) fn evaluate<'a>(
        &self,
        quantifier: Quantifier,
        check: &Check,
        subject: &Subject<'a>,
    ) -> Truth<'a> {
        self.decide(quantifier, subject, &|neighbour| check.evaluate(neighbour))
    }

    /// The resources that refer to the judged one, or may do so.
    pub(super) fn neighbours<'a>(&self, subject: &Subject<'a>) -> Vec<Neighbour<'a>> {
        let types = self.types.iter();
        let candidates =
            types.flat_map(|name| subject.neighbourhood.candidates(name, self.link, subject.resource));
        let neighbours = candidates.filter_map(|resource| {
            let doubt = match links_to(&resource.properties, self.link, subject.resource) {
                Some(false) => return None,
                None => Some("whether it refers to the judged resource can't be known before deployment"),
                Some(true) if may_be_missing(resource, subject.resource) => {
                    Some("whether it will be deployed hangs on a condition that is not known")
                }
                Some(true) => None,
            };
            Some(Neighbour { resource, doubt })
        });
        neighbours.collect()
    }

    /// As a check, with a function that decides each of them: for functions of rules.
    pub fn decide<'a>(
        &self,
        quantifier: Quantifier,
        subject: &Subject<'a>,
        decide: &dyn Fn(&Subject<'a>) -> Truth<'a>,
    ) -> Truth<'a> {
        let truths = self.neighbours(subject).into_iter().map(|found| {
            let neighbour = subject.neighbour(found.resource);
            let truth = decide(&neighbour);
            match found.doubt {
                Some(why) => unless_absence_matters(quantifier, truth, &neighbour, why),
                None => truth,
            }
        });
        join(quantifier, truths, || match quantifier {
            Quantifier::Each => Truth::True,
            Quantifier::Some => subject.fails(format!(
                "no {} in the template refers to {} in {}",
                self.types.join(" or "),
                subject.resource.logical_id,
                self.link
            )),
        })
    }
}

/// A resource that refers to the judged one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Neighbour<'a> {
    pub(super) resource: &'a Resource,
    /// Why it may turn out not to, if so.
    pub(super) doubt: Option<&'static str>,
}

/// The resources of a type, by what they refer to in one of their properties. With it, a rule's look at all
/// resources of a stack takes one walk over those that refer to them, not one for each.
#[derive(Debug, Default)]
pub(super) struct Links {
    /// Those that refer to resources of the template and to nothing else, by logical ID.
    by_logical_id: HashMap<Text, Vec<usize>>,
    /// Those that may refer to any resource: by a name, by something that is not known.
    others: Vec<usize>,
}

impl Links {
    pub(super) fn new(resources: &[&Resource], path: &str) -> Self {
        let mut links = Links::default();
        for (index, resource) in resources.iter().enumerate() {
            let mut logical_ids = Vec::new();
            if collect_references(&resource.properties, path, &mut logical_ids) {
                logical_ids.sort_unstable();
                logical_ids.dedup();
                for logical_id in logical_ids {
                    links.by_logical_id.entry(logical_id).or_default().push(index);
                }
            } else {
                links.others.push(index);
            }
        }
        links
    }

    /// Those that may refer to `resource`, by their place among the resources of their type.
    pub(super) fn candidates(&self, resource: &Resource) -> impl Iterator<Item = usize> {
        let mut found = self.by_logical_id.get(&resource.logical_id).cloned().unwrap_or_default();
        found.extend(&self.others);
        found.sort_unstable();
        found.into_iter()
    }
}

/// Collects the logical IDs that the value at `path` refers to; false if it may also name others.
fn collect_references(value: &Value, path: &str, logical_ids: &mut Vec<Text>) -> bool {
    match &value.content {
        Content::Either(choice) => [&choice.then, &choice.otherwise]
            .into_iter()
            .flatten()
            .all(|value| collect_references(value, path, logical_ids)),
        Content::List(items) => items.iter().all(|item| collect_references(item, path, logical_ids)),
        Content::Unknown(unknown) if path.is_empty() => match &unknown.reason {
            Reason::PhysicalId { logical_id } => {
                logical_ids.push(logical_id.clone());
                true
            }
            Reason::Attribute { logical_id, attribute } if !attribute.starts_with("Outputs.") => {
                logical_ids.push(logical_id.clone());
                true
            }
            _ => false,
        },
        Content::Map(map) if !path.is_empty() => {
            let (name, rest) = step(path);
            map.get(name).is_none_or(|below| collect_references(below, rest, logical_ids))
        }
        _ => false,
    }
}

/// The first name of a path, without the mark of a list, and the rest.
fn step(path: &str) -> (&str, &str) {
    let (name, rest) = path.split_once('.').unwrap_or((path, ""));
    (name.trim_end_matches("[]"), rest)
}

/// What `truth`, said of a resource that may turn out not to matter, comes to: unknown where it would have
/// made a difference.
fn unless_absence_matters<'a>(
    quantifier: Quantifier,
    truth: Truth<'a>,
    neighbour: &Subject<'a>,
    why: &str,
) -> Truth<'a> {
    match (quantifier, truth) {
        (Quantifier::Each, Truth::False(_)) | (Quantifier::Some, Truth::True) => {
            neighbour.unknown(format!("{}: {why}", neighbour.resource.logical_id))
        }
        (_, truth) => truth,
    }
}

/// Whether `candidate` may be absent from a stack that has `judged`: its condition is unknown and another.
fn may_be_missing(candidate: &Resource, judged: &Resource) -> bool {
    candidate.condition.is_some() && candidate.condition_name != judged.condition_name
}

/// Whether the value at `path` below `value` refers to `resource`. Lists on the way are looked through.
fn links_to(value: &Value, path: &str, resource: &Resource) -> Option<bool> {
    match &value.content {
        Content::Either(choice) => {
            let branch = |value: &Option<Value>| {
                value.as_ref().map_or(Some(false), |value| links_to(value, path, resource))
            };
            let (then, otherwise) = (branch(&choice.then), branch(&choice.otherwise));
            if then == otherwise { then } else { None }
        }
        Content::List(items) => {
            let mut open = false;
            for item in items {
                match links_to(item, path, resource) {
                    Some(true) => return Some(true),
                    Some(false) => {}
                    None => open = true,
                }
            }
            if open { None } else { Some(false) }
        }
        _ if path.is_empty() => refers_to(value, resource),
        Content::Unknown(_) => None,
        Content::Map(map) => {
            let (name, rest) = step(path);
            map.get(name).map_or(Some(false), |below| links_to(below, rest, resource))
        }
        _ => Some(false),
    }
}

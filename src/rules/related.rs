//! Checks on other resources of the template that refer to the one that is judged.

use super::check::Check;
use super::subject::{Subject, refers_to};
use super::truth::Truth;
use crate::resolve::{Content, Value};

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
        Check::Related(self, check)
    }

    /// At least one is there.
    pub const fn exists(self) -> Check {
        Check::Related(self, &Check::Always)
    }

    pub(super) fn evaluate<'a>(&self, check: &Check, subject: &Subject<'a>) -> Truth<'a> {
        let none = || {
            subject.fails(format!(
                "no {} in the template refers to {} in {}",
                self.types.join(" or "),
                subject.resource.logical_id,
                self.link
            ))
        };
        let candidates = self.types.iter().flat_map(|name| subject.neighbourhood.resources_of_type(name));
        candidates
            .copied()
            .fold(None, |truth: Option<Truth<'a>>, candidate| {
                let decided = match links_to(&candidate.properties, self.link, subject) {
                    Some(false) => return truth,
                    Some(true) => check.evaluate(&subject.neighbour(candidate)),
                    None => subject.unknown(format!(
                        "whether {} refers to {} can't be known before deployment",
                        candidate.logical_id, subject.resource.logical_id
                    )),
                };
                Some(match truth {
                    None => decided,
                    Some(truth) => truth.or(|| decided),
                })
            })
            .unwrap_or_else(none)
    }
}

/// Whether the value at `path` below `value` refers to the judged resource.
fn links_to(value: &Value, path: &str, subject: &Subject<'_>) -> Option<bool> {
    let (name, rest) = path.split_once('.').unwrap_or((path, ""));
    match &value.content {
        Content::Either(choice) => {
            let branch = |value: &Option<Value>| {
                value.as_ref().map_or(Some(false), |value| links_to(value, path, subject))
            };
            let (then, otherwise) = (branch(&choice.then), branch(&choice.otherwise));
            if then == otherwise { then } else { None }
        }
        _ if path.is_empty() => refers_to(value, subject.resource),
        Content::Unknown(_) => None,
        Content::Map(map) => {
            let Some(below) = map.get(name.trim_end_matches("[]")) else { return Some(false) };
            match &below.content {
                Content::List(items) if name.ends_with("[]") => {
                    let mut open = false;
                    for item in items {
                        match links_to(item, rest, subject) {
                            Some(true) => return Some(true),
                            Some(false) => {}
                            None => open = true,
                        }
                    }
                    if open { None } else { Some(false) }
                }
                _ => links_to(below, rest, subject),
            }
        }
        _ => Some(false),
    }
}

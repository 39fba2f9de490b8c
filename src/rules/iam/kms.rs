//! Statements that allow KMS actions on all keys.

use crate::resolve::{Content, Part, Value};
use crate::rules::items::split;
use crate::rules::*;

/// Whether the statement allows an action of the rule's parameter `blockedActionsPatterns` on all keys.
pub(super) fn allows_blocked_action(statement: policy::Statement<'_>, subject: &Subject<'_>) -> Option<bool> {
    let patterns = subject.parameter("blockedActionsPatterns")?;
    let doubtful = |element| if statement.has(element) { None } else { Some(false) };
    policy::all([
        statement.allows(),
        policy::any([
            statement.some("Action", |action| policy::overlaps_any_of(action, split(patterns))),
            doubtful("NotAction"),
        ]),
        policy::any([statement.some("Resource", is_every_key), doubtful("NotResource")]),
    ])
}

/// Whether a resource is no fixed key: `*`, or an ARN that has a wildcard or a policy variable in place of the key.
fn is_every_key(resource: &Value) -> Option<bool> {
    let is_open = |text: &str| text.contains(['*', '?']) || text.contains("${");
    let text = match &resource.content {
        Content::Unknown(_) => return policy::is_fixed(resource).map(|fixed| !fixed),
        Content::Partial(parts) => parts
            .iter()
            .map(|part| match part {
                Part::Text(text) => text,
                Part::Unknown(_) => "x",
            })
            .collect(),
        _ => resource.as_text()?.into_owned(),
    };
    let is_other_service =
        text.split(':').nth(2).is_some_and(|service| service != "kms" && !is_open(service));
    if is_other_service || !is_open(&text) {
        return Some(false);
    }
    let key = text.rsplit_once('/').map_or(&*text, |(_, key)| key);
    // A wildcard before a fixed key is not documented.
    if is_open(key) { Some(true) } else { None }
}

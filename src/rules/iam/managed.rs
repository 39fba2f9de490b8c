//! Which managed policy, or which group, a value names.

use crate::resolve::{Content, Part, Reason, Resource, Value};
use crate::rules::Subject;
use crate::rules::partial::may_equal;
use crate::rules::reference::{names_same, parts_name_same, resource_names_same};

/// Whether `value` is the policy with this ARN. A partition that is not known is taken for the ARN's.
pub(super) fn is_policy(value: &Value, arn: &str, subject: &Subject<'_>) -> Option<bool> {
    let partition = arn.split(':').nth(1).unwrap_or_default();
    match &value.content {
        Content::Partial(parts) => {
            let is_partition = |reason: &Reason| matches!(reason, Reason::PseudoParameter { name } if &**name == "AWS::Partition");
            let filled: Vec<Part> = parts
                .iter()
                .map(|part| match part {
                    Part::Unknown(unknown) if is_partition(&unknown.reason) => Part::Text(partition.into()),
                    part => part.clone(),
                })
                .collect();
            let known: Option<String> = filled
                .iter()
                .map(|part| match part {
                    Part::Text(text) => Some(&**text),
                    Part::Unknown(_) => None,
                })
                .collect();
            match known {
                Some(known) => Some(known == arn),
                None if may_equal(&filled, arn, false) => None,
                None => Some(false),
            }
        }
        _ => is_named(value, arn, subject),
    }
}

/// Whether a policy of the template has this ARN: its account and path can't be known, its name may be.
pub(super) fn has_arn(policy: &Resource, arn: &str) -> Option<bool> {
    if arn.contains(":iam::aws:") { Some(false) } else { resource_names_same(policy, arn) }
}

/// Whether `value` is a name, or the reference of a resource of the template, that is the same as `name`.
pub(super) fn is_named(value: &Value, name: &str, subject: &Subject<'_>) -> Option<bool> {
    match &value.content {
        Content::Unknown(unknown) => {
            resource_names_same(subject.neighbourhood.resource_behind(&unknown.reason)?, name)
        }
        Content::Partial(parts) => parts_name_same(parts, name),
        _ => names_same(&value.as_text()?, name),
    }
}

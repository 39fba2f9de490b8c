//! The event `S3`: a notification of a bucket in the same template.

use super::super::event::{Event, Target};
use super::super::intrinsics::reference as named;
use super::super::properties::{Properties, Property, kind, optional, required};
use super::super::tree::{choice, is_same, map, no_value, reference, text};
use super::super::{Expanded, Expansion, Failure, tags};
use super::permission;
use crate::template::{Content, Map, Node, Resource, Span};

const PROPERTIES: &[Property] = &[
    required("Bucket", kind::TEXT),
    required("Events", kind::TEXT | kind::LIST).of(kind::TEXT).literal(),
    optional("Filter", kind::MAP).of(kind::TEXT),
];

pub(super) fn expand(
    expansion: &mut Expansion,
    owner: &Resource,
    event: &Event,
    target: &Target,
) -> Expanded {
    let properties = event.properties(PROPERTIES)?;
    let span = event.span;
    let bucket_span = properties.span_of("Bucket");
    let bucket_id = properties.get("Bucket").and_then(named);
    let Some(bucket) = bucket_id.and_then(|bucket_id| expansion.output.get_mut(bucket_id)) else {
        let message = "`Bucket` has to be a `Ref` to a bucket in the same template";
        return Err(event.error(bucket_span, message));
    };
    let permission = permission(owner, event, target, &event.prefix, "s3.amazonaws.com")
        .with("SourceAccount", reference(span, "AWS::AccountId"));
    depend(bucket, &permission)?;
    notify(owner, target, &properties, bucket, span)?;
    let owner_properties = owner.properties.as_ref().and_then(Node::as_map);
    let propagated = owner_properties
        .and_then(|map| tags::propagated(&Properties { span: owner.span, map }))
        .map(|tags| tags::as_list(owner.span, tags));
    if let Some(tags) = propagated {
        bucket.set("Tags", tags);
    }
    Ok(vec![permission])
}

/// The bucket needs the permission: S3 checks it when the notification is set. Where the permission has a condition,
/// `DependsOn` can't name it; a tag that refers to it can.
fn depend(bucket: &mut Resource, permission: &Resource) -> Result<(), Failure> {
    let span = permission.span;
    let logical_id = &permission.logical_id;
    let Some((condition, _)) = &permission.condition else {
        if !bucket.depends_on.iter().any(|(name, _)| name == logical_id) {
            bucket.depends_on.push((logical_id.clone(), span));
        }
        return Ok(());
    };
    let value =
        choice(span, condition.clone(), reference(span, logical_id.clone()), text(span, "no dependency"));
    let tag =
        map(span, [("Key", text(span, format!("sam:ConditionalDependsOn:{logical_id}"))), ("Value", value)]);
    list_in(properties_of(bucket)?, "Tags", span)?.push(tag);
    Ok(())
}

/// Adds the notifications to the bucket.
fn notify(
    owner: &Resource,
    target: &Target,
    properties: &Properties,
    bucket: &mut Resource,
    span: Span,
) -> Result<(), Failure> {
    let events: Vec<&Node> = match properties.get("Events") {
        Some(Node { content: Content::List(events), .. }) => events.iter().collect(),
        event => event.into_iter().collect(),
    };
    let notifications = events.into_iter().map(|event| {
        let mut fields = vec![("Function", target.arn(span))];
        fields.extend(properties.get("Filter").map(|filter| ("Filter", filter.clone())));
        fields.push(("Event", event.clone()));
        let notification = map(event.span, fields);
        match &owner.condition {
            Some((condition, _)) => choice(span, condition.clone(), notification, no_value(span)),
            None => notification,
        }
    });
    let notifications: Vec<Node> = notifications.collect();
    let config = map_in(properties_of(bucket)?, "NotificationConfiguration", span)?;
    let items = list_in(config, "LambdaConfigurations", span)?;
    for notification in notifications {
        if !items.iter().any(|known| is_same(known, &notification)) {
            items.push(notification);
        }
    }
    Ok(())
}

/// The properties of the bucket, made if there are none.
fn properties_of(bucket: &mut Resource) -> Result<&mut Map<Node>, Failure> {
    let span = bucket.span;
    let properties = bucket.properties.get_or_insert_with(|| map(span, []));
    properties.as_map_mut().ok_or_else(|| Failure::new(span, "the properties of the bucket have to be a map"))
}

/// The map of a key, made if it is missing.
fn map_in<'b>(fields: &'b mut Map<Node>, key: &str, span: Span) -> Result<&'b mut Map<Node>, Failure> {
    let value = value_of(fields, key, span, Content::Map(Map::default()));
    let message = format!("`{key}` of the bucket has to be a map, found {}", value.kind());
    let wrong = Failure::new(value.span, message);
    value.as_map_mut().ok_or(wrong)
}

/// The list of a key, made if it is missing.
fn list_in<'b>(fields: &'b mut Map<Node>, key: &str, span: Span) -> Result<&'b mut Vec<Node>, Failure> {
    let value = value_of(fields, key, span, Content::List(Vec::new()));
    let message = format!("`{key}` of the bucket has to be a list, found {}", value.kind());
    let wrong = Failure::new(value.span, message);
    value.as_list_mut().ok_or(wrong)
}

/// The value of a key, which is `default` if it is missing or null.
fn value_of<'b>(fields: &'b mut Map<Node>, key: &str, span: Span, default: Content) -> &'b mut Node {
    let value = fields.get_or_insert(key, span, Node { span, content: Content::Null });
    if value.content == Content::Null {
        value.content = default;
    }
    value
}

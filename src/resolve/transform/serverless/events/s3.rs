//! The event `S3`: a notification of a bucket in the same template.

use super::super::event::{Event, Target};
use super::super::intrinsics::reference as named;
use super::super::properties::{Properties, Property, kind, list_of, map_of, optional, required};
use super::super::tree::{choice, is_same, list, map, no_value, reference, text};
use super::super::{Expanded, Expansion, Failure, tags};
use super::permission;
use crate::template::{Content, Node, Resource, Span, Text};

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
    if bucket.properties.is_none() {
        bucket.properties = Some(map(bucket.span, []));
    }
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
    push(bucket, "Tags", [tag], |_, _| false)
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
    let bucket_span = bucket.span;
    let config =
        bucket.property("NotificationConfiguration").filter(|config| config.content != Content::Null);
    let mut config = match config {
        Some(config) => {
            map_of(config, "`NotificationConfiguration` of the bucket")?;
            config.clone()
        }
        None => map(bucket_span, []),
    };
    if let Some(fields) = config.as_map_mut() {
        let what = "`LambdaConfigurations` of the bucket";
        let known = fields.get("LambdaConfigurations").filter(|known| known.content != Content::Null);
        let mut items = match known {
            Some(known) => list_of(known, what)?.to_vec(),
            None => Vec::new(),
        };
        for notification in notifications {
            if !items.iter().any(|known| is_same(known, &notification)) {
                items.push(notification);
            }
        }
        fields.set(Text::from("LambdaConfigurations"), span, list(span, items));
    }
    bucket.set("NotificationConfiguration", config);
    Ok(())
}

fn push(
    bucket: &mut Resource,
    property: &str,
    more: impl IntoIterator<Item = Node>,
    is_known: impl Fn(&Node, &Node) -> bool,
) -> Result<(), Failure> {
    let known = bucket.property(property).filter(|known| known.content != Content::Null);
    let span = known.map_or(bucket.span, |known| known.span);
    let mut items = match known {
        Some(known) => list_of(known, &format!("`{property}` of the bucket"))?.to_vec(),
        None => Vec::new(),
    };
    for item in more {
        if !items.iter().any(|known| is_known(known, &item)) {
            items.push(item);
        }
    }
    bucket.set(property, list(span, items));
    Ok(())
}

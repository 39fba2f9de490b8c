//! The event `CloudWatchLogs`: a subscription to a log group.

use super::super::event::{Event, Target};
use super::super::properties::{Property, kind, required};
use super::super::tree::sub_with;
use super::super::{Expanded, Expansion};
use super::permission;
use crate::template::Resource;

const PROPERTIES: &[Property] =
    &[required("FilterPattern", kind::TEXT), required("LogGroupName", kind::TEXT)];

pub(super) fn expand(expansion: &Expansion, owner: &Resource, event: &Event, target: &Target) -> Expanded {
    let properties = event.properties(PROPERTIES)?;
    let span = event.span;
    let partition = expansion.partition().unwrap_or("${AWS::Partition}");
    let arn = format!(
        "arn:{partition}:logs:${{AWS::Region}}:${{AWS::AccountId}}:log-group:${{__LogGroupName__}}:*"
    );
    let group = properties.get("LogGroupName").map(|group| ("__LogGroupName__", group.clone()));
    let permission = permission(owner, event, target, &event.prefix, "logs.amazonaws.com")
        .with("SourceArn", sub_with(span, arn, group));
    let mut filter = Resource::make("AWS::Logs::SubscriptionFilter", event.prefix.as_str(), span)
        .under(owner)
        .with_some("LogGroupName", properties.get("LogGroupName"))
        .with_some("FilterPattern", properties.get("FilterPattern"))
        .with("DestinationArn", target.arn(span));
    filter.depends_on = vec![(permission.logical_id.clone(), span)];
    Ok(vec![permission, filter])
}

//! The event `IoTRule`: a rule over the messages of devices.

use super::super::event::{Event, Target};
use super::super::properties::{Property, kind, optional, required};
use super::super::tree::{boolean, list, map, reference, sub, sub_with};
use super::super::{Expanded, Expansion};
use super::permission;
use crate::template::Resource;

const PROPERTIES: &[Property] = &[optional("AwsIotSqlVersion", kind::TEXT), required("Sql", kind::TEXT)];

pub(super) fn expand(expansion: &Expansion, owner: &Resource, event: &Event, target: &Target) -> Expanded {
    let properties = event.properties(PROPERTIES)?;
    let span = event.span;
    let partition = expansion.partition().unwrap_or("${AWS::Partition}");
    let arn = format!("arn:{partition}:iot:${{AWS::Region}}:${{AWS::AccountId}}:rule/${{RuleName}}");
    let arn = sub_with(span, arn, [("RuleName", reference(span, event.prefix.as_str()))]);
    let permission = permission(owner, event, target, &event.prefix, "iot.amazonaws.com")
        .with("SourceArn", arn)
        .with("SourceAccount", sub(span, "${AWS::AccountId}"));
    let action = map(span, [("Lambda", map(span, [("FunctionArn", target.arn(span))]))]);
    let mut payload = vec![("RuleDisabled", boolean(span, false)), ("Actions", list(span, [action]))];
    payload.extend(properties.get("Sql").map(|sql| ("Sql", sql.clone())));
    payload.extend(properties.given("AwsIotSqlVersion").map(|version| ("AwsIotSqlVersion", version.clone())));
    let rule = Resource::make("AWS::IoT::TopicRule", event.prefix.as_str(), span)
        .under(owner)
        .with("TopicRulePayload", map(span, payload));
    Ok(vec![permission, rule])
}

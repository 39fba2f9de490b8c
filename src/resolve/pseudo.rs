//! Pseudo parameters: what CloudFormation itself knows of a deployment.
//!
//! Facts: the AWS CloudFormation Template Reference, "Pseudo parameters"; the AWS General Reference,
//! "Partitions". `AWS::NoValue` is not here: it is absence, not a value.

use super::{Content, Environment, Part, Reason, Unknown, Value};
use crate::template::{Span, Text};
use std::sync::Arc;

/// The value of the pseudo parameter `name` at `span`: `None` if there is no such pseudo parameter.
pub(super) fn value(environment: &Environment, name: &str, span: Span) -> Option<Value> {
    let known = match name {
        "AWS::AccountId" => environment.account_id.clone(),
        "AWS::Region" => environment.region.clone(),
        "AWS::StackName" => environment.stack_name.clone(),
        "AWS::Partition" => partition(environment).map(str::to_owned),
        "AWS::URLSuffix" => partition(environment).and_then(url_suffix).map(str::to_owned),
        "AWS::StackId" => return Some(stack_id(environment, span)),
        "AWS::NotificationARNs" => None,
        _ => return None,
    };
    Some(match known {
        Some(text) => Value::text(span, text),
        None => Value::because(span, not_given(name, span)),
    })
}

fn not_given(name: &str, span: Span) -> Arc<Unknown> {
    Arc::new(Unknown { reason: Reason::PseudoParameter { name: Text::from(name) }, span })
}

/// `arn:aws:cloudformation:us-east-1:111122223333:stack/name/` and an ID that AWS makes.
fn stack_id(environment: &Environment, span: Span) -> Value {
    let pieces = [
        ("AWS::Partition", partition(environment), "arn:"),
        ("AWS::Region", environment.region.as_deref(), ":cloudformation:"),
        ("AWS::AccountId", environment.account_id.as_deref(), ":"),
        ("AWS::StackName", environment.stack_name.as_deref(), ":stack/"),
    ];
    let mut parts = Vec::new();
    let mut text = String::new();
    for (name, piece, before) in pieces {
        text.push_str(before);
        match piece {
            Some(piece) => text.push_str(piece),
            None => {
                parts.push(Part::Text(Text::from(std::mem::take(&mut text))));
                parts.push(Part::Unknown(not_given(name, span)));
            }
        }
    }
    text.push('/');
    parts.push(Part::Text(Text::from(text)));
    parts.push(Part::Unknown(not_given("AWS::StackId", span)));
    Value::new(span, Content::Partial(parts.into()))
}

/// The partition, as given or as the Region tells it.
fn partition(environment: &Environment) -> Option<&str> {
    if let Some(partition) = &environment.partition {
        return Some(partition);
    }
    environment.region.as_deref().map(partition_of)
}

/// The partition that a Region lies in.
pub(crate) fn partition_of(region: &str) -> &'static str {
    let by_prefix = [
        ("cn-", "aws-cn"),
        ("us-gov-", "aws-us-gov"),
        ("us-iso-", "aws-iso"),
        ("us-isob-", "aws-iso-b"),
        ("eu-isoe-", "aws-iso-e"),
        ("us-isof-", "aws-iso-f"),
        ("eusc-", "aws-eusc"),
    ];
    let found = by_prefix.iter().find(|(prefix, _)| region.starts_with(prefix));
    found.map_or("aws", |(_, partition)| partition)
}

fn url_suffix(partition: &str) -> Option<&'static str> {
    Some(match partition {
        "aws" | "aws-us-gov" => "amazonaws.com",
        "aws-cn" => "amazonaws.com.cn",
        "aws-iso" => "c2s.ic.gov",
        "aws-iso-b" => "sc2s.sgov.gov",
        "aws-iso-e" => "cloud.adc-e.uk",
        "aws-iso-f" => "csp.hci.ic.gov",
        "aws-eusc" => "amazonaws.eu",
        _ => return None,
    })
}

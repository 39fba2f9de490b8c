//! Which service a VPC endpoint leads to.

use crate::resolve::{Content, Part, Value};
use crate::rules::*;

/// The endpoint leads to the service: its `ServiceName` is `service` or ends in it after a dot, as
/// `com.amazonaws.eu-west-1.ec2` does in `ec2`.
pub(super) fn leads_to<'a>(endpoint: &Subject<'a>, service: &str) -> Truth<'a> {
    endpoint.look("ServiceName", &mut |place| match place.value {
        None => place.fails(Found::Nothing { default: None }, Wanted::Present),
        Some(value) => match names(value, service) {
            Some(true) => Truth::True,
            Some(false) => place.fails(
                Found::Statement(format!("the endpoint is not for {service}").into()),
                Wanted::Present,
            ),
            None => place.unknown(Found::of(value), Wanted::Present),
        },
    })
}

fn names(value: &Value, service: &str) -> Option<bool> {
    let ends_in =
        |text: &str| text.strip_suffix(service).is_some_and(|start| start.is_empty() || start.ends_with('.'));
    match &value.content {
        Content::Unknown(_) | Content::Either(_) => None,
        Content::Partial(parts) => match parts.last() {
            Some(Part::Text(end)) if end.len() > service.len() => Some(ends_in(end)),
            Some(Part::Text(end)) if !service.ends_with(&**end) => Some(false),
            _ => None,
        },
        _ => Some(value.as_text().is_some_and(|text| ends_in(&text))),
    }
}

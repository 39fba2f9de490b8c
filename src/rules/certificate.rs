//! Where the certificate of a listener comes from.

use crate::resolve::{Content, Part, Reason};
use crate::rules::*;

/// The property at `path` is the ARN of a certificate of AWS Certificate Manager, or a reference to one of the
/// template.
pub fn is_from_acm<'a>(listener: &Subject<'a>, path: &'static str) -> Truth<'a> {
    listener.look(path, &mut |place| {
        let Some(value) = place.value else {
            return place.fails(Found::Nothing { default: None }, Wanted::Present);
        };
        let other = || {
            let statement = format!("{} is no certificate of AWS Certificate Manager", place.property());
            place.fails(Found::Statement(statement.into()), Wanted::Present)
        };
        let service = |text: &str| text.split(':').nth(2).map(|service| service == "acm");
        let is_acm = match &value.content {
            Content::Unknown(unknown) => match &unknown.reason {
                Reason::PhysicalId { logical_id } => listener
                    .neighbourhood
                    .resource(logical_id)
                    .map(|resource| &*resource.resource_type == "AWS::CertificateManager::Certificate"),
                _ => None,
            },
            Content::Partial(parts) => match parts.first() {
                Some(Part::Text(start)) if start.matches(':').count() >= 3 => service(start),
                _ => None,
            },
            _ => Some(value.as_text().is_some_and(|text| service(&text) == Some(true))),
        };
        match is_acm {
            Some(true) => Truth::True,
            Some(false) => other(),
            None => place.unknown(Found::of(value), Wanted::Present),
        }
    })
}

//! What the origin of a distribution is, by its configuration and its domain name.

use crate::resolve::{Content, Part, Reason, Resource, Value};
use crate::rules::*;

/// The origin is an S3 bucket, reached by its REST endpoint: it has an `S3OriginConfig`, or its domain name is a
/// bucket's. Website endpoints are custom origins.
pub(super) const IS_S3: Check = function(|origin| {
    if origin.get("S3OriginConfig").is_some_and(|config| config.as_map().is_some()) {
        return Truth::True;
    }
    let is_custom = || match origin.get("CustomOriginConfig") {
        Some(_) => origin.fails("the origin is a custom origin"),
        None => origin.unknown("whether the origin is an S3 bucket can't be known before deployment"),
    };
    match origin.get("DomainName").map(|name| named_bucket(origin, name)) {
        Some(Some(Bucket::OfTemplate(_) | Bucket::Named(_) | Bucket::Unnamed)) => Truth::True,
        Some(None) => is_custom(),
        Some(Some(Bucket::None)) | None => origin.fails("the origin is no S3 bucket"),
    }
});

/// The origin is no S3 bucket.
pub(super) const IS_NOT_S3: Check = not(&IS_S3, "the origin is an S3 bucket");

/// The bucket that a domain name belongs to.
#[derive(Debug)]
pub(super) enum Bucket<'a> {
    /// One of the template.
    OfTemplate(&'a Resource),
    /// One by this name.
    Named(String),
    /// One by a name that is not known.
    Unnamed,
    /// The name is not that of a bucket's REST endpoint.
    None,
}

/// The bucket that `domain` belongs to; `None` if that can't be known.
pub(super) fn named_bucket<'a>(subject: &Subject<'a>, domain: &Value) -> Option<Bucket<'a>> {
    match &domain.content {
        Content::Unknown(unknown) => resource_behind(subject, &unknown.reason),
        Content::Partial(parts) => {
            let Some(Part::Text(_)) = parts.last() else { return None };
            let known = parts.iter().map(|part| match part {
                Part::Text(text) => text,
                Part::Unknown(_) => UNKNOWN,
            });
            Some(match (by_name(&known.collect::<String>()), parts.first()) {
                (Bucket::Named(name), Some(Part::Unknown(unknown))) if name == UNKNOWN => {
                    resource_behind(subject, &unknown.reason).unwrap_or(Bucket::Unnamed)
                }
                (Bucket::Named(name), _) if name.contains(UNKNOWN) => Bucket::Unnamed,
                (other, _) => other,
            })
        }
        Content::Either(_) => None,
        _ => domain.as_text().map(|text| by_name(&text)),
    }
}

/// Stands for the parts of a name that are not known.
const UNKNOWN: &str = "?";

fn by_name(domain: &str) -> Bucket<'static> {
    match domain.split_once(".s3") {
        Some((name, rest)) if is_rest_endpoint(rest) => Bucket::Named(name.into()),
        _ => Bucket::None,
    }
}

fn resource_behind<'a>(subject: &Subject<'a>, reason: &Reason) -> Option<Bucket<'a>> {
    let (Reason::PhysicalId { logical_id } | Reason::Attribute { logical_id, .. }) = reason else {
        return None;
    };
    let resource = subject.neighbourhood.resource(logical_id)?;
    let is_website = matches!(reason, Reason::Attribute { attribute, .. } if &**attribute == "WebsiteURL");
    match &*resource.resource_type {
        "AWS::S3::Bucket" if !is_website => Some(Bucket::OfTemplate(resource)),
        // A nested stack may hand out anything.
        "AWS::CloudFormation::Stack" => None,
        _ => Some(Bucket::None),
    }
}

/// Whether what follows `.s3` in a domain name makes it the REST endpoint: `.amazonaws.com`,
/// `.eu-west-1.amazonaws.com`, `-eu-west-1.amazonaws.com`.
fn is_rest_endpoint(rest: &str) -> bool {
    let is_amazon = rest.ends_with(".amazonaws.com") || rest.ends_with(".amazonaws.com.cn");
    is_amazon && rest.starts_with(['.', '-']) && !rest.starts_with("-website")
}

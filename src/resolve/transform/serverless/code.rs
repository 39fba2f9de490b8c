//! Where code lies: a place on S3, or a local path that `sam package` uploads later.

use super::Failure;
use super::tree::{map, text};
use crate::template::{Content, Node, Span};

/// A place on S3.
struct Place {
    bucket: Node,
    key: Node,
    version: Option<Node>,
    storage_mode: Option<Node>,
}

/// Names of the parts of a place on S3 in CloudFormation: bucket, key, version, and storage mode where there is one.
pub(super) type Names = (&'static str, &'static str, &'static str, Option<&'static str>);

/// As Lambda names them.
pub(super) const LAMBDA: Names = ("S3Bucket", "S3Key", "S3ObjectVersion", Some("S3ObjectStorageMode"));

/// As Step Functions and API Gateway name them.
pub(super) const DEFINITION: Names = ("Bucket", "Key", "Version", None);

/// The place that a property of `owner` names; a local path stays as it is until it is packaged.
pub(super) fn location(owner: &str, property: &str, node: &Node, names: Names) -> Result<Node, Failure> {
    let span = node.span;
    let place = match &node.content {
        Content::Map(place) => {
            let part = |name| place.get(name).filter(|part| super::tree::is_given(part)).cloned();
            match (part("Bucket"), part("Key")) {
                (Some(bucket), Some(key)) => Place {
                    bucket,
                    key,
                    version: place.get("Version").cloned(),
                    storage_mode: place.get("StorageMode").cloned(),
                },
                _ => {
                    let message = format!("`{property}` of {owner} needs `Bucket` and `Key`");
                    return Err(Failure::new(span, message));
                }
            }
        }
        Content::Text(uri) if is_secret(uri) => {
            let message = format!(
                "`{property}` of {owner} can't be a dynamic reference with a path: give `Bucket` and `Key` instead"
            );
            return Err(Failure::new(span, message));
        }
        Content::Text(uri) => match parse(span, uri) {
            Some(place) => place,
            None if is_local(uri) => return Ok(node.clone()),
            None => {
                let message = format!(
                    "`{property}` of {owner} has to be a local path or `s3://bucket/key`, found `{}`",
                    crate::resolve::constraints::shorten(uri)
                );
                return Err(Failure::new(span, message));
            }
        },
        _ => {
            let message = format!("`{property}` of {owner} has to be text or a map, found {}", node.kind());
            return Err(Failure::new(span, message));
        }
    };
    let (bucket, key, version, storage_mode) = names;
    let mut entries = vec![(bucket, place.bucket), (key, place.key)];
    entries.extend(place.version.map(|found| (version, found)));
    entries.extend(storage_mode.zip(place.storage_mode));
    Ok(map(span, entries))
}

/// Whether this is a path in the repository, which SAM's tools upload before CloudFormation sees it. A colon, but for
/// that of a drive, makes it the attempt at something else.
pub(super) fn is_local(uri: &str) -> bool {
    let is_drive = matches!(uri.as_bytes(), [b'A'..=b'Z' | b'a'..=b'z', b':', b'/' | b'\\', ..]);
    let path = if is_drive { uri.get(2..).unwrap_or_default() } else { uri };
    !uri.is_empty() && !path.contains(':')
}

fn is_secret(uri: &str) -> bool {
    uri.split_once("{{resolve:").and_then(|(_, rest)| rest.split_once("}}")).is_some_and(|(reference, _)| {
        let service = ["ssm:", "ssm-secure:", "secretsmanager:"];
        service.iter().any(|service| reference.starts_with(service)) && reference.contains('/')
    })
}

/// Reads `s3://bucket/key?versionId=version`.
fn parse(span: Span, uri: &str) -> Option<Place> {
    let (scheme, rest) = uri.split_once("://")?;
    if !scheme.eq_ignore_ascii_case("s3") {
        return None;
    }
    let rest = rest.split_once('#').map_or(rest, |(rest, _)| rest);
    let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (bucket, key) = rest.split_once('/')?;
    if bucket.is_empty() {
        return None;
    }
    let mut versions = query.split('&').filter_map(|pair| pair.strip_prefix("versionId="));
    let version = versions.next().filter(|version| !version.is_empty() && versions.next().is_none());
    Some(Place {
        bucket: text(span, bucket),
        key: text(span, key.trim_start_matches('/')),
        version: version.map(|version| text(span, version)),
        storage_mode: None,
    })
}

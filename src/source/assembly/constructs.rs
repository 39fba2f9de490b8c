//! Which construct made a resource: from the template's own metadata and the assembly's.

use super::code_lines::Files;
use super::metadata::{Line, Metadata, around};
use crate::source::{Acknowledged, Construct};
use crate::template::Template;
use std::collections::HashMap;
use std::sync::Arc;

/// What aws-cdk-lib adds to stacks so that its own features work, for which older versions leave no mark in the metadata: the
/// beginnings of the constructs' IDs, named after a purpose or a UUID of the library's.
const LIBRARY_CONSTRUCTS: &[&str] = &[
    "Custom::",
    "@aws-cdk--",
    "AWSCDK",
    "framework-onEvent",
    "framework-isComplete",
    "framework-onTimeout",
    "waiter-state-machine",
    // AwsCustomResource
    "AWS679f53fac002430cb0da5b7982bd2287",
    // LogRetention
    "LogRetentionaae0aa3c5b4d4f87b02d85b201efdd8a",
    // Bucket notifications
    "BucketNotificationsHandler050a0587b7544547bf325f094a3db834",
];

/// The constructs of the template's resources, by logical ID. `nested_in` is the path of the `NestedStack` construct, if
/// the template is a nested stack's.
pub(super) fn of(
    template: &Template,
    metadata: &Metadata,
    files: &Files,
    nested_in: Option<&str>,
) -> HashMap<Arc<str>, Construct> {
    let mut constructs = HashMap::with_capacity(template.resources.len());
    for resource in &template.resources {
        let written =
            resource.metadata.as_ref().and_then(|node| node.as_map()?.get("aws:cdk:path")?.as_text());
        let path = match written {
            Some(path) => Some(&**path),
            None => metadata.path(&resource.logical_id, nested_in),
        };
        if let Some(path) = path {
            constructs.insert(resource.logical_id.clone(), construct(path, metadata, files));
        }
    }
    constructs
}

fn construct(path: &str, metadata: &Metadata, files: &Files) -> Construct {
    let own = metadata.constructs.get(path);
    let mut is_library_code = false;
    let mut source = own.and_then(|entry| entry.source.as_ref());
    let mut acknowledged = Vec::new();
    for outer in around(path) {
        let id = outer.rsplit('/').next().unwrap_or(outer);
        is_library_code |= LIBRARY_CONSTRUCTS.iter().any(|known| id.starts_with(known))
            || metadata.constructs.get(outer).is_some_and(|entry| entry.is_handler);
        // What a library made alone belongs to the nearest construct that the user made, below the stack.
        acknowledged.extend(acknowledged_for(outer, metadata, files));
        if source.is_none() && outer.contains('/') && !is_library_code {
            source = nearby(outer, metadata);
        }
    }
    Construct {
        path: Arc::from(path),
        source: source.map(|line| files.line(line)),
        properties: own
            .map_or(&[][..], |entry| &entry.properties)
            .iter()
            .map(|(name, line)| (name.clone(), files.line(line)))
            .collect(),
        is_library_code,
        acknowledged,
    }
}

/// What the program acknowledges for the construct `path` itself.
fn acknowledged_for(path: &str, metadata: &Metadata, files: &Files) -> Vec<Acknowledged> {
    let Some(entry) = metadata.constructs.get(path) else { return Vec::new() };
    let rules = entry.acknowledged.iter().map(|(rule, reason, line)| Acknowledged {
        construct: Arc::from(path),
        rule: rule.clone(),
        reason: reason.clone(),
        line: line.as_ref().map(|line| files.line(line)),
    });
    rules.collect()
}

/// The line of a construct that is no resource itself: that of its main resource.
fn nearby<'m>(path: &str, metadata: &'m Metadata) -> Option<&'m Line> {
    let main = |id: &str| metadata.constructs.get(&format!("{path}/{id}"))?.source.as_ref();
    main("Resource").or_else(|| main("Default"))
}

//! The registry that Kafka's records have their schemas from: `SchemaRegistryConfig`.

use super::super::super::intrinsics;
use super::super::super::role;
use super::super::super::tree::{is_given, list, sub, text};
use super::{Scene, read_secret};
use crate::resolve::transform::serverless::Failure;
use crate::template::{Map, Node};

const NAME: &str = "SchemaRegistryConfig";

/// The statements that let the role read from the registry.
pub(super) fn statements(scene: &Scene) -> Result<Vec<Node>, Failure> {
    let Some(config) = scene.properties.given(NAME) else { return Ok(Vec::new()) };
    let Some(config) = config.as_map() else {
        return Err(scene.error(NAME, &format!("`{NAME}` has to be a map")));
    };
    let accesses = check(scene, config)?;
    let span = scene.event.span;
    let mut statements: Vec<Node> = accesses
        .iter()
        .filter_map(|access| access.as_map()?.get("URI").cloned())
        .map(|uri| read_secret(span, uri))
        .collect();
    if let Some(uri) = config.get("SchemaRegistryURI")
        && let Some(name) = name(scene, uri)
    {
        let schemas =
            format!("arn:${{AWS::Partition}}:glue:${{AWS::Region}}:${{AWS::AccountId}}:schema/{name}/*");
        statements.push(role::allow(span, list(span, [text(span, "glue:GetRegistry")]), uri.clone()));
        statements.push(role::allow(
            span,
            list(span, [text(span, "glue:GetSchemaVersion")]),
            list(span, [sub(span, schemas)]),
        ));
    }
    Ok(statements)
}

/// Checks the configuration; returns who may access the registry.
fn check<'c>(scene: &Scene, config: &'c Map<Node>) -> Result<&'c [Node], Failure> {
    let mut failure = Failure::default();
    for needed in ["SchemaRegistryURI", "EventRecordFormat", "SchemaValidationConfigs"] {
        if config.get(needed).is_none() {
            failure.append(scene.error(NAME, &format!("`{NAME}` needs `{needed}`")));
        }
    }
    failure.or(())?;
    let format = config.get("EventRecordFormat").and_then(Node::as_text);
    if !format.is_some_and(|format| matches!(&**format, "JSON" | "SOURCE")) {
        return Err(
            scene.error(NAME, &format!("`EventRecordFormat` in `{NAME}` has to be `JSON` or `SOURCE`"))
        );
    }
    if config.get("SchemaValidationConfigs").and_then(Node::as_list).is_none() {
        return Err(scene.error(NAME, &format!("`SchemaValidationConfigs` in `{NAME}` has to be a list")));
    }
    let Some(accesses) = config.get("AccessConfigs").filter(|accesses| is_given(accesses)) else {
        return Ok(&[]);
    };
    let is_access = |access: &Node| {
        access.as_map().is_some_and(|access| access.get("Type").is_some() && access.get("URI").is_some())
    };
    match accesses.as_list() {
        Some(accesses) if accesses.iter().all(is_access) => Ok(accesses),
        _ => {
            let message = format!("`AccessConfigs` in `{NAME}` has to list maps with `Type` and `URI`");
            Err(scene.error(NAME, &message))
        }
    }
}

/// The name of the registry in Glue, if it is one there.
fn name(scene: &Scene, uri: &Node) -> Option<String> {
    let arn = match uri.as_text() {
        Some(arn) => arn.clone(),
        None => {
            intrinsics::argument(&scene.expansion.parameters.resolved(uri), "Fn::Sub")?.as_text()?.clone()
        }
    };
    // `${AWS::Region}` holds colons too: SAM counts them.
    let registry = arn.strip_prefix("arn").and_then(|_| arn.split(':').nth(5))?;
    registry.strip_prefix("registry/").map(str::to_owned)
}

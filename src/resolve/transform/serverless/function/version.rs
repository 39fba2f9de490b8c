//! The version that is published whenever the code changes, and the alias that points to it.

use super::super::intrinsics::{self, is_call};
use super::super::tree::{attribute, is_given, join, map, reference, text};
use super::super::{Expansion, Failure, logical_id};
use super::{Scene, package};
use crate::template::{Content, Map, Node, Resource, Text};

/// What is published.
pub(super) struct Published {
    pub version: Resource,
    pub alias: Resource,
    /// The alias's name.
    pub name: Text,
}

/// Makes version and alias. Notes the hash of the code in the function's description, if there is one: else
/// CloudFormation sees no change.
pub(super) fn publish(
    scene: &Scene,
    expansion: &Expansion,
    name: &Node,
    function: &mut Resource,
) -> Result<Published, Failure> {
    let name = expansion.parameters.resolved(name);
    let Some(name_text) = name.as_text().cloned() else {
        return Err(scene.error(
            "AutoPublishAlias",
            "`AutoPublishAlias` has to be text, or a `Ref` to a parameter that has a default or is given a value",
        ));
    };
    let sha = sha256(scene, expansion)?;
    if let Some(sha) = &sha {
        let description = scene.properties.get("Description");
        function.set("Description", described(expansion, description, sha));
    }
    let version = version(scene, expansion, function, sha.as_ref());
    check_name(scene, &name_text)?;
    let suffix = name_text.replace('-', "D").replace('_', "U");
    let span = scene.properties.span_of("AutoPublishAlias");
    let alias =
        Resource::make("AWS::Lambda::Alias", format!("{}Alias{suffix}", scene.resource.logical_id), span)
            .under(scene.resource)
            .with("Name", name)
            .with("FunctionName", reference(span, scene.resource.logical_id.clone()))
            .with("FunctionVersion", attribute(span, version.logical_id.clone(), "Version"))
            .with_some(
                "ProvisionedConcurrencyConfig",
                scene.properties.given("ProvisionedConcurrencyConfig"),
            );
    Ok(Published { version, alias, name: name_text })
}

fn sha256(scene: &Scene, expansion: &Expansion) -> Result<Option<Text>, Failure> {
    let Some(sha) = scene.properties.given("AutoPublishCodeSha256") else { return Ok(None) };
    match expansion.parameters.resolved(sha).as_text() {
        Some(sha) => Ok(Some(sha.clone())),
        None => Err(scene.error("AutoPublishCodeSha256", "`AutoPublishCodeSha256` has to be text")),
    }
}

/// The description with the hash at its end.
fn described(expansion: &Expansion, description: Option<&Node>, sha: &Text) -> Node {
    let description = description.map(|description| expansion.parameters.resolved(description));
    match description {
        Some(Node { content: Content::Text(before), span }) if !before.is_empty() => {
            text(span, format!("{before} {sha}"))
        }
        Some(before) if is_given(&before) => {
            let span = before.span;
            join(span, " ", [before, text(span, sha.clone())])
        }
        Some(before) => text(before.span, sha.clone()),
        None => text(crate::template::Span::default(), sha.clone()),
    }
}

fn check_name(scene: &Scene, name: &str) -> Result<(), Failure> {
    let is_plain = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    let is_number = name.bytes().all(|byte| byte.is_ascii_digit());
    if name.is_empty() || !is_plain || is_number {
        let message = "`AutoPublishAlias` has to be of letters, digits, `-` and `_`, and not a number";
        return Err(scene.error("AutoPublishAlias", message));
    }
    Ok(())
}

fn version(scene: &Scene, expansion: &Expansion, function: &mut Resource, sha: Option<&Text>) -> Resource {
    let properties = &scene.properties;
    let span = properties.span_of("AutoPublishAlias");
    // SAM works out the parameters in the code for the hash, and leaves the function with the values.
    if let Some(code) =
        function.properties.as_mut().and_then(Node::as_map_mut).and_then(|map| map.get_mut("Code"))
    {
        expansion.parameters.resolve(code);
    }
    let hash = match sha.filter(|sha| !sha.is_empty()) {
        Some(sha) => sha.chars().take(10).collect(),
        None => logical_id::hash_of(&hashed(scene, expansion, function)),
    };
    let mut version =
        Resource::make("AWS::Lambda::Version", format!("{}Version{hash}", scene.resource.logical_id), span)
            .under(scene.resource)
            .with("FunctionName", reference(span, scene.resource.logical_id.clone()))
            .with_some("Description", properties.get("VersionDescription"));
    if version.deletion_policy.is_none() {
        let has_capacity = properties.get("CapacityProviderConfig").is_some();
        let default = || text(span, if has_capacity { "Delete" } else { "Retain" });
        version.deletion_policy =
            Some(properties.get("VersionDeletionPolicy").cloned().unwrap_or_else(default));
    }
    if properties.get("CapacityProviderConfig").is_some() {
        version = version.with_some("FunctionScalingConfig", properties.get("FunctionScalingConfig"));
    }
    version
}

/// What a new version is published for: the code, and what of the configuration SAM counts.
fn hashed(scene: &Scene, expansion: &Expansion, function: &Resource) -> Node {
    let properties = &scene.properties;
    if properties.given("AutoPublishAliasAllProperties").is_some() {
        return all_properties(expansion, function);
    }
    let code = function.property("Code");
    let mut hashed = code.map_or_else(|| map(function.span, []), package::fields);
    let Some(fields) = hashed.as_map_mut() else { return hashed };
    let function = |name: &str| function.property(name).filter(|value| is_given(value));
    for entry in function("Environment").and_then(Node::as_map).into_iter().flatten() {
        fields.set(entry.key.clone(), entry.key_span, entry.value.clone());
    }
    if let Some(size) = function("MemorySize") {
        fields.set("MemorySize", size.span, size.clone());
    }
    if let Some(snap_start) = function("SnapStart") {
        let apply = snap_start.as_map().and_then(|config| config.get("ApplyOn"));
        if apply.is_some_and(|apply| apply.as_text().is_none_or(|apply| &**apply != "None")) {
            fields.set("SnapStart", snap_start.span, snap_start.clone());
        }
    }
    hashed
}

/// All properties, and those of layers that ask for it.
fn all_properties(expansion: &Expansion, function: &Resource) -> Node {
    let mut all = function.properties.clone().unwrap_or_else(|| map(function.span, []));
    // SAM sets role, concurrency and policies afterwards: what isn't given is not in the hash.
    let layers: Vec<(Text, Map<Node>)> = function
        .property("Layers")
        .and_then(Node::as_list)
        .into_iter()
        .flatten()
        .filter(|layer| is_call(layer))
        .filter_map(intrinsics::logical_id)
        .filter_map(|logical_id| {
            let layer = expansion.output.get(logical_id)?;
            let properties = layer.properties.as_ref()?.as_map()?;
            let publishes = properties.get("PublishLambdaVersion").is_some_and(is_given);
            publishes.then(|| (Text::from(logical_id), properties.clone()))
        })
        .collect();
    if let Some(fields) = all.as_map_mut() {
        for (logical_id, properties) in layers {
            let value = Node { span: function.span, content: Content::Map(properties) };
            fields.set(logical_id, function.span, value);
        }
    }
    all
}

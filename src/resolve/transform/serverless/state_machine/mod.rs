//! `AWS::Serverless::StateMachine`: the state machine with its role, and what starts it.
//!
//! Facts: the AWS SAM Developer Guide, "AWS::Serverless::StateMachine".

mod definition;
mod events;

use super::event::Event;
use super::properties::{Properties, Property, kind, optional};
use super::tree::{attribute, map, reference, text};
use super::{Expanded, Expansion, Failure, code, role, tags};
use crate::template::{Content, Map, Node, Resource, Text};

const PROPERTIES: &[Property] = &[
    optional("AutoPublishAlias", kind::ANY),
    optional("Definition", kind::MAP),
    optional("DefinitionSubstitutions", kind::MAP),
    optional("DefinitionUri", kind::TEXT | kind::MAP),
    optional("DeploymentPreference", kind::ANY),
    optional("Events", kind::MAP).of(kind::MAP),
    optional("Logging", kind::MAP),
    optional("Name", kind::TEXT),
    optional("PermissionsBoundary", kind::TEXT),
    optional("Policies", kind::TEXT | kind::MAP | kind::LIST).of(kind::TEXT | kind::MAP),
    optional("PropagateTags", kind::BOOLEAN),
    optional("Role", kind::TEXT),
    optional("RolePath", kind::ANY),
    optional("Tags", kind::MAP),
    optional("Tracing", kind::MAP),
    optional("Type", kind::TEXT),
    optional("UseAliasAsEventTarget", kind::BOOLEAN).literal(),
];

/// Makes the state machine and what belongs to it.
pub(super) fn expand(expansion: &mut Expansion, resource: &Resource) -> Expanded {
    let owner = resource.called();
    let properties = Properties::read(&owner, resource.span, resource.properties.as_ref(), PROPERTIES)?;
    let span = resource.span;
    let error = |property: &str, message: &str| {
        Failure::new(properties.span_of(property), format!("{owner}: {message}"))
    };
    let mut machine = Resource::make("AWS::StepFunctions::StateMachine", resource.logical_id.clone(), span)
        .in_place_of(resource);
    machine.depends_on.clone_from(&resource.depends_on);

    let mut substitutions = properties.given("DefinitionSubstitutions").cloned();
    match (properties.given("Definition"), properties.given("DefinitionUri")) {
        (Some(_), Some(_)) => {
            return Err(error("DefinitionUri", "`Definition` and `DefinitionUri` exclude each other"));
        }
        (None, None) => return Err(error("Definition", "`Definition` or `DefinitionUri` is needed")),
        (Some(definition), None) => {
            let (lines, more) = definition::write(definition);
            machine.set("DefinitionString", lines);
            if !more.is_empty() {
                let all = substitutions.get_or_insert_with(|| map(definition.span, []));
                for entry in more.entries {
                    if let Some(all) = all.as_map_mut() {
                        all.set(entry.key, entry.key_span, entry.value);
                    }
                }
            }
        }
        (None, Some(uri)) => {
            let location = code::location(&owner, "DefinitionUri", uri, code::DEFINITION)?;
            machine.set("DefinitionS3Location", location);
        }
    }
    machine = machine.with_some("DefinitionSubstitutions", substitutions.as_ref());
    for (from, to) in [
        ("Name", "StateMachineName"),
        ("Type", "StateMachineType"),
        ("Logging", "LoggingConfiguration"),
        ("Tracing", "TracingConfiguration"),
    ] {
        machine = machine.with_some(to, properties.get(from));
    }
    machine.set("Tags", own_tags(&properties));

    let mut made = Vec::new();
    match (properties.given("Role"), properties.given("Policies")) {
        (Some(_), Some(_)) => return Err(error("Policies", "`Role` and `Policies` exclude each other")),
        (Some(role), None) => machine.set("RoleArn", role.clone()),
        (None, policies) => {
            let role = role(expansion, resource, &properties, policies)?;
            machine.set("RoleArn", attribute(span, role.logical_id.clone(), "Arn"));
            made.push(role);
        }
    }
    made.insert(0, machine);
    let alias = publish(resource, &properties, &owner, &mut made)?;
    let target = match properties.given("UseAliasAsEventTarget") {
        Some(_) => alias.unwrap_or_else(|| resource.logical_id.clone()),
        None => resource.logical_id.clone(),
    };
    let scene = events::Scene {
        owner: resource,
        target: &target,
        permissions_boundary: properties.given("PermissionsBoundary"),
    };
    let mut failure = Failure::default();
    let mut entries: Vec<_> = properties.get("Events").and_then(Node::as_map).into_iter().flatten().collect();
    if expansion.apis.is_ordered() {
        super::api::sort_as_keys(&mut entries, |entry| &entry.key);
    }
    for entry in entries {
        let event = Event::read(resource, entry);
        match event.and_then(|event| scene.expand(expansion, &event)) {
            Ok(more) => made.extend(more),
            Err(more) => failure.append(more),
        }
    }
    tags::propagate(&properties, &mut made);
    failure.or(made)
}

/// SAM's own tag, then those of the resource.
fn own_tags(properties: &Properties) -> Node {
    let span = properties.span;
    let mut all = Map::default();
    all.set("stateMachine:createdBy", span, text(span, "SAM"));
    let given = properties.get("Tags").and_then(Node::as_map);
    let mut tags = tags::as_list(span, &all);
    if let (Some(given), Some(items)) = (given, tags.as_list_mut())
        && let Content::List(more) = tags::as_list(span, given).content
    {
        items.extend(more);
    }
    tags
}

fn role(
    expansion: &Expansion,
    resource: &Resource,
    properties: &Properties,
    policies: Option<&Node>,
) -> Result<Resource, Failure> {
    let span = resource.span;
    let is_traced = properties.given("Tracing").and_then(Node::as_map).is_some_and(|tracing| {
        matches!(tracing.get("Enabled"), Some(Node { content: Content::Boolean(true), .. }))
    });
    let mut all = match policies {
        None => Vec::new(),
        Some(Node { content: Content::List(policies), .. }) => policies.clone(),
        Some(policy) => vec![policy.clone()],
    };
    if is_traced {
        all.push(text(properties.span_of("Tracing"), expansion.tracing_policy()));
    }
    let all = super::tree::list(properties.span_of("Policies"), all);
    let trust = role::trust(span, "states.amazonaws.com");
    let role = role::make(expansion, resource, trust, Vec::new(), Vec::new(), Some(&all))?
        .with_some("Path", properties.get("RolePath"))
        .with_some("PermissionsBoundary", properties.get("PermissionsBoundary"))
        .with("Tags", own_tags(properties));
    Ok(role)
}

/// Makes a version and the alias that points to it. Returns the alias's logical ID.
fn publish(
    resource: &Resource,
    properties: &Properties,
    owner: &str,
    made: &mut Vec<Resource>,
) -> Result<Option<Text>, Failure> {
    let Some(name) = properties.given("AutoPublishAlias") else {
        for other in ["UseAliasAsEventTarget", "DeploymentPreference"] {
            if properties.given(other).is_some() {
                let message = format!("{owner}: `{other}` needs `AutoPublishAlias`");
                return Err(Failure::new(properties.span_of(other), message));
            }
        }
        return Ok(None);
    };
    let span = properties.span_of("AutoPublishAlias");
    let Some(suffix) = name.as_text() else {
        let message = format!("`AutoPublishAlias` of {owner} has to be text, found {}", name.kind());
        return Err(Failure::new(name.span, message));
    };
    let version_id = Text::from(format!("{}Version", resource.logical_id));
    let mut version = Resource::make("AWS::StepFunctions::StateMachineVersion", version_id.clone(), span)
        .under(resource)
        .with("StateMachineArn", reference(span, resource.logical_id.clone()))
        .with(
            "StateMachineRevisionId",
            attribute(span, resource.logical_id.clone(), "StateMachineRevisionId"),
        );
    version.deletion_policy.get_or_insert_with(|| text(span, "Retain"));
    version.update_replace_policy.get_or_insert_with(|| text(span, "Retain"));
    let mut preference = match properties.given("DeploymentPreference") {
        Some(preference) => preference.clone(),
        None => map(span, [("Type", text(span, "ALL_AT_ONCE"))]),
    };
    if let Some(fields) = preference.as_map_mut() {
        fields.set("StateMachineVersionArn", span, reference(span, version_id));
    }
    let alias_id = Text::from(format!("{}Alias{suffix}", resource.logical_id));
    let alias = Resource::make("AWS::StepFunctions::StateMachineAlias", alias_id.clone(), span)
        .under(resource)
        .with("Name", name.clone())
        .with("DeploymentPreference", preference);
    made.push(version);
    made.push(alias);
    Ok(Some(alias_id))
}

//! `AWS::Serverless::LayerVersion`: a layer under a new logical ID whenever something in it changes, so that the old
//! version can stay.
//!
//! Facts: the AWS SAM Developer Guide, "AWS::Serverless::LayerVersion".

use super::intrinsics::is_call;
use super::properties::{Properties, Property, kind, optional, required};
use super::tree::{entry, map, text};
use super::{Expanded, Expansion, Failure, code, logical_id};
use crate::template::{Content, Map, Node, Resource, Text};

const PROPERTIES: &[Property] = &[
    optional("CompatibleArchitectures", kind::LIST).of(kind::TEXT | kind::MAP),
    optional("CompatibleRuntimes", kind::LIST).of(kind::TEXT | kind::MAP),
    required("ContentUri", kind::TEXT | kind::MAP),
    optional("Description", kind::TEXT),
    optional("LayerName", kind::TEXT | kind::MAP),
    optional("LicenseInfo", kind::TEXT),
    optional("PublishLambdaVersion", kind::BOOLEAN),
    optional("RetentionPolicy", kind::TEXT),
];

/// Makes the layer version.
pub(super) fn expand(expansion: &mut Expansion, resource: &Resource) -> Expanded {
    let owner = resource.called();
    let properties = Properties::read(&owner, resource.span, resource.properties.as_ref(), PROPERTIES)?;
    let mut resolved = properties.map.clone();
    resolved.entries.retain(|entry| entry.value.content != Content::Null);
    for name in ["LayerName", "LicenseInfo", "Description", "RetentionPolicy"] {
        if let Some(value) = resolved.get_mut(name).filter(|value| is_call(value)) {
            expansion.parameters.resolve(value);
            if !is_call(value) && value.as_text().is_none() {
                let message = format!("`{name}` of {owner} has to be text, found {}", value.kind());
                return Err(Failure::new(value.span, message));
            }
        }
    }
    let retention = retention(&owner, resolved.get("RetentionPolicy"))?;
    check_architectures(&owner, resolved.get("CompatibleArchitectures"))?;

    let hash = logical_id::hash_of(&fingerprint(resource, &resolved));
    let new = Text::from(format!("{}{hash}", resource.logical_id));
    let content = match resolved.get("ContentUri") {
        Some(uri) => code::location(&owner, "ContentUri", uri, code::LAMBDA)?,
        None => return Err(Failure::new(resource.span, format!("{owner} needs `ContentUri`"))),
    };
    let name = text(resource.span, resource.logical_id.clone());
    let name = resolved.get("LayerName").filter(|name| super::tree::is_given(name)).unwrap_or(&name);
    let mut layer = Resource::make("AWS::Lambda::LayerVersion", new.clone(), resource.span)
        .under(resource)
        .with("LayerName", name.clone())
        .with_some("Description", resolved.get("Description"))
        .with("Content", content)
        .with_some("CompatibleArchitectures", resolved.get("CompatibleArchitectures"))
        .with_some("CompatibleRuntimes", resolved.get("CompatibleRuntimes"))
        .with_some("LicenseInfo", resolved.get("LicenseInfo"));
    layer.depends_on.clone_from(&resource.depends_on);
    if let Some(policy) = retention {
        layer.deletion_policy = Some(text(properties.span_of("RetentionPolicy"), policy));
    }
    layer.deletion_policy.get_or_insert_with(|| text(resource.span, "Retain"));
    expansion.references.renamed.insert(resource.logical_id.clone(), new);
    Ok(vec![layer])
}

/// What the logical ID changes with: the resource as it is written, without what says how long it stays.
fn fingerprint(resource: &Resource, properties: &Map<Node>) -> Node {
    let span = resource.span;
    let mut attributes = vec![
        ("Type", text(span, resource.resource_type.clone())),
        ("Properties", Node { span, content: Content::Map(properties.clone()) }),
    ];
    match resource.depends_on.as_slice() {
        [] => {}
        // One name and a list of one name are not told apart: a name alone is the common way to write it.
        [(name, _)] => attributes.push(("DependsOn", text(span, name.clone()))),
        names => {
            let names = names.iter().map(|(name, _)| text(span, name.clone())).collect();
            attributes.push(("DependsOn", Node { span, content: Content::List(names) }));
        }
    }
    if let Some((name, _)) = &resource.condition {
        attributes.push(("Condition", text(span, name.clone())));
    }
    if let Some(policy) = &resource.update_policy {
        attributes.push(("UpdatePolicy", policy.clone()));
    }
    let fields = map(span, attributes);
    Node {
        span,
        content: Content::Map(Map { entries: vec![entry(span, resource.logical_id.clone(), fields)] }),
    }
}

fn retention(owner: &str, policy: Option<&Node>) -> Result<Option<&'static str>, Failure> {
    let Some(policy) = policy else { return Ok(None) };
    match policy.as_text() {
        Some(text) if text.eq_ignore_ascii_case("Retain") => Ok(Some("Retain")),
        Some(text) if text.eq_ignore_ascii_case("Delete") => Ok(Some("Delete")),
        _ => {
            let found = match policy.as_text() {
                Some(text) => format!("`{}`", crate::resolve::constraints::shorten(text)),
                None if is_call(policy) => "a function".to_owned(),
                None => policy.kind().to_owned(),
            };
            let message =
                format!("`RetentionPolicy` of {owner} has to be `Retain` or `Delete`, found {found}");
            Err(Failure::new(policy.span, message))
        }
    }
}

fn check_architectures(owner: &str, architectures: Option<&Node>) -> Result<(), Failure> {
    for architecture in architectures.and_then(Node::as_list).into_iter().flatten() {
        let is_known = architecture.as_text().is_some_and(|text| matches!(&**text, "arm64" | "x86_64"));
        if !is_known && !is_call(architecture) {
            let message =
                format!("`CompatibleArchitectures` of {owner} has to list `arm64` or `x86_64` only");
            return Err(Failure::new(architecture.span, message));
        }
    }
    Ok(())
}

//! `AWS::Serverless::CapacityProvider`: instances that functions run on, with a role to start them.
//!
//! Facts: the AWS SAM Developer Guide, "AWS::Serverless::CapacityProvider".

use super::intrinsics::is_call;
use super::properties::{Properties, Property, kind, optional, present, required};
use super::tree::{attribute, is_given, list, map, text};
use super::{Expanded, Expansion, Failure, role, tags};
use crate::template::{Map, Node, Resource, Span};

const PROPERTIES: &[Property] = &[
    optional("CapacityProviderName", kind::TEXT | kind::MAP).literal(),
    optional("InstanceRequirements", kind::MAP).literal(),
    optional("KmsKeyArn", kind::TEXT | kind::MAP).literal(),
    optional("LoggingConfig", kind::MAP).literal(),
    optional("ManagedResourceTags", kind::MAP).literal(),
    optional("OperatorRole", kind::TEXT | kind::MAP).literal(),
    optional("PropagateTags", kind::BOOLEAN).literal(),
    optional("ScalingConfig", kind::MAP).literal(),
    optional("Tags", kind::MAP).literal(),
    required("VpcConfig", kind::MAP).literal(),
];

const VPC: &[Property] =
    &[optional("SecurityGroupIds", kind::LIST | kind::MAP), required("SubnetIds", kind::LIST | kind::MAP)];

const INSTANCES: &[Property] = &[
    optional("AllowedTypes", kind::LIST | kind::MAP),
    optional("Architectures", kind::LIST | kind::MAP),
    optional("ExcludedTypes", kind::LIST | kind::MAP),
];

const SCALING: &[Property] =
    &[optional("AverageCPUUtilization", kind::ANY), optional("MaxVCpuCount", kind::ANY)];

const MANAGED_TAGS: &[Property] = &[optional("Tags", kind::MAP).literal()];

/// Makes the capacity provider and its role.
pub(super) fn expand(expansion: &mut Expansion, resource: &Resource) -> Expanded {
    let owner = resource.called();
    let properties = Properties::read(&owner, resource.span, resource.properties.as_ref(), PROPERTIES)?;
    let span = resource.span;
    let part = |name: &str, known: &[Property]| -> Result<Option<Properties>, Failure> {
        let called = format!("`{name}` of {owner}");
        let given = properties.given(name);
        given.map(|given| Properties::read(&called, given.span, Some(given), known)).transpose()
    };
    let vpc = part("VpcConfig", VPC)?;
    let instances = part("InstanceRequirements", INSTANCES)?;
    let scaling = part("ScalingConfig", SCALING)?;

    let mut provider = Resource::make("AWS::Lambda::CapacityProvider", resource.logical_id.clone(), span)
        .in_place_of(resource)
        .with_some("CapacityProviderName", properties.given("CapacityProviderName"))
        .with_some("KmsKeyArn", properties.given("KmsKeyArn"));
    provider.depends_on.clone_from(&resource.depends_on);
    if let Some(vpc) = vpc {
        provider.set(
            "VpcConfig",
            renamed(&vpc, &[("SubnetIds", "SubnetIds"), ("SecurityGroupIds", "SecurityGroupIds")]),
        );
    }
    if let Some(instances) = instances {
        let excludes = instances.get("AllowedTypes").and(instances.get("ExcludedTypes"));
        if let Some(excluded) = excludes {
            let message = format!("{owner}: `AllowedTypes` and `ExcludedTypes` exclude each other");
            return Err(Failure::new(excluded.span, message));
        }
        let names = [
            ("Architectures", "Architectures"),
            ("AllowedTypes", "AllowedInstanceTypes"),
            ("ExcludedTypes", "ExcludedInstanceTypes"),
        ];
        provider.set("InstanceRequirements", renamed(&instances, &names));
    }
    if let Some(scaling) = scaling {
        provider.set("CapacityProviderScalingConfig", scaling_config(&owner, &scaling)?);
    }
    if let Some(logging) = properties.given("LoggingConfig") {
        provider.set("TelemetryConfig", map(logging.span, [("LoggingConfig", logging.clone())]));
    }
    if let Some(managed) = part("ManagedResourceTags", MANAGED_TAGS)?
        && let Some(tags) = managed.get("Tags").and_then(Node::as_map)
    {
        let tags = tags::as_list(managed.span, tags);
        let explicit = map(managed.span, [("Mode", text(managed.span, "Explicit")), ("ExplicitTags", tags)]);
        provider.set("PropagateTags", explicit);
    }
    let tags = properties.given("Tags").and_then(Node::as_map);
    provider.set("Tags", with_own(span, tags));
    let mut made = Vec::new();
    let operator = match properties.given("OperatorRole") {
        Some(role) => role.clone(),
        None => {
            let role = operator_role(expansion, resource, "AWSLambdaManagedEC2ResourceOperator")?;
            let arn = attribute(span, role.logical_id.clone(), "Arn");
            made.push(role);
            arn
        }
    };
    provider.set("PermissionsConfig", map(span, [("CapacityProviderOperatorRoleArn", operator)]));
    made.insert(0, provider);
    if let Some(tags) = tags::propagated(&properties) {
        for resource in &mut made {
            combine(resource, tags);
        }
    }
    Ok(made)
}

/// The role by which Lambda acts for the resource.
pub(super) fn operator_role(
    expansion: &Expansion,
    resource: &Resource,
    policy: &str,
) -> Result<Resource, Failure> {
    let span = resource.span;
    let policy = expansion.managed_policy(span, policy);
    let trust = role::trust(span, "lambda.amazonaws.com");
    let role = role::make(expansion, resource, trust, vec![policy], Vec::new(), None)?;
    let logical_id = format!("{}OperatorRole", resource.logical_id).into();
    Ok(Resource { logical_id, ..role }.with("Tags", with_own(span, None)))
}

/// Properties under other names.
fn renamed(properties: &Properties, names: &[(&str, &'static str)]) -> Node {
    let fields = names.iter().filter_map(|(from, to)| Some((*to, properties.get(from)?.clone())));
    map(properties.span, fields)
}

fn scaling_config(owner: &str, scaling: &Properties) -> Result<Node, Failure> {
    let span = scaling.span;
    for name in ["MaxVCpuCount", "AverageCPUUtilization"] {
        if let Some(value) = scaling.get(name)
            && !is_call(value)
            && !is_number(value)
        {
            let message = format!("`{name}` of {owner} has to be a number, found {}", value.kind());
            return Err(Failure::new(value.span, message));
        }
    }
    let mut fields = Vec::new();
    fields.extend(scaling.get("MaxVCpuCount").map(|count| ("MaxVCpuCount", count.clone())));
    match scaling.get("AverageCPUUtilization") {
        None => fields.push(("ScalingMode", text(span, "Auto"))),
        Some(target) => {
            fields.push(("ScalingMode", text(span, "Manual")));
            let metric = text(span, "LambdaCapacityProviderAverageCPUUtilization");
            let policy = map(span, [("PredefinedMetricType", metric), ("TargetValue", target.clone())]);
            fields.push(("ScalingPolicies", list(span, [policy])));
        }
    }
    Ok(map(span, fields))
}

fn is_number(node: &Node) -> bool {
    use crate::template::Content;
    match &node.content {
        Content::Integer(_) | Content::Float(_) | Content::Map(_) => true,
        Content::Text(text) => text.trim().parse::<f64>().is_ok(),
        _ => false,
    }
}

/// The tags of the resource, then SAM's own.
pub(super) fn with_own(span: Span, tags: Option<&Map<Node>>) -> Node {
    let mut all = tags.cloned().unwrap_or_default();
    all.set("lambda:createdBy", span, text(span, "SAM"));
    tags::as_list(span, &all)
}

/// Adds tags to those that a resource has; of two with the same key the added one stays.
pub(super) fn combine(resource: &mut Resource, tags: &Map<Node>) {
    let mut all = Map::default();
    for tag in resource.property("Tags").and_then(Node::as_list).into_iter().flatten() {
        let Some(fields) = tag.as_map() else { continue };
        if let (Some(key), Some(value)) =
            (present(fields, "Key").and_then(Node::as_text), fields.get("Value"))
        {
            all.set(key.clone(), tag.span, value.clone());
        }
    }
    for entry in tags.iter().filter(|entry| is_given(&entry.value)) {
        all.set(entry.key.clone(), entry.key_span, entry.value.clone());
    }
    resource.set("Tags", tags::as_list(resource.span, &all));
}

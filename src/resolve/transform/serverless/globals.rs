//! The section Globals: properties that all resources of a type have, unless they say otherwise.
//!
//! Facts: the AWS SAM Developer Guide, "Globals section of the AWS SAM template".

use super::intrinsics::is_call;
use super::resources::Resources;
use super::{Failure, PREFIX};
use crate::resolve::constraints::shorten;
use crate::template::{Content, Diagnostic, Entry, Map, Node, Resource, similar};

/// The types that may have globals, with the properties that may be global.
const SUPPORTED: &[(&str, &[&str])] = &[
    (
        "Api",
        &[
            "AccessLogSetting",
            "AlwaysDeploy",
            "Auth",
            "BinaryMediaTypes",
            "CacheClusterEnabled",
            "CacheClusterSize",
            "CanarySetting",
            "Cors",
            "DefinitionUri",
            "Domain",
            "EndpointAccessMode",
            "EndpointConfiguration",
            "GatewayResponses",
            "MergeDefinitions",
            "MethodSettings",
            "MinimumCompressionSize",
            "Name",
            "OpenApiVersion",
            "PropagateTags",
            "SecurityPolicy",
            "TracingEnabled",
            "Variables",
        ],
    ),
    (
        "CapacityProvider",
        &[
            "InstanceRequirements",
            "KmsKeyArn",
            "LoggingConfig",
            "ManagedResourceTags",
            "OperatorRole",
            "PropagateTags",
            "ScalingConfig",
            "Tags",
            "VpcConfig",
        ],
    ),
    (
        "Function",
        &[
            "Architectures",
            "AssumeRolePolicyDocument",
            "AutoPublishAlias",
            "AutoPublishAliasAllProperties",
            "CapacityProviderConfig",
            "CodeSigningConfigArn",
            "CodeUri",
            "DeadLetterQueue",
            "DeploymentPreference",
            "Description",
            "DurableConfig",
            "Environment",
            "EphemeralStorage",
            "EventInvokeConfig",
            "FileSystemConfigs",
            "FunctionScalingConfig",
            "FunctionUrlConfig",
            "Handler",
            "KmsKeyArn",
            "Layers",
            "LoggingConfig",
            "MemorySize",
            "PermissionsBoundary",
            "PropagateTags",
            "ProvisionedConcurrencyConfig",
            "PublishToLatestPublished",
            "RecursiveLoop",
            "ReservedConcurrentExecutions",
            "RolePath",
            "Runtime",
            "RuntimeManagementConfig",
            "SnapStart",
            "SourceKMSKeyArn",
            "Tags",
            "TenancyConfig",
            "Timeout",
            "Tracing",
            "VersionDeletionPolicy",
            "VpcConfig",
        ],
    ),
    (
        "HttpApi",
        &[
            "AccessLogSettings",
            "Auth",
            "CorsConfiguration",
            "DefaultRouteSettings",
            "Domain",
            "FailOnWarnings",
            "PropagateTags",
            "RouteSettings",
            "StageVariables",
            "Tags",
        ],
    ),
    ("LayerVersion", &["PublishLambdaVersion"]),
    (
        "MicrovmImage",
        &[
            "AdditionalOsCapabilities",
            "BaseImageArn",
            "BaseImageVersion",
            "BuildRoleArn",
            "CpuConfigurations",
            "EgressNetworkConnectors",
            "EnvironmentVariables",
            "Hooks",
            "Logging",
            "PropagateTags",
            "Resources",
            "Tags",
        ],
    ),
    ("NetworkConnector", &["OperatorRole", "PropagateTags", "Tags"]),
    ("SimpleTable", &["SSESpecification"]),
    ("StateMachine", &["PropagateTags"]),
    (
        "WebSocketApi",
        &[
            "AccessLogSettings",
            "ApiKeySelectionExpression",
            "DefaultRouteSettings",
            "DisableExecuteApiEndpoint",
            "DisableSchemaValidation",
            "Domain",
            "FailOnWarnings",
            "IpAddressType",
            "PropagateTags",
            "RouteSelectionExpression",
            "RouteSettings",
            "StageVariables",
            "Tags",
        ],
    ),
];

/// Merges the section Globals into the resources.
pub(super) fn merge(globals: Option<&Node>, resources: &mut Resources) -> Result<(), Failure> {
    let Some(globals) = globals else { return Ok(()) };
    let Content::Map(globals) = &globals.content else {
        let message = format!("Globals has to be a map, found {}", globals.kind());
        return Err(Failure::new(globals.span, message));
    };
    let mut failure = Failure::default();
    globals.iter().for_each(|section| failure.note(check(section)));
    if !failure.is_empty() {
        return Err(failure);
    }
    for resource in resources.iter_mut() {
        let section =
            resource.resource_type.strip_prefix(PREFIX).and_then(|resource_type| globals.get(resource_type));
        if let Some(section) = section.and_then(Node::as_map) {
            failure.note(merge_into(resource, section));
        }
    }
    failure.or(())
}

/// Checks that a section is one that SAM knows, and so are the properties in it.
fn check(section: &Entry<Node>) -> Result<(), Failure> {
    let Some((_, supported)) = SUPPORTED.iter().find(|(name, _)| *name == &*section.key) else {
        let message = format!("Globals can't hold `{}`", shorten(&section.key));
        let names = SUPPORTED.iter().map(|(name, _)| *name);
        let help = match similar(&section.key, names.clone()) {
            Some(name) => format!("did you mean `{name}`?"),
            None => format!("expected one of {}", names.collect::<Vec<_>>().join(", ")),
        };
        return Err(Diagnostic::error(section.key_span, message).help(help).into());
    };
    let Content::Map(properties) = &section.value.content else {
        let message = format!("`{}` in Globals has to be a map, found {}", section.key, section.value.kind());
        return Err(Failure::new(section.value.span, message));
    };
    let mut failure = Failure::default();
    for entry in properties.iter().filter(|entry| !supported.contains(&&*entry.key)) {
        let message = format!("`{}` of `{}` can't be global", shorten(&entry.key), section.key);
        let help = match similar(&entry.key, supported.iter().copied()) {
            Some(name) => format!("did you mean `{name}`?"),
            None => format!("expected one of {}", supported.join(", ")),
        };
        failure.push(Diagnostic::error(entry.key_span, message).help(help));
    }
    failure.or(())
}

/// Merges a section into the properties of a resource, without what the resource ignores.
fn merge_into(resource: &mut Resource, section: &Map<Node>) -> Result<(), Failure> {
    let mut section = section.clone();
    match &resource.ignore_globals {
        Some(ignored) if super::tree::is_given(ignored) => match &ignored.content {
            Content::Text(text) if &**text == "*" => section.entries.clear(),
            Content::List(names) => {
                for name in names {
                    if name.as_text().and_then(|key| section.remove(key)).is_none() {
                        let message = format!(
                            "`IgnoreGlobals` of {} names a property that Globals don't hold",
                            resource.called()
                        );
                        return Err(Failure::new(name.span, message));
                    }
                }
            }
            _ => {
                let message = format!(
                    "`IgnoreGlobals` of {} has to be `*` or a list of properties, found {}",
                    resource.called(),
                    ignored.kind()
                );
                return Err(Failure::new(ignored.span, message));
            }
        },
        _ => {}
    }
    let section = Node { span: resource.span, content: Content::Map(section) };
    resource.properties = Some(match resource.properties.take() {
        Some(own) => merged(section, own),
        None => section,
    });
    Ok(())
}

/// Lists one after the other, maps key by key; of anything else the resource's own.
fn merged(global: Node, own: Node) -> Node {
    if is_call(&global) || is_call(&own) {
        return own;
    }
    let span = own.span;
    let content = match (global.content, own.content) {
        (Content::List(mut items), Content::List(own)) => {
            items.extend(own);
            Content::List(items)
        }
        (Content::Map(mut map), Content::Map(own)) => {
            for Entry { key, key_span, value } in own.entries {
                match map.entries.iter_mut().find(|entry| entry.key == key) {
                    // There can be but one.
                    Some(entry) if &*key == "Architectures" => *entry = Entry { key, key_span, value },
                    Some(entry) => {
                        let placeholder = Node { span, content: Content::Null };
                        entry.value = merged(std::mem::replace(&mut entry.value, placeholder), value);
                        entry.key_span = key_span;
                    }
                    None => map.entries.push(Entry { key, key_span, value }),
                }
            }
            Content::Map(map)
        }
        (_, own) => own,
    };
    Node { span, content }
}

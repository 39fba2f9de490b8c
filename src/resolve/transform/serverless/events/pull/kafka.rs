//! The events `MSK` and `SelfManagedKafka`: records of a Kafka topic.

use super::super::super::intrinsics::is_call;
use super::super::super::properties::map_of;
use super::super::super::role;
use super::super::super::tree::{is_given, list, map, text};
use super::{Scene, decrypt_action, reach_into_vpc, read_secret, registry};
use crate::resolve::transform::serverless::Failure;
use crate::template::{Map, Node};

const CONFIGURATIONS: &str = "SourceAccessConfigurations";

/// The ways to authenticate.
const MECHANISMS: [&str; 7] = [
    "BASIC_AUTH",
    "CLIENT_CERTIFICATE_TLS_AUTH",
    "IAM_AUTH",
    "IAM_OAUTHBEARER_AUTH",
    "OAUTHBEARER_AUTH",
    "SASL_SCRAM_256_AUTH",
    "SASL_SCRAM_512_AUTH",
];

/// What a cluster of MSK needs besides the policy that AWS manages.
pub(super) fn managed_policy(scene: &Scene) -> Result<Option<Node>, Failure> {
    let span = scene.event.span;
    let mut statements = registry::statements(scene)?;
    let configurations = scene.properties.given(CONFIGURATIONS).and_then(Node::as_list);
    for configuration in configurations.into_iter().flatten().filter_map(Node::as_map) {
        let kind = configuration.get("Type").and_then(Node::as_text);
        let uri = configuration.get("URI").filter(|uri| is_given(uri));
        if let (Some(uri), Some("CLIENT_CERTIFICATE_TLS_AUTH")) = (uri, kind.map(|kind| &**kind)) {
            statements.push(read_secret(span, uri.clone()));
        }
    }
    let policy = || role::policy(span, "MSKExecutionRolePolicy".to_owned(), statements.clone());
    Ok((!statements.is_empty()).then(policy))
}

/// What a cluster of one's own needs.
pub(super) fn self_managed_policy(scene: &Scene) -> Result<Option<Node>, Failure> {
    let properties = &scene.properties;
    let span = scene.event.span;
    if properties.given("KafkaBootstrapServers").is_none() {
        return Err(scene.error("KafkaBootstrapServers", "`KafkaBootstrapServers` is needed"));
    }
    match properties.given("Topics") {
        None => return Err(scene.error("Topics", "`Topics` is needed")),
        Some(topics) if length(topics) != 1 => {
            return Err(scene.error("Topics", "`Topics` has to hold exactly one topic"));
        }
        Some(_) => {}
    }
    let Some(configurations) = properties.given(CONFIGURATIONS) else {
        return Err(scene.error(CONFIGURATIONS, &format!("`{CONFIGURATIONS}` is needed")));
    };
    let Some(configurations) = configurations.as_list() else {
        return Err(scene.error(CONFIGURATIONS, &format!("`{CONFIGURATIONS}` has to be a list")));
    };
    let access = Access::read(scene, configurations)?;
    let mut statements = Vec::new();
    let secrets = access.secret.into_iter().chain(access.certificate);
    statements.extend(secrets.map(|secret| read_secret(span, secret)));
    if access.subnet {
        statements.push(reach_into_vpc(span));
    }
    statements.extend(scene.decrypt(decrypt_action)?);
    statements.extend(registry::statements(scene)?);
    let document = map(span, [("Statement", list(span, statements)), ("Version", text(span, "2012-10-17"))]);
    Ok(Some(map(
        span,
        [("PolicyDocument", document), ("PolicyName", text(span, "SelfManagedKafkaExecutionRolePolicy"))],
    )))
}

fn length(node: &Node) -> usize {
    node.as_list().map_or_else(|| node.as_map().map_or(0, Map::len), <[Node]>::len)
}

/// How Lambda gets to the cluster.
#[derive(Default)]
struct Access {
    authenticates: bool,
    secret: Option<Node>,
    certificate: Option<Node>,
    subnet: bool,
    security_group: bool,
}

impl Access {
    fn read(scene: &Scene, configurations: &[Node]) -> Result<Self, Failure> {
        let mut access = Access::default();
        for configuration in configurations {
            let what = format!("an entry of `{CONFIGURATIONS}` of {}", scene.event.called);
            let fields = map_of(configuration, &what)?;
            let uri = || {
                let uri = fields.get("URI").filter(|uri| is_given(uri));
                let uri = uri.filter(|uri| uri.as_text().is_some() || is_call(uri));
                uri.cloned()
                    .ok_or_else(|| Failure::new(configuration.span, format!("{what} needs `URI` as text")))
            };
            match fields.get("Type").and_then(Node::as_text).map(|kind| &**kind) {
                Some("VPC_SUBNET") => {
                    uri()?;
                    access.subnet = true;
                }
                Some("VPC_SECURITY_GROUP") => {
                    uri()?;
                    access.security_group = true;
                }
                Some("SERVER_ROOT_CA_CERTIFICATE") => {
                    access.certificate = Some(uri()?);
                }
                Some(kind) if MECHANISMS.contains(&kind) => {
                    if std::mem::replace(&mut access.authenticates, true) {
                        let message = format!("`{CONFIGURATIONS}` has more than one way to authenticate");
                        return Err(scene.event.error(configuration.span, &message));
                    }
                    if !matches!(kind, "IAM_AUTH" | "IAM_OAUTHBEARER_AUTH") {
                        access.secret = Some(uri()?);
                    }
                }
                Some(
                    "OAUTHBEARER_SCOPE"
                    | "OAUTHBEARER_AUDIENCE"
                    | "OAUTHBEARER_LOGICAL_CLUSTER"
                    | "OAUTHBEARER_IDENTITY_POOL",
                ) => {
                    uri()?;
                }
                _ => {
                    let message = format!("`Type` in `{CONFIGURATIONS}` is none that Kafka has");
                    return Err(scene.event.error(configuration.span, &message));
                }
            }
        }
        if access.subnet != access.security_group {
            let message =
                format!("`{CONFIGURATIONS}` needs both `VPC_SUBNET` and `VPC_SECURITY_GROUP`, or neither");
            return Err(scene.error(CONFIGURATIONS, &message));
        }
        Ok(access)
    }
}

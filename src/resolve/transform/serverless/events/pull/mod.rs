//! Events that Lambda fetches: streams, queues, brokers, change streams. Each becomes an event source mapping, and the
//! function's role may read from the source.

mod document_db;
mod kafka;
mod mq;
mod registry;

use super::super::event::{Event, Target};
use super::super::intrinsics::is_call;
use super::super::properties::{Properties, Property, kind, map_of, optional, required};
use super::super::tree::{list, map, sub, text};
use super::super::{Expanded, Expansion, Failure, role};
use crate::template::{Content, Node, Resource, Span};

/// The policy that lets a role read from queues.
pub(super) const QUEUE_POLICY: &str = "service-role/AWSLambdaSQSQueueExecutionRole";

const COMMON: [Property; 25] = [
    optional("BatchSize", kind::INTEGER),
    optional("BisectBatchOnFunctionError", kind::BOOLEAN),
    optional("ConsumerGroupId", kind::TEXT),
    optional("DestinationConfig", kind::MAP),
    optional("Enabled", kind::BOOLEAN),
    optional("FilterCriteria", kind::MAP),
    optional("FunctionResponseTypes", kind::LIST),
    optional("KafkaBootstrapServers", kind::LIST),
    optional("KmsKeyArn", kind::ANY),
    optional("LoggingConfig", kind::MAP),
    optional("MaximumBatchingWindowInSeconds", kind::INTEGER),
    optional("MaximumRecordAgeInSeconds", kind::INTEGER),
    optional("MaximumRetryAttempts", kind::INTEGER),
    optional("MetricsConfig", kind::MAP),
    optional("ParallelizationFactor", kind::INTEGER),
    optional("ProvisionedPollerConfig", kind::MAP),
    optional("Queues", kind::LIST),
    optional("ScalingConfig", kind::MAP),
    optional("SchemaRegistryConfig", kind::MAP),
    optional("SecretsManagerKmsKeyId", kind::TEXT),
    optional("SourceAccessConfigurations", kind::LIST),
    optional("StartingPosition", kind::ANY),
    optional("StartingPositionTimestamp", kind::ANY),
    optional("Topics", kind::LIST),
    optional("TumblingWindowInSeconds", kind::INTEGER),
];

/// Properties that go to the event source mapping as they are.
const COPIED: [&str; 20] = [
    "BatchSize",
    "BisectBatchOnFunctionError",
    "Enabled",
    "FilterCriteria",
    "FunctionResponseTypes",
    "KmsKeyArn",
    "LoggingConfig",
    "MaximumBatchingWindowInSeconds",
    "MaximumRecordAgeInSeconds",
    "MaximumRetryAttempts",
    "MetricsConfig",
    "ParallelizationFactor",
    "ProvisionedPollerConfig",
    "Queues",
    "ScalingConfig",
    "SourceAccessConfigurations",
    "StartingPosition",
    "StartingPositionTimestamp",
    "Topics",
    "TumblingWindowInSeconds",
];

/// A kind of source.
pub(super) struct Source {
    name: &'static str,
    /// The property that names the source.
    arn: Option<&'static str>,
    /// Other properties that only this source has.
    own: &'static [Property],
    needs_position: bool,
    /// The policy that AWS manages for it.
    managed: Option<&'static str>,
    /// The policies that it needs besides.
    policy: fn(&Scene) -> Result<Option<Node>, Failure>,
}

const SOURCES: &[Source] = &[
    Source {
        name: "Kinesis",
        arn: Some("Stream"),
        own: &[],
        needs_position: true,
        managed: Some("service-role/AWSLambdaKinesisExecutionRole"),
        policy: |_| Ok(None),
    },
    Source {
        name: "DynamoDB",
        arn: Some("Stream"),
        own: &[],
        needs_position: true,
        managed: Some("service-role/AWSLambdaDynamoDBExecutionRole"),
        policy: |_| Ok(None),
    },
    Source {
        name: "SQS",
        arn: Some("Queue"),
        own: &[],
        needs_position: false,
        managed: Some(QUEUE_POLICY),
        policy: |_| Ok(None),
    },
    Source {
        name: "MSK",
        arn: Some("Stream"),
        own: &[],
        needs_position: true,
        managed: Some("service-role/AWSLambdaMSKExecutionRole"),
        policy: kafka::managed_policy,
    },
    Source {
        name: "MQ",
        arn: Some("Broker"),
        own: &[optional("DynamicPolicyName", kind::BOOLEAN).literal()],
        needs_position: false,
        managed: None,
        policy: mq::policy,
    },
    Source {
        name: "SelfManagedKafka",
        arn: None,
        own: &[],
        needs_position: false,
        managed: None,
        policy: kafka::self_managed_policy,
    },
    Source {
        name: "DocumentDB",
        arn: Some("Cluster"),
        own: &[
            required("DatabaseName", kind::ANY),
            optional("CollectionName", kind::ANY),
            optional("FullDocument", kind::ANY),
        ],
        needs_position: false,
        managed: None,
        policy: document_db::policy,
    },
];

/// The source of this type.
pub(super) fn source(event_type: &str) -> Option<&'static Source> {
    SOURCES.iter().find(|source| source.name == event_type)
}

/// An event that is expanded.
struct Scene<'s> {
    event: &'s Event<'s>,
    properties: Properties<'s>,
    expansion: &'s Expansion<'s>,
}

pub(super) fn expand(
    expansion: &Expansion,
    owner: &Resource,
    event: &Event,
    target: &Target,
    role: &mut Resource,
    source: &Source,
) -> Expanded {
    let properties = read(event, source)?;
    let scene = Scene { event, properties, expansion };
    let span = event.span;
    let mut mapping = Resource::make("AWS::Lambda::EventSourceMapping", event.prefix.as_str(), span)
        .under(owner)
        .with("FunctionName", target.name(span))
        .with_some("EventSourceArn", source.arn.and_then(|name| properties.get(name)));
    for name in COPIED {
        mapping = mapping.with_some(name, properties.get(name));
    }
    scene.check_filter()?;
    if let Some(servers) = properties.given("KafkaBootstrapServers") {
        let endpoints = map(servers.span, [("KafkaBootstrapServers", servers.clone())]);
        mapping.set("SelfManagedEventSource", map(servers.span, [("Endpoints", endpoints)]));
    }
    if let Some((name, config)) = scene.kafka_config(source)? {
        mapping.set(name, config);
    }
    if let Some(config) = document_db::config(source, &properties) {
        mapping.set("DocumentDBEventSourceConfig", config);
    }
    let destination_policy = scene.destination(&mut mapping)?;

    if let Some(policy) = source.managed {
        role::add_managed(role, expansion.managed_policy(span, policy));
    }
    if let Some(policy) = (source.policy)(&scene)? {
        role::add_inline(role, policy);
    }
    if let Some(policy) = destination_policy {
        role::add_inline(role, policy);
    }
    Ok(vec![mapping])
}

fn read<'e>(event: &Event<'e>, source: &Source) -> Result<Properties<'e>, Failure> {
    let mut known: Vec<Property> = COMMON.into_iter().collect();
    known.extend(source.own.iter().map(Property::copy));
    known.extend(source.arn.map(|name| required(name, kind::ANY)));
    if source.needs_position {
        known.retain(|property| property.name != "StartingPosition");
        known.push(required("StartingPosition", kind::ANY));
    }
    event.properties(&known)
}

impl Scene<'_> {
    fn error(&self, property: &str, message: &str) -> Failure {
        self.event.error(self.properties.span_of(property), message)
    }

    fn check_filter(&self) -> Result<(), Failure> {
        let Some(criteria) = self.properties.given("FilterCriteria").filter(|criteria| !is_call(criteria))
        else {
            return Ok(());
        };
        let fits = criteria.as_map().is_some_and(|map| map.iter().all(|entry| &*entry.key == "Filters"));
        if fits {
            Ok(())
        } else {
            Err(self.error("FilterCriteria", "`FilterCriteria` holds nothing but `Filters`"))
        }
    }

    /// What is particular to Kafka: the consumer group and the registry of schemas.
    fn kafka_config(&self, source: &Source) -> Result<Option<(&'static str, Node)>, Failure> {
        let name = match source.name {
            "MSK" => "AmazonManagedKafkaEventSourceConfig",
            "SelfManagedKafka" => "SelfManagedKafkaEventSourceConfig",
            _ if self.properties.given("ConsumerGroupId").is_some() => {
                let message = "`ConsumerGroupId` is for events of type `MSK` and `SelfManagedKafka` only";
                return Err(self.error("ConsumerGroupId", message));
            }
            _ => return Ok(None),
        };
        let fields: Vec<(&str, Node)> = ["ConsumerGroupId", "SchemaRegistryConfig"]
            .into_iter()
            .filter_map(|name| Some((name, self.properties.given(name)?.clone())))
            .collect();
        Ok((!fields.is_empty()).then(|| (name, map(self.event.span, fields))))
    }

    /// Where records go that the function failed on: the policy that lets the role send them.
    fn destination(&self, mapping: &mut Resource) -> Result<Option<Node>, Failure> {
        let Some(config) = self.properties.given("DestinationConfig") else { return Ok(None) };
        let mut config = config.clone();
        let what = format!("`OnFailure` in `DestinationConfig` of {}", self.event.called);
        let Some(failure) = config.as_map_mut().and_then(|config| config.get_mut("OnFailure")) else {
            return Err(self.error("DestinationConfig", "`DestinationConfig` needs `OnFailure`"));
        };
        map_of(failure, &what)?;
        let span = failure.span;
        let fields = failure.as_map_mut();
        let destination = fields.as_ref().and_then(|fields| fields.get("Destination")).cloned();
        let kind = fields.and_then(|fields| {
            let is_given = fields.get("Type").is_some_and(super::super::tree::is_given);
            if is_given { fields.remove("Type") } else { None }
        });
        mapping.set("DestinationConfig", config);
        let Some(kind) = kind else { return Ok(None) };
        let destination = destination.unwrap_or(Node { span, content: Content::Null });
        let prefix = &self.event.prefix;
        match kind.as_text().map(|kind| &**kind) {
            Some("SQS") => Ok(Some(role::send_to_queue(span, prefix, destination))),
            Some("SNS") => Ok(Some(role::publish_to_topic(span, prefix, destination))),
            Some("S3") => Ok(Some(role::put_into_bucket(span, prefix, destination))),
            Some("Kafka") => Ok(None),
            _ => {
                let message = format!("`Type` of {what} has to be `SQS`, `SNS`, `S3` or `Kafka`");
                Err(Failure::new(kind.span, message))
            }
        }
    }

    /// The URI of the one secret that the source needs, after all entries of `SourceAccessConfigurations` were
    /// checked.
    fn secret(&self, known: &[&str], needed: &str) -> Result<Node, Failure> {
        const NAME: &str = "SourceAccessConfigurations";
        let error = |message: &str| self.error(NAME, message);
        let Some(configurations) = self.properties.given(NAME) else {
            return Err(error(&format!("`{NAME}` is needed")));
        };
        let Some(items) = configurations.as_list() else {
            return Err(error(&format!("`{NAME}` has to be a list")));
        };
        let mut found = None;
        for item in items {
            let fields = map_of(item, &format!("an entry of `{NAME}` of {}", self.event.called))?;
            let kind = fields.get("Type").and_then(Node::as_text).filter(|kind| known.contains(&&***kind));
            let Some(kind) = kind else {
                let message = format!("`Type` in `{NAME}` has to be one of {}", known.join(", "));
                return Err(self.event.error(item.span, &message));
            };
            if &**kind != needed {
                continue;
            }
            if found.is_some() {
                return Err(self.event.error(item.span, &format!("more than one `{needed}` in `{NAME}`")));
            }
            match fields.get("URI").filter(|uri| super::super::tree::is_given(uri)) {
                Some(uri) => found = Some(uri.clone()),
                None => {
                    return Err(self.event.error(item.span, &format!("`{needed}` in `{NAME}` needs `URI`")));
                }
            }
        }
        found.ok_or_else(|| error(&format!("`{NAME}` needs an entry of type `{needed}`")))
    }

    /// The statement that lets the role decrypt the secret.
    fn decrypt(&self, action: fn(Span) -> Node) -> Result<Option<Node>, Failure> {
        let Some(key) = self.properties.given("SecretsManagerKmsKeyId") else { return Ok(None) };
        let Some(id) = key.as_text() else {
            return Err(self.error("SecretsManagerKmsKeyId", "`SecretsManagerKmsKeyId` has to be text"));
        };
        let arn = format!("arn:${{AWS::Partition}}:kms:${{AWS::Region}}:${{AWS::AccountId}}:key/{id}");
        Ok(Some(role::allow(key.span, action(key.span), sub(key.span, arn))))
    }
}

/// The action to decrypt, in a list.
fn decrypt_action(span: Span) -> Node {
    list(span, [text(span, "kms:Decrypt")])
}

/// The statement that lets a role read a secret.
fn read_secret(span: Span, uri: Node) -> Node {
    role::allow(span, list(span, [text(span, "secretsmanager:GetSecretValue")]), uri)
}

/// The statement that lets Lambda reach into a VPC.
fn reach_into_vpc(span: Span) -> Node {
    let actions = [
        "ec2:CreateNetworkInterface",
        "ec2:DescribeNetworkInterfaces",
        "ec2:DeleteNetworkInterface",
        "ec2:DescribeVpcs",
        "ec2:DescribeSubnets",
        "ec2:DescribeSecurityGroups",
    ];
    role::allow(span, list(span, actions.map(|action| text(span, action))), text(span, "*"))
}

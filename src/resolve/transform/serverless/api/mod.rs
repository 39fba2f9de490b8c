//! APIs of API Gateway: REST, HTTP and WebSocket; those that are declared and those that events imply.

mod authorizer;
mod domain;
mod editor;
mod fields;
mod globals;
pub(super) mod http;
mod http_authorizer;
mod http_domain;
mod http_event;
mod implicit;
mod key_order;
mod openapi;
mod piece;
mod policy;
mod python;
pub(super) mod rest;
mod rest_event;
mod swagger;
mod usage_plan;
pub(super) mod websocket;

pub(super) use http_event::expand as http_event;
pub(super) use rest_event::{expand as rest_event, start_state_machine};
pub(super) use usage_plan::SharedPlan;

use super::tree::{list, map, reference, sub_with, text};
use super::{Expansion, Failure, logical_id};
use crate::template::{Content, Node, Resource, Span, Text};
use editor::map_of;
use fields::Fields;
use key_order::KeyOrder;
use piece::{Piece, Word};
use std::collections::HashMap;

/// The REST and HTTP APIs of a template, while events add to them.
#[derive(Default)]
pub(super) struct Apis {
    /// The properties, by logical ID.
    properties: HashMap<Text, Api>,
    /// The names of the functions that a REST API calls, one after the other.
    function_names: HashMap<Text, String>,
    /// The DNS records of all custom domains, by the logical ID of their group.
    records: HashMap<Text, Resource>,
    /// The order in which SAM goes through the resources; nothing where it is that of the template.
    order: Option<KeyOrder>,
}

/// An API.
struct Api {
    properties: Piece,
    /// SAM makes the definition.
    is_managed: bool,
}

impl Apis {
    /// The properties of an API, which is expanded now: its definition is complete.
    fn take(&mut self, resource: &Resource) -> Piece {
        match self.properties.remove(&resource.logical_id) {
            Some(api) => api.properties,
            None => Piece::fields(resource.span, Fields::ordered()),
        }
    }

    /// The properties of an API.
    fn get(&self, logical_id: &str) -> Option<&Piece> {
        self.properties.get(logical_id).map(|api| &api.properties)
    }

    fn function_names(&self, api: &Text) -> Option<&str> {
        self.function_names.get(api).map(String::as_str).filter(|names| !names.is_empty())
    }

    /// Adds records to the group of this logical ID, and gives the group as it is now.
    fn add_records(&mut self, group: Resource, records: &[Piece]) -> Resource {
        let group = self.records.entry(group.logical_id.clone()).or_insert(group);
        let span = group.span;
        let mut all =
            group.property("RecordSets").and_then(Node::as_list).map(<[Node]>::to_vec).unwrap_or_default();
        all.extend(records.iter().map(Piece::to_node));
        group.set("RecordSets", list(span, all));
        group.clone()
    }

    /// Sorts by the order in which SAM goes through resources.
    pub(super) fn sort<T>(&self, items: &mut [T], logical_id: impl Fn(&T) -> &Text) {
        if let Some(order) = &self.order {
            let positions: HashMap<&Text, usize> =
                order.iter().enumerate().map(|(index, name)| (name, index)).collect();
            items.sort_by_cached_key(|item| positions.get(logical_id(item)).copied().unwrap_or(usize::MAX));
        }
    }

    /// Notes a resource that comes in later.
    pub(super) fn note(&mut self, logical_id: &Text) {
        if let Some(order) = &mut self.order {
            order.add(logical_id);
        }
    }

    /// A piece of the template.
    fn read(&self, node: &Node) -> Piece {
        Piece::read(node, self.is_ordered())
    }

    /// Whether SAM goes through keys in Python 2's order.
    pub(super) fn is_ordered(&self) -> bool {
        self.order.is_some()
    }
}

/// Sorts names as Python 2 goes through them.
pub(super) fn sort_as_keys<T>(items: &mut [T], key: impl Fn(&T) -> &Text) {
    let order: KeyOrder = items.iter().map(&key).collect();
    let positions: HashMap<Text, usize> =
        order.iter().cloned().enumerate().map(|(index, name)| (name, index)).collect();
    items.sort_by_cached_key(|item| positions.get(key(item)).copied());
}

impl Expansion<'_> {
    /// The partition, which is that of most Regions where the Region isn't known.
    pub(super) fn partition_name(&self) -> &'static str {
        self.partition().unwrap_or("aws")
    }

    /// Puts the values of parameters in the place of `Ref` and `${…}`.
    fn inline_parameters(&self, piece: &mut Piece) -> Result<(), Failure> {
        let value = |name: &str| {
            let value = self.apis.read(self.parameters.values.get(name)?);
            match value.as_word() {
                Some(word) if name.starts_with("AWS::") => Some(Piece::text(value.span, word.text.clone())),
                _ => Some(value),
            }
        };
        match piece.function() {
            Some("Ref") => {
                let name = piece.get("Ref").and_then(Piece::as_text);
                if let Some(value) = name.and_then(value) {
                    piece.content = value.content;
                }
            }
            Some("Fn::Sub") => {
                let Some(argument) = piece.as_map_mut().and_then(|fields| fields.get_mut("Fn::Sub")) else {
                    return Ok(());
                };
                let template = match &mut argument.content {
                    piece::Content::Text(word) => Some(word),
                    piece::Content::List(items) => match items.first_mut().map(|first| &mut first.content) {
                        Some(piece::Content::Text(word)) => Some(word),
                        _ => None,
                    },
                    _ => None,
                };
                if let Some(word) = template {
                    let text = super::intrinsics::substituted(&word.text, |name| {
                        value(name).and_then(|value| value.as_text().map(str::to_owned))
                    });
                    word.text = text;
                }
            }
            _ => {}
        }
        match &mut piece.content {
            piece::Content::List(items) => items.iter_mut().try_for_each(|item| self.inline_parameters(item)),
            piece::Content::Map(fields) => {
                fields.values_mut().try_for_each(|value| self.inline_parameters(value))
            }
            _ => Ok(()),
        }
    }
}

/// Tags as a list, in SAM's order.
fn tag_list(fields: &Fields, span: Span) -> Node {
    let tags = fields.in_order().into_iter().map(|field| {
        let value = if field.value.is_null() { text(span, "") } else { field.value.to_node() };
        map(field.key_span, [("Key", text(field.key_span, field.key.text.clone())), ("Value", value)])
    });
    list(span, tags)
}

/// The logical ID of a stage.
fn stage_id(api: &Text, name: &Piece) -> String {
    match name.as_text() {
        Some(name) if !name.is_empty() && name.chars().all(char::is_alphanumeric) => {
            format!("{api}{name}Stage")
        }
        Some(name) if !name.is_empty() => format!("{api}Stage{}", logical_id::hash(name)),
        _ => format!("{api}Stage"),
    }
}

/// Lets API Gateway call a function.
fn permission(logical_id: impl Into<Text>, span: Span) -> Resource {
    Resource::make("AWS::Lambda::Permission", logical_id, span)
        .with("Action", text(span, "lambda:InvokeFunction"))
        .with("Principal", text(span, "apigateway.amazonaws.com"))
}

/// The ARN of all authorizers of an API.
fn authorizers_arn(span: Span, partition: &str, api: &Text) -> Node {
    let arn = format!(
        "arn:{partition}:execute-api:${{AWS::Region}}:${{AWS::AccountId}}:${{__ApiId__}}/authorizers/*"
    );
    sub_with(span, arn, [("__ApiId__", reference(span, api.clone()))])
}

/// How API Gateway calls a function of this ARN.
fn function_uri(span: Span, partition: &str, target: &super::event::Target, is_streamed: bool) -> Piece {
    let (version, path) = if is_streamed {
        ("2021-11-15", "response-streaming-invocations")
    } else {
        ("2015-03-31", "invocations")
    };
    let arn = match &target.alias {
        Some(alias) => format!("${{{alias}}}"),
        None => format!("${{{}.Arn}}", target.function),
    };
    let text =
        format!("arn:{partition}:apigateway:${{AWS::Region}}:lambda:path/{version}/functions/{arn}/{path}");
    let word = if target.alias.is_some() { Word::made(text) } else { Word::written(text) };
    Piece::map(span, [("Fn::Sub", Piece::word(span, word))])
}

/// The truststore of a domain.
fn mutual_tls(given: &Piece) -> Result<Piece, Failure> {
    let fields = map_of(given, "`MutualTlsAuthentication` of `Domain`")?;
    let known = ["TruststoreUri", "TruststoreVersion"];
    if let Some(other) = fields.iter().find(|field| !known.contains(&&*field.key.text)) {
        let message = format!(
            "unknown property `{}` of `MutualTlsAuthentication`: expected TruststoreUri or TruststoreVersion",
            other.key.text
        );
        return Err(Failure::new(other.key_span, message));
    }
    let mut tls = Fields::default();
    for name in known {
        if let Some(value) = given.get_set(name) {
            tls.put(name, value.clone());
        }
    }
    Ok(Piece::fields(given.span, tls))
}

/// The hosted zone of `Route53`.
fn hosted_zone(route53: &Piece) -> Result<&Piece, Failure> {
    map_of(route53, "`Route53` of `Domain`")?;
    let id = route53.get("HostedZoneId");
    let zone = id.filter(|id| id.is_set()).or_else(|| route53.get("HostedZoneName")).or(id);
    let missing =
        || Failure::new(route53.span, "`Route53` of `Domain` needs `HostedZoneId` or `HostedZoneName`");
    zone.ok_or_else(missing)
}

/// The records of a domain name: for IPv4, and for IPv6 where that is asked for.
fn record_sets(route53: &Piece, name: &Piece, target: &Piece) -> Vec<Piece> {
    let span = route53.span;
    let record = |kind: &str| {
        let mut record = Piece::plain(
            span,
            [("Name", name.clone()), ("Type", Piece::text(span, kind)), ("AliasTarget", target.clone())],
        );
        if let Some(fields) = record.as_map_mut() {
            for key in ["Region", "SetIdentifier"] {
                if let Some(value) = route53.get(key) {
                    fields.put(key, value.clone());
                }
            }
        }
        record
    };
    let mut records = vec![record("A")];
    if route53.get("IpV6").is_some_and(Piece::is_true) {
        records.push(record("AAAA"));
    }
    records
}

/// The API that an event names: its logical ID, or `{Ref: …}` of it.
fn named_api(id: &Node) -> Option<&Text> {
    match &id.content {
        Content::Text(name) => Some(name),
        Content::Map(fields) => fields.get("Ref").and_then(Node::as_text),
        _ => None,
    }
}

/// Takes the definition of an API out while `work` changes it, so that the API's other properties can be read meanwhile.
/// Does nothing for an API that has none.
fn with_definition(
    api: &mut Piece,
    work: impl FnOnce(&mut Piece, &mut Piece) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let slot = |api: &mut Piece, definition: Piece| {
        let slot = api.as_map_mut()?.get_mut("DefinitionBody")?;
        Some(std::mem::replace(slot, definition))
    };
    let placeholder = Piece { span: api.span, content: piece::Content::Null };
    let Some(mut definition) = slot(api, placeholder) else { return Ok(()) };
    let result = work(api, &mut definition);
    slot(api, definition);
    result
}

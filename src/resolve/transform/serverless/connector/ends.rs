//! The two ends of a connector: a resource of the template, or what is said of one.
//!
//! Facts: the AWS SAM Developer Guide, "ResourceReference".

use super::super::intrinsics::logical_id;
use super::super::tree::{attribute, is_given, is_same, reference, text};
use super::super::{Expansion, Failure};
use crate::template::{Map, Node, Resource, Span, Text};

/// What is known of an end.
pub(super) struct End {
    pub logical_id: Option<Text>,
    pub resource_type: Text,
    pub arn: Option<Node>,
    pub role_name: Option<Node>,
    pub queue_url: Option<Node>,
    pub resource_id: Option<Node>,
    pub name: Option<Node>,
    pub qualifier: Option<Node>,
}

impl End {
    /// Reads `Source` or `Destination`. `other` is the other one.
    pub(super) fn read(
        expansion: &Expansion<'_>,
        owner: &str,
        node: &Node,
        other: &Node,
    ) -> Result<End, Failure> {
        let wrong = |message: String| Err(Failure::new(node.span, message));
        let Some(fields) = node.as_map() else {
            return wrong(format!(
                "the source and the destinations of {owner} have to be maps, found {}",
                node.kind()
            ));
        };
        let has_others = fields.iter().any(|entry| !matches!(&*entry.key, "Id" | "Qualifier"));
        if fields.get("Id").is_some() == has_others {
            return wrong(format!(
                "the source and each destination of {owner} need either `Id` (with `Qualifier`, if need be) or other \
                 properties"
            ));
        }
        let given = |name: &str| fields.get(name).cloned();
        if let Some(id) = fields.get("Id").filter(|id| is_given(id)) {
            let resource = id.as_text().and_then(|id| expansion.output.get(id));
            let Some(resource) = resource else {
                let message = format!("`Id` of {owner} has to name a resource of the template");
                return Err(Failure::new(id.span, message));
            };
            return Ok(Self::of(resource, node.span, given("Qualifier"), other));
        }
        let Some(resource_type) = fields.get("Type").and_then(Node::as_text).filter(|text| !text.is_empty())
        else {
            return wrong(format!("the source and each destination of {owner} need `Id` or `Type`"));
        };
        Ok(End {
            logical_id: None,
            resource_type: expanded(resource_type),
            arn: given("Arn"),
            role_name: given("RoleName"),
            queue_url: given("QueueUrl"),
            resource_id: given("ResourceId"),
            name: given("Name"),
            qualifier: given("Qualifier"),
        })
    }

    /// What is known of a resource of the template.
    fn of(resource: &Resource, span: Span, qualifier: Option<Node>, other: &Node) -> End {
        let id = &resource.logical_id;
        let mut end = End {
            logical_id: Some(id.clone()),
            resource_type: resource.resource_type.clone(),
            arn: None,
            role_name: None,
            queue_url: None,
            resource_id: None,
            name: None,
            qualifier,
        };
        let role = |property: &str| resource.property(property).and_then(|role| named(span, role));
        let by_attribute = || Some(attribute(span, id.clone(), "Arn"));
        let by_reference = || Some(reference(span, id.clone()));
        match &*resource.resource_type {
            "AWS::Lambda::Function" => {
                end.arn = by_attribute();
                end.role_name = role("Role");
            }
            "AWS::StepFunctions::StateMachine" => {
                end.arn = by_reference();
                end.name = Some(attribute(span, id.clone(), "Name"));
                end.role_name = role("RoleArn");
            }
            "AWS::AppSync::GraphQLApi" => {
                end.arn = by_reference();
                end.resource_id = Some(attribute(span, id.clone(), "ApiId"));
            }
            "AWS::AppSync::DataSource" => {
                end.arn = by_reference();
                end.role_name = role("ServiceRoleArn");
            }
            "AWS::Events::Rule" => {
                end.arn = by_attribute();
                end.role_name = target_role(resource, span, other);
            }
            "AWS::SQS::Queue" => {
                end.arn = by_attribute();
                end.queue_url = by_reference();
            }
            "AWS::SNS::Topic" => end.arn = by_reference(),
            "AWS::ApiGatewayV2::Api" | "AWS::ApiGateway::RestApi" => {
                end.arn = by_attribute();
                end.resource_id = by_reference();
                end.qualifier.get_or_insert_with(|| text(span, "*"));
            }
            "AWS::DynamoDB::Table"
            | "AWS::S3::Bucket"
            | "AWS::Location::PlaceIndex"
            | "AWS::Events::EventBus" => end.arn = by_attribute(),
            _ => {}
        }
        end
    }

    /// The value of `{Source.Arn}` and its like.
    pub(super) fn value(&self, name: &str) -> Option<&Node> {
        match name {
            "Arn" => self.arn.as_ref(),
            "ResourceId" => self.resource_id.as_ref(),
            "Name" => self.name.as_ref(),
            "Qualifier" => self.qualifier.as_ref(),
            _ => None,
        }
        .filter(|value| value.content != crate::template::Content::Null)
    }
}

/// The name of a role, whose ARN or name is given by reference.
fn named(span: Span, role: &Node) -> Option<Node> {
    logical_id(role).map(|name| reference(span, name))
}

/// The role by which a rule calls this target.
fn target_role(rule: &Resource, span: Span, target: &Node) -> Option<Node> {
    let wanted = target.as_map();
    let field = |name: &str| wanted.and_then(|wanted: &Map<Node>| wanted.get(name));
    let id = field("Id").and_then(Node::as_text);
    let found = rule.property("Targets")?.as_list()?.iter().filter_map(Node::as_map).find(|target| {
        let arn = target.get("Arn");
        let by_id = arn.and_then(logical_id).is_some_and(|name| id.is_some_and(|id| **id == *name));
        let by_arn = field("Arn").is_some_and(|wanted| arn.is_some_and(|arn| is_same(wanted, arn)));
        by_id || by_arn
    })?;
    named(span, found.get("RoleArn")?)
}

/// The type that a type of SAM becomes.
fn expanded(resource_type: &Text) -> Text {
    match &**resource_type {
        "AWS::Serverless::Function" => Text::from("AWS::Lambda::Function"),
        "AWS::Serverless::StateMachine" => Text::from("AWS::StepFunctions::StateMachine"),
        "AWS::Serverless::Api" => Text::from("AWS::ApiGateway::RestApi"),
        "AWS::Serverless::HttpApi" => Text::from("AWS::ApiGatewayV2::Api"),
        "AWS::Serverless::SimpleTable" => Text::from("AWS::DynamoDB::Table"),
        _ => resource_type.clone(),
    }
}

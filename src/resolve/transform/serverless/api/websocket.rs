//! `AWS::Serverless::WebSocketApi`: a WebSocket API with its routes, their integrations, and its stage.
//!
//! Facts: the AWS SAM Developer Guide, "AWS::Serverless::WebSocketApi".

use super::super::properties::{Properties, Property, kind, optional, required};
use super::super::tree::{boolean, join, list, reference, sub, sub_with, text};
use super::super::{Expanded, Expansion, Failure};
use super::editor::map_of;
use super::fields::{Field, Fields};
use super::http::{DOMAIN_NAME, STAGE};
use super::http_domain;
use super::piece::Piece;
use crate::template::{Node, Resource, Span, Text};

/// The tag that says what made the API.
const TAG: &str = "websocketapi:createdBy";

/// How API Gateway calls a function whose ARN is a variable.
const CALL: &str = "arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/";

const PROPERTIES: &[Property] = &[
    optional("AccessLogSettings", kind::MAP),
    optional("ApiKeySelectionExpression", kind::TEXT),
    optional("Auth", kind::MAP),
    optional("DefaultRouteSettings", kind::MAP),
    optional("Description", kind::TEXT),
    optional("DisableExecuteApiEndpoint", kind::BOOLEAN),
    optional("DisableSchemaValidation", kind::BOOLEAN),
    optional("Domain", kind::MAP),
    optional("FailOnWarnings", kind::BOOLEAN),
    optional("IpAddressType", kind::TEXT),
    optional("Name", kind::TEXT),
    optional("PropagateTags", kind::BOOLEAN),
    required("RouteSelectionExpression", kind::TEXT),
    optional("RouteSettings", kind::MAP),
    required("Routes", kind::MAP),
    optional("StageName", kind::TEXT | kind::MAP),
    optional("StageVariables", kind::MAP),
    optional("Tags", kind::MAP),
];

/// The properties that go to the API and to the stage as they are.
const OF_API: [&str; 5] = [
    "ApiKeySelectionExpression",
    "Description",
    "DisableExecuteApiEndpoint",
    "DisableSchemaValidation",
    "IpAddressType",
];
const OF_STAGE: [&str; 4] = ["StageVariables", "AccessLogSettings", "DefaultRouteSettings", "RouteSettings"];
const OF_ROUTE: [&str; 5] = [
    "ApiKeyRequired",
    "ModelSelectionExpression",
    "OperationName",
    "RequestModels",
    "RouteResponseSelectionExpression",
];

/// Makes the WebSocket API and what belongs to it.
pub(in super::super) fn expand(expansion: &mut Expansion<'_>, resource: &Resource) -> Expanded {
    let owner = resource.called();
    Properties::read(&owner, resource.span, resource.properties.as_ref(), PROPERTIES)?;
    let mut properties = match &resource.properties {
        Some(properties) => Piece::read(properties, false),
        None => Piece::fields(resource.span, Fields::default()),
    };
    for name in ["Auth", "Domain", "Routes"] {
        if let Some(value) = properties.as_map_mut().and_then(|map| map.get_mut(name)) {
            expansion.inline_parameters(value)?;
        }
    }
    let api = WebSocketApi { resource, properties, span: resource.span };
    let made = api.expand()?;
    expansion.refer_to_type(&resource.logical_id, "Stage", STAGE, &made);
    expansion.refer_to_type(&resource.logical_id, "DomainName", DOMAIN_NAME, &made);
    Ok(made)
}

struct WebSocketApi<'a> {
    resource: &'a Resource,
    properties: Piece,
    span: Span,
}

impl WebSocketApi<'_> {
    fn expand(&self) -> Expanded {
        let routes = match self.properties.get_set("Routes") {
            Some(routes) => map_of(routes, "`Routes`")?,
            None => return self.wrong(self.span, "`Routes` needs at least one route"),
        };
        if let Some(kind) = self.properties.get("IpAddressType").filter(|kind| !kind.is_function())
            && !matches!(kind.as_text(), Some("ipv4" | "dualstack"))
        {
            return self.wrong(kind.span, "`IpAddressType` has to be ipv4 or dualstack");
        }
        let auth = self.properties.get_set("Auth");
        if let Some(auth) = auth {
            if !routes.has("$connect") {
                return self.wrong(auth.span, "`Auth` needs the route `$connect`");
            }
            self.check_auth(auth)?;
        }
        let mut made = vec![self.api()];
        if let Some(domain) = self.properties.get("Domain") {
            if let Some(tls) = domain.get_set("MutualTlsAuthentication") {
                return self.wrong(tls.span, "a WebSocket API can't have `MutualTlsAuthentication`");
            }
            let domain = http_domain::expand(self.resource, domain, TAG)?;
            // SAM hands no attributes on from a WebSocket API.
            made.extend(domain.made.into_iter().map(Self::bare));
            if let Some((mut group, records)) = domain.records {
                group.set("RecordSets", list(self.span, records.iter().map(Piece::to_node)));
                made.push(Self::bare(group));
            }
        }
        let stage_name = self.stage_name()?;
        let mut stage = self.stage(&stage_name);
        for route in routes.in_order() {
            let resources = self.route(route, &stage_name, auth)?;
            if let (Some(settings), Some(route)) =
                (self.properties.get_set("RouteSettings"), resources.first())
            {
                stage.depends_on.push((route.logical_id.clone(), settings.span));
            }
            made.extend(resources);
        }
        made.push(stage);
        if let Some(tags) =
            self.properties.get_set("Tags").filter(|_| self.properties.get_set("PropagateTags").is_some())
        {
            let tags = self.tags(tags).to_node();
            for resource in &mut made {
                if matches!(&*resource.resource_type, STAGE | DOMAIN_NAME | "AWS::ApiGatewayV2::Api") {
                    resource.set("Tags", tags.clone());
                }
            }
        }
        Ok(made)
    }

    fn wrong<T>(&self, span: Span, message: &str) -> Result<T, Failure> {
        Err(Failure::new(span, format!("{message}, in {}", self.resource.called())))
    }

    fn bare(mut resource: Resource) -> Resource {
        resource.condition = None;
        resource.deletion_policy = None;
        resource.update_replace_policy = None;
        resource
    }

    fn make(&self, resource_type: &'static str, logical_id: impl Into<Text>) -> Resource {
        Resource::make(resource_type, logical_id, self.span).with("ApiId", self.api_id())
    }

    fn api_id(&self) -> Node {
        reference(self.span, self.resource.logical_id.clone())
    }

    /// The tags with the one that says what made the API.
    fn tags(&self, tags: &Piece) -> Piece {
        let mut tags = tags.clone();
        if let Some(fields) = tags.as_map_mut() {
            fields.put(TAG, Piece::text(self.span, "SAM"));
        }
        tags
    }

    fn api(&self) -> Resource {
        let mut api = Resource::make("AWS::ApiGatewayV2::Api", self.resource.logical_id.clone(), self.span);
        api.depends_on.clone_from(&self.resource.depends_on);
        for property in OF_API {
            if let Some(value) = self.properties.get(property) {
                api.set(property, value.to_node());
            }
        }
        let name = self.properties.get("Name").map(Piece::to_node);
        api.set("Name", name.unwrap_or_else(|| text(self.span, self.resource.logical_id.clone())));
        if let Some(expression) = self.properties.get("RouteSelectionExpression") {
            api.set("RouteSelectionExpression", expression.to_node());
        }
        let empty = Piece::fields(self.span, Fields::default());
        api.set("Tags", self.tags(self.properties.get_set("Tags").unwrap_or(&empty)).to_node());
        api.set("ProtocolType", text(self.span, "WEBSOCKET"));
        api
    }

    fn check_auth(&self, auth: &Piece) -> Result<(), Failure> {
        let fields = map_of(auth, "`Auth`")?;
        match auth.get_set("AuthType").map(Piece::as_text) {
            None => self.wrong(auth.span, "`Auth` needs `AuthType`"),
            Some(Some("CUSTOM")) if auth.get_set("AuthArn").is_some() => Ok(()),
            Some(Some("CUSTOM")) => self.wrong(auth.span, "`Auth` of type CUSTOM needs `AuthArn`"),
            Some(Some("AWS_IAM" | "NONE")) if fields.len() == 1 => Ok(()),
            Some(Some("AWS_IAM" | "NONE")) => {
                self.wrong(auth.span, "`Auth` of type AWS_IAM or NONE has no other properties")
            }
            _ => self.wrong(auth.span, "`AuthType` has to be AWS_IAM, CUSTOM or NONE"),
        }
    }

    fn stage_name(&self) -> Result<Piece, Failure> {
        match self.properties.get("StageName") {
            Some(name) if name.as_text() == Some("$default") => {
                self.wrong(name.span, "the stage of a WebSocket API can't be called $default")
            }
            Some(name) => Ok(name.clone()),
            None => Ok(Piece::text(self.span, "default")),
        }
    }

    fn stage(&self, name: &Piece) -> Resource {
        let api = &self.resource.logical_id;
        let logical_id = match name.as_text() {
            Some("default") => format!("{api}DefaultStage"),
            Some(name) => format!("{api}{name}Stage"),
            None => format!("{api}Stage"),
        };
        let mut stage = self.make(STAGE, logical_id).with("StageName", name.to_node());
        for property in OF_STAGE {
            if let Some(value) = self.properties.get(property) {
                stage.set(property, value.to_node());
            }
        }
        stage
            .with("Tags", Piece::plain(self.span, [(TAG, Piece::text(self.span, "SAM"))]).to_node())
            .with("AutoDeploy", boolean(self.span, true))
    }

    /// A route, what it calls, and the permission for that; for `$connect` its authorizer too.
    fn route(&self, route: &Field, stage: &Piece, auth: Option<&Piece>) -> Expanded {
        let key = &*route.key.text;
        let span = route.key_span;
        let what = format!("the route `{key}`");
        let name = match key {
            "$connect" => "Connect".to_owned(),
            "$disconnect" => "Disconnect".to_owned(),
            "$default" => "Default".to_owned(),
            key if !key.is_empty() && key.chars().all(char::is_alphanumeric) => capitalized(key),
            _ => {
                let message = format!(
                    "{what} can hold only letters and digits, or be $connect, $disconnect or $default"
                );
                return self.wrong(span, &message);
            }
        };
        map_of(&route.value, &what)?;
        let Some(function) = route.value.as_map().and_then(|fields| fields.get("FunctionArn")) else {
            return self.wrong(span, &format!("{what} needs `FunctionArn`"));
        };
        let prefix = format!("{}{name}", self.resource.logical_id);
        let integration_id = format!("{prefix}Integration");

        let mut made = self.make("AWS::ApiGatewayV2::Route", format!("{prefix}Route"));
        made.set("RouteKey", text(span, key));
        for property in OF_ROUTE {
            if let Some(value) = route.value.get(property) {
                made.set(property, value.to_node());
            }
        }
        if let Some(parameters) = route.value.get_set("RequestParameters") {
            if key != "$connect" {
                return self.wrong(parameters.span, "only the route `$connect` can have `RequestParameters`");
            }
            made.set("RequestParameters", parameters.to_node());
        }
        made.set(
            "Target",
            join(span, "/", [text(span, "integrations"), reference(span, integration_id.clone())]),
        );

        let uri = sub_with(
            span,
            format!("{CALL}${{FunctionArn}}/invocations"),
            [("FunctionArn", function.to_node())],
        );
        let mut integration = self.make("AWS::ApiGatewayV2::Integration", integration_id);
        integration.set("IntegrationType", text(span, "AWS_PROXY"));
        integration.set("IntegrationUri", uri);
        if let Some(timeout) = route.value.get("IntegrationTimeout") {
            integration.set("TimeoutInMillis", timeout.to_node());
        }

        let api = &self.resource.logical_id;
        let arn = format!(
            "arn:${{AWS::Partition}}:execute-api:${{AWS::Region}}:${{AWS::AccountId}}:${{{api}.ApiId}}/"
        );
        let arn = match stage.as_text() {
            Some(stage) => sub(span, format!("{arn}{stage}/{key}")),
            None => {
                sub_with(span, format!("{arn}${{__StageName__}}/{key}"), [("__StageName__", stage.to_node())])
            }
        };
        let permission = super::permission(format!("{prefix}Permission"), span)
            .with("FunctionName", function.to_node())
            .with("SourceArn", arn);
        let authorizer = match auth.filter(|_| key == "$connect") {
            Some(auth) => self.authorize(auth, &mut made),
            None => Vec::new(),
        };
        let mut all = vec![made, integration, permission];
        all.extend(authorizer);
        Ok(all)
    }

    /// Has the route `$connect` authorized, and makes what that needs.
    fn authorize(&self, auth: &Piece, route: &mut Resource) -> Vec<Resource> {
        let span = auth.span;
        let kind = auth.get("AuthType").and_then(Piece::as_text).unwrap_or("NONE");
        route.set("AuthorizationType", text(span, kind));
        let Some(arn) = auth.get_set("AuthArn").filter(|_| kind == "CUSTOM") else { return Vec::new() };
        let logical_id = format!("{}ConnectAuthorizer", self.resource.logical_id);
        route.set("AuthorizerId", reference(span, logical_id.clone()));
        let uri = sub_with(span, format!("{CALL}${{AuthArn}}/invocations"), [("AuthArn", arn.to_node())]);
        let mut authorizer = self
            .make("AWS::ApiGatewayV2::Authorizer", logical_id.clone())
            .with("AuthorizerType", text(span, "REQUEST"))
            .with("AuthorizerUri", uri);
        for (from, to) in [("InvokeRole", "AuthorizerCredentialsArn"), ("IdentitySource", "IdentitySource")] {
            if let Some(value) = auth.get(from) {
                authorizer.set(to, value.to_node());
            }
        }
        let name = auth.get_set("Name").map(Piece::to_node);
        authorizer.set("Name", name.unwrap_or_else(|| text(span, logical_id)));
        let mut made = vec![authorizer];
        if auth.get_set("InvokeRole").is_none() {
            let api = &self.resource.logical_id;
            let permission = super::permission(format!("{api}AuthorizerPermission"), span)
                .with("FunctionName", arn.to_node())
                .with("SourceArn", super::authorizers_arn(span, "${AWS::Partition}", api));
            made.push(permission);
        }
        made
    }
}

/// A word with its first letter in upper case and the others in lower case.
fn capitalized(word: &str) -> String {
    let mut characters = word.chars();
    match characters.next() {
        Some(first) => first.to_uppercase().chain(characters.flat_map(char::to_lowercase)).collect(),
        None => String::new(),
    }
}

//! `AWS::Serverless::Api`: a REST API with its deployment and stage, and what its custom domain, its authorizers and its
//! usage plan need.
//!
//! Facts: the AWS SAM Developer Guide, "AWS::Serverless::Api".

mod definition;

use super::super::properties::{Properties, Property, kind, optional, required};
use super::super::{Expanded, Expansion, Failure, code, logical_id};
use super::authorizer::Authorizer;
use super::editor::{is_version, map_of};
use super::piece::{Content, Piece};
use super::swagger::Swagger;
use super::{python, tag_list};
use crate::template::{Resource, Span, Text};

pub(super) const STAGE: &str = "AWS::ApiGateway::Stage";

const PROPERTIES: &[Property] = &[
    optional("AccessLogSetting", kind::MAP),
    optional("AlwaysDeploy", kind::BOOLEAN).literal(),
    optional("ApiKeySourceType", kind::TEXT),
    optional("Auth", kind::MAP),
    optional("BinaryMediaTypes", kind::LIST),
    optional("CacheClusterEnabled", kind::BOOLEAN),
    optional("CacheClusterSize", kind::TEXT),
    optional("CanarySetting", kind::MAP),
    optional("Cors", kind::TEXT | kind::MAP),
    optional("DefinitionBody", kind::MAP),
    optional("DefinitionUri", kind::TEXT | kind::MAP),
    optional("Description", kind::TEXT),
    optional("DisableExecuteApiEndpoint", kind::BOOLEAN),
    optional("Domain", kind::MAP),
    optional("EndpointAccessMode", kind::TEXT),
    optional("EndpointConfiguration", kind::TEXT | kind::MAP),
    optional("FailOnWarnings", kind::BOOLEAN),
    optional("GatewayResponses", kind::MAP),
    optional("MergeDefinitions", kind::BOOLEAN).literal(),
    optional("MethodSettings", kind::LIST),
    optional("MinimumCompressionSize", kind::INTEGER),
    optional("Mode", kind::TEXT),
    optional("Models", kind::MAP),
    optional("Name", kind::TEXT | kind::MAP),
    optional("OpenApiVersion", kind::TEXT),
    optional("Policy", kind::TEXT | kind::MAP),
    optional("PropagateTags", kind::BOOLEAN),
    optional("SecurityPolicy", kind::TEXT),
    required("StageName", kind::TEXT | kind::MAP),
    optional("Tags", kind::MAP),
    optional("TracingEnabled", kind::BOOLEAN),
    optional("Variables", kind::MAP),
];

/// The properties that go to the stage as they are.
const OF_STAGE: [&str; 7] = [
    "CacheClusterEnabled",
    "CacheClusterSize",
    "Variables",
    "MethodSettings",
    "AccessLogSetting",
    "CanarySetting",
    "TracingEnabled",
];

/// A REST API while it is expanded.
pub(super) struct RestApi<'a, 't> {
    pub expansion: &'a mut Expansion<'t>,
    pub resource: &'a Resource,
    pub properties: Piece,
    definition: Option<Piece>,
}

/// Makes the REST API and what belongs to it.
pub(in super::super) fn expand(expansion: &mut Expansion<'_>, resource: &Resource) -> Expanded {
    let mut properties = expansion.apis.take(resource);
    let owner = resource.called();
    Properties::read(&owner, resource.span, Some(&properties.to_node()), PROPERTIES)?;
    for name in ["BinaryMediaTypes", "Domain", "Auth"] {
        if let Some(value) = properties.as_map_mut().and_then(|map| map.get_mut(name)) {
            expansion.inline_parameters(value)?;
        }
    }
    let definition = properties.get("DefinitionBody").cloned();
    let mut api = RestApi { expansion, resource, properties, definition };
    api.expand()
}

impl RestApi<'_, '_> {
    fn expand(&mut self) -> Expanded {
        let rest_api = self.rest_api()?;
        let domain = self.domain()?;
        let deployment = self.deployment(&rest_api);
        let stage = self.stage(&deployment)?;
        let stage_id = stage.logical_id.clone();
        let mut made = vec![rest_api, deployment, stage];
        made.extend(self.permissions()?);
        made.extend(domain);
        made.extend(self.usage_plan(&stage_id)?);
        if self.properties.get_set("PropagateTags").is_some()
            && let Some(given) = self.properties.get_set("Tags")
        {
            propagate(&mut made, given);
        }
        let api = &self.resource.logical_id;
        for (property, resource_type) in [
            ("Stage", STAGE),
            ("Deployment", "AWS::ApiGateway::Deployment"),
            ("DomainName", "AWS::ApiGateway::DomainName"),
            ("DomainNameV2", "AWS::ApiGateway::DomainNameV2"),
            ("UsagePlan", "AWS::ApiGateway::UsagePlan"),
            ("UsagePlanKey", "AWS::ApiGateway::UsagePlanKey"),
            ("ApiKey", "AWS::ApiGateway::ApiKey"),
        ] {
            self.expansion.refer_to_type(api, property, resource_type, &made);
        }
        Ok(made)
    }

    /// An error about a property, or the place where it is missing.
    pub(super) fn wrong<T>(&self, span: Span, message: &str) -> Result<T, Failure> {
        Err(Failure::new(span, format!("{message}, in {}", self.resource.called())))
    }

    pub(super) fn span(&self) -> Span {
        self.resource.span
    }

    /// A resource that hangs on the API.
    pub(super) fn make(&self, resource_type: &'static str, logical_id: impl Into<Text>) -> Resource {
        Resource::make(resource_type, logical_id, self.span()).under(self.resource)
    }

    fn rest_api(&mut self) -> Result<Resource, Failure> {
        self.check_definition()?;
        let mut api =
            Resource::make("AWS::ApiGateway::RestApi", self.resource.logical_id.clone(), self.span())
                .in_place_of(self.resource);
        api.depends_on.clone_from(&self.resource.depends_on);
        let copied = |api: &mut Resource, name: &str, value: Option<&Piece>| {
            if let Some(value) = value {
                api.set(name, value.to_node());
            }
        };
        for name in ["BinaryMediaTypes", "MinimumCompressionSize"] {
            copied(&mut api, name, self.properties.get(name));
        }
        self.set_endpoint(&mut api)?;

        self.add_cors()?;
        self.add_auth()?;
        self.add_gateway_responses()?;
        if let (Some(types), Some(definition)) =
            (self.properties.get_set("BinaryMediaTypes"), self.definition.as_mut().filter(|d| d.is_set()))
        {
            let mut swagger = Swagger::edit(definition)?;
            swagger.set_binary_media_types(types);
            swagger.finish();
        }
        self.add_models()?;
        copied(&mut api, "FailOnWarnings", self.properties.get_set("FailOnWarnings"));
        if let Some(is_disabled) = self.properties.get("DisableExecuteApiEndpoint").cloned() {
            let definition = self.edited("DisableExecuteApiEndpoint")?;
            let mut swagger = Swagger::edit(definition)?;
            swagger.set_default_endpoint(&is_disabled)?;
            swagger.finish();
        }
        if let Some(uri) = self.properties.get_set("DefinitionUri") {
            let owner = self.resource.called();
            let place = code::location(&owner, "DefinitionUri", &uri.to_node(), code::DEFINITION)?;
            api.set("BodyS3Location", place);
        } else if self.definition.as_ref().is_some_and(Piece::is_set) {
            self.convert_to_openapi()?;
            copied(&mut api, "Body", self.definition.as_ref());
        }
        for name in [
            "Name",
            "Description",
            "Mode",
            "ApiKeySourceType",
            "Policy",
            "SecurityPolicy",
            "EndpointAccessMode",
        ] {
            copied(&mut api, name, self.properties.get_set(name));
        }
        Ok(api)
    }

    fn check_definition(&self) -> Result<(), Failure> {
        if let Some(uri) = self.properties.get_set("DefinitionUri") {
            if self.definition.as_ref().is_some_and(Piece::is_set) {
                return self.wrong(uri.span, "give either `DefinitionUri` or `DefinitionBody`, not both");
            }
            if let Some(merge) = self.properties.get_set("MergeDefinitions") {
                return self
                    .wrong(merge.span, "`MergeDefinitions` needs `DefinitionBody`, not `DefinitionUri`");
            }
        }
        match self.properties.get_set("OpenApiVersion") {
            Some(version) if !is_version(version, &['2', '3']) => {
                self.wrong(version.span, "`OpenApiVersion` has to be of the form 3.0.1")
            }
            _ => Ok(()),
        }
    }

    /// Sets where the API is reached.
    fn set_endpoint(&self, api: &mut Resource) -> Result<(), Failure> {
        let span = self.span();
        let regional = Piece::text(span, "REGIONAL");
        let endpoint = match self.properties.get_set("EndpointConfiguration") {
            Some(endpoint) => endpoint,
            // Only the public partition knows edge-optimized endpoints, the default of API Gateway.
            None if self.expansion.partition_name() != "aws" => &regional,
            None => return Ok(()),
        };
        let span = endpoint.span;
        let kind = endpoint.get_set("Type").unwrap_or(endpoint);
        let mut configuration = Piece::plain(span, [("Types", Piece::list(span, vec![kind.clone()]))]);
        if endpoint.get_set("Type").is_some()
            && let (Some(fields), Some(configuration)) = (endpoint.as_map(), configuration.as_map_mut())
        {
            let (upper, own) = (fields.get("VPCEndpointIds"), fields.get("VpcEndpointIds"));
            if upper.is_some() && own.is_some() {
                return self.wrong(span, "give either `VPCEndpointIds` or `VpcEndpointIds`, not both");
            }
            if let Some(ids) = upper.or(own) {
                configuration.put("VpcEndpointIds", ids.clone());
            }
            if let Some(kind) = fields.get("IpAddressType") {
                configuration.put("IpAddressType", kind.clone());
            }
        }
        api.set("EndpointConfiguration", configuration.to_node());
        let parameters = Piece::plain(span, [("endpointConfigurationTypes", kind.clone())]);
        api.set("Parameters", parameters.to_node());
        Ok(())
    }

    fn stage_name(&self) -> Piece {
        let null = || Piece { span: self.span(), content: Content::Null };
        self.properties.get("StageName").cloned().unwrap_or_else(null)
    }

    /// The deployment, under a new logical ID whenever something changes that has to be deployed.
    fn deployment(&self, rest_api: &Resource) -> Resource {
        let span = self.span();
        let mut deployment = self.make("AWS::ApiGateway::Deployment", "");
        deployment.set("RestApiId", Piece::reference(span, self.resource.logical_id.clone()).to_node());
        let version = self.properties.get_set("OpenApiVersion");
        if version.is_none() {
            deployment.set("StageName", Piece::text(span, "Stage").to_node());
        }
        let mut logical_id = format!("{}Deployment", self.resource.logical_id);
        let location = rest_api.property("BodyS3Location").map(Piece::read_under_made_keys);
        if let Some(deployed) =
            location.as_ref().or(self.definition.as_ref()).filter(|deployed| deployed.is_set())
        {
            let mut data = python::print(deployed);
            if let Some(version) = version {
                let text = version.as_text().map_or_else(|| python::print(version), str::to_owned);
                data.push_str("||");
                data.push_str(&text);
            }
            if let Some(domain) = self.properties.get_set("Domain") {
                data.push_str("||");
                data.push_str(&python::json(domain));
            }
            if let Some(names) = self.expansion.apis.function_names(&self.resource.logical_id) {
                data.push_str("||");
                data.push_str(names);
            }
            let digest = logical_id::digest(&data);
            logical_id.push_str(digest.get(..10).unwrap_or_default());
            let description = format!("RestApi deployment id: {digest}");
            deployment.set("Description", Piece::text(span, description).to_node());
        }
        deployment.logical_id = Text::from(logical_id);
        deployment
    }

    fn stage(&self, deployment: &Resource) -> Result<Resource, Failure> {
        let span = self.span();
        let name = self.stage_name();
        let logical_id = super::stage_id(&self.resource.logical_id, &name);
        let mut stage = self.make(STAGE, logical_id);
        stage.set("DeploymentId", Piece::reference(span, deployment.logical_id.clone()).to_node());
        stage.set("RestApiId", Piece::reference(span, self.resource.logical_id.clone()).to_node());
        stage.set("StageName", name.to_node());
        for property in OF_STAGE {
            if let Some(value) = self.properties.get(property) {
                stage.set(property, value.to_node());
            }
        }
        if let Some(given) = self.properties.get("Tags") {
            stage.set("Tags", tag_list(map_of(given, "`Tags`")?, given.span));
        }
        Ok(stage)
    }

    /// Lets API Gateway call the functions of authorizers.
    fn permissions(&self) -> Result<Vec<Resource>, Failure> {
        let Some(auth) = self.properties.get_set("Auth") else { return Ok(Vec::new()) };
        let Some(declared) = auth.get_set("Authorizers") else { return Ok(Vec::new()) };
        let partition = self.expansion.partition_name();
        let mut permissions = Vec::new();
        for field in map_of(declared, "`Authorizers`")?.iter() {
            let authorizer = Authorizer::read(&field.key, field.key_span, &field.value, partition)?;
            let Some(function) = authorizer.permitted_function() else { continue };
            let logical_id = format!("{}{}AuthorizerPermission", self.resource.logical_id, field.key.text);
            let mut permission = super::permission(logical_id, field.key_span).under(self.resource);
            permission.set("FunctionName", function.to_node());
            permission.set(
                "SourceArn",
                super::authorizers_arn(field.key_span, partition, &self.resource.logical_id),
            );
            permissions.push(permission);
        }
        Ok(permissions)
    }
}

/// Gives the tags of the API to all that can have tags.
fn propagate(made: &mut [Resource], given: &Piece) {
    let Some(fields) = given.as_map() else { return };
    for resource in made {
        if matches!(
            &*resource.resource_type,
            "AWS::ApiGateway::RestApi"
                | "AWS::ApiGateway::Stage"
                | "AWS::ApiGateway::DomainName"
                | "AWS::ApiGateway::DomainNameV2"
                | "AWS::ApiGateway::DomainNameAccessAssociation"
                | "AWS::ApiGateway::UsagePlan"
                | "AWS::ApiGateway::ApiKey"
        ) {
            resource.set("Tags", tag_list(fields, given.span));
        }
    }
}

//! `AWS::Serverless::Api`: a REST API with its deployment and stage, and what its custom domain, its authorizers and its
//! usage plan need.
//!
//! Facts: the AWS SAM Developer Guide, "AWS::Serverless::Api".

use super::super::properties::{Properties, Property, kind, optional, required};
use super::super::{Expanded, Expansion, Failure, code, logical_id};
use super::authorizer::Authorizer;
use super::editor::{is_version, is_version_3, map_of, map_of_mut, word_of};
use super::key_order::KeyOrder;
use super::piece::{Content, Fields, Piece};
use super::swagger::{Cors, Swagger, is_definition};
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

/// The keys of `Auth`.
const AUTH: [&str; 8] = [
    "Authorizers",
    "DefaultAuthorizer",
    "InvokeRole",
    "AddDefaultAuthorizerToCorsPreflight",
    "AddApiKeyRequiredToCorsPreflight",
    "ApiKeyRequired",
    "ResourcePolicy",
    "UsagePlan",
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

    /// The definition, which a property needs inline.
    fn edited(&mut self, property: &str) -> Result<&mut Piece, Failure> {
        let span = self.properties.get(property).map_or(self.resource.span, |value| value.span);
        let owner = self.resource.called();
        match self.definition.as_mut().filter(|definition| definition.is_set()) {
            None => Err(Failure::new(
                span,
                format!("`{property}` of {owner} works only with an inline `DefinitionBody`"),
            )),
            Some(definition) if !is_definition(Some(definition)) => Err(Failure::new(
                definition.span,
                format!(
                    "`{property}` needs `DefinitionBody` of {owner} to be a definition in Swagger 2 or OpenAPI 3, with \
                     `paths`"
                ),
            )),
            Some(definition) => Ok(definition),
        }
    }

    fn add_cors(&mut self) -> Result<(), Failure> {
        let Some(given) = self.properties.get_set("Cors").cloned() else { return Ok(()) };
        let span = given.span;
        let wildcard = || Piece::text(span, "'*'");
        let cors = match &given.content {
            Content::Map(fields) if !given.is_function() => {
                let known = ["AllowMethods", "AllowHeaders", "AllowOrigin", "MaxAge", "AllowCredentials"];
                if let Some(field) = fields.iter().find(|field| !known.contains(&&*field.key.text)) {
                    return self
                        .wrong(field.key_span, &format!("unknown property `{}` of `Cors`", field.key.text));
                }
                let with_credentials = given.get("AllowCredentials").is_some_and(Piece::is_true);
                let origin = fields.get("AllowOrigin").cloned().unwrap_or_else(wildcard);
                if with_credentials && origin.as_text() == Some("'*'") {
                    return self.wrong(span, "`AllowCredentials` needs an `AllowOrigin` other than '*'");
                }
                Cors {
                    span,
                    origin: Some(origin).filter(Piece::is_set),
                    headers: given.get_set("AllowHeaders").cloned(),
                    methods: given.get_set("AllowMethods").cloned(),
                    max_age: given.get("MaxAge").cloned(),
                    with_credentials,
                }
            }
            Content::Map(_) | Content::Text(_) => Cors {
                span,
                origin: Some(given.clone()),
                headers: None,
                methods: None,
                max_age: None,
                with_credentials: false,
            },
            _ => return self.wrong(span, "`Cors` has to be text or a map"),
        };
        let mut swagger = Swagger::edit(self.edited("Cors")?)?;
        let mut done: Vec<Text> = Vec::new();
        for path in swagger.paths().names() {
            // A path with and without a slash at its end is one to API Gateway.
            let trimmed = if &*path.text == "/" { "/" } else { path.text.trim_end_matches('/') };
            if !done.iter().any(|other| &**other == trimmed) {
                done.push(Text::from(trimmed));
                swagger.add_cors(&path.text, &cors)?;
            }
        }
        swagger.finish();
        Ok(())
    }

    fn add_auth(&mut self) -> Result<(), Failure> {
        let Some(auth) = self.properties.get_set("Auth").cloned() else { return Ok(()) };
        self.edited("Auth")?;
        if let Some(field) = map_of(&auth, "`Auth`")?.iter().find(|field| !AUTH.contains(&&*field.key.text)) {
            return self.wrong(field.key_span, &format!("unknown property `{}` of `Auth`", field.key.text));
        }
        let authorizers = self.authorizers(&auth)?;
        let stage = self.stage_name();
        let owner = self.resource.called();
        let mut swagger = Swagger::edit(self.edited("Auth")?)?;
        let flag = |name: &str| auth.as_map().and_then(|auth| auth.get(name)).is_none_or(Piece::is_set);
        if !authorizers.is_empty() {
            swagger.add_authorizers(&authorizers)?;
            if let Some(default) = auth.get_set("DefaultAuthorizer") {
                let default = word_of(default, "`DefaultAuthorizer`")?;
                let is_declared = authorizers.iter().any(|authorizer| authorizer.name.text == default.text);
                if !is_declared && &*default.text != "AWS_IAM" {
                    let message = format!(
                        "`DefaultAuthorizer` names `{}`, which {owner} doesn't declare",
                        default.text
                    );
                    return Err(Failure::new(auth.span, message));
                }
                let on_preflight = flag("AddDefaultAuthorizerToCorsPreflight");
                for path in swagger.paths().names() {
                    swagger.set_default_authorizer(&path.text, default, &authorizers, on_preflight)?;
                }
            }
        }
        if auth.get_set("ApiKeyRequired").is_some() {
            swagger.add_api_key(auth.span)?;
            let on_preflight = flag("AddApiKeyRequiredToCorsPreflight");
            for path in swagger.paths().names() {
                swagger.set_default_api_key(&path.text, on_preflight)?;
            }
        }
        if let Some(policy) = auth.get_set("ResourcePolicy") {
            map_of(policy, "`ResourcePolicy`")?;
            for path in swagger.paths().names() {
                swagger.add_resource_policy(policy, &path, &stage)?;
            }
            if let Some(statements) = policy.get_set("CustomStatements") {
                swagger.add_custom_statements(statements)?;
            }
        }
        swagger.finish();
        self.convert_to_openapi()
    }

    /// The authorizers that an API declares, in SAM's order.
    fn authorizers(&self, auth: &Piece) -> Result<Vec<Authorizer>, Failure> {
        let mut authorizers = Vec::new();
        let partition = self.expansion.partition_name();
        if let Some(default) = auth.get("DefaultAuthorizer").filter(|name| name.as_text() == Some("AWS_IAM"))
            && let Some(name) = default.as_word()
        {
            authorizers.push(Authorizer::iam(name.clone(), default.span, partition));
        }
        if let Some(declared) = auth.get_set("Authorizers") {
            for field in map_of(declared, "`Authorizers`")?.in_order() {
                let authorizer = Authorizer::read(&field.key, field.key_span, &field.value, partition)?;
                match authorizers.iter_mut().find(|other| other.name.text == authorizer.name.text) {
                    Some(other) => *other = authorizer,
                    None => authorizers.push(authorizer),
                }
            }
        }
        let order: KeyOrder = authorizers.iter().map(|authorizer| &authorizer.name.text).collect();
        let position = |authorizer: &Authorizer| order.iter().position(|name| *name == authorizer.name.text);
        authorizers.sort_by_key(position);
        Ok(authorizers)
    }

    fn add_gateway_responses(&mut self) -> Result<(), Failure> {
        let Some(given) = self.properties.get_set("GatewayResponses").cloned() else { return Ok(()) };
        self.edited("GatewayResponses")?;
        let given = map_of(&given, "`GatewayResponses`")?;
        let mut responses = Fields::ordered();
        for field in given.in_order() {
            let what = format!("the gateway response `{}`", field.key.text);
            if field.value.is_function() {
                return self.wrong(field.value.span, &format!("{what} can't be a function"));
            }
            let known = ["ResponseParameters", "ResponseTemplates", "StatusCode"];
            let fields = map_of(&field.value, &what)?;
            if let Some(other) = fields.iter().find(|other| !known.contains(&&*other.key.text)) {
                let message = format!("unknown property `{}` of {what}", other.key.text);
                return self.wrong(other.key_span, &message);
            }
            responses.set(field.key.clone(), field.key_span, gateway_response(&field.value, &what)?);
        }
        let mut swagger = Swagger::edit(self.edited("GatewayResponses")?)?;
        for response in responses.in_order() {
            swagger.add_gateway_response(&response.key, response.value.clone())?;
        }
        swagger.finish();
        Ok(())
    }

    fn add_models(&mut self) -> Result<(), Failure> {
        let Some(models) = self.properties.get_set("Models").cloned() else { return Ok(()) };
        let definition = self.edited("Models")?;
        let models = map_of(&models, "`Models`")?;
        for model in models.iter() {
            map_of(&model.value, &format!("the model `{}`", model.key.text))?;
        }
        let mut swagger = Swagger::edit(definition)?;
        swagger.add_models(models)?;
        swagger.finish();
        self.convert_to_openapi()
    }

    /// Moves what OpenAPI 3 has elsewhere than Swagger, where that version is asked for.
    fn convert_to_openapi(&mut self) -> Result<(), Failure> {
        let Some(definition) = self.definition.as_mut() else { return Ok(()) };
        if definition.get("swagger").is_some() {
            return Ok(());
        }
        let version = self.properties.get("OpenApiVersion").or_else(|| definition.get("openapi"));
        if !version.is_some_and(|version| version.is_set() && is_version_3(version)) {
            return Ok(());
        }
        let span = definition.span;
        let Some(fields) = definition.as_map_mut() else { return Ok(()) };
        for (old, new) in [("securityDefinitions", "securitySchemes"), ("definitions", "schemas")] {
            let Some(moved) = fields.get(old).filter(|moved| moved.is_set()).cloned() else { continue };
            let empty = || Piece::fields(span, Fields::ordered());
            let mut components =
                fields.get("components").filter(|found| found.is_set()).cloned().unwrap_or_else(empty);
            map_of_mut(&mut components, "`components` in the definition of the API")?.put(new, moved);
            fields.put("components", components);
            fields.remove(old);
        }
        let Some(paths) = fields.get_mut("paths").filter(|paths| paths.is_set()) else { return Ok(()) };
        for item in map_of_mut(paths, "`paths` in the definition of the API")?.values_mut() {
            let item = map_of_mut(item, "a path in the definition of the API")?;
            let Some(options) = item.get_mut("options").filter(|options| options.is_set()) else { continue };
            let options = map_of_mut(options, "a method `options` in the definition of the API")?;
            options.remove("produces");
            options.remove("consumes");
            let Some(responses) = options.get_mut("responses") else { continue };
            let what = "`responses` of a method `options` in the definition of the API";
            let Some(success) = map_of_mut(responses, what)?.get_mut("200").filter(|found| !found.is_null())
            else {
                continue;
            };
            let headers = map_of_mut(success, what)?.get_mut("headers").filter(|headers| headers.is_set());
            if let Some(headers) = headers {
                for header in map_of_mut(headers, "the headers of a method `options`")?.values_mut() {
                    *header = Piece::map(header.span, [("schema", header.clone())]);
                }
            }
        }
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

/// What API Gateway answers by itself, as a definition has it.
fn gateway_response(given: &Piece, what: &str) -> Result<Piece, Failure> {
    let span = given.span;
    let mut parameters = Fields::ordered();
    if let Some(groups) = given.get_set("ResponseParameters") {
        let groups = map_of(groups, &format!("`ResponseParameters` of {what}"))?;
        let known = [("Headers", "header."), ("Paths", "path."), ("QueryStrings", "querystring.")];
        if let Some(other) =
            groups.iter().find(|group| !known.iter().any(|(name, _)| *name == &*group.key.text))
        {
            let message = format!("unknown property `{}` of `ResponseParameters` of {what}", other.key.text);
            return Err(Failure::new(other.key_span, message));
        }
        for (name, prefix) in known {
            let Some(group) = groups.get(name) else { continue };
            for field in map_of(group, &format!("`{name}` of {what}"))?.in_order() {
                let key = field.key.with(format!("gatewayresponse.{prefix}{}", field.key.text));
                parameters.set(key, field.key_span, field.value.clone());
            }
        }
    }
    let empty = || Piece::fields(span, Fields::ordered());
    let templates = given.get_set("ResponseTemplates").cloned().unwrap_or_else(empty);
    let mut response = Fields::ordered();
    response.put("responseParameters", Piece::fields(span, parameters));
    response.put("responseTemplates", templates);
    if let Some(status) = given.get("StatusCode") {
        let text = status.as_text().map_or_else(|| python::print(status), str::to_owned);
        let is_number = matches!(text.len(), 1..=3) && text.bytes().all(|byte| byte.is_ascii_digit());
        if status.is_set() && !is_number {
            let message = format!("`StatusCode` of {what} has to be a number of at most three digits");
            return Err(Failure::new(status.span, message));
        }
        if !text.is_empty() {
            response.put("statusCode", Piece::text(status.span, text));
        }
    }
    Ok(Piece::fields(span, response))
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

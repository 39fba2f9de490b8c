//! What the properties of a REST API change in its definition.

use super::super::super::Failure;
use super::super::authorizer::Authorizer;
use super::super::editor::{is_version_3, map_of, map_of_mut, word_of};
use super::super::fields::Fields;
use super::super::key_order::KeyOrder;
use super::super::piece::{Content, Piece};
use super::super::python;
use super::super::swagger::{Cors, Swagger, is_definition};
use super::RestApi;
use crate::template::Text;

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

impl RestApi<'_, '_> {
    /// The definition, which a property needs inline.
    pub(super) fn edited(&mut self, property: &str) -> Result<&mut Piece, Failure> {
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

    pub(super) fn add_cors(&mut self) -> Result<(), Failure> {
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

    pub(super) fn add_auth(&mut self) -> Result<(), Failure> {
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
        authorizers.sort_by_cached_key(position);
        Ok(authorizers)
    }

    pub(super) fn add_gateway_responses(&mut self) -> Result<(), Failure> {
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

    pub(super) fn add_models(&mut self) -> Result<(), Failure> {
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
    pub(super) fn convert_to_openapi(&mut self) -> Result<(), Failure> {
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

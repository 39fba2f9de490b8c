//! The definition of a REST API, in Swagger 2 or OpenAPI 3, as SAM extends it.

use super::super::Failure;
use super::authorizer::Authorizer;
use super::editor::{self, ENDPOINT, INTEGRATION, Paths, is_version_3, map_of_mut, normalized, security_of};
use super::piece::{Fields, Piece, Word};
use crate::template::Span;

pub(super) const POLICY: &str = "x-amazon-apigateway-policy";
const BINARY_MEDIA_TYPES: &str = "x-amazon-apigateway-binary-media-types";
const GATEWAY_RESPONSES: &str = "x-amazon-apigateway-gateway-responses";
const VALIDATORS: &str = "x-amazon-apigateway-request-validators";

/// The HTTP methods that SAM lists where an API takes all.
const ALL_METHODS: &str = "DELETE,GET,HEAD,OPTIONS,PATCH,POST,PUT";

/// A definition without paths.
pub(super) fn skeleton(span: Span) -> Piece {
    let text = |text: &str| Piece::text(span, text);
    let info =
        Piece::map(span, [("version", text("1.0")), ("title", Piece::reference(span, "AWS::StackName"))]);
    let paths = Piece::fields(span, Fields::ordered());
    Piece::map(span, [("swagger", text("2.0")), ("info", info), ("paths", paths)])
}

/// Whether SAM takes a piece for the definition of a REST API.
pub(super) fn is_definition(piece: Option<&Piece>) -> bool {
    piece.is_some_and(|piece| {
        piece.get("paths").is_some_and(|paths| paths.as_map().is_some())
            && (piece.get_set("swagger").is_some() || piece.get_set("openapi").is_some_and(is_version_3))
    })
}

/// A definition while it is edited. Each edit copies the definition before and after, as SAM does: that may change the
/// order of keys.
pub(super) struct Swagger<'d> {
    document: &'d mut Piece,
    security: Piece,
    responses: Piece,
    models: Piece,
    pub(super) policy: Piece,
}

impl<'d> Swagger<'d> {
    /// Begins an edit.
    pub(super) fn edit(document: &'d mut Piece) -> Result<Self, Failure> {
        if !is_definition(Some(document)) {
            return Err(Failure::new(
                document.span,
                "the definition of the API needs `paths`, and `swagger` or a version of `openapi` that begins with 3",
            ));
        }
        document.copy_deeply();
        let part = |name: &str| {
            let part = document.get_set(name).cloned();
            part.unwrap_or_else(|| Piece::fields(document.span, Fields::ordered()))
        };
        let (security, responses) = (part("securityDefinitions"), part(GATEWAY_RESPONSES));
        let (models, policy) = (part("definitions"), part(POLICY));
        let mut swagger = Swagger { document, security, responses, models, policy };
        swagger.paths().check()?;
        Ok(swagger)
    }

    /// Ends the edit.
    pub(super) fn finish(self) {
        let parts = [
            ("securityDefinitions", self.security),
            (GATEWAY_RESPONSES, self.responses),
            ("definitions", self.models),
        ];
        if let Some(document) = self.document.as_map_mut() {
            for (name, part) in parts {
                if part.is_set() {
                    document.put(name, part);
                }
            }
        }
        self.document.copy_deeply();
    }

    /// The paths.
    pub(super) fn paths(&mut self) -> Paths<'_> {
        // A definition has paths: that was looked at when the edit began.
        if self.document.get("paths").is_none()
            && let Some(document) = self.document.as_map_mut()
        {
            document.put("paths", Piece::fields(Span::default(), Fields::ordered()));
        }
        let paths = self.document.as_map_mut().and_then(|document| document.get_mut("paths"));
        Paths(paths.unwrap_or(&mut self.models))
    }

    /// Lets a method call a function.
    pub(super) fn add_lambda_integration(
        &mut self,
        method: &Method<'_>,
        lambda: Lambda,
    ) -> Result<(), Failure> {
        let Method { path, name, span, condition } = *method;
        self.begin(method)?;
        let uri = wrapped(lambda.uri, condition);
        let mut paths = self.paths();
        for item in paths.items_mut(&path.text)? {
            let Some(definition) = item.get_mut(&name.text) else { continue };
            let definition = map_of_mut(definition, &editor::method_name(&path.text, &name.text))?;
            let text = |text: &str| Piece::text(span, text);
            let mut integration = Piece::map(
                span,
                [("type", text("aws_proxy")), ("httpMethod", text("POST")), ("uri", uri.clone())],
            );
            if let Some(fields) = integration.as_map_mut() {
                if lambda.is_streamed {
                    fields.put("responseTransferMode", text("STREAM"));
                }
                if let Some(credentials) = &lambda.credentials {
                    fields.put("credentials", credentials.clone());
                }
            }
            definition.put(INTEGRATION, integration);
            definition.get_or(&Word::made("responses"), span, || Piece::fields(span, Fields::ordered()));
            wrap(item, name, condition);
        }
        Ok(())
    }

    /// Lets a method start a state machine.
    pub(super) fn add_state_machine_integration(
        &mut self,
        method: &Method<'_>,
        uri: Piece,
        credentials: &Piece,
        request_templates: Option<Piece>,
    ) -> Result<(), Failure> {
        let Method { path, name, span, condition } = *method;
        self.begin(method)?;
        let uri = wrapped(uri, condition);
        let mut paths = self.paths();
        for item in paths.items_mut(&path.text)? {
            let Some(definition) = item.get_mut(&name.text) else { continue };
            let definition = map_of_mut(definition, &editor::method_name(&path.text, &name.text))?;
            let text = |text: &str| Piece::text(span, text);
            let status = |code: &str| Piece::map(span, [("statusCode", text(code))]);
            let described = |what: &str| Piece::map(span, [("description", text(what))]);
            let responses = Piece::map(span, [("200", status("200")), ("400", status("400"))]);
            let integration = Piece::map(
                span,
                [
                    ("type", text("aws")),
                    ("httpMethod", text("POST")),
                    ("uri", uri.clone()),
                    ("responses", responses),
                    ("credentials", credentials.clone()),
                ],
            );
            definition.put(INTEGRATION, integration);
            definition.get_or(&Word::made("responses"), span, || {
                Piece::map(span, [("200", described("OK")), ("400", described("Bad Request"))])
            });
            if let Some(templates) = &request_templates
                && let Some(integration) = definition.get_mut(INTEGRATION).and_then(Piece::as_map_mut)
                && let Some(more) = Piece::plain(span, [("requestTemplates", templates.clone())]).as_map()
            {
                integration.update(more);
            }
            wrap(item, name, condition);
        }
        Ok(())
    }

    fn begin(&mut self, method: &Method<'_>) -> Result<(), Failure> {
        let Method { path, name, span, .. } = *method;
        let mut paths = self.paths();
        if paths.has_integration(&path.text, &name.text)? {
            let message = format!("{} calls something already", editor::method_name(&path.text, &name.text));
            return Err(Failure::new(span, message));
        }
        paths.add(path, name, span)
    }

    /// Answers the preflight requests of browsers on a path, unless the definition does.
    pub(super) fn add_cors(&mut self, path: &str, cors: &Cors) -> Result<(), Failure> {
        let mut methods = cors.methods.clone();
        let mut paths = self.paths();
        for item in paths.items_mut(path)? {
            if item.has("options") {
                continue;
            }
            let Some(origin) = &cors.origin else {
                return Err(Failure::new(cors.span, "`AllowOrigin` of `Cors` must not be empty"));
            };
            let methods = methods.get_or_insert_with(|| Piece::text(cors.span, methods_of(item)));
            let options = cors.options(origin, methods);
            item.put("options", options);
        }
        Ok(())
    }

    /// Sets which media types are passed on as they are.
    pub(super) fn set_binary_media_types(&mut self, types: &Piece) {
        if let Some(document) = self.document.as_map_mut() {
            document.put(BINARY_MEDIA_TYPES, unescaped(types));
        }
    }

    /// Switches the default endpoint on or off.
    pub(super) fn set_default_endpoint(&mut self, is_disabled: &Piece) -> Result<(), Failure> {
        let span = is_disabled.span;
        if self.document.get_set("openapi").is_some_and(is_version_3) {
            let Some(document) = self.document.as_map_mut() else { return Ok(()) };
            let servers = document.get_or(&Word::made("servers"), span, || {
                Piece::list(span, vec![Piece::fields(span, Fields::ordered())])
            });
            for server in servers.as_list_mut().into_iter().flatten() {
                set_endpoint(server, is_disabled)?;
            }
            Ok(())
        } else {
            set_endpoint(self.document, is_disabled)
        }
    }

    /// Declares authorizers.
    pub(super) fn add_authorizers(&mut self, authorizers: &[Authorizer]) -> Result<(), Failure> {
        let security = map_of_mut(&mut self.security, "`securityDefinitions` in the definition of the API")?;
        for authorizer in authorizers {
            security.set(authorizer.name.clone(), authorizer.span, authorizer.definition()?);
        }
        Ok(())
    }

    fn add_iam(&mut self, span: Span) {
        let text = |text: &str| Piece::text(span, text);
        let definition = Piece::map(
            span,
            [
                ("x-amazon-apigateway-authtype", text("awsSigv4")),
                ("type", text("apiKey")),
                ("name", text("Authorization")),
                ("in", text("header")),
            ],
        );
        self.add_security("AWS_IAM", definition);
    }

    /// Declares the API key.
    pub(super) fn add_api_key(&mut self, span: Span) -> Result<(), Failure> {
        map_of_mut(&mut self.security, "`securityDefinitions` in the definition of the API")?;
        let text = |text: &str| Piece::text(span, text);
        let definition =
            Piece::map(span, [("type", text("apiKey")), ("name", text("x-api-key")), ("in", text("header"))]);
        self.add_security("api_key", definition);
        Ok(())
    }

    fn add_security(&mut self, name: &str, definition: Piece) {
        if let Some(security) = self.security.as_map_mut()
            && !security.has(name)
            && let Some(more) = Piece::map(definition.span, [(name, definition)]).as_map()
        {
            security.update(more);
        }
    }

    /// Sets the authorizer of all methods of a path that don't choose one.
    pub(super) fn set_default_authorizer(
        &mut self,
        path: &str,
        default: &Word,
        authorizers: &[Authorizer],
        on_preflight: bool,
    ) -> Result<(), Failure> {
        let is_authorizer = |key: &str| {
            key == "AWS_IAM" || authorizers.iter().any(|authorizer| &*authorizer.name.text == key)
        };
        let scopes = authorizers.iter().find(|authorizer| authorizer.name.text == default.text);
        let mut uses_iam = None;
        self.each_method(path, |method, span, definition| {
            if !on_preflight && method == "options" {
                return Ok(());
            }
            let (mut others, own): (Vec<Piece>, Vec<Piece>) = checked_security(definition, path, method)?
                .into_iter()
                .partition(|security| !has_key(security, is_authorizer));
            if let Some(none) = others.iter().position(|security| has_key(security, |key| key == "NONE")) {
                others.remove(none);
            } else if own.is_empty() {
                let mut security = Fields::ordered();
                let scopes = match scopes {
                    Some(authorizer) => authorizer.scopes(span),
                    None => Piece::list(span, Vec::new()),
                };
                security.set(default.clone(), span, scopes);
                others.push(Piece::fields(span, security));
            } else {
                others.extend(own);
            }
            if let Some(first) = others.first() {
                if has_key(first, |key| key == "AWS_IAM") {
                    uses_iam = Some(span);
                }
                definition.put("security", Piece::list(span, others));
            }
            Ok(())
        })?;
        if let Some(span) = uses_iam {
            self.add_iam(span);
        }
        Ok(())
    }

    /// Has all methods of a path want an API key, unless they say otherwise.
    pub(super) fn set_default_api_key(&mut self, path: &str, on_preflight: bool) -> Result<(), Failure> {
        self.each_method(path, |method, span, definition| {
            let existing = checked_security(definition, path, method)?;
            let is_key = |key: &str| matches!(key, "api_key" | "api_key_false");
            let (own, mut security): (Vec<Piece>, Vec<Piece>) =
                existing.iter().cloned().partition(|security| has_key(security, is_key));
            if method != "options" || on_preflight {
                match own.iter().position(|security| has_key(security, |key| key == "api_key_false")) {
                    // What chose no key is dropped, and all that chose one with it.
                    Some(_) => {}
                    None => security.push(Piece::map(span, [("api_key", Piece::list(span, Vec::new()))])),
                }
            }
            let (left, right) = (Piece::list(span, security), Piece::list(span, existing));
            if !left.is_same(&right) {
                definition.put("security", left);
            }
            Ok(())
        })
    }

    /// Does `work` on each method of a path that calls something.
    fn each_method(
        &mut self,
        path: &str,
        mut work: impl FnMut(&str, Span, &mut Fields) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let mut paths = self.paths();
        for item in paths.items_mut(path)? {
            for key in item.keys() {
                if matches!(&*key.text, "summary" | "description" | "parameters") {
                    continue;
                }
                let Some(method) = item.get_mut(&key.text) else { continue };
                for definition in editor::branches_mut(method)? {
                    let span = definition.span;
                    let definition = map_of_mut(definition, &editor::method_name(path, &key.text))?;
                    if definition.get(INTEGRATION).is_some_and(Piece::is_set) {
                        work(&normalized(&key).text, span, definition)?;
                    }
                }
            }
        }
        Ok(())
    }

    /// Sets the authorizer that a method chooses. `scopes` are those that it wants instead of the authorizer's.
    pub(super) fn set_authorizer(
        &mut self,
        method: &Method<'_>,
        authorizer: &Word,
        authorizers: Option<&Piece>,
        scopes: Option<&Piece>,
    ) -> Result<(), Failure> {
        let Method { path, name, span, .. } = *method;
        let mut uses_iam = false;
        let mut paths = self.paths();
        for definition in paths.definitions(&path.text, &name.text)? {
            let mut chosen = Piece::list(span, Vec::new());
            if &*authorizer.text != "NONE"
                && let Some(authorizers) = authorizers.filter(|authorizers| authorizers.is_set())
                && let Some(declared) = authorizers.get(&authorizer.text)
            {
                editor::map_of(declared, &format!("the authorizer `{}`", authorizer.text))?;
                if let Some(scopes) = scopes.or_else(|| declared.get("AuthorizationScopes")) {
                    chosen = scopes.clone();
                }
            }
            let mut security = security_of(definition, &path.text, &name.text)?;
            let mut more = Fields::ordered();
            more.set(authorizer.clone(), span, chosen);
            security.push(Piece::fields(span, more));
            uses_iam |= security.first().is_some_and(|first| has_key(first, |key| key == "AWS_IAM"));
            definition.put("security", Piece::list(span, security));
        }
        if uses_iam {
            self.add_iam(span);
        }
        Ok(())
    }

    /// Sets whether a method wants an API key.
    pub(super) fn set_api_key(&mut self, method: &Method<'_>, is_required: bool) -> Result<(), Failure> {
        let Method { path, name, span, .. } = *method;
        let mut is_called = false;
        let mut paths = self.paths();
        for definition in paths.definitions(&path.text, &name.text)? {
            is_called = true;
            let mut security = security_of(definition, &path.text, &name.text)?;
            // Marks that the default of the API is not to be applied.
            let key = if is_required { "api_key" } else { "api_key_false" };
            security.push(Piece::map(span, [(key, Piece::list(span, Vec::new()))]));
            definition.put("security", Piece::list(span, security));
        }
        if is_required && is_called {
            self.add_api_key(span)?;
        }
        Ok(())
    }

    /// Has a method's requests validated.
    pub(super) fn add_validator(
        &mut self,
        method: &Method<'_>,
        body: bool,
        parameters: bool,
    ) -> Result<(), Failure> {
        let Method { path, name, span, .. } = *method;
        let validator = match (body, parameters) {
            (true, true) => "body-and-params",
            (true, false) => "body-only",
            (false, true) => "params-only",
            (false, false) => "no-validation",
        };
        let definition = Piece::map(
            span,
            [
                ("validateRequestBody", Piece::boolean(span, body)),
                ("validateRequestParameters", Piece::boolean(span, parameters)),
            ],
        );
        if let Some(document) = self.document.as_map_mut() {
            if !document.get(VALIDATORS).is_some_and(Piece::is_set) {
                document.put(VALIDATORS, Piece::fields(span, Fields::ordered()));
            }
            let validators = document.get_mut(VALIDATORS).and_then(Piece::as_map_mut);
            if let Some(validators) = validators
                && !validators.get(validator).is_some_and(Piece::is_set)
                && let Some(more) = Piece::map(span, [(validator, definition)]).as_map()
            {
                validators.update(more);
            }
        }
        let key = "x-amazon-apigateway-request-validator";
        let more = Piece::map(span, [(key, Piece::text(span, validator))]);
        let mut paths = self.paths();
        for definition in paths.definitions(&path.text, &name.text)? {
            if let Some(more) = more.as_map() {
                definition.update(more);
            }
        }
        Ok(())
    }

    /// Says of which model the body of a method's requests is.
    pub(super) fn add_model(
        &mut self,
        method: &Method<'_>,
        model: &Word,
        required: Option<&Piece>,
    ) -> Result<(), Failure> {
        let Method { path, name, span, .. } = *method;
        let is_swagger = self.document.get("swagger").is_some();
        let is_openapi = self.document.get_set("openapi").is_some_and(is_version_3);
        let lower = model.text.to_lowercase();
        let mut paths = self.paths();
        for definition in paths.definitions(&path.text, &name.text)? {
            if is_swagger {
                let reference = Piece::text(span, format!("#/definitions/{lower}"));
                let mut parameter = Piece::map(
                    span,
                    [
                        ("in", Piece::text(span, "body")),
                        ("name", Piece::word(span, model.with(lower.as_str()))),
                        ("schema", Piece::plain(span, [("$ref", reference)])),
                    ],
                );
                if let (Some(required), Some(parameter)) = (required, parameter.as_map_mut()) {
                    parameter.put("required", required.clone());
                }
                add_parameters(definition, span, vec![parameter]);
            } else if is_openapi {
                let reference = Piece::text(span, format!("#/components/schemas/{lower}"));
                let schema = Piece::plain(span, [("schema", Piece::plain(span, [("$ref", reference)]))]);
                let content = Piece::plain(span, [("application/json", schema)]);
                let mut body = Piece::plain(span, [("content", content)]);
                if let (Some(required), Some(body)) = (required, body.as_map_mut()) {
                    body.put("required", required.clone());
                }
                definition.put("requestBody", body);
            }
        }
        Ok(())
    }

    /// Says which parameters a method's requests have.
    pub(super) fn add_parameters(
        &mut self,
        method: &Method<'_>,
        parameters: &[Parameter],
    ) -> Result<(), Failure> {
        let Method { path, name, span, .. } = *method;
        let mut paths = self.paths();
        for definition in paths.definitions(&path.text, &name.text)? {
            let mut added = Vec::with_capacity(parameters.len());
            for parameter in parameters {
                let rest = parameter.name.text.replace("method.request.", "");
                let Some((location, own_name)) = rest.split_once('.') else { continue };
                let location = if location == "querystring" {
                    Word::made("query")
                } else {
                    parameter.name.with(location)
                };
                added.push(Piece::map(
                    span,
                    [
                        ("in", Piece::word(span, location)),
                        ("name", Piece::word(span, parameter.name.with(own_name))),
                        ("required", parameter.required.clone()),
                        ("type", Piece::text(span, "string")),
                    ],
                ));
                if parameter.caching.is_set()
                    && let Some(integration) = definition.get_mut(INTEGRATION).and_then(Piece::as_map_mut)
                {
                    let keys = integration
                        .get_or(&Word::made("cacheKeyParameters"), span, || Piece::list(span, Vec::new()));
                    if let Some(keys) = keys.as_list_mut() {
                        keys.push(Piece::word(span, parameter.name.clone()));
                    }
                }
            }
            add_parameters(definition, span, added);
        }
        Ok(())
    }

    /// Says how API Gateway answers by itself.
    pub(super) fn add_gateway_response(&mut self, name: &Word, response: Piece) -> Result<(), Failure> {
        let responses = map_of_mut(&mut self.responses, &format!("`{GATEWAY_RESPONSES}`"))?;
        responses.set(name.clone(), response.span, response);
        Ok(())
    }

    /// Declares models.
    pub(super) fn add_models(&mut self, models: &Fields) -> Result<(), Failure> {
        let own = map_of_mut(&mut self.models, "`definitions` in the definition of the API")?;
        for model in models.in_order() {
            if model.value.get_set("type").is_none() {
                let message = format!("the model `{}` has no `type`", model.key.text);
                return Err(Failure::new(model.key_span, message));
            }
            own.set(model.key.with(model.key.text.to_lowercase()), model.key_span, model.value.clone());
        }
        Ok(())
    }

    /// Puts the policy into the definition.
    pub(super) fn set_policy(&mut self) {
        let policy = self.policy.clone();
        if let Some(document) = self.document.as_map_mut() {
            document.put(POLICY, policy);
        }
    }
}

/// A method of a path, and where it is asked for.
#[derive(Clone, Copy)]
pub(super) struct Method<'m> {
    pub path: &'m Word,
    /// Normalized.
    pub name: &'m Word,
    pub span: Span,
    /// The condition of what is called.
    pub condition: Option<&'m Word>,
}

/// How a method calls a function.
pub(super) struct Lambda {
    pub uri: Piece,
    pub is_streamed: bool,
    pub credentials: Option<Piece>,
}

/// A parameter of requests.
pub(super) struct Parameter {
    pub name: Word,
    pub required: Piece,
    pub caching: Piece,
}

/// How preflight requests are answered.
pub(super) struct Cors {
    pub span: Span,
    pub origin: Option<Piece>,
    pub headers: Option<Piece>,
    pub methods: Option<Piece>,
    pub max_age: Option<Piece>,
    pub with_credentials: bool,
}

impl Cors {
    /// The method OPTIONS, answered by API Gateway itself.
    fn options(&self, origin: &Piece, methods: &Piece) -> Piece {
        let span = self.span;
        let text = |text: &str| Piece::text(span, text);
        let empty = || Fields::ordered();
        let mut values = empty();
        let mut headers = empty();
        let mut add = |name: &str, value: Piece, kind: &str| {
            values.put(&format!("method.response.header.Access-Control-{name}"), value);
            headers.put(&format!("Access-Control-{name}"), Piece::plain(span, [("type", text(kind))]));
        };
        add("Allow-Origin", origin.clone(), "string");
        if let Some(headers) = &self.headers {
            add("Allow-Headers", headers.clone(), "string");
        }
        add("Allow-Methods", methods.clone(), "string");
        if let Some(age) = &self.max_age {
            add("Max-Age", age.clone(), "integer");
        }
        if self.with_credentials {
            add("Allow-Credentials", text("'true'"), "string");
        }
        let json = |body: &str| Piece::plain(span, [("application/json", text(body))]);
        let default = Piece::map(
            span,
            [
                ("statusCode", text("200")),
                ("responseParameters", Piece::fields(span, values)),
                ("responseTemplates", json("{}\n")),
            ],
        );
        let integration = Piece::map(
            span,
            [
                ("type", text("mock")),
                ("requestTemplates", json("{\n  \"statusCode\" : 200\n}\n")),
                ("responses", Piece::map(span, [("default", default)])),
            ],
        );
        let response = Piece::map(
            span,
            [
                ("description", text("Default response for CORS method")),
                ("headers", Piece::fields(span, headers)),
            ],
        );
        let media = || Piece::list(span, vec![text("application/json")]);
        Piece::map(
            span,
            [
                ("summary", text("CORS support")),
                ("consumes", media()),
                ("produces", media()),
                (INTEGRATION, integration),
                ("responses", Piece::map(span, [("200", response)])),
            ],
        )
    }
}

/// The methods of a path, in quotes, as a browser wants to hear them.
fn methods_of(item: &Fields) -> String {
    if item.has(editor::ANY) {
        return format!("'{ALL_METHODS}'");
    }
    let mut methods: Vec<String> = item.iter().map(|field| field.key.text.to_uppercase()).collect();
    methods.push("OPTIONS".to_owned());
    methods.sort();
    methods.dedup();
    format!("'{}'", methods.join(","))
}

fn add_parameters(definition: &mut Fields, span: Span, parameters: Vec<Piece>) {
    let list = definition.get_or(&Word::made("parameters"), span, || Piece::list(span, Vec::new()));
    if let Some(list) = list.as_list_mut() {
        list.extend(parameters);
    }
}

/// The value under a condition.
fn wrapped(value: Piece, condition: Option<&Word>) -> Piece {
    match condition {
        Some(condition) => Piece::conditional(value.span, condition.clone(), value),
        None => value,
    }
}

/// Puts a method of a path under a condition.
fn wrap(item: &mut Fields, method: &Word, condition: Option<&Word>) {
    if let (Some(condition), Some(definition)) = (condition, item.get_mut(&method.text)) {
        let value = std::mem::replace(definition, Piece::boolean(definition.span, false));
        *definition = Piece::conditional(value.span, condition.clone(), value);
    }
}

fn has_key(security: &Piece, is_wanted: impl Fn(&str) -> bool) -> bool {
    security.as_map().is_some_and(|fields| fields.iter().any(|field| is_wanted(&field.key.text)))
}

/// The security of a method, each item of which is a map.
fn checked_security(definition: &Fields, path: &str, method: &str) -> Result<Vec<Piece>, Failure> {
    let security = security_of(definition, path, method)?;
    for item in &security {
        editor::map_of(item, &format!("an item of `security` of {}", editor::method_name(path, method)))?;
    }
    Ok(security)
}

/// Media types with the slash that JSON pointers write as `~1`.
fn unescaped(types: &Piece) -> Piece {
    let mut types = types.clone();
    types.replace_text(&|word| Word::written(word.text.replace("~1", "/")));
    types
}

fn set_endpoint(owner: &mut Piece, is_disabled: &Piece) -> Result<(), Failure> {
    let span = is_disabled.span;
    let fields = map_of_mut(owner, "`servers` in the definition of the API")?;
    let endpoint = fields.get_or(&Word::made(ENDPOINT), span, || Piece::fields(span, Fields::default()));
    map_of_mut(endpoint, &format!("`{ENDPOINT}`"))?.put("disableExecuteApiEndpoint", is_disabled.clone());
    Ok(())
}

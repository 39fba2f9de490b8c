//! The definition of a REST API, in Swagger 2 or OpenAPI 3, as SAM extends it.

mod cors;
mod requests;
mod security;

pub(super) use cors::Cors;
pub(super) use requests::Parameter;

use super::super::Failure;
use super::editor::{self, ENDPOINT, INTEGRATION, Paths, is_version_3, map_of_mut};
use super::fields::Fields;
use super::piece::{Piece, Word};
use crate::template::Span;

pub(super) const POLICY: &str = "x-amazon-apigateway-policy";
const BINARY_MEDIA_TYPES: &str = "x-amazon-apigateway-binary-media-types";
const GATEWAY_RESPONSES: &str = "x-amazon-apigateway-gateway-responses";

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

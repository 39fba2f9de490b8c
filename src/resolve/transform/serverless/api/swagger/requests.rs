//! What the requests to a method of a REST API look like: models, parameters, and their validation.

use super::super::super::Failure;
use super::super::editor::{INTEGRATION, is_version_3};
use super::super::fields::Fields;
use super::super::piece::{Piece, Word};
use super::{Method, Swagger};
use crate::template::Span;

const VALIDATORS: &str = "x-amazon-apigateway-request-validators";

/// A parameter of requests.
pub(in super::super) struct Parameter {
    pub name: Word,
    pub required: Piece,
    pub caching: Piece,
}

impl Swagger<'_> {
    /// Has a method's requests validated.
    pub(in super::super) fn add_validator(
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
    pub(in super::super) fn add_model(
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
    pub(in super::super) fn add_parameters(
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
}

fn add_parameters(definition: &mut Fields, span: Span, parameters: Vec<Piece>) {
    let list = definition.get_or(&Word::made("parameters"), span, || Piece::list(span, Vec::new()));
    if let Some(list) = list.as_list_mut() {
        list.extend(parameters);
    }
}

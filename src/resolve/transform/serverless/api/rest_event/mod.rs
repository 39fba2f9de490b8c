//! Events of type `Api`: a method of a REST API calls a function or starts a state machine.
//!
//! Facts: the AWS SAM Developer Guide, "Api" under "EventSource" of functions and of state machines.

mod auth;
mod requests;

use super::super::event::{Event, Target};
use super::super::properties::{Properties, Property, kind, optional, required};
use super::super::{Expanded, Expansion, Failure, logical_id, tree};
use super::editor::{map_of, map_of_mut, normalized};
use super::fields::Fields;
use super::piece::{Piece, Word};
use super::policy::without_parameters;
use super::swagger::{Lambda, Method, Swagger, skeleton};
use super::{function_uri, named_api, python, with_definition};
use crate::template::{Node, Resource, Span, Text};

const OF_FUNCTION: &[Property] = &[
    required("Path", kind::TEXT),
    required("Method", kind::TEXT),
    required("RestApiId", kind::TEXT),
    optional("Stage", kind::TEXT),
    optional("Auth", kind::MAP),
    optional("RequestModel", kind::MAP),
    optional("RequestParameters", kind::LIST),
    optional("TimeoutInMillis", kind::INTEGER),
    optional("ResponseTransferMode", kind::TEXT),
];

const OF_STATE_MACHINE: &[Property] = &[
    required("Path", kind::TEXT),
    required("Method", kind::TEXT),
    required("RestApiId", kind::TEXT),
    optional("Stage", kind::TEXT),
    optional("Auth", kind::MAP),
    optional("UnescapeMappingTemplate", kind::BOOLEAN).literal(),
];

/// Lets a method call a function, and makes the permission for it.
pub(in super::super) fn expand(
    expansion: &mut Expansion<'_>,
    owner: &Resource,
    event: &Event<'_>,
    target: &Target,
) -> Expanded {
    let properties = event.properties(OF_FUNCTION)?;
    let route = Route::read(expansion, event, &properties)?;
    note_function_name(expansion, owner, &route.api)?;
    let permission = route.permission(expansion, owner, event, target);
    let Some(mut api) = expansion.apis.properties.remove(&route.api) else { return Ok(vec![permission]) };
    let merges = api.properties.get_set("MergeDefinitions").is_some();
    let result = (|| {
        if api.is_managed || merges {
            route.integrate(expansion, &mut api.properties, merges, owner, target)?;
        }
        route.override_auth(expansion, &mut api.properties)
    })();
    expansion.apis.properties.insert(route.api.clone(), api);
    result.map(|()| vec![permission])
}

/// Lets a method start a state machine, or its alias, by a role of this ARN.
pub(in super::super) fn start_state_machine(
    expansion: &mut Expansion<'_>,
    owner: &Resource,
    event: &Event<'_>,
    target: &Text,
    role: &Node,
) -> Result<(), Failure> {
    let properties = event.properties(OF_STATE_MACHINE)?;
    let mut route = Route::read(expansion, event, &properties)?;
    // Here SAM doesn't look the stage up.
    route.stage = match properties.get("Stage") {
        Some(stage) => expansion.apis.read(stage),
        None => Piece { span: route.span, content: super::piece::Content::Null },
    };
    let Some(mut api) = expansion.apis.properties.remove(&route.api) else { return Ok(()) };
    let unescaped = properties.given("UnescapeMappingTemplate").is_some();
    let template = request_template(route.span, target, unescaped);
    let result = if api.is_managed {
        route.start(expansion, &mut api.properties, owner, role, template)
    } else {
        Ok(())
    };
    expansion.apis.properties.insert(route.api.clone(), api);
    result
}

/// Remembers which function an API calls: a new name deploys the API anew.
fn note_function_name(expansion: &mut Expansion<'_>, owner: &Resource, api: &Text) -> Result<(), Failure> {
    let Some(name) = owner.property("FunctionName") else { return Ok(()) };
    let mut name = expansion.apis.read(name);
    expansion.inline_parameters(&mut name)?;
    if name.is_set() {
        let name = name.as_text().map_or_else(|| python::print(&name), str::to_owned);
        expansion.apis.function_names.entry(api.clone()).or_default().push_str(&name);
    }
    Ok(())
}

/// A path and a method of an API.
struct Route {
    span: Span,
    /// What messages call the event.
    called: String,
    path: Word,
    /// In lower case.
    method: Word,
    api: Text,
    /// As the event names the API.
    api_id: Node,
    stage: Piece,
    stage_suffix: String,
    /// The properties of the event.
    properties: Piece,
}

impl Route {
    fn read(
        expansion: &Expansion<'_>,
        event: &Event<'_>,
        properties: &Properties<'_>,
    ) -> Result<Self, Failure> {
        let called = &event.called;
        let text = |name: &str| {
            let value = properties.get(name).and_then(Node::as_text).cloned();
            let wrong =
                || Failure::new(properties.span_of(name), format!("`{name}` of {called} has to be text"));
            value.ok_or_else(wrong)
        };
        let api_id = properties.get("RestApiId").cloned().unwrap_or_else(|| tree::text(event.span, ""));
        let resource = named_api(&api_id).and_then(|name| expansion.source.get(name));
        let Some(resource) = resource else {
            let message =
                format!("`RestApiId` of {called} has to name an `AWS::Serverless::Api` of the template");
            return Err(Failure::new(api_id.span, message));
        };
        let stage = match expansion.apis.get(&resource.logical_id) {
            Some(api) => api.get("StageName").cloned(),
            None => resource.property("StageName").map(|stage| expansion.apis.read(stage)),
        };
        let stage_suffix = match stage.as_ref().and_then(Piece::as_word) {
            Some(name) if name.text.is_empty() => {
                let message = format!("`StageName` of {} must not be empty", resource.called());
                return Err(Failure::new(resource.span, message));
            }
            Some(name) => name.clone(),
            None => Word::made("Stage"),
        };
        let all = Node { span: event.span, content: crate::template::Content::Map(properties.map.clone()) };
        Ok(Route {
            span: event.span,
            called: called.clone(),
            path: Word::written(text("Path")?),
            method: Word::written(text("Method")?.to_lowercase()),
            api: resource.logical_id.clone(),
            stage_suffix: stage_suffix.text.to_string(),
            stage: Piece::word(event.span, stage_suffix),
            api_id,
            properties: expansion.apis.read(&all),
        })
    }

    fn wrong<T>(&self, message: &str) -> Result<T, Failure> {
        Err(Failure::new(self.span, format!("{message}, in {}", self.called)))
    }

    /// Lets the API call the function.
    fn permission(
        &self,
        expansion: &Expansion<'_>,
        owner: &Resource,
        event: &Event<'_>,
        target: &Target,
    ) -> Resource {
        let suffix = &self.stage_suffix;
        let is_plain = suffix.chars().all(char::is_alphanumeric);
        let suffix = if is_plain { suffix.clone() } else { logical_id::hash(suffix) };
        let path = match self.path.text.strip_suffix('/') {
            Some(path) if !path.is_empty() => path,
            _ => &self.path.text,
        };
        let path = without_parameters(path);
        let method =
            if &*self.method.text == "any" { "*".to_owned() } else { self.method.text.to_uppercase() };
        let partition = expansion.partition_name();
        let arn = format!(
            "arn:{partition}:execute-api:${{AWS::Region}}:${{AWS::AccountId}}:${{__ApiId__}}/${{__Stage__}}/{method}{path}"
        );
        let variables = [("__ApiId__", self.api_id.clone()), ("__Stage__", tree::text(self.span, "*"))];
        super::permission(format!("{}Permission{suffix}", event.prefix), self.span)
            .under(owner)
            .with("FunctionName", target.name(self.span))
            .with("SourceArn", tree::sub_with(self.span, arn, variables))
    }

    /// Adds the method to the definition.
    fn integrate(
        &self,
        expansion: &Expansion<'_>,
        api: &mut Piece,
        merges: bool,
        owner: &Resource,
        target: &Target,
    ) -> Result<(), Failure> {
        with_definition(api, |api, definition| {
            self.integrate_into(expansion, api, definition, merges, owner, target)
        })
    }

    fn integrate_into(
        &self,
        expansion: &Expansion<'_>,
        api: &mut Piece,
        definition: &mut Piece,
        merges: bool,
        owner: &Resource,
        target: &Target,
    ) -> Result<(), Failure> {
        let mut generated = skeleton(self.span);
        let document = if merges { &mut generated } else { &mut *definition };
        let mode = self.properties.get("ResponseTransferMode").and_then(Piece::as_text);
        let is_streamed = mode == Some("RESPONSE_STREAM");
        let name = normalized(&self.method);
        let condition = owner.condition.as_ref().map(|(name, _)| Word::written(name.clone()));
        let method = Method { path: &self.path, name: &name, span: self.span, condition: condition.as_ref() };
        let lambda = Lambda {
            uri: function_uri(self.span, expansion.partition_name(), target, is_streamed),
            is_streamed,
            credentials: self.credentials(expansion, api)?,
        };
        let mut swagger = Swagger::edit(document)?;
        swagger.add_lambda_integration(&method, lambda)?;
        if let Some(auth) = self.properties.get_set("Auth") {
            self.add_auth(expansion, auth, api, &method, &mut swagger)?;
        }
        if let Some(timeout) = self.properties.get_set("TimeoutInMillis") {
            swagger.paths().set_timeout(&self.path.text, &name.text, timeout)?;
        }
        self.add_model(api, &method, &mut swagger)?;
        self.add_parameters(&method, &mut swagger)?;
        swagger.finish();
        if merges {
            self.merge(definition, &generated, &name)?;
        }
        Ok(())
    }

    /// Adds the method that SAM made to the definition of the template. What SAM made wins.
    fn merge(&self, definition: &mut Piece, generated: &Piece, name: &Word) -> Result<(), Failure> {
        let made = generated.get("paths").and_then(|paths| paths.get(&self.path.text));
        let Some(made) = made.and_then(|path| path.get(&name.text)).and_then(Piece::as_map) else {
            return Ok(());
        };
        let fields = map_of_mut(definition, "`DefinitionBody`")?;
        *fields = fields.copied();
        let Some(paths) = fields.get_mut("paths") else { return Ok(()) };
        let paths = map_of_mut(paths, "`paths` in the definition of the API")?;
        let what = super::editor::method_name(&self.path.text, &self.method.text);
        let mut merged = Fields::default();
        let existing = match paths.get(&self.path.text).filter(|path| !path.is_null()) {
            Some(path) => {
                map_of(path, &super::editor::item_name(&self.path.text))?.get(&self.method.text).cloned()
            }
            None => None,
        };
        if let Some(existing) = existing.filter(Piece::is_set) {
            for field in map_of(&existing, &what)?.in_order() {
                merged.set(field.key.clone(), field.key_span, field.value.clone());
            }
        }
        for field in made.in_order() {
            merged.set(field.key.clone(), field.key_span, field.value.clone());
        }
        let path = paths.get_or(&self.path, self.span, || Piece::fields(self.span, Fields::default()));
        let path = map_of_mut(path, &super::editor::item_name(&self.path.text))?;
        path.set(self.method.clone(), self.span, Piece::fields(self.span, merged));
        Ok(())
    }

    /// Adds the method that starts a state machine.
    fn start(
        &self,
        expansion: &Expansion<'_>,
        api: &mut Piece,
        owner: &Resource,
        role: &Node,
        templates: Piece,
    ) -> Result<(), Failure> {
        let span = self.span;
        let name = normalized(&self.method);
        let condition = owner.condition.as_ref().map(|(name, _)| Word::written(name.clone()));
        let method = Method { path: &self.path, name: &name, span, condition: condition.as_ref() };
        let uri = "arn:${AWS::Partition}:apigateway:${AWS::Region}:states:action/StartExecution";
        with_definition(api, |api, definition| {
            let mut swagger = Swagger::edit(definition)?;
            let role = Piece::read_made(role);
            swagger.add_state_machine_integration(
                &method,
                Piece::sub(span, Word::made(uri)),
                &role,
                Some(templates),
            )?;
            if let Some(auth) = self.properties.get_set("Auth") {
                self.add_auth(expansion, auth, api, &method, &mut swagger)?;
            }
            swagger.finish();
            Ok(())
        })
    }
}

/// What a request starts a state machine with: its body as input.
fn request_template(span: Span, state_machine: &Text, unescaped: bool) -> Piece {
    let replaced = if unescaped { r#".replaceAll("\\'","'")"# } else { "" };
    let template = format!(
        r#"{{"input": "$util.escapeJavaScript($input.json('$')){replaced}", "stateMachineArn": "${{{state_machine}}}"}}"#
    );
    Piece::plain(span, [("application/json", Piece::sub(span, Word::made(template)))])
}

//! Events of type `HttpApi`: a method of an HTTP API calls a function.
//!
//! Facts: the AWS SAM Developer Guide, "HttpApi" under "EventSource".

use super::super::event::{Event, Target};
use super::super::properties::{Properties, Property, kind, optional};
use super::super::{Expanded, Expansion, Failure, tree};
use super::editor::{ANY, list_of, map_of, normalized, word_of};
use super::openapi::{DEFAULT_PATH, OpenApi};
use super::piece::{Content, Piece, Word};
use super::swagger::Method;
use super::{function_uri, named_api, with_definition};
use crate::template::{Node, Resource, Span};

const PROPERTIES: &[Property] = &[
    optional("Path", kind::TEXT),
    optional("Method", kind::TEXT),
    optional("ApiId", kind::TEXT),
    optional("Stage", kind::TEXT),
    optional("Auth", kind::MAP),
    optional("TimeoutInMillis", kind::INTEGER),
    optional("RouteSettings", kind::MAP),
    optional("PayloadFormatVersion", kind::TEXT),
];

/// Lets a method call a function, and makes the permission for it.
pub(in super::super) fn expand(
    expansion: &mut Expansion<'_>,
    owner: &Resource,
    event: &Event<'_>,
    target: &Target,
) -> Expanded {
    let properties = event.properties(PROPERTIES)?;
    let route = Route::read(expansion, event, &properties)?;
    let name = properties.get("ApiId").and_then(named_api);
    let Some(logical_id) = name.and_then(|name| expansion.source.get(name)).map(|api| api.logical_id.clone())
    else {
        let message =
            format!("`ApiId` of {} has to name an `AWS::Serverless::HttpApi` of the template", event.called);
        return Err(Failure::new(event.span, message));
    };
    let Some(mut api) = expansion.apis.properties.remove(&logical_id) else {
        return Ok(vec![route.permission(owner, event, target)]);
    };
    let result = (|| {
        let permission = if route.is_covered(&mut api.properties, target)? {
            None
        } else {
            Some(route.permission(owner, event, target))
        };
        route.integrate(&mut api.properties, api.is_managed, owner, target)?;
        Ok(permission.into_iter().collect())
    })();
    expansion.apis.properties.insert(logical_id, api);
    result
}

/// A path and a method of an API.
struct Route {
    span: Span,
    /// What messages call the event.
    called: String,
    path: Word,
    /// In lower case.
    method: Word,
    api_id: Node,
    /// The properties of the event.
    properties: Piece,
}

impl Route {
    fn read(
        expansion: &Expansion<'_>,
        event: &Event<'_>,
        properties: &Properties<'_>,
    ) -> Result<Self, Failure> {
        let text = |name: &str| {
            let value = properties.get(name).and_then(Node::as_text).cloned();
            let message = || format!("`{name}` of {} has to be text", event.called);
            value.ok_or_else(|| Failure::new(properties.span_of(name), message()))
        };
        let all = Node { span: event.span, content: crate::template::Content::Map(properties.map.clone()) };
        Ok(Route {
            span: event.span,
            called: event.called.clone(),
            path: Word::written(text("Path")?),
            method: Word::written(text("Method")?.to_lowercase()),
            api_id: properties.get("ApiId").cloned().unwrap_or_else(|| tree::text(event.span, "")),
            properties: expansion.apis.read(&all),
        })
    }

    fn wrong<T>(&self, message: &str) -> Result<T, Failure> {
        Err(Failure::new(self.span, format!("{message}, in {}", self.called)))
    }

    /// Whether the permission of the default path already lets the API call the function.
    fn is_covered(&self, api: &mut Piece, target: &Target) -> Result<bool, Failure> {
        let definition =
            api.as_map_mut().and_then(|api| api.get_mut("DefinitionBody")).filter(|body| body.is_set());
        let Some(definition) = definition else { return Ok(false) };
        if !definition.get("paths").and_then(Piece::as_map).is_some_and(|paths| paths.has(DEFAULT_PATH)) {
            return Ok(false);
        }
        // SAM looks at a copy.
        let mut copy = definition.clone();
        let mut document = OpenApi::edit(&mut copy)?;
        Ok(self.trimmed() != DEFAULT_PATH && document.calls(DEFAULT_PATH, ANY, target.logical_id())?)
    }

    /// The path without a slash at its end.
    fn trimmed(&self) -> &str {
        match self.path.text.strip_suffix('/') {
            Some(path) if !path.is_empty() => path,
            _ => &self.path.text,
        }
    }

    /// Lets the API call the function.
    fn permission(&self, owner: &Resource, event: &Event<'_>, target: &Target) -> Resource {
        let path = if self.trimmed() == DEFAULT_PATH { "" } else { self.trimmed() };
        let path = without_parameters(path);
        let is_any = matches!(&*self.method.text, "any" | ANY);
        let method = if is_any { "*".to_owned() } else { self.method.text.to_uppercase() };
        let route = if &*self.method.text == "any" && path == format!("/{DEFAULT_PATH}") {
            path
        } else {
            format!("/{method}{path}")
        };
        let arn = format!(
            "arn:${{AWS::Partition}}:execute-api:${{AWS::Region}}:${{AWS::AccountId}}:${{__ApiId__}}/${{__Stage__}}{route}"
        );
        let variables = [("__ApiId__", self.api_id.clone()), ("__Stage__", tree::text(self.span, "*"))];
        super::permission(format!("{}Permission", event.prefix), self.span)
            .under(owner)
            .with("FunctionName", target.name(self.span))
            .with("SourceArn", tree::sub_with(self.span, arn, variables))
    }

    /// Adds the method to the definition.
    fn integrate(
        &self,
        api: &mut Piece,
        is_managed: bool,
        owner: &Resource,
        target: &Target,
    ) -> Result<(), Failure> {
        with_definition(api, |api, definition| {
            self.integrate_into(api, definition, is_managed, owner, target)
        })
    }

    fn integrate_into(
        &self,
        api: &mut Piece,
        definition: &mut Piece,
        is_managed: bool,
        owner: &Resource,
        target: &Target,
    ) -> Result<(), Failure> {
        let name = normalized(&self.method);
        let condition = owner.condition.as_ref().map(|(name, _)| Word::written(name.clone()));
        let method = Method { path: &self.path, name: &name, span: self.span, condition: condition.as_ref() };
        let mut document = OpenApi::edit(definition)?;
        if is_managed && document.paths()?.has_integration(&self.path.text, &name.text)? {
            return self.wrong(&format!(
                "another event has the method `{}` of `{}`",
                self.method.text, self.path.text
            ));
        }
        let uri = function_uri(self.span, "${AWS::Partition}", target, false);
        document.add_lambda_integration(&method, uri)?;
        if let Some(auth) = self.properties.get_set("Auth") {
            self.add_auth(auth, api, &method, &mut document)?;
        }
        if let Some(timeout) = self.properties.get_set("TimeoutInMillis") {
            document.paths()?.set_timeout(&self.path.text, &name.text, timeout)?;
        }
        let parameters = parameters_of(&self.path.text);
        if !parameters.is_empty() {
            document.add_path_parameters(&method, &parameters)?;
        }
        if let Some(version) = self.properties.get_set("PayloadFormatVersion") {
            document.set_payload_version(&method, version)?;
        }
        document.finish();
        Ok(())
    }

    fn add_auth(
        &self,
        auth: &Piece,
        api: &Piece,
        method: &Method<'_>,
        document: &mut OpenApi<'_>,
    ) -> Result<(), Failure> {
        let empty = Piece { span: self.span, content: Content::Null };
        let of_api = match api.as_map().and_then(|api| api.get("Auth")) {
            Some(auth) => {
                map_of(auth, "`Auth` of the API")?;
                auth
            }
            None => &empty,
        };
        let default = of_api.get_set("DefaultAuthorizer");
        let Some(authorizer) = auth.get_set("Authorizer").or(default) else {
            return self.wrong("`Auth` needs an `Authorizer`, or the API a `DefaultAuthorizer`");
        };
        let authorizers = of_api.get_set("Authorizers");
        let is_iam_enabled = of_api.get("EnableIamAuthorizer").is_some_and(Piece::is_true);
        match authorizer.as_text() {
            Some("NONE") if default.is_some() => {}
            Some("NONE") => return self.wrong("the authorizer NONE needs a `DefaultAuthorizer` of the API"),
            Some("AWS_IAM") if is_iam_enabled => {}
            Some(name) => {
                let is_declared = match authorizers {
                    Some(authorizers) => {
                        map_of(authorizers, "`Authorizers`")?.get(name).is_some_and(Piece::is_set)
                    }
                    None => false,
                };
                if !is_declared {
                    return self.wrong(&format!("the API doesn't declare the authorizer `{name}`"));
                }
            }
            None => return self.wrong("`Authorizer` has to be text"),
        }
        let scopes = auth.get_set("AuthorizationScopes");
        if let Some(scopes) = scopes {
            list_of(scopes, "`AuthorizationScopes`")?;
        }
        document.set_authorizer(method, word_of(authorizer, "`Authorizer`")?, authorizers, scopes)
    }
}

/// The names in braces in a path.
fn parameters_of(path: &str) -> Vec<&str> {
    let mut names = Vec::new();
    let mut rest = path;
    while let Some((_, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else { break };
        names.push(name);
        rest = after;
    }
    names
}

/// A path with its parameters as wildcards. Of greedy ones only `{proxy+}` is known.
fn without_parameters(path: &str) -> String {
    let kept: Vec<&str> =
        parameters_of(path).into_iter().filter(|name| name.ends_with('+') && *name != "proxy+").collect();
    if kept.is_empty() {
        return super::policy::without_parameters(path);
    }
    let mut result = String::new();
    let mut rest = path;
    for name in kept {
        let braced = format!("{{{name}}}");
        if let Some((before, after)) = rest.split_once(&braced) {
            result.push_str(&super::policy::without_parameters(before));
            result.push_str(&braced);
            rest = after;
        }
    }
    result.push_str(&super::policy::without_parameters(rest));
    result
}

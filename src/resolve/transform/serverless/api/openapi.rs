//! The definition of an HTTP API, in OpenAPI 3, as SAM extends it.

use super::super::Failure;
use super::editor::{
    self, ANY, ENDPOINT, INTEGRATION, Paths, is_version_3, list_of, map_of, map_of_mut, security_of,
};
use super::fields::Fields;
use super::http_authorizer::HttpAuthorizer;
use super::piece::{Content, Piece, Word};
use super::swagger::Method;
use crate::template::Span;

const CORS: &str = "x-amazon-apigateway-cors";
const TAG_VALUE: &str = "x-amazon-apigateway-tag-value";

/// The path of requests that no other path takes.
pub(super) const DEFAULT_PATH: &str = "$default";

/// A definition without paths.
pub(super) fn skeleton(span: Span) -> Piece {
    let text = |text: &str| Piece::text(span, text);
    let info =
        Piece::map(span, [("version", text("1.0")), ("title", Piece::reference(span, "AWS::StackName"))]);
    let paths = Piece::fields(span, Fields::ordered());
    Piece::map(span, [("openapi", text("3.0.1")), ("info", info), ("paths", paths)])
}

/// Whether SAM takes a piece for the definition of an HTTP API.
pub(super) fn is_definition(piece: Option<&Piece>) -> bool {
    piece.is_some_and(|piece| {
        piece.get("paths").is_some_and(|paths| paths.as_map().is_some())
            && piece.get_set("openapi").is_some_and(is_version_3)
    })
}

/// A definition while it is edited. Each edit copies it before and after, as SAM does.
pub(super) struct OpenApi<'d> {
    document: &'d mut Piece,
}

impl<'d> OpenApi<'d> {
    /// Begins an edit.
    pub(super) fn edit(document: &'d mut Piece) -> Result<Self, Failure> {
        if !is_definition(Some(document)) {
            let message =
                "the definition of the API needs `paths`, and a version of `openapi` that begins with 3";
            return Err(Failure::new(document.span, message));
        }
        document.copy_deeply();
        if let Some(components) = document.get("components") {
            map_of(components, "`components` in the definition of the API")?;
        }
        Ok(OpenApi { document })
    }

    /// Ends the edit.
    pub(super) fn finish(self) {
        self.document.copy_deeply();
    }

    fn fields(&mut self) -> Result<&mut Fields, Failure> {
        map_of_mut(self.document, "the definition of the API")
    }

    /// A part of the definition, which is added if there is none.
    fn part(&mut self, name: &str, empty: impl FnOnce() -> Content) -> Result<&mut Piece, Failure> {
        let span = self.document.span;
        let fields = self.fields()?;
        if !fields.get(name).is_some_and(Piece::is_set) {
            fields.put(name, Piece { span, content: empty() });
        }
        let missing = || Failure::new(span, format!("`{name}` is missing in the definition of the API"));
        fields.get_mut(name).ok_or_else(missing)
    }

    /// The paths.
    pub(super) fn paths(&mut self) -> Result<Paths<'_>, Failure> {
        self.part("paths", || Content::Map(Fields::ordered())).map(Paths)
    }

    /// Whether a method calls this function and no other.
    pub(super) fn calls(&mut self, path: &str, method: &str, function: &str) -> Result<bool, Failure> {
        let paths = self.paths()?;
        if !paths.has_integration(path, method)? {
            return Ok(false);
        }
        for item in paths.items(path)? {
            let Some(definition) = item.get(method) else { return Ok(false) };
            for definition in editor::branches(definition)? {
                let Some(uri) = definition.get(INTEGRATION).and_then(|integration| integration.get("uri"))
                else {
                    return Ok(false);
                };
                if uri.as_map().is_none() {
                    return Ok(false);
                }
                for uri in editor::branches(uri)? {
                    let arn = uri.get("Fn::Sub").and_then(Piece::as_text).unwrap_or_default();
                    if called(arn) != Some(function) {
                        return Ok(false);
                    }
                }
            }
        }
        Ok(true)
    }

    /// Lets a method call a function, unless it calls something.
    pub(super) fn add_lambda_integration(&mut self, method: &Method<'_>, uri: Piece) -> Result<(), Failure> {
        let Method { path, name, span, condition } = *method;
        let mut paths = self.paths()?;
        if paths.has_integration(&path.text, &name.text)? {
            return Ok(());
        }
        paths.add(path, name, span)?;
        let uri = match condition {
            Some(condition) => Piece::conditional(span, condition.clone(), uri),
            None => uri,
        };
        for item in paths.items_mut(&path.text)? {
            let Some(definition) = item.get_mut(&name.text) else { continue };
            if definition.is_null() {
                *definition = Piece::fields(span, Fields::ordered());
            }
            let fields = map_of_mut(definition, &editor::method_name(&path.text, &name.text))?;
            let text = |text: &str| Piece::text(span, text);
            let integration = Piece::map(
                span,
                [
                    ("type", text("aws_proxy")),
                    ("httpMethod", text("POST")),
                    ("payloadFormatVersion", text("2.0")),
                    ("uri", uri.clone()),
                ],
            );
            fields.put(INTEGRATION, integration);
            if &*path.text == DEFAULT_PATH && &*name.text == ANY {
                fields.put("isDefaultRoute", Piece::boolean(span, true));
            }
            fields.get_or(&Word::made("responses"), span, || Piece::fields(span, Fields::ordered()));
            if let Some(condition) = condition {
                let value = std::mem::replace(definition, Piece { span, content: Content::Null });
                *definition = Piece::conditional(span, condition.clone(), value);
            }
        }
        Ok(())
    }

    /// Declares the parameters in a path.
    pub(super) fn add_path_parameters(&mut self, method: &Method<'_>, names: &[&str]) -> Result<(), Failure> {
        let Method { path, name, span, .. } = *method;
        for definition in self.paths()?.definitions(&path.text, &name.text)? {
            let list = definition.get_or(&Word::made("parameters"), span, || Piece::list(span, Vec::new()));
            let Some(list) = list.as_list_mut() else { continue };
            for name in names {
                let is_same = |other: &&mut Piece| other.get("name").and_then(Piece::as_text) == Some(name);
                match list.iter_mut().find(is_same).and_then(Piece::as_map_mut) {
                    Some(existing) => {
                        existing.put("in", Piece::text(span, "path"));
                        existing.put("required", Piece::boolean(span, true));
                    }
                    None => list.push(Piece::map(
                        span,
                        [
                            ("name", Piece::word(span, Word::written(*name))),
                            ("in", Piece::text(span, "path")),
                            ("required", Piece::boolean(span, true)),
                        ],
                    )),
                }
            }
        }
        Ok(())
    }

    /// Sets the version of what a function is given.
    pub(super) fn set_payload_version(
        &mut self,
        method: &Method<'_>,
        version: &Piece,
    ) -> Result<(), Failure> {
        for definition in self.paths()?.definitions(&method.path.text, &method.name.text)? {
            if let Some(integration) = definition.get_mut(INTEGRATION).and_then(Piece::as_map_mut) {
                integration.put("payloadFormatVersion", version.clone());
            }
        }
        Ok(())
    }

    /// Declares authorizers.
    pub(super) fn add_authorizers(&mut self, authorizers: &[HttpAuthorizer]) -> Result<(), Failure> {
        if authorizers.is_empty() {
            return Ok(());
        }
        let components = self.part("components", || Content::Map(Fields::ordered()))?;
        let span = components.span;
        let components = map_of_mut(components, "`components` in the definition of the API")?;
        if !components.get("securitySchemes").is_some_and(Piece::is_set) {
            components.put("securitySchemes", Piece::fields(span, Fields::ordered()));
        }
        let Some(schemes) = components.get_mut("securitySchemes") else { return Ok(()) };
        let schemes = map_of_mut(schemes, "`securitySchemes` in the definition of the API")?;
        for authorizer in authorizers {
            schemes.set(authorizer.name.clone(), authorizer.span, authorizer.definition()?);
        }
        Ok(())
    }

    /// Sets the authorizer of all methods that don't choose one.
    pub(super) fn set_default_authorizer(
        &mut self,
        path: &str,
        default: &Word,
        scopes: &Piece,
    ) -> Result<(), Failure> {
        let mut paths = self.paths()?;
        for item in paths.items_mut(path)? {
            for key in item.keys() {
                if matches!(&*key.text.to_lowercase(), "parameters" | "options") {
                    continue;
                }
                let Some(method) = item.get_mut(&key.text) else { continue };
                for definition in editor::branches_mut(method)? {
                    let span = definition.span;
                    let definition = map_of_mut(definition, &editor::method_name(path, &key.text))?;
                    if !definition.get(INTEGRATION).is_some_and(Piece::is_set)
                        || definition.get("security").is_some_and(Piece::is_set)
                    {
                        continue;
                    }
                    let mut security = Fields::default();
                    security.set(default.clone(), span, scopes.clone());
                    definition.put("security", Piece::list(span, vec![Piece::fields(span, security)]));
                }
            }
        }
        Ok(())
    }

    /// Sets the authorizer that a method chooses.
    pub(super) fn set_authorizer(
        &mut self,
        method: &Method<'_>,
        authorizer: &Word,
        authorizers: Option<&Piece>,
        scopes: Option<&Piece>,
    ) -> Result<(), Failure> {
        let Method { path, name, span, .. } = *method;
        for definition in self.paths()?.definitions(&path.text, &name.text)? {
            let mut chosen = Piece::list(span, Vec::new());
            if !matches!(&*authorizer.text, "NONE" | "AWS_IAM") {
                let declared = authorizers.and_then(|authorizers| authorizers.get(&authorizer.text));
                if let Some(declared) = declared {
                    map_of(declared, &format!("the authorizer `{}`", authorizer.text))?;
                    let own = declared.get_set("AuthorizationScopes").filter(|_| declared.is_set());
                    if let Some(scopes) = scopes.filter(|scopes| scopes.is_set()).or(own) {
                        chosen = scopes.clone();
                    }
                }
            }
            let mut security = security_of(definition, &path.text, &name.text)?;
            let mut more = Fields::default();
            more.set(authorizer.clone(), span, chosen);
            security.push(Piece::fields(span, more));
            definition.put("security", Piece::list(span, security));
        }
        Ok(())
    }

    /// Sets tags.
    pub(super) fn add_tags(&mut self, tags: &Fields) -> Result<(), Failure> {
        let list = self.part("tags", || Content::List(Vec::new()))?;
        list_of(list, "`tags` in the definition of the API")?;
        let Some(list) = list.as_list_mut() else { return Ok(()) };
        for tag in tags.in_order() {
            let is_same =
                |other: &&mut Piece| other.get("name").and_then(Piece::as_text) == Some(&*tag.key.text);
            match list.iter_mut().find(is_same).and_then(Piece::as_map_mut) {
                Some(existing) => existing.put(TAG_VALUE, tag.value.clone()),
                None => list.push(Piece::map(
                    tag.key_span,
                    [("name", Piece::word(tag.key_span, tag.key.clone())), (TAG_VALUE, tag.value.clone())],
                )),
            }
        }
        Ok(())
    }

    /// Switches the default endpoint on or off.
    pub(super) fn set_default_endpoint(&mut self, is_disabled: &Piece) -> Result<(), Failure> {
        let span = is_disabled.span;
        let servers = self.fields()?.get_or(&Word::made("servers"), span, || {
            Piece::list(span, vec![Piece::fields(span, Fields::ordered())])
        });
        for server in servers.as_list_mut().into_iter().flatten() {
            let server = map_of_mut(server, "an item of `servers` in the definition of the API")?;
            let endpoint =
                server.get_or(&Word::made(ENDPOINT), span, || Piece::fields(span, Fields::default()));
            map_of_mut(endpoint, &format!("`{ENDPOINT}`"))?
                .put("disableExecuteApiEndpoint", is_disabled.clone());
        }
        Ok(())
    }

    /// Sets from where browsers may call the API.
    pub(super) fn set_cors(&mut self, settings: &Fields) -> Result<(), Failure> {
        let span = self.document.span;
        let cors = self.fields()?.get_or(&Word::made(CORS), span, || Piece::fields(span, Fields::default()));
        let cors = map_of_mut(cors, &format!("`{CORS}`"))?;
        for setting in settings.iter() {
            cors.set(setting.key.clone(), setting.key_span, setting.value.clone());
        }
        Ok(())
    }

    /// Sets a field of `info`.
    pub(super) fn set_info(&mut self, name: &str, value: &Piece) -> Result<(), Failure> {
        let info = self.part("info", || Content::Map(Fields::ordered()))?;
        map_of_mut(info, "`info` in the definition of the API")?.put(name, value.clone());
        Ok(())
    }
}

/// The function that a URI with `${Function.Arn}` names: the first of that form.
fn called(uri: &str) -> Option<&str> {
    let end = uri.match_indices(".Arn").find(|(index, _)| {
        uri.get(..*index).is_some_and(|before| before.ends_with(|c: char| c.is_ascii_alphanumeric()))
    })?;
    let before = uri.get(..end.0)?;
    let start = before.rfind(|c: char| !c.is_ascii_alphanumeric()).map_or(0, |index| index + 1);
    before.get(start..)
}

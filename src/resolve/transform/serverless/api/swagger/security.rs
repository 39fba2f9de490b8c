//! Who may call the methods of a REST API: authorizers and API keys in its definition.

use super::super::super::Failure;
use super::super::authorizer::Authorizer;
use super::super::editor::{self, INTEGRATION, map_of_mut, normalized, security_of};
use super::super::fields::Fields;
use super::super::piece::{Piece, Word};
use super::{Method, Swagger};
use crate::template::Span;

impl Swagger<'_> {
    /// Declares authorizers.
    pub(in super::super) fn add_authorizers(&mut self, authorizers: &[Authorizer]) -> Result<(), Failure> {
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
    pub(in super::super) fn add_api_key(&mut self, span: Span) -> Result<(), Failure> {
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
    pub(in super::super) fn set_default_authorizer(
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
    pub(in super::super) fn set_default_api_key(
        &mut self,
        path: &str,
        on_preflight: bool,
    ) -> Result<(), Failure> {
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
    pub(in super::super) fn set_authorizer(
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
    pub(in super::super) fn set_api_key(
        &mut self,
        method: &Method<'_>,
        is_required: bool,
    ) -> Result<(), Failure> {
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

//! Who may call the method of an event.

use super::super::super::{Expansion, Failure};
use super::super::editor::{list_of, map_of, normalized, word_of};
use super::super::piece::Piece;
use super::super::swagger::{Method, Swagger};
use super::{Route, with_definition};

impl Route {
    /// The role by which API Gateway calls the function, where callers are known to IAM.
    pub(super) fn credentials(
        &self,
        expansion: &Expansion<'_>,
        api: &Piece,
    ) -> Result<Option<Piece>, Failure> {
        let own = self.properties.get_set("Auth");
        let of_api = api.get_set("Auth");
        for auth in [own, of_api].into_iter().flatten() {
            map_of(auth, "`Auth`")?;
        }
        let is_iam = |auth: Option<&Piece>, key: &str| {
            auth.and_then(|auth| auth.get(key)).and_then(Piece::as_text) == Some("AWS_IAM")
        };
        if !(is_iam(own, "Authorizer") || (own.is_none() && is_iam(of_api, "DefaultAuthorizer"))) {
            return Ok(None);
        }
        let role = |auth: Option<&Piece>| {
            let role = auth?.as_map()?.get("InvokeRole")?;
            Some(if role.is_set() { role.clone() } else { Piece::text(role.span, "NONE") })
        };
        let role = role(own).or_else(|| role(of_api));
        Ok(match role.as_ref().map(|role| role.as_text()) {
            Some(Some("NONE")) => None,
            None | Some(Some("CALLER_CREDENTIALS")) => {
                let arn = format!("arn:{}:iam::*:user/*", expansion.partition_name());
                Some(Piece::text(self.span, arn))
            }
            Some(_) => role,
        })
    }

    /// Applies what the event says of authorizers, API keys and the resource policy.
    pub(super) fn add_auth(
        &self,
        expansion: &Expansion<'_>,
        auth: &Piece,
        api: &mut Piece,
        method: &Method<'_>,
        swagger: &mut Swagger<'_>,
    ) -> Result<(), Failure> {
        map_of(auth, "`Auth`")?;
        if let Some(of_api) = api.as_map_mut().and_then(|api| api.get_mut("Auth")) {
            expansion.inline_parameters(of_api)?;
        }
        let of_api = api.get_set("Auth");
        let authorizers = of_api.and_then(|auth| auth.get_set("Authorizers"));
        let authorizer = auth.get_set("Authorizer");
        let setting = |key: &str| of_api.and_then(|auth| auth.get_set(key));
        if let Some(name) = authorizer {
            if let Some(authorizers) = authorizers {
                map_of(authorizers, "`Authorizers`")?;
            }
            match name.as_text() {
                Some("AWS_IAM") => {}
                Some("NONE") if setting("DefaultAuthorizer").is_some() => {}
                Some("NONE") => {
                    return self.wrong("the authorizer NONE needs a `DefaultAuthorizer` of the API");
                }
                Some(name) if authorizers.is_some_and(|all| all.get_set(name).is_some()) => {}
                Some(name) => {
                    return self.wrong(&format!("the API doesn't declare the authorizer `{name}`"));
                }
                None => return self.wrong("`Authorizer` has to be text"),
            }
        }
        if let Some(scopes) = auth.get_set("AuthorizationScopes") {
            list_of(scopes, "`AuthorizationScopes`")?;
            if authorizer.is_none() {
                return self.wrong("`AuthorizationScopes` needs an `Authorizer`");
            }
        }
        let key = auth.get("ApiKeyRequired");
        if key.is_some_and(|key| !key.is_set()) && setting("ApiKeyRequired").is_none() {
            return self.wrong("`ApiKeyRequired: false` needs `ApiKeyRequired: true` of the API");
        }
        if let Some(name) = authorizer {
            let name = word_of(name, "`Authorizer`")?;
            swagger.set_authorizer(method, name, authorizers, auth.get("AuthorizationScopes"))?;
        }
        if let Some(key) = key {
            swagger.set_api_key(method, key.is_set())?;
        }
        if let Some(policy) = auth.get_set("ResourcePolicy") {
            swagger.add_resource_policy(policy, &self.path, &self.stage)?;
            if let Some(statements) = policy.get_set("CustomStatements") {
                swagger.add_custom_statements(statements)?;
            }
        }
        Ok(())
    }

    /// Applies `Auth` to a definition that the template itself gives, where the event asks for it.
    pub(super) fn override_auth(&self, expansion: &Expansion<'_>, api: &mut Piece) -> Result<(), Failure> {
        let auth = self.properties.get_set("Auth").filter(|auth| auth.get_set("OverrideApiAuth").is_some());
        let (Some(auth), Some(_)) = (auth, api.get_set("DefinitionBody")) else { return Ok(()) };
        if !["Authorizer", "ApiKeyRequired", "ResourcePolicy"].iter().any(|key| auth.get_set(key).is_some()) {
            return self.wrong("`OverrideApiAuth` needs `Authorizer`, `ApiKeyRequired` or `ResourcePolicy`");
        }
        let name = normalized(&self.method);
        let method = Method { path: &self.path, name: &name, span: self.span, condition: None };
        with_definition(api, |api, definition| {
            let mut swagger = Swagger::edit(definition)?;
            self.add_auth(expansion, auth, api, &method, &mut swagger)?;
            swagger.finish();
            Ok(())
        })
    }
}

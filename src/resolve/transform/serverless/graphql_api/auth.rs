//! Who may call a GraphQL API.

use super::super::Failure;
use super::super::properties::{Properties, Property, kind, optional, required};
use super::super::tree::{list, map};
use super::{GraphQlApi, without_nulls};
use crate::template::{Node, Resource};

const AUTH: &[Property] = &[
    optional("Additional", kind::LIST).literal(),
    optional("LambdaAuthorizer", kind::MAP).literal(),
    optional("OpenIDConnect", kind::MAP).literal(),
    required("Type", kind::TEXT).literal(),
    optional("UserPool", kind::MAP).literal(),
];

impl<'a> GraphQlApi<'a, '_> {
    /// Sets who may call the API. Gives the functions that decide it.
    pub(super) fn auth(&self, api: &mut Resource) -> Result<Vec<Node>, Failure> {
        let Some(node) = self.properties.get("Auth") else {
            return self.wrong(self.span, "`Auth` is needed");
        };
        let auth = self.part("`Auth`", node, AUTH)?;
        let mut functions = Vec::new();
        let kind = self.auth_kind(&auth)?;
        api.set("AuthenticationType", kind.clone());
        if let Some((name, configuration)) = self.authorizer(&auth, false)? {
            if name == "LambdaAuthorizerConfig" {
                functions.extend(configuration.as_map().and_then(|map| map.get("AuthorizerUri")).cloned());
            }
            api.set(name, configuration);
        }
        let mut providers = Vec::new();
        for node in auth.get("Additional").and_then(Node::as_list).unwrap_or_default() {
            let additional = self.part("an item of `Additional`", node, AUTH)?;
            if let Some(more) = additional.get("Additional") {
                return self.wrong(more.span, "an item of `Additional` can't have `Additional`");
            }
            let mut provider = vec![("AuthenticationType", self.auth_kind(&additional)?.clone())];
            if let Some((name, configuration)) = self.authorizer(&additional, true)? {
                if name == "LambdaAuthorizerConfig" {
                    functions
                        .extend(configuration.as_map().and_then(|map| map.get("AuthorizerUri")).cloned());
                }
                provider.push((name, configuration));
            }
            providers.push(map(node.span, provider));
        }
        if !providers.is_empty() {
            api.set("AdditionalAuthenticationProviders", list(node.span, providers));
        }
        Ok(functions)
    }

    fn auth_kind(&self, auth: &Properties<'a>) -> Result<&'a Node, Failure> {
        const KINDS: [&str; 5] =
            ["AWS_IAM", "API_KEY", "AWS_LAMBDA", "OPENID_CONNECT", "AMAZON_COGNITO_USER_POOLS"];
        let kind =
            auth.get("Type").filter(|kind| kind.as_text().is_some_and(|kind| KINDS.contains(&&**kind)));
        match kind {
            Some(kind) => Ok(kind),
            None => self.wrong(
                auth.span_of("Type"),
                &format!("`Type` of `Auth` has to be one of {}", KINDS.join(", ")),
            ),
        }
    }

    /// The configuration of an authorizer, and under which name an API has it.
    fn authorizer(
        &self,
        auth: &Properties<'a>,
        is_additional: bool,
    ) -> Result<Option<(&'static str, Node)>, Failure> {
        const LAMBDA: &[Property] = &[
            optional("AuthorizerResultTtlInSeconds", kind::ANY),
            required("AuthorizerUri", kind::ANY),
            optional("IdentityValidationExpression", kind::ANY),
        ];
        const OPEN_ID: &[Property] = &[
            optional("AuthTTL", kind::ANY),
            optional("ClientId", kind::ANY),
            optional("IatTTL", kind::ANY),
            optional("Issuer", kind::ANY),
        ];
        const USER_POOL: &[Property] = &[
            optional("AppIdClientRegex", kind::ANY),
            optional("AwsRegion", kind::ANY),
            optional("DefaultAction", kind::ANY),
            required("UserPoolId", kind::ANY),
        ];
        let kinds = [
            ("AWS_LAMBDA", "LambdaAuthorizer", "LambdaAuthorizerConfig", LAMBDA),
            ("OPENID_CONNECT", "OpenIDConnect", "OpenIDConnectConfig", OPEN_ID),
            ("AMAZON_COGNITO_USER_POOLS", "UserPool", "UserPoolConfig", USER_POOL),
        ];
        let mut given = 0;
        for (_, property, _, known) in kinds {
            if let Some(node) = auth.get(property) {
                self.part(&format!("`{property}`"), node, known)?;
                given += 1;
            }
        }
        if given > 1 {
            return self.wrong(auth.span, "`Auth` can be of one type only: give what belongs to `Type`");
        }
        let kind = auth.get("Type").and_then(Node::as_text).map_or("", |kind| &**kind);
        let Some((_, property, name, _)) = kinds.into_iter().find(|(own, ..)| *own == kind) else {
            return Ok(None);
        };
        let Some(node) = auth.get(property) else {
            return self.wrong(auth.span, &format!("`Auth` of type {kind} needs `{property}`"));
        };
        let mut configuration = without_nulls(node);
        if is_additional && let Some(fields) = configuration.as_map_mut() {
            // Only the first authorizer decides by default.
            fields.remove("DefaultAction");
        }
        Ok(Some((name, configuration)))
    }
}

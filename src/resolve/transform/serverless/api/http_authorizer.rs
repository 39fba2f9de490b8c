//! The authorizers of HTTP APIs.
//!
//! Facts: the AWS SAM Developer Guide, "HttpApiAuth" and the pages on its authorizers.

use super::super::Failure;
use super::authorizer::uri;
use super::editor::{AUTHORIZER, boolean_of, list_of, map_of, word_of};
use super::fields::Fields;
use super::piece::{Piece, Word};
use crate::template::Span;

/// Properties that only authorizers of one kind have: whether of JSON web tokens or of a function.
const KINDS: [(&str, bool); 9] = [
    ("AuthorizationScopes", true),
    ("JwtConfiguration", true),
    ("IdentitySource", true),
    ("FunctionArn", false),
    ("FunctionInvokeRole", false),
    ("Identity", false),
    ("AuthorizerPayloadFormatVersion", false),
    ("EnableSimpleResponses", false),
    ("EnableFunctionDefaultPermissions", false),
];

/// An authorizer that an API declares, or that of IAM.
pub(super) struct HttpAuthorizer {
    pub name: Word,
    pub span: Span,
    declared: Piece,
    is_iam: bool,
    partition: &'static str,
}

impl HttpAuthorizer {
    /// That of IAM.
    pub(super) fn iam(span: Span, partition: &'static str) -> Self {
        let declared = Piece::fields(span, Fields::default());
        HttpAuthorizer { name: Word::made("AWS_IAM"), span, declared, is_iam: true, partition }
    }

    /// Reads an authorizer.
    pub(super) fn read(
        name: &Word,
        span: Span,
        declared: &Piece,
        partition: &'static str,
    ) -> Result<Self, Failure> {
        let what = format!("the authorizer `{}`", name.text);
        map_of(declared, &what)?;
        if let Some(url) = declared.as_map().and_then(|fields| fields.get("OpenIdConnectUrl")) {
            let message =
                format!("{what} can't have `OpenIdConnectUrl`: give `JwtConfiguration` and `IdentitySource`");
            return Err(Failure::new(url.span, message));
        }
        let authorizer =
            HttpAuthorizer { name: name.clone(), span, declared: declared.clone(), is_iam: false, partition };
        if let Some(configuration) = declared.get_set("JwtConfiguration") {
            map_of(configuration, &format!("`JwtConfiguration` of {what}"))?;
        }
        if let Some(scopes) = declared.get("AuthorizationScopes") {
            list_of(scopes, &format!("`AuthorizationScopes` of {what}"))?;
        }
        let is_jwt = authorizer.is_jwt();
        for (property, of_jwt) in KINDS {
            let is_given = match property {
                "JwtConfiguration" => declared.get_set(property).is_some(),
                _ => declared.get(property).is_some(),
            };
            if is_given && of_jwt != is_jwt {
                let kind = if is_jwt { "JSON web tokens" } else { "a function" };
                let message = format!("{what}, which is one of {kind}, can't have `{property}`");
                return Err(Failure::new(span, message));
            }
        }
        let needed: &[&str] =
            if is_jwt { &["IdentitySource"] } else { &["FunctionArn", "AuthorizerPayloadFormatVersion"] };
        if let Some(missing) = needed.iter().find(|name| declared.get_set(name).is_none()) {
            return Err(Failure::new(span, format!("{what} needs `{missing}`")));
        }
        if let Some(enabled) = declared.get("EnableFunctionDefaultPermissions") {
            boolean_of(enabled, &format!("`EnableFunctionDefaultPermissions` of {what}"))?;
        }
        Ok(authorizer)
    }

    fn is_jwt(&self) -> bool {
        self.declared.get_set("JwtConfiguration").is_some()
    }

    /// The function, if API Gateway needs leave to call it.
    pub(super) fn permitted_function(&self) -> Option<&Piece> {
        let is_enabled = self.declared.get("EnableFunctionDefaultPermissions").is_some_and(Piece::is_set);
        self.declared.get_set("FunctionArn").filter(|_| is_enabled)
    }

    /// The scopes that it wants.
    pub(super) fn scopes(&self, span: Span) -> Piece {
        self.declared.get("AuthorizationScopes").cloned().unwrap_or_else(|| Piece::list(span, Vec::new()))
    }

    /// The entry of `securitySchemes`.
    pub(super) fn definition(&self) -> Result<Piece, Failure> {
        let span = self.span;
        let text = |text: &str| Piece::text(span, text);
        if self.is_iam {
            return Ok(Piece::plain(
                span,
                [
                    ("type", text("apiKey")),
                    ("name", text("Authorization")),
                    ("in", text("header")),
                    ("x-amazon-apigateway-authtype", text("awsSigv4")),
                ],
            ));
        }
        if let Some(configuration) = self.declared.get_set("JwtConfiguration").and_then(Piece::as_map) {
            let mut jwt = Fields::default();
            for field in configuration.in_order() {
                jwt.set(field.key.with(field.key.text.to_lowercase()), field.key_span, field.value.clone());
            }
            let mut authorizer = Fields::default();
            authorizer.put("jwtConfiguration", Piece::fields(span, jwt));
            if let Some(source) = self.declared.get("IdentitySource") {
                authorizer.put("identitySource", source.clone());
            }
            authorizer.put("type", text("jwt"));
            let authorizer = Piece::fields(span, authorizer);
            return Ok(Piece::plain(span, [("type", text("oauth2")), (AUTHORIZER, authorizer)]));
        }
        Ok(Piece::plain(
            span,
            [
                ("type", text("apiKey")),
                ("name", text("Unused")),
                ("in", text("header")),
                (AUTHORIZER, Piece::fields(span, self.lambda()?)),
            ],
        ))
    }

    fn lambda(&self) -> Result<Fields, Failure> {
        let span = self.span;
        let mut authorizer = Fields::default();
        authorizer.put("type", Piece::text(span, "request"));
        if let Some(arn) = self.declared.get("FunctionArn") {
            authorizer.put("authorizerUri", uri(span, self.partition, arn.clone()));
        }
        if let Some(role) =
            self.declared.get_set("FunctionInvokeRole").filter(|role| role.as_text() != Some("NONE"))
        {
            authorizer.put("authorizerCredentials", role.clone());
        }
        if let Some(identity) = self.declared.get_set("Identity") {
            map_of(identity, &format!("`Identity` of the authorizer `{}`", self.name.text))?;
            if let Some(seconds) = identity.get("ReauthorizeEvery") {
                authorizer.put("authorizerResultTtlInSeconds", seconds.clone());
            }
            authorizer.put("identitySource", self.sources(identity)?);
        }
        if let Some(version) = self.declared.get("AuthorizerPayloadFormatVersion") {
            authorizer.put("authorizerPayloadFormatVersion", version.clone());
        }
        if let Some(simple) = self.declared.get_set("EnableSimpleResponses") {
            authorizer.put("enableSimpleResponses", simple.clone());
        }
        Ok(authorizer)
    }

    /// What of a request says who makes it.
    fn sources(&self, identity: &Piece) -> Result<Piece, Failure> {
        let mut sources = Vec::new();
        for (prefix, key) in [
            ("$request.header.", "Headers"),
            ("$request.querystring.", "QueryStrings"),
            ("$stageVariables.", "StageVariables"),
            ("$context.", "Context"),
        ] {
            let Some(names) = identity.get_set(key) else { continue };
            let what = format!("`{key}` in `Identity` of the authorizer `{}`", self.name.text);
            for name in list_of(names, &what)? {
                let word = word_of(name, &format!("an item of {what}"))?;
                sources.push(Piece::word(name.span, word.with(format!("{prefix}{}", word.text))));
            }
        }
        Ok(Piece::list(identity.span, sources))
    }
}

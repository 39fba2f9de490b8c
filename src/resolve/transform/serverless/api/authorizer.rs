//! The authorizers of REST APIs.
//!
//! Facts: the AWS SAM Developer Guide, "ApiAuth" and the pages on its authorizers.

use super::super::Failure;
use super::editor::{AUTHORIZER, boolean_of, list_of, map_of, word_of};
use super::fields::Fields;
use super::piece::{Content, Piece, Word};
use crate::template::Span;

/// An authorizer that an API declares, or that of IAM.
pub(super) struct Authorizer {
    pub name: Word,
    pub span: Span,
    /// What is declared: nothing for that of IAM.
    declared: Piece,
    is_iam: bool,
    partition: &'static str,
}

impl Authorizer {
    /// That of IAM.
    pub(super) fn iam(name: Word, span: Span, partition: &'static str) -> Self {
        Authorizer { name, span, declared: Piece::fields(span, Fields::default()), is_iam: true, partition }
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
        let authorizer =
            Authorizer { name: name.clone(), span, declared: declared.clone(), is_iam: false, partition };
        if let Some(payload) = declared.get("FunctionPayloadType") {
            match payload.as_text() {
                Some("TOKEN") => {}
                Some("REQUEST") if authorizer.has_identity()? => {}
                Some("REQUEST") => {
                    let message = format!(
                        "{what} has to name at least one of Headers, QueryStrings, StageVariables and Context in \
                         `Identity`"
                    );
                    return Err(Failure::new(span, message));
                }
                _ => {
                    let message = format!("`FunctionPayloadType` of {what} has to be TOKEN or REQUEST");
                    return Err(Failure::new(payload.span, message));
                }
            }
        }
        if let Some(scopes) = declared.get("AuthorizationScopes") {
            list_of(scopes, &format!("`AuthorizationScopes` of {what}"))?;
        }
        if let Some(disabled) = declared.get("DisableFunctionDefaultPermissions") {
            boolean_of(disabled, &format!("`DisableFunctionDefaultPermissions` of {what}"))?;
        }
        Ok(authorizer)
    }

    /// The function, if API Gateway needs leave to call it.
    pub(super) fn permitted_function(&self) -> Option<&Piece> {
        let is_disabled = self.declared.get_set("DisableFunctionDefaultPermissions").is_some();
        self.declared.get_set("FunctionArn").filter(|_| !is_disabled)
    }

    /// The scopes that it wants.
    pub(super) fn scopes(&self, span: Span) -> Piece {
        self.declared.get("AuthorizationScopes").cloned().unwrap_or_else(|| Piece::list(span, Vec::new()))
    }

    /// Whether requests say who makes them.
    fn has_identity(&self) -> Result<bool, Failure> {
        let Some(identity) = self.declared.get_set("Identity") else { return Ok(false) };
        map_of(identity, &format!("`Identity` of the authorizer `{}`", self.name.text))?;
        let is_named = ["Headers", "QueryStrings", "StageVariables", "Context"]
            .iter()
            .any(|key| identity.get_set(key).is_some());
        // Nothing is kept, so nothing has to be told apart.
        let is_never_kept =
            identity.get("ReauthorizeEvery").and_then(seconds).is_some_and(|seconds| seconds <= 0);
        Ok(is_named || is_never_kept)
    }

    fn identity(&self) -> Option<&Piece> {
        self.declared.get_set("Identity")
    }

    fn is_request(&self) -> bool {
        self.declared.get("FunctionPayloadType").and_then(Piece::as_text) == Some("REQUEST")
    }

    /// The entry of `securityDefinitions`.
    pub(super) fn definition(&self) -> Result<Piece, Failure> {
        let span = self.span;
        let text = |text: &str| Piece::text(span, text);
        let pools = self.declared.get_set("UserPoolArn").filter(|_| !self.is_iam);
        let is_lambda = pools.is_none() && !self.is_iam;
        let header = if is_lambda && self.is_request() { text("Unused") } else { self.header()? };
        let kind = match (self.is_iam, pools) {
            (true, _) => "awsSigv4",
            (_, Some(_)) => "cognito_user_pools",
            _ => "custom",
        };
        let mut definition = Piece::map(
            span,
            [
                ("type", text("apiKey")),
                ("name", header),
                ("in", text("header")),
                ("x-amazon-apigateway-authtype", text(kind)),
            ],
        );
        let mut authorizer = if let Some(pools) = pools {
            let arns = if pools.as_list().is_some() {
                pools.clone()
            } else {
                Piece::list(span, vec![pools.clone()])
            };
            Piece::map(span, [("type", text("cognito_user_pools")), ("providerARNs", arns)])
        } else if is_lambda {
            self.lambda()?
        } else {
            return Ok(definition);
        };
        if (pools.is_some() || !self.is_request())
            && let Some(expression) =
                self.identity().and_then(|identity| identity.get_set("ValidationExpression"))
            && let Some(fields) = authorizer.as_map_mut()
        {
            fields.put("identityValidationExpression", expression.clone());
        }
        if let Some(fields) = definition.as_map_mut() {
            fields.put(AUTHORIZER, authorizer);
        }
        Ok(definition)
    }

    fn lambda(&self) -> Result<Piece, Failure> {
        let span = self.span;
        let kind = if self.is_request() { "request" } else { "token" };
        let mut authorizer = Fields::ordered();
        authorizer.put("type", Piece::text(span, kind));
        let null = || Piece { span, content: Content::Null };
        let arn = self.declared.get("FunctionArn").cloned().unwrap_or_else(null);
        authorizer.put("authorizerUri", uri(span, self.partition, arn));
        if let Some(seconds) = self.identity().and_then(|identity| identity.get("ReauthorizeEvery")) {
            authorizer.put("authorizerResultTtlInSeconds", seconds.clone());
        }
        if let Some(role) =
            self.declared.get_set("FunctionInvokeRole").filter(|role| role.as_text() != Some("NONE"))
        {
            authorizer.put("authorizerCredentials", role.clone());
        }
        if self.is_request() {
            let sources = self.sources()?;
            if !sources.is_empty() {
                // It is text of the template as soon as some of it is.
                let all: Vec<&str> = sources.iter().map(|source| &*source.text).collect();
                authorizer.put("identitySource", Piece::word(span, Word::written(all.join(", "))));
            }
        }
        Ok(Piece::fields(span, authorizer))
    }

    /// What of a request says who makes it.
    fn sources(&self) -> Result<Vec<Word>, Failure> {
        let mut sources = Vec::new();
        for (key, prefix) in [
            ("Headers", "method.request.header."),
            ("QueryStrings", "method.request.querystring."),
            ("StageVariables", "stageVariables."),
            ("Context", "context."),
        ] {
            let Some(names) = self.identity().and_then(|identity| identity.get_set(key)) else { continue };
            let what = format!("`{key}` in `Identity` of the authorizer `{}`", self.name.text);
            for name in list_of(names, &what)? {
                let name = word_of(name, &format!("an item of {what}"))?;
                sources.push(name.with(format!("{prefix}{}", name.text)));
            }
        }
        Ok(sources)
    }

    /// The header that holds what is checked.
    fn header(&self) -> Result<Piece, Failure> {
        let Some(identity) = self.identity() else { return Ok(Piece::text(self.span, "Authorization")) };
        map_of(identity, &format!("`Identity` of the authorizer `{}`", self.name.text))?;
        let header = identity.get_set("Header").cloned();
        Ok(header.unwrap_or_else(|| Piece::text(self.span, "Authorization")))
    }
}

/// How API Gateway calls an authorizer's function.
pub(super) fn uri(span: Span, partition: &str, arn: Piece) -> Piece {
    let text = format!(
        "arn:{partition}:apigateway:${{AWS::Region}}:lambda:path/2015-03-31/functions/${{__FunctionArn__}}/invocations"
    );
    Piece::sub_with(span, Word::made(text), [("__FunctionArn__", arn)])
}

/// A whole number, or text that is one.
fn seconds(piece: &Piece) -> Option<i64> {
    match &piece.content {
        Content::Integer(value) => Some(*value),
        Content::Boolean(value) => Some(i64::from(*value)),
        #[allow(clippy::cast_possible_truncation)] // cut off as SAM does
        Content::Float(value) => Some(*value as i64),
        Content::Text(word) => word.text.trim().parse().ok(),
        _ => None,
    }
}

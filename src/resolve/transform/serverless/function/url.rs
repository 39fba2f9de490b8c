//! The URL of a function, and who may call it.

use super::super::event::Target;
use super::super::intrinsics::is_call;
use super::super::properties::map_of;
use super::super::tree::{boolean, is_given, text};
use super::super::{Expanded, Failure};
use super::Scene;
use crate::template::{Content, Entry, Map, Node, Resource};

/// Makes the URL, and its permissions if everybody may call it.
pub(super) fn expand(scene: &Scene, target: &Target) -> Expanded {
    let Some(config) = scene.properties.given("FunctionUrlConfig") else { return Ok(Vec::new()) };
    let span = scene.properties.span_of("FunctionUrlConfig");
    let fields = map_of(config, "`FunctionUrlConfig`")?;
    if !is_call(config) {
        check(scene, fields)?;
    }
    let auth_type = fields.get("AuthType");
    let url = Resource::make("AWS::Lambda::Url", format!("{}Url", scene.resource.logical_id), span)
        .under(scene.resource)
        .with_some("Cors", fields.get("Cors").filter(|cors| is_given(cors)))
        .with_some("AuthType", auth_type)
        .with("TargetFunctionArn", target.name(span))
        .with_some("InvokeMode", fields.get("InvokeMode"));
    let mut made = vec![url];
    if let Some(auth_type) = auth_type.filter(|auth_type| is_none(auth_type)) {
        let permission = |suffix: &str, action: &str| {
            let logical_id = format!("{}{suffix}", scene.resource.logical_id);
            Resource::make("AWS::Lambda::Permission", logical_id, auth_type.span)
                .under(scene.resource)
                .with("Action", text(auth_type.span, action))
                .with("FunctionName", target.name(span))
                .with("Principal", text(auth_type.span, "*"))
        };
        made.push(
            permission("UrlPublicPermissions", "lambda:InvokeFunctionUrl")
                .with("FunctionUrlAuthType", auth_type.clone()),
        );
        made.push(
            permission("URLInvokeAllowPublicAccess", "lambda:InvokeFunction")
                .with("InvokedViaFunctionUrl", boolean(auth_type.span, true)),
        );
    }
    Ok(made)
}

fn is_none(auth_type: &Node) -> bool {
    auth_type.as_text().is_some_and(|auth_type| &**auth_type == "NONE")
}

fn check(scene: &Scene, config: &Map<Node>) -> Result<(), Failure> {
    let auth_type = config.get("AuthType");
    let is_known = auth_type.is_some_and(|auth_type| {
        is_call(auth_type)
            || is_none(auth_type)
            || auth_type.as_text().is_some_and(|auth_type| &**auth_type == "AWS_IAM")
    });
    if !is_known {
        let message = "`AuthType` of `FunctionUrlConfig` has to be `AWS_IAM` or `NONE`";
        let error = scene.error("FunctionUrlConfig", message);
        return Err(match auth_type {
            Some(auth_type) => Failure::new(auth_type.span, format!("{}: {message}", scene.called)),
            None => error,
        });
    }
    match config.get("Cors").filter(|cors| is_given(cors) && !is_call(cors)) {
        Some(cors) => check_cors(scene, map_of(cors, "`Cors` of `FunctionUrlConfig`")?),
        None => Ok(()),
    }
}

fn check_cors(scene: &Scene, cors: &Map<Node>) -> Result<(), Failure> {
    let mut failure = Failure::default();
    for Entry { key, key_span, value } in cors {
        let (fits, expected) = match &**key {
            "AllowOrigins" | "AllowMethods" | "AllowHeaders" | "ExposeHeaders" => {
                (value.as_list().is_some(), "a list")
            }
            "AllowCredentials" => (matches!(value.content, Content::Boolean(_)), "true or false"),
            "MaxAge" => {
                (matches!(value.content, Content::Integer(_) | Content::Boolean(_)), "a whole number")
            }
            _ => {
                let message = format!(
                    "{}: unknown property `{}` of `Cors` of `FunctionUrlConfig`",
                    scene.called,
                    crate::resolve::constraints::shorten(key)
                );
                failure.append(Failure::new(*key_span, message));
                continue;
            }
        };
        if !fits && !is_call(value) {
            let message = format!(
                "{}: `{key}` of `Cors` of `FunctionUrlConfig` has to be {expected}, found {}",
                scene.called,
                value.kind()
            );
            failure.append(Failure::new(value.span, message));
        }
    }
    failure.or(())
}

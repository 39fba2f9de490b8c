//! The calls of STS: who the caller is, and roles in other accounts.
//!
//! An access key that ends in the 12 digits of an account speaks for that account; those that `AssumeRole` gives out do.
//! The session token holds the role's name. Facts: the AWS STS API Reference, one page for each call.

use super::answer::Failure;
use super::state::State;
use crate::resolve::partition_of;
use aws_smithy_types::date_time::{DateTime, Format};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::time::{Duration, SystemTime};

/// The calls that are answered.
pub(super) const CALLS: &[&str] = &["AssumeRole", "AssumeRoleWithWebIdentity", "GetCallerIdentity"];

/// What the namespace of answers is.
pub(super) const NAMESPACE: &str = "https://sts.amazonaws.com/doc/2011-06-15/";

/// What the session token of an assumed role begins with.
const TOKEN: &str = "emulated-role-";

/// Who a request comes from.
#[derive(Clone, Debug)]
pub(super) struct Caller {
    pub account_id: String,
    pub region: String,
    /// The session token, for temporary credentials.
    pub token: Option<String>,
}

impl Caller {
    fn arn(&self) -> String {
        let (partition, account) = (partition_of(&self.region), &self.account_id);
        match self.token.as_deref().and_then(|token| token.strip_prefix(TOKEN)) {
            Some(role) => format!("arn:{partition}:sts::{account}:assumed-role/{role}"),
            None => format!("arn:{partition}:iam::{account}:user/emulated"),
        }
    }
}

/// Carries out `call`.
pub(super) fn answer(
    state: &mut State,
    caller: &Caller,
    call: &str,
    members: &HashMap<String, String>,
) -> Result<Value, Failure> {
    match call {
        "GetCallerIdentity" => Ok(json!({
            "UserId": "AIDAEMULATED",
            "Account": caller.account_id,
            "Arn": caller.arn(),
        })),
        "AssumeRole" => assume(state, caller, members, true),
        // The token's signature is not checked: nobody here knows the issuer.
        "AssumeRoleWithWebIdentity" if !members.contains_key("WebIdentityToken") => {
            Err(Failure::new("InvalidIdentityToken", "No OpenIDConnect provider token was given")
                .with_status(400))
        }
        "AssumeRoleWithWebIdentity" => assume(state, caller, members, false),
        _ => Err(Failure::new("InvalidAction", format!("Could not find operation {call}"))),
    }
}

fn assume(
    state: &mut State,
    caller: &Caller,
    members: &HashMap<String, String>,
    signed: bool,
) -> Result<Value, Failure> {
    let get = |name: &str| members.get(name).map(String::as_str);
    let arn = get("RoleArn").unwrap_or_default();
    let parts: Vec<&str> = arn.splitn(6, ':').collect();
    let (account_id, role) = match parts.as_slice() {
        ["arn", _, "iam", "", account, role] => (*account, role.strip_prefix("role/")),
        _ => ("", None),
    };
    let Some(role) = role.map(|path| path.rsplit('/').next().unwrap_or(path)) else {
        return Err(Failure::new("ValidationError", format!("{arn} is invalid")));
    };
    let session = get("RoleSessionName").filter(|name| !name.is_empty());
    let session =
        session.ok_or_else(|| Failure::new("ValidationError", "RoleSessionName must not be null"))?;
    let action = if signed { "sts:AssumeRole" } else { "sts:AssumeRoleWithWebIdentity" };
    let known = account_id == state.settings.account_id || state.settings.seed.has(account_id);
    let roles = &state.account(account_id, &caller.region).seed.roles;
    let external_id = get("ExternalId");
    let trusted = roles.is_empty()
        || roles.iter().any(|known| {
            known.role_name == role
                && known.external_id.as_deref().is_none_or(|wanted| external_id == Some(wanted))
        });
    if !known || !trusted {
        let message = format!(
            "User: {} is not authorized to perform: {action} on resource: {arn}",
            if signed { caller.arn() } else { "a web identity".to_owned() }
        );
        return Err(Failure::new("AccessDenied", message).with_status(403));
    }
    let seconds = get("DurationSeconds").and_then(|text| text.parse().ok()).unwrap_or(3_600);
    let expiry = DateTime::from(SystemTime::now() + Duration::from_secs(seconds));
    Ok(json!({
        "AssumedRoleUser": {
            "AssumedRoleId": format!("AROAEMULATED:{session}"),
            "Arn": format!("arn:{}:sts::{account_id}:assumed-role/{role}/{session}", partition_of(&caller.region)),
        },
        "Credentials": {
            "AccessKeyId": format!("ASIAROLE{account_id}"),
            "SecretAccessKey": "emulated",
            "SessionToken": format!("{TOKEN}{role}/{session}"),
            "Expiration": expiry.fmt(Format::DateTime).unwrap_or_default(),
        },
    }))
}

//! Statements that speak of everyone.

use super::condition::{is_fixed_reference, is_open, is_pinned};
use super::statement::Statement;
use crate::resolve::{Content, Part, Reason, Value};
use crate::rules::subject::Subject;
use crate::rules::three_valued::{all, any, is_text};

/// Whether the statement's principal is plainly everyone: `*`, or `*` among the `AWS` principals.
pub fn is_for_everyone(statement: Statement<'_>) -> Option<bool> {
    statement.some_principal("Principal", |kind, principal| match kind {
        None | Some("AWS") => is_text(principal, "*"),
        Some(_) => Some(false),
    })
}

/// Whether the statement lets everyone in: it allows, its principal is `*` or has a wildcard or a policy variable,
/// or it is all but some (`NotPrincipal`), and no condition pins the caller to fixed values.
pub fn lets_everyone_in(statement: Statement<'_>) -> Option<bool> {
    let open = any([
        statement.some_principal("Principal", |_, principal| is_open_principal(principal)),
        Some(statement.has("NotPrincipal")),
    ]);
    all([statement.allows(), open, is_pinned(statement).map(|pinned| !pinned)])
}

/// Whether a principal is not a fixed one.
fn is_open_principal(principal: &Value) -> Option<bool> {
    match &principal.content {
        Content::Unknown(unknown) => is_fixed_reference(&unknown.reason).map(|fixed| !fixed),
        // IAM refuses a principal of which a part is a wildcard, so what is filled in can't be one.
        Content::Partial(parts) => Some(parts.iter().any(|part| match part {
            Part::Text(text) => is_open(text),
            Part::Unknown(_) => false,
        })),
        _ => Some(principal.as_text().is_some_and(|text| is_open(&text))),
    }
}

/// Whether the statement's principal is, or may be, of another account than the one that the stack is deployed to.
/// `None` also for principals of which AWS's account is no property: services, federated and canonical users.
pub fn has_foreign_principal(statement: Statement<'_>, subject: &Subject<'_>) -> Option<bool> {
    statement.some_principal("Principal", |kind, principal| match (kind, &principal.content) {
        (None | Some("AWS"), Content::Unknown(unknown)) => match &unknown.reason {
            // A role or user of this stack or of its neighbours.
            Reason::PhysicalId { .. }
            | Reason::Attribute { .. }
            | Reason::PseudoParameter { .. }
            | Reason::Import { .. }
            | Reason::StackOutput => Some(false),
            _ => None,
        },
        (None | Some("AWS"), Content::Partial(parts)) => {
            let is_own = parts.iter().any(|part| match part {
                Part::Unknown(unknown) => match &unknown.reason {
                    Reason::PseudoParameter { name } => &**name == "AWS::AccountId",
                    _ => false,
                },
                Part::Text(_) => false,
            });
            let own_account = subject.neighbourhood.stack.provenance.account_id.as_deref();
            let account = parts.iter().find_map(|part| match part {
                Part::Text(text) => account_of(text),
                Part::Unknown(_) => None,
            });
            match (is_own, account, own_account) {
                (true, ..) => Some(false),
                (false, Some(account), Some(own)) => Some(account != own),
                _ => None,
            }
        }
        (None | Some("AWS"), _) => {
            let principal = principal.as_text()?;
            let own_account = subject.neighbourhood.stack.provenance.account_id.as_deref();
            if principal == "*" {
                Some(true)
            } else {
                let account = account_of(&principal)?;
                own_account.map(|own| account != own)
            }
        }
        _ => None,
    })
}

/// The account ID that a principal is or has in its ARN.
fn account_of(principal: &str) -> Option<&str> {
    let is_id = |text: &&str| text.len() == 12 && text.bytes().all(|byte| byte.is_ascii_digit());
    principal.split(':').find(is_id)
}

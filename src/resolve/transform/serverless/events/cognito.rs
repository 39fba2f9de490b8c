//! The event `Cognito`: a trigger of a user pool in the same template.

use super::super::event::{Event, Target};
use super::super::intrinsics::reference;
use super::super::properties::{Property, kind, map_of, required};
use super::super::tree::{attribute, map};
use super::super::{Expanded, Expansion, Failure};
use super::permission;
use crate::template::{Content, Node, Resource};

const PROPERTIES: &[Property] = &[
    required("Trigger", kind::TEXT | kind::LIST).of(kind::TEXT).literal(),
    required("UserPool", kind::TEXT),
];

pub(super) fn expand(
    expansion: &mut Expansion,
    owner: &Resource,
    event: &Event,
    target: &Target,
) -> Expanded {
    let properties = event.properties(PROPERTIES)?;
    let span = event.span;
    let pool_span = properties.span_of("UserPool");
    let pool_id = properties.get("UserPool").and_then(reference).cloned();
    let Some((pool_id, pool)) =
        pool_id.and_then(|pool_id| expansion.output.get_mut(&pool_id).map(|pool| (pool_id, pool)))
    else {
        let message = "`UserPool` has to be a `Ref` to a user pool in the same template";
        return Err(event.error(pool_span, message));
    };
    let triggers: Vec<Node> = match properties.get("Trigger") {
        Some(Node { content: Content::List(triggers), .. }) => triggers.clone(),
        trigger => trigger.cloned().into_iter().collect(),
    };
    add(event, target, pool, &triggers)?;
    let prefix = format!("{}Cognito", target.logical_id());
    let permission = permission(owner, event, target, &prefix, "cognito-idp.amazonaws.com");
    Ok(vec![permission.with("SourceArn", attribute(span, pool_id, "Arn"))])
}

/// Lets the pool call the function.
fn add(event: &Event, target: &Target, pool: &mut Resource, triggers: &[Node]) -> Result<(), Failure> {
    let span = event.span;
    let mut config = match pool.property("LambdaConfig").filter(|config| config.content != Content::Null) {
        Some(config) => map_of(config, "`LambdaConfig` of the user pool")?.clone(),
        None => Default::default(),
    };
    for trigger in triggers {
        let Some(name) = trigger.as_text() else { continue };
        if config.get(name).is_some() {
            let name = crate::resolve::constraints::shorten(name);
            return Err(event.error(trigger.span, &format!("the trigger `{name}` is defined more than once")));
        }
        config.set(name.clone(), trigger.span, target.arn(span));
    }
    if pool.properties.is_none() {
        pool.properties = Some(map(pool.span, []));
    }
    let config_span = pool.property("LambdaConfig").map_or(span, |config| config.span);
    pool.set("LambdaConfig", Node { span: config_span, content: Content::Map(config) });
    Ok(())
}

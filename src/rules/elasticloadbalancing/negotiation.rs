//! How the secure listeners of a classic load balancer negotiate: their policies of type SSLNegotiationPolicyType.

use crate::resolve::{Content, Value};
use crate::rules::*;
use std::borrow::Cow;

/// The policy that a listener without an own one has (Elastic Load Balancing API, "CreateLoadBalancerListeners").
pub(super) const DEFAULT_POLICY: &str = "ELBSecurityPolicy-2016-08";

/// `holds` for a negotiation policy of every HTTPS or SSL listener; it gets `None` for a listener that names none.
pub(super) fn every_secure_listener<'a>(
    balancer: &Subject<'a>,
    holds: &dyn Fn(Option<&Value>) -> Option<bool>,
) -> Truth<'a> {
    balancer.look("Listeners", &mut |place| {
        let mut open = false;
        for listener in place.value.and_then(Value::as_list).unwrap_or_default() {
            let decided = match text(listener, "Protocol") {
                None => None,
                Some(protocol) if !is_secure(&protocol) => Some(true),
                Some(_) => listener_holds(balancer, listener, holds),
            };
            match decided {
                Some(true) => {}
                Some(false) => {
                    let statement = "a secure listener does not use the expected negotiation policy";
                    return place.fails(Found::Statement(statement.into()), Wanted::Present);
                }
                None => open = true,
            }
        }
        if open {
            let statement = "the negotiation policy of a listener can't be known before deployment";
            place.unknown(Found::Statement(statement.into()), Wanted::Present)
        } else {
            Truth::True
        }
    })
}

fn is_secure(protocol: &str) -> bool {
    ["HTTPS", "SSL"].iter().any(|secure| protocol.eq_ignore_ascii_case(secure))
}

fn listener_holds(
    balancer: &Subject<'_>,
    listener: &Value,
    holds: &dyn Fn(Option<&Value>) -> Option<bool>,
) -> Option<bool> {
    let Some(names) = below(listener, "PolicyNames") else { return holds(None) };
    let names: Option<Vec<Cow<'_, str>>> = names.as_list()?.iter().map(Value::as_text).collect();
    let names = names?;
    let policies = match balancer.get("Policies") {
        Some(policies) => policies.as_list()?,
        None => &[],
    };
    let is_negotiation = |policy: &&Value| {
        text(policy, "PolicyType").as_deref() == Some("SSLNegotiationPolicyType")
            && text(policy, "PolicyName").is_some_and(|name| names.contains(&name))
    };
    let mut own = policies.iter().filter(is_negotiation).peekable();
    if own.peek().is_none() {
        return holds(None);
    }
    let answers: Vec<Option<bool>> = own.map(|policy| holds(Some(policy))).collect();
    if answers.contains(&Some(true)) {
        Some(true)
    } else if answers.contains(&None) {
        None
    } else {
        Some(false)
    }
}

/// The name and value of each attribute of a policy; `None` if one of them can't be known.
pub(super) fn attributes(policy: &Value) -> Option<Vec<(Cow<'_, str>, Cow<'_, str>)>> {
    let Some(attributes) = below(policy, "Attributes") else { return Some(Vec::new()) };
    attributes.as_list()?.iter().map(|it| Some((text(it, "Name")?, text(it, "Value")?))).collect()
}

fn below<'v>(value: &'v Value, name: &str) -> Option<&'v Value> {
    match &value.content {
        Content::Map(map) => map.get(name),
        _ => None,
    }
}

fn text<'v>(value: &'v Value, name: &str) -> Option<Cow<'v, str>> {
    below(value, name)?.as_text()
}

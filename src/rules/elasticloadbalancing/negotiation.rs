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
    let policies = match balancer.get("Policies") {
        Some(policies) => policies.as_list()?,
        None => &[],
    };
    // Whether a policy is one of the listener's, and if so, whether it is as wanted.
    let own = policies.iter().map(|policy| {
        let is_own = three_valued::all([
            text(policy, "PolicyType").map(|found| found == "SSLNegotiationPolicyType"),
            text(policy, "PolicyName").and_then(|policy| {
                three_valued::some_item(names, &|name| three_valued::is_text(name, &policy))
            }),
        ]);
        is_own.map(|own| own.then(|| holds(Some(policy))))
    });
    let own: Vec<Option<bool>> = own.collect::<Option<Vec<_>>>()?.into_iter().flatten().collect();
    if own.is_empty() { holds(None) } else { three_valued::any(own) }
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

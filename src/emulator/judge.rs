//! What the account's rules say of a resource: the embedded engine's verdict on a stack of this one resource.

use super::seed::ConfigRule;
use super::state::{Account, Outcome, RuleResult};
use crate::evaluate::Compliance;
use crate::resolve::{Environment, Stack, resolve};
use crate::rules::{InputParameters, Neighbourhood, Rule, Subject};
use crate::template::Template;
use serde_json::{Value, json};
use std::collections::HashMap;

/// The logical ID of the resource in its stack of one.
const LOGICAL_ID: &str = "Resource";

/// Judges a resource under the rules that are in proactive mode and have it in their scope.
pub(super) fn judge(account: &Account, resource_type: &str, properties: &Value) -> Outcome {
    let template = json!({"Resources": {LOGICAL_ID: {"Type": resource_type, "Properties": properties}}});
    let template = Template::parse("resource configuration", template.to_string());
    let environment = Environment {
        account_id: Some(account.account_id.clone()),
        region: Some(account.region.clone()),
        ..Environment::default()
    };
    let stack = resolve(template, &environment);
    if let Some(error) = stack.diagnostics.iter().find(|diagnostic| diagnostic.is_error()) {
        return failed(error.message.clone());
    }
    let mut results = Vec::new();
    let mut undecided = false;
    let rules = account.rules.values();
    for rule in rules.filter(|rule| rule.has_mode("PROACTIVE") && in_scope(rule, resource_type, properties)) {
        match verdict(rule, &account.seed.custom_verdicts, &stack) {
            Some(Some(result)) => results.push(result),
            Some(None) => undecided = true,
            None => {}
        }
    }
    let says = |compliance| results.iter().any(|result| result.compliance == compliance);
    let compliance = if says("NON_COMPLIANT") {
        "NON_COMPLIANT"
    } else if undecided {
        "INSUFFICIENT_DATA"
    } else if says("COMPLIANT") {
        "COMPLIANT"
    } else {
        "NOT_APPLICABLE"
    };
    Outcome { compliance, failure: None, results }
}

/// An evaluation that the service could not carry out.
pub(super) fn failed(reason: String) -> Outcome {
    Outcome { compliance: "INSUFFICIENT_DATA", failure: Some(reason), results: Vec::new() }
}

/// What `rule` says: `None` if it doesn't judge the type, `Some(None)` if it can't decide.
fn verdict(
    rule: &ConfigRule,
    custom_verdicts: &HashMap<String, String>,
    stack: &Stack,
) -> Option<Option<RuleResult>> {
    let result = |compliance, annotation| {
        Some(Some(RuleResult { rule_name: rule.config_rule_name.clone(), compliance, annotation }))
    };
    let Some(managed) = managed(rule).filter(|managed| managed.is_implemented()) else {
        return match custom_verdicts.get(&rule.config_rule_name).map(String::as_str) {
            Some("COMPLIANT") => result("COMPLIANT", String::new()),
            Some("NON_COMPLIANT") => result("NON_COMPLIANT", String::new()),
            Some("NOT_APPLICABLE") => result("NOT_APPLICABLE", String::new()),
            _ => Some(None),
        };
    };
    let resource = stack.resource(LOGICAL_ID)?;
    if !managed.resource_types.contains(&&*resource.resource_type) {
        return None;
    }
    let Ok(parameters) = parameters(managed, rule.input_parameters.as_deref()) else { return Some(None) };
    let neighbourhood = Neighbourhood::new(stack);
    let verdict = managed.evaluate(&Subject::new(&neighbourhood, resource, &parameters));
    let annotation = verdict.evidence.map(|evidence| evidence.annotation()).unwrap_or_default();
    match verdict.compliance {
        Compliance::InsufficientData => Some(None),
        decided => result(decided.as_str(), annotation),
    }
}

/// The managed rule that `rule` runs, if it is one that the embedded engine knows.
pub(super) fn managed(rule: &ConfigRule) -> Option<&'static Rule> {
    let identifier = rule.source.source_identifier.as_deref()?;
    crate::rules::all().find(|managed| rule.source.owner == "AWS" && managed.identifier == identifier)
}

/// A rule's `InputParameters`, held to what the managed rule takes.
pub(super) fn parameters(managed: &Rule, text: Option<&str>) -> Result<InputParameters, String> {
    let mut parameters = InputParameters::default();
    let values: serde_json::Map<String, Value> = match text {
        None => serde_json::Map::new(),
        Some(text) => serde_json::from_str(text).map_err(|_| "InputParameters is not a JSON object")?,
    };
    for (name, value) in &values {
        match value {
            Value::String(text) => parameters.set(managed, name, text)?,
            other => parameters.set(managed, name, &other.to_string())?,
        }
    }
    Ok(parameters)
}

/// Whether the resource lies in the rule's scope: its type, or one of its tags.
fn in_scope(rule: &ConfigRule, resource_type: &str, properties: &Value) -> bool {
    let Some(scope) = &rule.scope else { return true };
    let types = scope.get("ComplianceResourceTypes").and_then(Value::as_array);
    if types.is_some_and(|types| !types.is_empty() && !types.iter().any(|name| name == resource_type)) {
        return false;
    }
    let Some(key) = scope.get("TagKey").and_then(Value::as_str) else { return true };
    let value = scope.get("TagValue").and_then(Value::as_str);
    let tags = properties.get("Tags").and_then(Value::as_array);
    tags.into_iter().flatten().any(|tag| {
        tag.get("Key").is_some_and(|found| found == key)
            && value.is_none_or(|value| tag.get("Value").is_some_and(|found| found == value))
    })
}

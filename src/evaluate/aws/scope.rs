//! Which of the account's rules judge a resource.

use crate::aws::AccountRule;
use crate::evaluate::AppliedRule;
use crate::resolve::{Content, Resource, Value};
use crate::rules::{self, InputParameters};
use std::sync::Arc;

/// A rule of the account with the resources that it judges.
#[derive(Clone, Debug)]
pub(super) struct ScopedRule {
    pub rule: Arc<AppliedRule>,
    /// The types that it judges; `None` if neither its scope nor the catalogue says.
    types: Option<Vec<String>>,
    tag: Option<(String, Option<String>)>,
    /// It is in detective mode too: then its proactive evaluations cost nothing, as far as AWS's price list tells.
    pub detective: bool,
}

impl ScopedRule {
    /// Reads a rule of the account; `None` if it is being deleted.
    pub fn of(account: &AccountRule) -> Option<ScopedRule> {
        let state = account.rule.config_rule_state().map_or("ACTIVE", |state| state.as_str());
        if state.starts_with("DELETING") {
            return None;
        }
        let identifier = account.identifier();
        let managed =
            identifier.and_then(|identifier| rules::all().find(|rule| rule.identifier == identifier));
        let types = match (account.resource_types(), managed) {
            ([], Some(managed)) => {
                Some(managed.resource_types.iter().map(|name| (*name).to_owned()).collect())
            }
            ([], None) => None,
            (types, _) => Some(types.to_vec()),
        };
        Some(ScopedRule {
            rule: Arc::new(AppliedRule {
                managed,
                name: account.name().to_owned(),
                identifier: identifier.unwrap_or_else(|| account.name()).to_owned(),
                parameters: InputParameters::of_account(account.parameters()),
            }),
            types,
            tag: account.tag().map(|(key, value)| (key.to_owned(), value.map(str::to_owned))),
            detective: account.has_mode("DETECTIVE"),
        })
    }

    /// Whether its scope, or the catalogue, names the type.
    pub fn names(&self, resource_type: &str) -> bool {
        self.types.as_ref().is_some_and(|types| types.iter().any(|name| name == resource_type))
    }

    /// Whether it may judge resources of the type.
    pub fn may_judge(&self, resource_type: &str) -> bool {
        self.types.is_none() || self.names(resource_type)
    }

    /// Whether the resource surely lacks the tag that the rule wants.
    pub fn lacks_tag(&self, resource: &Resource) -> bool {
        let Some((key, value)) = &self.tag else { return false };
        let Content::Map(properties) = &resource.properties.content else { return false };
        match properties.get("Tags").map(|tags| &tags.content) {
            None => true,
            Some(Content::List(tags)) => tags.iter().all(|tag| differs(tag, key, value.as_deref())),
            Some(_) => false,
        }
    }
}

/// Whether `tag` is surely not the tag with this key and value.
fn differs(tag: &Value, key: &str, value: Option<&str>) -> bool {
    let Some(tag) = tag.as_map() else { return false };
    let is_other = |name: &str, wanted: &str| {
        tag.get(name).is_none_or(|found| found.as_text().is_some_and(|text| text != wanted))
    };
    is_other("Key", key) || value.is_some_and(|value| is_other("Value", value))
}

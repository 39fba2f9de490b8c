//! Which of the account's rules judge a resource.

use crate::aws::AccountRule;
use crate::evaluate::AppliedRule;
use crate::resolve::Resource;
use crate::rules::set::{Scope, Tag};
use crate::rules::{self, InputParameters, Rule, Severity};
use std::sync::Arc;

/// Which of an account's rules count. AWS Config evaluates all of them; the others' verdicts are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RuleFilter {
    /// Only these, by their names in the account, AWS's names for them, or their identifiers; empty for all.
    pub only: Vec<String>,
    /// Not these.
    pub skip: Vec<String>,
    /// Only rules of this severity or worse.
    pub severity: Option<Severity>,
}

impl RuleFilter {
    /// Whether the rule counts.
    pub fn lets_through(&self, rule: &AppliedRule) -> bool {
        (self.only.is_empty() || self.only.iter().any(|name| rule.is_called(name)))
            && !self.skip.iter().any(|name| rule.is_called(name))
            && self.severity.is_none_or(|least| rule.severity() >= least)
    }
}

/// A rule of the account with the resources that it judges.
#[derive(Clone, Debug)]
pub(super) struct ScopedRule {
    pub rule: Arc<AppliedRule>,
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
        let name = account.name().to_owned();
        let identifier = identifier.map_or_else(|| name.clone(), str::to_owned);
        let tag = account.tag();
        let rule = AppliedRule {
            managed,
            parameters: InputParameters::of_account(account.parameters()),
            scope: Scope {
                resource_types: account.resource_types().to_vec(),
                tag: tag.map(|(key, value)| Tag { key: key.to_owned(), value: value.map(str::to_owned) }),
            },
            ..AppliedRule::unknown(name, identifier)
        };
        Some(ScopedRule { rule: Arc::new(rule), detective: account.has_mode("DETECTIVE") })
    }

    /// Whether its scope, or else the catalogue, names the type.
    pub fn names(&self, resource_type: &str) -> bool {
        match self.rule.scope.resource_types.as_slice() {
            [] => self.rule.managed.is_some_and(|managed| judges(managed, resource_type)),
            _ => self.rule.scope.covers_type(resource_type),
        }
    }

    /// Whether it may judge resources of the type: nothing may say so of a custom rule.
    pub fn may_judge(&self, resource_type: &str) -> bool {
        let is_open = self.rule.scope.resource_types.is_empty()
            && self.rule.managed.is_none_or(|managed| managed.resource_types.is_empty());
        is_open || self.names(resource_type)
    }

    /// Whether the resource surely lacks the tag that the rule wants.
    pub fn lacks_tag(&self, resource: &Resource) -> bool {
        self.rule.scope.covers_tags(resource) == Some(false)
    }
}

/// Whether a managed rule judges resources of the type.
pub(super) fn judges(managed: &Rule, resource_type: &str) -> bool {
    managed.resource_types.contains(&resource_type)
}

//! A rule with the parameters and the scope that it is applied with.

use super::scope::Scope;
use crate::rules::{InputParameters, Rule, Severity};

/// A rule as an engine applies it.
#[derive(Clone, Debug)]
pub struct AppliedRule {
    /// The managed rule, if it is one that cfn-gate knows.
    pub managed: Option<&'static Rule>,
    /// The rule's name in the account, or AWS's name for it: `s3-bucket-logging-enabled`.
    pub name: String,
    /// AWS's identifier, `S3_BUCKET_LOGGING_ENABLED`; for a custom rule its name.
    pub identifier: String,
    /// The parameters it was evaluated with.
    pub parameters: InputParameters,
    /// The resources it is confined to.
    pub scope: Scope,
    /// The Systems Manager runbook that the rule set attaches to it, for display.
    pub remediation: Option<String>,
}

impl AppliedRule {
    /// A managed rule with these parameters, for all resources of its types.
    pub fn managed(rule: &'static Rule, parameters: InputParameters) -> Self {
        AppliedRule {
            managed: Some(rule),
            parameters,
            ..AppliedRule::unknown(rule.name.into(), rule.identifier.into())
        }
    }

    /// A custom rule, or a managed one that cfn-gate doesn't know.
    pub fn unknown(name: String, identifier: String) -> Self {
        AppliedRule {
            managed: None,
            name,
            identifier,
            parameters: InputParameters::default(),
            scope: Scope::default(),
            remediation: None,
        }
    }

    /// How bad a violation is; MEDIUM for a rule that cfn-gate doesn't know.
    pub fn severity(&self) -> Severity {
        self.managed.map_or(Severity::Medium, |rule| rule.severity)
    }

    /// Whether `name` is its name in the rule set, AWS's name for it, or its identifier.
    pub fn is_called(&self, name: &str) -> bool {
        self.name == name || self.identifier == name || self.managed.is_some_and(|rule| rule.name == name)
    }
}

//! The rule sets that cfn-gate brings along.

use super::fsbp;
use crate::rules::{self, InputParameters, Rule};

/// A rule set that cfn-gate brings along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BuiltIn {
    /// The rules that AWS Config has offered in proactive mode.
    Proactive,
    /// The rules behind the controls of AWS Foundational Security Best Practices in Security Hub, with the
    /// parameters that Security Hub passes.
    Fsbp,
    /// Every rule that AWS documents.
    All,
}

impl BuiltIn {
    /// All of them.
    pub const ALL: [BuiltIn; 3] = [BuiltIn::Proactive, BuiltIn::Fsbp, BuiltIn::All];

    /// Its name on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            BuiltIn::Proactive => "proactive",
            BuiltIn::Fsbp => "fsbp",
            BuiltIn::All => "all",
        }
    }

    /// The rule set with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|set| set.as_str() == name)
    }

    /// Its rules with their parameters, in the order of the catalogue.
    pub fn rules(self) -> impl Iterator<Item = (&'static Rule, InputParameters)> {
        rules::all().filter(move |rule| self.contains(rule)).map(move |rule| {
            let mut parameters = InputParameters::defaults(rule);
            if self == BuiltIn::Fsbp {
                for (name, value) in fsbp::parameters(rule.identifier) {
                    // A test sets all of them.
                    let _ = parameters.set(rule, name, value);
                }
            }
            (rule, parameters)
        })
    }

    /// Whether `rule` belongs to it.
    pub fn contains(self, rule: &Rule) -> bool {
        match self {
            BuiltIn::Proactive => rule.proactive,
            BuiltIn::Fsbp => fsbp::controls(rule).next().is_some(),
            BuiltIn::All => true,
        }
    }
}

//! A rule's verdict on a resource, in AWS Config's words.

use super::rule::Rule;
use super::subject::Subject;
use super::truth::{Evidence, Truth};
use std::fmt;

/// AWS Config's compliance types.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Compliance {
    /// The resource is as the rule wants it.
    Compliant,
    /// The resource is not as the rule wants it.
    NonCompliant,
    /// The rule has nothing to say of this resource.
    NotApplicable,
    /// The verdict hangs on a value that can't be known before deployment.
    InsufficientData,
}

impl Compliance {
    /// The name in the API of AWS Config.
    pub const fn as_str(self) -> &'static str {
        match self {
            Compliance::Compliant => "COMPLIANT",
            Compliance::NonCompliant => "NON_COMPLIANT",
            Compliance::NotApplicable => "NOT_APPLICABLE",
            Compliance::InsufficientData => "INSUFFICIENT_DATA",
        }
    }
}

impl fmt::Display for Compliance {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.as_str())
    }
}

/// What a rule says of a resource, and why unless it complies.
#[derive(Clone, Debug)]
pub struct Verdict<'a> {
    /// The compliance type.
    pub compliance: Compliance,
    /// Why it is not COMPLIANT.
    pub evidence: Option<Evidence<'a>>,
}

impl Rule {
    /// The rule's verdict on `subject`.
    pub fn evaluate<'a>(&self, subject: &Subject<'a>) -> Verdict<'a> {
        let (compliance, evidence) = match self.applies_when.evaluate(subject) {
            Truth::False(evidence) => (Compliance::NotApplicable, Some(evidence.of_no_interest())),
            Truth::True => match self.compliant_when.evaluate(subject) {
                Truth::True => (Compliance::Compliant, None),
                Truth::False(evidence) => (Compliance::NonCompliant, Some(evidence)),
                Truth::Unknown(evidence) => (Compliance::InsufficientData, Some(evidence)),
            },
            // Whether or not it applies, a resource that is as the rule wants it is no violation.
            Truth::Unknown(evidence) => match self.compliant_when.evaluate(subject) {
                Truth::True => (Compliance::Compliant, None),
                Truth::False(_) | Truth::Unknown(_) => (Compliance::InsufficientData, Some(evidence)),
            },
        };
        Verdict { compliance, evidence }
    }
}

//! The managed rules of AWS that cfn-gate knows but gives no verdict on, so that every rule that AWS documents
//! can be named, explained and counted.

use super::ParameterType::{self, Boolean, Csv, Int, String, StringMap};
use super::rule::Parameter;

/// Declares undecidable rules, a row a rule: identifier, rule name, trigger, severity, resource types, Security
/// Hub controls, parameters, summary, why a template can't decide it, and the remediation runbook if there is one.
macro_rules! rules {
    ($decided_by:expr; $(
        $identifier:literal $name:literal $trigger:ident $severity:ident [$($resource_type:literal),*]
        [$($control:literal),*] $parameters:expr, $summary:literal $why:expr $(=> $document:literal)?;
    )*) => {
        &[$(&Rule {
            identifier: $identifier,
            name: $name,
            resource_types: &[$($resource_type),*],
            trigger: $crate::rules::Trigger::$trigger,
            severity: $crate::rules::Severity::$severity,
            security_hub: &[$($control),*],
            parameters: $parameters,
            summary: $summary,
            remediation_document: rules!(@document $($document)?),
            decided_by: $decided_by($why),
            ..Rule::BASE
        }),*]
    };
    (@document) => { None };
    (@document $document:literal) => { Some($document) };
}

mod account;
mod runtime;

pub(super) use account::RULES as ACCOUNT;
pub(super) use runtime::RULES as RUNTIME;

const fn required(parameter_type: ParameterType, name: &'static str, description: &'static str) -> Parameter {
    Parameter { name, parameter_type, required: true, default: None, description }
}

const fn optional(parameter_type: ParameterType, name: &'static str, description: &'static str) -> Parameter {
    Parameter { required: false, ..required(parameter_type, name, description) }
}

impl Parameter {
    /// With a default.
    const fn or(self, default: &'static str) -> Self {
        Parameter { default: Some(default), ..self }
    }
}

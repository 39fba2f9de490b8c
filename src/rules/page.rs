//! What is said of a rule beside its verdicts: its page, and the same as data. Everything that shows a rule
//! (`cfn-gate rules show`, the documentation) is made here.

use super::explain::{as_template, fenced};
use super::rule::{Certainty, Parameter, ParameterType, Rule, Trigger};
use super::set::fsbp;
use serde_json::{Value, json};
use std::fmt::Write;

impl Rule {
    /// The rule's page, in Markdown.
    pub fn page(&self) -> String {
        let mut page = format!("# {}\n\n{}\n", self.name, self.summary);
        let mut section = |title: &str, text: &str| {
            if !text.trim().is_empty() {
                let _ = write!(page, "\n## {title}\n\n{}\n", text.trim_end());
            }
        };
        section("What it looks at", &self.facts());
        section("Why, and how it reads a template", self.details);
        section("Why it gets no verdict", &self.undecided());
        section("How to fix it", self.fix);
        section("Parameters", &self.parameter_list());
        let given: Vec<_> =
            self.example_parameters.iter().map(|(name, value)| format!("`{name}` = `{value}`")).collect();
        let given = if given.is_empty() { String::new() } else { format!(" with {}", given.join(", ")) };
        section(&format!("Passes{given}"), &fenced("yaml", &self.example_in_yaml()));
        section(&format!("Fails{given}"), &fenced("yaml", &as_template(self.noncompliant_example)));
        section("Sources", &self.sources());
        page
    }

    /// The same as data, in a stable order.
    pub fn to_json(&self) -> Value {
        let parameters: Vec<Value> = self
            .parameters
            .iter()
            .map(|parameter| {
                json!({
                    "name": parameter.name,
                    "type": type_name(parameter.parameter_type),
                    "required": parameter.required,
                    "default": parameter.default,
                    "description": parameter.description,
                })
            })
            .collect();
        json!({
            "identifier": self.identifier,
            "name": self.name,
            "severity": self.severity.as_str(),
            "resourceTypes": self.resource_types,
            "trigger": trigger_name(self.trigger),
            "proactive": self.proactive,
            "securityHubControls": self.security_hub,
            "fsbpControls": fsbp::controls(self).collect::<Vec<_>>(),
            "decidedBy": self.decided_by.as_str(),
            "undecidableBecause": self.decided_by.reason(),
            "parameters": parameters,
            "summary": self.summary,
            "details": self.details,
            "fix": self.fix,
            "remediationDocument": self.remediation_document,
            "certainty": match self.certainty {
                Certainty::Documented => "documented",
                Certainty::Known => "known",
                Certainty::Guess => "guess",
            },
            "documentationUrl": self.documentation_url(),
            "compliantExample": self.compliant_example,
            "noncompliantExample": self.noncompliant_example,
        })
    }

    pub(super) fn parameter_list(&self) -> String {
        self.parameters.iter().map(parameter_line).collect()
    }

    pub(super) fn facts(&self) -> String {
        let mut lines = format!("- Identifier: `{}`\n", self.identifier);
        let types: Vec<_> = self.resource_types.iter().map(|name| format!("`{name}`")).collect();
        match types.as_slice() {
            [] => lines.push_str("- Resource types: none, it looks at the account\n"),
            types => {
                let _ = writeln!(lines, "- Resource types: {}", types.join(", "));
            }
        }
        let _ = writeln!(lines, "- Severity: {}", self.severity.as_str());
        if !self.security_hub.is_empty() {
            let _ = writeln!(lines, "- Security Hub controls: {}", self.security_hub.join(", "));
        }
        let in_fsbp: Vec<_> = fsbp::controls(self).collect();
        if !in_fsbp.is_empty() {
            let _ = writeln!(lines, "- AWS Foundational Security Best Practices: {}", in_fsbp.join(", "));
        }
        let _ =
            writeln!(lines, "- After deployment, AWS Config evaluates it: {}", trigger_name(self.trigger));
        let _ = writeln!(lines, "- Offered in AWS Config's proactive mode: {}", yes_or_no(self.proactive));
        if let Some(document) = self.remediation_document {
            let _ = writeln!(lines, "- Remediation runbook: `{document}`");
        }
        lines
    }

    pub(super) fn sources(&self) -> String {
        let mut lines = format!("- AWS Config Developer Guide: <{}>\n", self.documentation_url());
        if self.is_implemented() {
            lines.push_str(match self.certainty {
                Certainty::Documented => "- The logic follows AWS's page on the rule.\n",
                Certainty::Known => {
                    "- AWS's page does not give the logic in full; it is well known in the field.\n"
                }
                Certainty::Guess => {
                    "- AWS's page does not give the logic in full; this is our reading of it.\n"
                }
            });
        }
        for control in fsbp::by_common_knowledge(self) {
            let _ = writeln!(
                lines,
                "- That {control} uses this rule, and is not in AWS Foundational Security Best Practices, is common \
                 knowledge; AWS's page on it was not read."
            );
        }
        lines
    }
}

fn parameter_line(parameter: &Parameter) -> String {
    let Parameter { name, parameter_type, required, default, description } = parameter;
    let need = if *required { "required" } else { "optional" };
    let default = default.map(|default| format!(", `{default}` if not given")).unwrap_or_default();
    format!("- `{name}` ({}, {need}{default}): {description}\n", type_name(*parameter_type))
}

/// AWS's name for the type.
fn type_name(parameter_type: ParameterType) -> &'static str {
    match parameter_type {
        ParameterType::String => "String",
        ParameterType::Int => "int",
        ParameterType::Double => "double",
        ParameterType::Boolean => "boolean",
        ParameterType::Csv => "CSV",
        ParameterType::StringMap => "StringMap",
    }
}

fn trigger_name(trigger: Trigger) -> &'static str {
    match trigger {
        Trigger::ConfigurationChange => "on configuration changes",
        Trigger::Periodic => "periodically",
        Trigger::Hybrid => "on configuration changes and periodically",
    }
}

fn yes_or_no(value: bool) -> &'static str {
    if value { "yes" } else { "no" }
}

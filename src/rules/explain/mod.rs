//! `cfn-gate explain`: a rule for someone whose pipeline has just failed. Everything comes from the rule's value;
//! the fix in JSON and in CDK is made from its example in YAML.

mod cdk;
mod json;

use super::rule::{DecidedBy, Rule};
use crate::template::{FileId, Map, Node, read_tree};
use std::fmt::Write;

impl Rule {
    /// What the rule checks, why, and how to satisfy it: plain text with a little Markdown.
    pub fn explain(&self) -> String {
        let mut text = format!("{}\n\n{}\n", self.name, self.summary);
        let mut section = |title: &str, body: &str| {
            if !body.trim().is_empty() {
                let _ = write!(text, "\n## {title}\n\n{}\n", body.trim_end());
            }
        };
        section("Why, and how a template is read", self.details);
        section("Why it gets no verdict", &self.undecided());
        section("How to fix it", self.fix);
        let given: Vec<_> =
            self.example_parameters.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let note = match given.as_slice() {
            _ if self.compliant_example.is_empty() => String::new(),
            [] => "Only what the rule looks at is shown.\n\n".into(),
            given => format!(
                "Only what the rule looks at is shown. It is for the input parameters {}.\n\n",
                given.join(", ")
            ),
        };
        section("In YAML", &(note + &fenced("yaml", &self.example_in_yaml())));
        section("In JSON", &fenced("json", &self.example_in_json().unwrap_or_default()));
        section("In CDK (TypeScript)", &fenced("ts", &self.example_in_cdk().unwrap_or_default()));
        section("What AWS calls it", &self.facts());
        section("Input parameters", &self.parameter_list());
        section("Sources", &self.sources());
        text
    }

    /// Why the rule gets no verdict, and what becomes of it.
    pub(super) fn undecided(&self) -> String {
        match self.decided_by {
            DecidedBy::Template => String::new(),
            DecidedBy::Runtime(why) => {
                format!("It needs what exists only after deployment: {why}. AWS Config decides it then.")
            }
            DecidedBy::Account(why) => {
                format!("It is about the account as a whole: {why}. AWS Config decides it there.")
            }
        }
    }

    /// The resources that satisfy the rule, as a template in YAML; empty if the rule has none.
    pub fn example_in_yaml(&self) -> String {
        as_template(self.compliant_example)
    }

    /// The same in JSON.
    pub fn example_in_json(&self) -> Option<String> {
        let root = read_tree(FileId::TEMPLATE, &self.example_in_yaml()).root?;
        serde_json::to_string_pretty(&json::of(&root)).ok()
    }

    /// The same with CDK's constructs of layer 1, in TypeScript: statements for the body of a stack's constructor.
    pub fn example_in_cdk(&self) -> Option<String> {
        let root = read_tree(FileId::TEMPLATE, &self.example_in_yaml()).root?;
        Some(cdk::statements(root.as_map()?.get("Resources")?.as_map()?))
    }
}

/// Resources as a template.
pub(super) fn as_template(resources: &str) -> String {
    if resources.is_empty() {
        return String::new();
    }
    let mut template = String::from("Resources:\n");
    for line in resources.lines() {
        let _ = if line.is_empty() { writeln!(template) } else { writeln!(template, "  {line}") };
    }
    template
}

/// A block of code in Markdown; nothing if it is empty.
pub(super) fn fenced(language: &str, code: &str) -> String {
    match code.trim_end() {
        "" => String::new(),
        code => format!("```{language}\n{code}\n```\n"),
    }
}

/// The name and the argument of an intrinsic function, if `map` calls one.
fn call(map: &Map<Node>) -> Option<(&str, &Node)> {
    match map.entries.as_slice() {
        [only] if &*only.key == "Ref" || only.key.starts_with("Fn::") => Some((&only.key, &only.value)),
        _ => None,
    }
}

//! The sections Outputs, Conditions and Rules.

use super::{MOST_ENTRIES, Parser};
use crate::template::{Content, Entry, LoopSection, Map, Node, Output};

const OUTPUT: [&str; 4] = ["Value", "Description", "Export", "Condition"];

impl Parser {
    /// Reads `Outputs`.
    pub(super) fn outputs(&mut self, value: Node) {
        let entries = self.entries(value, "Outputs", Some(LoopSection::Outputs));
        self.at_most(MOST_ENTRIES, "outputs", &entries);
        for entry in entries {
            self.output(entry);
        }
    }

    fn output(&mut self, mut entry: Entry<Node>) {
        self.name("output name", &entry.key, entry.key_span);
        let Some(map) = self.body(&mut entry, "output") else { return };
        let mut output_value = None;
        let mut export_name = None;
        let mut condition = None;
        let transformed = map.get("Fn::Transform").is_some();
        for attribute in map.entries {
            match &*attribute.key {
                "Value" => output_value = Some(attribute.value),
                "Description" => {
                    self.description(&attribute.value, "Description");
                }
                "Export" => export_name = self.export(attribute),
                "Condition" => condition = self.condition_name(&attribute.value),
                "Fn::Transform" => {}
                _ => self.unknown_attribute("an output", &attribute, &OUTPUT),
            }
        }
        match output_value {
            Some(Node { content: Content::Null, span }) => {
                // A transform can't give it a value: the service refuses it all the same.
                self.error(span, format!("the Value of output `{}` is null", entry.key));
            }
            Some(value) => self.template.outputs.push(Output {
                name: entry.key,
                span: entry.key_span,
                value,
                export_name,
                condition,
            }),
            None if transformed || self.macros => {}
            None => self.error(entry.key_span, format!("output `{}` has no Value", entry.key)),
        }
    }

    fn export(&mut self, mut attribute: Entry<Node>) -> Option<Node> {
        let span = attribute.key_span;
        let map = self.body(&mut attribute, "attribute")?;
        let mut name = None;
        for entry in map.entries {
            match &*entry.key {
                "Name" => name = Some(entry.value),
                "Fn::Transform" => return None,
                _ => self.unknown_attribute("an export", &entry, &["Name"]),
            }
        }
        if name.is_none() {
            self.error(span, "an export needs a Name");
        }
        name
    }

    /// Reads `Conditions`: the expressions are checked with the other functions.
    pub(super) fn conditions(&mut self, value: Node) {
        let entries = self.entries(value, "Conditions", Some(LoopSection::Conditions));
        self.template.conditions = Map { entries };
    }

    /// Reads `Rules`: the expressions are checked with the other functions.
    pub(super) fn rules(&mut self, value: Node) {
        let entries = self.entries(value, "Rules", None);
        for rule in &entries {
            self.rule(rule);
        }
        self.template.rules = Map { entries };
    }

    fn rule(&mut self, rule: &Entry<Node>) {
        let Some(map) = rule.value.as_map() else {
            let message = format!("rule `{}` has to be a map, found {}", rule.key, rule.value.kind());
            self.error(rule.key_span, message);
            return;
        };
        for entry in map {
            match &*entry.key {
                "RuleCondition" => {}
                "Assertions" => self.assertions(&entry.value),
                _ => self.unknown_attribute("a rule", entry, &["RuleCondition", "Assertions"]),
            }
        }
        if map.get("Assertions").is_none() {
            self.error(rule.key_span, format!("rule `{}` has no Assertions", rule.key));
        }
    }

    fn assertions(&mut self, value: &Node) {
        let Some(assertions) = value.as_list() else {
            self.error(value.span, format!("Assertions has to be a list, found {}", value.kind()));
            return;
        };
        for assertion in assertions {
            match assertion.as_map() {
                Some(map) if map.get("Assert").is_some() => {}
                Some(_) => self.error(assertion.span, "an assertion needs Assert"),
                None => {
                    let message =
                        format!("an assertion has to be a map with Assert, found {}", assertion.kind());
                    self.error(assertion.span, message);
                }
            }
        }
    }
}

//! The section Resources.

use super::{MOST_RESOURCES, Parser, short};
use crate::template::suggest::similar;
use crate::template::{Content, Diagnostic, Entry, LoopSection, Node, Resource, Span, Text};
use std::collections::HashSet;

const ATTRIBUTES: [&str; 9] = [
    "Type",
    "Properties",
    "Metadata",
    "Condition",
    "DependsOn",
    "DeletionPolicy",
    "UpdateReplacePolicy",
    "UpdatePolicy",
    "CreationPolicy",
];

const DELETION_POLICIES: [&str; 4] = ["Delete", "Retain", "RetainExceptOnCreate", "Snapshot"];
const UPDATE_REPLACE_POLICIES: [&str; 3] = ["Delete", "Retain", "Snapshot"];

impl Parser {
    /// Reads `Resources`; `span` is where the section's name stands.
    pub(super) fn resources(&mut self, value: Node, span: Span) {
        let empty = match &value.content {
            Content::Map(map) => map.is_empty(),
            // The service refuses a null here with or without a transform.
            Content::Null => true,
            _ => false,
        };
        if empty {
            if !self.macros {
                self.error(span, "Resources is empty: a template needs at least one resource");
            }
            return;
        }
        let entries = self.entries(value, "Resources", Some(LoopSection::Resources));
        self.at_most(MOST_RESOURCES, "resources", &entries);
        let logical_ids: HashSet<Text> = entries.iter().map(|entry| entry.key.clone()).collect();
        for entry in entries {
            self.resource(entry);
        }
        self.dependencies(&logical_ids);
    }

    fn resource(&mut self, mut entry: Entry<Node>) {
        self.name("logical ID", &entry.key, entry.key_span);
        let Some(map) = self.body(&mut entry, "resource") else { return };
        let transformed = map.get("Fn::Transform").is_some();
        let mut resource = Resource::new(entry.key, entry.key_span, Text::from(""), entry.key_span);
        let mut resource_type = None;
        for attribute in map.entries {
            if &*attribute.key == "Type" {
                resource_type = Some(attribute.value);
            } else {
                self.resource_attribute(&mut resource, attribute);
            }
        }
        match resource_type {
            Some(Node { content: Content::Text(name), span }) if !name.is_empty() => {
                resource.resource_type = name;
                resource.type_span = span;
            }
            Some(other) => {
                let found = if other.as_text().is_some() { "empty text" } else { other.kind() };
                let message =
                    format!("the Type of resource `{}` has to be text, found {found}", resource.logical_id);
                self.error(other.span, message);
                return;
            }
            None if transformed || self.macros => return,
            None => {
                self.error(resource.span, format!("resource `{}` has no Type", resource.logical_id));
                return;
            }
        }
        self.template.resources.push(resource);
    }

    fn resource_attribute(&mut self, resource: &mut Resource, attribute: Entry<Node>) {
        let Entry { key, key_span, value } = &attribute;
        if self.serverless && &**key == "Properties" && value.content == Content::Null {
            // Refused of serverless resources when they are expanded.
            resource.properties = Some(attribute.value);
            return;
        }
        if value.content == Content::Null && ATTRIBUTES.contains(&&**key) {
            self.null(*key_span, key);
            return;
        }
        match &**key {
            "Properties" | "UpdatePolicy" | "CreationPolicy" if value.as_map().is_none() => {
                self.error(value.span, format!("{key} has to be a map, found {}", value.kind()));
            }
            "Properties" => resource.properties = Some(attribute.value),
            "UpdatePolicy" => resource.update_policy = Some(attribute.value),
            "CreationPolicy" => resource.creation_policy = Some(attribute.value),
            "Metadata" => resource.metadata = Some(attribute.value),
            "Condition" => resource.condition = self.condition_name(value),
            "DependsOn" => resource.depends_on = self.depends_on(value),
            "DeletionPolicy" => {
                self.policy(key, value, &DELETION_POLICIES);
                resource.deletion_policy = Some(attribute.value);
            }
            "UpdateReplacePolicy" => {
                self.policy(key, value, &UPDATE_REPLACE_POLICIES);
                resource.update_replace_policy = Some(attribute.value);
            }
            // Not in the list of attributes, but on custom resources and Config rules that were deployed.
            "Version" | "Description" | "Fn::Transform" => {}
            "Connectors" if self.serverless => resource.connectors = Some(attribute.value),
            "IgnoreGlobals" if self.serverless => resource.ignore_globals = Some(attribute.value),
            _ => self.unknown_attribute("a resource", &attribute, &ATTRIBUTES),
        }
    }

    fn policy(&mut self, key: &str, value: &Node, known: &[&'static str]) {
        match &value.content {
            Content::Text(text) if known.contains(&&**text) => {}
            Content::Text(text) => {
                let message = format!("{key} has to be one of {}, found `{}`", known.join(", "), short(text));
                let diagnostic = Diagnostic::error(value.span, message);
                let diagnostic = match similar(text, known.iter().copied()) {
                    Some(known) => diagnostic.help(format!("did you mean `{known}`?")),
                    None => diagnostic,
                };
                self.unless_macro(diagnostic);
            }
            Content::Map(_) if self.extensions || self.macros => {}
            Content::Map(_) => self.diagnostics.push(
                Diagnostic::error(
                    value.span,
                    format!("{key} with a function in it needs the transform `AWS::LanguageExtensions`"),
                )
                .help("add `Transform: AWS::LanguageExtensions` to the template"),
            ),
            _ => self.error(value.span, format!("{key} has to be text, found {}", value.kind())),
        }
    }

    fn depends_on(&mut self, value: &Node) -> Vec<(Text, Span)> {
        let mut logical_ids = Vec::new();
        for item in value.as_list().unwrap_or(std::slice::from_ref(value)) {
            match &item.content {
                Content::Text(logical_id) => logical_ids.push((logical_id.clone(), item.span)),
                _ => {
                    let message =
                        format!("DependsOn has to be a logical ID or a list of them, found {}", item.kind());
                    self.unless_macro(Diagnostic::error(item.span, message));
                }
            }
        }
        logical_ids
    }

    /// Reports dependencies on resources that don't exist, where nothing could bring them.
    fn dependencies(&mut self, logical_ids: &HashSet<Text>) {
        let more = self.partial
            || self.macros
            || self.serverless
            || !self.template.loops.is_empty()
            || !self.template.section_transforms.is_empty();
        if more {
            return;
        }
        for resource in &self.template.resources {
            for (logical_id, span) in &resource.depends_on {
                if !logical_ids.contains(logical_id) && !self.diagnostics.is_full() {
                    let message = format!(
                        "`{}` depends on `{}`, which is no resource",
                        resource.logical_id,
                        short(logical_id)
                    );
                    let diagnostic = Diagnostic::error(*span, message);
                    let near = similar(logical_id, logical_ids.iter().map(|known| &**known));
                    self.diagnostics.push(match near {
                        Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
                        None => diagnostic,
                    });
                }
            }
        }
    }
}

//! A walk over everything that CloudFormation evaluates: reports each function of the wrong shape, in the wrong
//! place, or without the transform that it needs.

mod loops;

use super::shape::is_call;
use super::{Attribute, Context, Function, SubPart, is_loop, locate, split_sub};
use crate::template::diagnostic::Diagnostics;
use crate::template::{Content, Diagnostic, Map, Node, Span, Template, Text, Transform};
use std::collections::HashSet;

/// All that is wrong with the functions of `template`.
pub(in crate::template) fn check(template: &Template) -> Vec<Diagnostic> {
    let mut checker = Checker {
        source: template.files.first().map_or("", |file| &file.text),
        extensions: template.transforms.iter().any(Transform::is_language_extensions),
        transformed: !template.transforms.is_empty() || !template.section_transforms.is_empty(),
        macros: template.has_macros(),
        resources: template.resources.iter().map(|resource| &*resource.logical_id).collect(),
        diagnostics: Diagnostics::default(),
    };
    checker.template(template);
    checker.diagnostics.into_list()
}

struct Checker<'a> {
    source: &'a str,
    extensions: bool,
    /// Some transform runs over the template: it may take away what CloudFormation would refuse.
    transformed: bool,
    /// A transform of unknown effect runs.
    macros: bool,
    resources: HashSet<&'a str>,
    diagnostics: Diagnostics,
}

/// How many wrong names are reported of one `Fn::Sub`: each is looked for in the file.
const MOST_INVALID: usize = 10;

/// What a value may refer to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// A property, policy, metadata or output: anything.
    Resource,
    /// An argument of a condition: nothing that is known only once resources exist.
    Condition,
    /// An argument of a rule: as a condition.
    Rule,
    /// The name of an export or import: as a condition.
    Name,
}

impl Place {
    fn context(self) -> Context {
        match self {
            Place::Rule => Context::Rule,
            Place::Condition => Context::Condition,
            Place::Resource | Place::Name => Context::Value,
        }
    }

    fn noun(self) -> &'static str {
        match self {
            Place::Condition => "a condition",
            Place::Rule => "a rule",
            Place::Resource | Place::Name => "the name of an export or import",
        }
    }
}

impl<'a> Checker<'a> {
    fn template(&mut self, template: &'a Template) {
        for condition in &template.conditions {
            self.condition(&condition.value, Context::Condition);
        }
        for rule in &template.rules {
            self.rule(&rule.value);
        }
        for resource in &template.resources {
            let values = [
                &resource.properties,
                &resource.metadata,
                &resource.update_policy,
                &resource.creation_policy,
                &resource.deletion_policy,
                &resource.update_replace_policy,
            ];
            for value in values.into_iter().flatten() {
                self.value(value, Place::Resource);
            }
        }
        for output in &template.outputs {
            self.value(&output.value, Place::Resource);
            if let Some(name) = &output.export_name {
                self.value(name, Place::Name);
            }
        }
        for entry in &template.loops {
            self.section_loop(&entry.key, entry.span, &entry.body, entry.section);
        }
    }

    fn error(&mut self, span: Span, message: impl Into<String>) {
        self.diagnostics.push(Diagnostic::error(span, message));
    }

    /// Reports what CloudFormation refuses unless a macro takes it away or gives it a meaning.
    fn unless_macro(&mut self, diagnostic: Diagnostic) {
        if !self.macros {
            self.diagnostics.push(diagnostic);
        }
    }

    fn needs_extensions(&mut self, span: Span, what: &str) {
        if !self.extensions {
            let message = format!("{what} needs the transform `AWS::LanguageExtensions`");
            self.unless_macro(
                Diagnostic::error(span, message)
                    .help("add `Transform: AWS::LanguageExtensions` to the template"),
            );
        }
    }

    fn rule(&mut self, rule: &'a Node) {
        let Some(rule) = rule.as_map() else { return };
        if let Some(condition) = rule.get("RuleCondition") {
            self.condition(condition, Context::Rule);
        }
        for assertion in rule.get("Assertions").and_then(Node::as_list).unwrap_or_default() {
            if let Some(assert) = assertion.as_map().and_then(|assertion| assertion.get("Assert")) {
                self.condition(assert, Context::Rule);
            }
        }
    }

    /// Checks an expression that has to be true or false.
    fn condition(&mut self, node: &'a Node, context: Context) {
        let place = if context == Context::Rule { Place::Rule } else { Place::Condition };
        match Function::of(node, context) {
            Some(Ok(Function::And { conditions } | Function::Or { conditions })) => {
                for condition in conditions {
                    self.condition(condition, context);
                }
            }
            Some(Ok(Function::Not { condition })) => self.condition(condition, context),
            Some(Ok(Function::Equals { left, right })) => {
                self.value(left, place);
                self.value(right, place);
            }
            Some(Ok(Function::Condition { .. } | Function::Transform { .. })) => {}
            Some(Ok(Function::RuleFunction { arguments, .. })) => self.value(arguments, place),
            Some(Err(errors)) => self.wrong(node, errors, place),
            None if context == Context::Condition && matches!(node.content, Content::Boolean(_)) => {
                let message =
                    "this condition is the same for every stack: conditions are written as functions";
                self.diagnostics.push(Diagnostic::warning(node.span, message));
            }
            Some(Ok(_)) | None => {
                let found = node.as_map().and_then(|map| map.entries.first()).filter(|_| is_call(node));
                let found = found.map_or(node.kind().to_string(), |entry| format!("`{}`", entry.key));
                let message = format!(
                    "a condition has to be `Fn::Equals`, `Fn::And`, `Fn::Or`, `Fn::Not` or `Condition`, found {found}"
                );
                self.unless_macro(Diagnostic::error(node.span, message));
            }
        }
    }

    /// Checks a value, and all that is in it.
    fn value(&mut self, node: &'a Node, place: Place) {
        match Function::of(node, place.context()) {
            None => self.data(node, place),
            Some(Err(errors)) => self.wrong(node, errors, place),
            Some(Ok(function)) => self.function(function, node, place),
        }
    }

    fn data(&mut self, node: &'a Node, place: Place) {
        match &node.content {
            Content::Null if !self.transformed => self.error(node.span, "null is not allowed in templates"),
            Content::List(items) => {
                for item in items {
                    self.value(item, place);
                }
            }
            Content::Map(map) => {
                for entry in map {
                    if is_loop(&entry.key) {
                        self.property_loop(entry, place);
                    } else {
                        self.value(&entry.value, place);
                    }
                }
            }
            _ => {}
        }
    }

    /// Reports a call of the wrong shape, and what is wrong in its arguments.
    fn wrong(&mut self, node: &'a Node, errors: Vec<Diagnostic>, place: Place) {
        for error in errors {
            if error.message.starts_with("unknown function") {
                self.unless_macro(error);
            } else {
                self.diagnostics.push(error);
            }
        }
        for entry in node.as_map().into_iter().flatten() {
            match &entry.value.content {
                Content::List(items) => items.iter().for_each(|item| self.argument(item, place)),
                _ => self.argument(&entry.value, place),
            }
        }
    }

    /// Checks an argument of a call of the wrong shape: whether it should be a value or a condition is open.
    fn argument(&mut self, node: &'a Node, place: Place) {
        match Function::of(node, place.context()) {
            Some(Ok(function)) if function.is_condition() => self.condition(node, place.context()),
            Some(_) => self.value(node, place),
            // A null was reported with the call.
            None if node.content == Content::Null => {}
            None => self.data(node, place),
        }
    }

    fn function(&mut self, function: Function<'a>, node: &'a Node, place: Place) {
        match function {
            Function::Ref { name } => match name.as_text() {
                Some(text) => self.reference(text, name.span, place),
                None => {
                    self.needs_extensions(node.span, "`Ref` with a function in it");
                    self.value(name, place);
                }
            },
            Function::GetAtt { attribute, .. } => {
                self.attribute(node.span, place);
                if let Attribute::Computed(name) = attribute {
                    if !matches!(Function::of(name, Context::Value), Some(Ok(Function::Ref { .. }))) {
                        self.needs_extensions(
                            name.span,
                            "`Fn::GetAtt` with a function other than `Ref` as attribute",
                        );
                    }
                    self.value(name, place);
                }
            }
            Function::ComputedGetAtt { resource, attribute } => {
                self.attribute(node.span, place);
                self.needs_extensions(resource.span, "`Fn::GetAtt` with a function as logical ID");
                self.value(resource, place);
                if let Attribute::Computed(name) = attribute {
                    self.value(name, place);
                }
            }
            Function::Sub { text, text_span, variables } => self.sub(text, text_span, variables, place),
            Function::FindInMap { mapping, top, second, default } => {
                for argument in [mapping, top, second] {
                    let simple = matches!(
                        Function::of(argument, Context::Value),
                        None | Some(Err(_) | Ok(Function::Ref { .. } | Function::FindInMap { .. }))
                    );
                    if !simple {
                        self.needs_extensions(
                            argument.span,
                            "`Fn::FindInMap` with a function other than `Ref` and `Fn::FindInMap` in its keys",
                        );
                    }
                    self.value(argument, place);
                }
                self.values(default, place);
            }
            Function::Join { delimiter: _, values } => self.value(values, place),
            Function::Split { delimiter: _, text } => self.value(text, place),
            Function::Select { index, values } => self.values([index, values], place),
            Function::GetAzs { region } => self.value(region, place),
            Function::Cidr { block, count, bits } => {
                self.values([block, count].into_iter().chain(bits), place)
            }
            Function::Base64 { text } => self.value(text, place),
            Function::ImportValue { name } => {
                self.attribute(node.span, place);
                self.value(name, if place == Place::Resource { Place::Name } else { place });
            }
            Function::GetStackOutput { arguments } => {
                self.attribute(node.span, place);
                self.values(arguments.iter().map(|entry| &entry.value), place);
            }
            Function::If { then, otherwise, .. } => self.values([then, otherwise], place),
            Function::Equals { .. }
            | Function::And { .. }
            | Function::Or { .. }
            | Function::Not { .. }
            | Function::Condition { .. } => {
                if place == Place::Resource {
                    self.misplaced(node);
                }
                self.condition(node, place.context());
            }
            Function::Length { values } => {
                self.needs_extensions(node.span, "`Fn::Length`");
                self.value(values, place);
            }
            Function::ToJsonString { value } => {
                self.needs_extensions(node.span, "`Fn::ToJsonString`");
                self.value(value, place);
            }
            Function::Transform { name, parameters } => {
                if name.as_text().is_some_and(|name| &**name == Transform::LANGUAGE_EXTENSIONS) {
                    self.diagnostics.push(
                        Diagnostic::error(
                            name.span,
                            "`AWS::LanguageExtensions` works only for the whole template",
                        )
                        .help("name it in the section Transform"),
                    );
                }
                self.values(parameters.into_iter().flatten().map(|entry| &entry.value), place);
            }
            Function::RuleFunction { arguments, .. } => self.value(arguments, place),
        }
    }

    fn values(&mut self, nodes: impl IntoIterator<Item = &'a Node>, place: Place) {
        for node in nodes {
            self.value(node, place);
        }
    }

    /// Warns of a condition function where CloudFormation's documentation has none.
    fn misplaced(&mut self, node: &Node) {
        let Some(entry) = node.as_map().and_then(|map| map.entries.first()) else { return };
        let message = format!("`{}` is documented for the sections Conditions and Rules only", entry.key);
        let help = "name the condition in the section Conditions and choose the value with `Fn::If`";
        self.diagnostics.push(Diagnostic::warning(entry.key_span, message).help(help));
    }

    /// Checks the name in a `Ref`.
    fn reference(&mut self, name: &str, span: Span, place: Place) {
        if place != Place::Resource && self.resources.contains(name) {
            self.error(span, format!("{} can't refer to the resource `{name}`", place.noun()));
        }
    }

    /// Checks that a value known only at deployment may stand at a place.
    fn attribute(&mut self, span: Span, place: Place) {
        if place != Place::Resource {
            self.error(
                span,
                format!("{} can't hold what is known only once the stack is deployed", place.noun()),
            );
        }
    }

    fn sub(&mut self, text: &Text, span: Span, variables: Option<&'a Map<Node>>, place: Place) {
        let mut invalid = 0;
        for part in split_sub(text) {
            match part {
                SubPart::Literal(_) => {}
                SubPart::Name { name, offset } => {
                    if variables.is_some_and(|variables| variables.get(name).is_some()) {
                        continue;
                    }
                    let resource = name.split_once('.').map_or(name, |(resource, _)| resource);
                    if place != Place::Resource
                        && self.resources.contains(resource)
                        && !self.diagnostics.is_full()
                    {
                        let span = locate(self.source, span, text, &format!("${{{name}}}"), offset);
                        self.reference(resource, span, place);
                    }
                }
                SubPart::Invalid { .. } if invalid == MOST_INVALID => {}
                SubPart::Invalid { piece, offset } => {
                    invalid += 1;
                    let span = locate(self.source, span, text, piece, offset);
                    let shown: String = piece.chars().take(60).collect();
                    let message =
                        format!("`{shown}` in `Fn::Sub` is not a name of letters, digits, `.`, `:` and `_`");
                    let inner = piece.trim_start_matches("${").trim_end_matches('}');
                    let help = match split_sub(&format!("${{{}}}", inner.trim())).as_slice() {
                        [SubPart::Name { name, .. }] => format!("write `${{{name}}}` without spaces"),
                        _ => format!("write `${{!{}` to keep it as text", shown.trim_start_matches("${")),
                    };
                    self.diagnostics.push(Diagnostic::error(span, message).help(help));
                }
            }
        }
        self.values(variables.into_iter().flatten().map(|entry| &entry.value), place);
    }
}

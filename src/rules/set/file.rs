//! A rule set from a file: a conformance pack, or any template with `AWS::Config::ConfigRule` resources.
//!
//! Facts: the AWS CloudFormation Template Reference, "AWS::Config::ConfigRule" and
//! "AWS::Config::RemediationConfiguration"; the AWS Config Developer Guide, "Creating Templates for Custom
//! Conformance Packs".

use super::applied::AppliedRule;
use super::entry::{Entry, Place};
use super::scope::{Scope, Tag};
use super::{Error, Undecided};
use crate::resolve::{Content, Environment, Part, Resource, Stack, Value, resolve};
use crate::rules::{self, InputParameters, Rule};
use crate::template::{Diagnostic, SourceFile, Span, Template};
use std::borrow::Cow;
use std::collections::HashMap;

const RULE: &str = "AWS::Config::ConfigRule";
const REMEDIATION: &str = "AWS::Config::RemediationConfiguration";

/// Reads the rules of a file, in its order.
///
/// # Errors
/// All that is wrong with it.
pub(super) fn read(file: &SourceFile, environment: &Environment) -> Result<Vec<Entry>, Vec<Error>> {
    let environment = Environment { parameters: HashMap::new(), ..environment.clone() };
    let mut template = Template::parse(file.name.clone(), file.text.clone());
    template.diagnostics.retain(|diagnostic| !is_about_controls(diagnostic));
    let has_rules = template.resources.iter().any(|resource| &*resource.resource_type == RULE);
    let stack = resolve(template, &environment);
    let mut reader = Reader { stack: &stack, entries: Vec::new(), diagnostics: Vec::new() };
    if !stack.has_errors() {
        reader.read();
        if !has_rules && reader.entries.is_empty() {
            let start = Span { line: 1, column: 1, ..Span::default() };
            reader.error(start, format!("the file is no rule set: it has no {RULE}"));
        }
    }
    let found = stack.diagnostics.iter().chain(&reader.diagnostics).filter(|found| found.is_error());
    let errors: Vec<Error> = found
        .map(|diagnostic| Error::File { files: stack.files.clone(), diagnostic: diagnostic.clone() })
        .collect();
    if errors.is_empty() { Ok(reader.entries) } else { Err(errors) }
}

/// Some packs that AWS publishes list the controls of a standard beside a rule's Type, where CloudFormation
/// knows no such attribute.
fn is_about_controls(diagnostic: &Diagnostic) -> bool {
    diagnostic.message.starts_with("unknown attribute `Controls` of a resource")
}

struct Reader<'a> {
    stack: &'a Stack,
    entries: Vec<Entry>,
    diagnostics: Vec<Diagnostic>,
}

/// A text in a rule's properties.
enum Found<'a> {
    /// Nothing.
    Nothing,
    /// This.
    Text(Cow<'a, str>),
    /// A value that can't be known, and why.
    Open(String),
}

impl<'a> Reader<'a> {
    fn read(&mut self) {
        for resource in &self.stack.resources {
            if &*resource.resource_type == RULE {
                self.rule(resource);
            }
        }
        for resource in &self.stack.resources {
            if &*resource.resource_type == REMEDIATION {
                self.remediation(resource);
            }
        }
    }

    fn error(&mut self, span: Span, message: String) {
        self.diagnostics.push(Diagnostic::error(span, message));
    }

    fn rule(&mut self, resource: &'a Resource) {
        let Content::Map(properties) = &resource.properties.content else {
            let why = "the properties of the rule can't be known";
            self.keep(
                resource,
                AppliedRule::unknown(resource.logical_id.to_string(), String::new()),
                Some(why.into()),
            );
            return;
        };
        let get = |name: &str| properties.get(name);
        let name = match self.text("ConfigRuleName", get("ConfigRuleName")) {
            Found::Text(name) => Some(name.into_owned()),
            Found::Nothing | Found::Open(_) => None,
        };
        let Some(source) = get("Source") else {
            self.error(resource.span, format!("the rule {} has no Source", resource.logical_id));
            return;
        };
        let (managed, identifier, unclear) = match self.source(source) {
            Some(source) => source,
            None => return,
        };
        let name = name
            .or_else(|| managed.map(|rule| rule.name.to_owned()))
            .unwrap_or_else(|| resource.logical_id.to_string());
        let identifier = if identifier.is_empty() { name.clone() } else { identifier };
        let mut rule = AppliedRule { managed, ..AppliedRule::unknown(name, identifier) };
        let mut unclear = unclear;
        match get("Scope").map(|scope| self.scope(scope)) {
            None => {}
            Some(Ok(scope)) => rule.scope = scope,
            Some(Err(why)) => {
                unclear.get_or_insert(Undecided::Unclear(why));
            }
        }
        let mut open_parameters = Vec::new();
        if let Some(managed) = managed {
            rule.parameters = optional_defaults(managed);
            match get("InputParameters").map(|value| self.parameters(managed, value, &mut rule.parameters)) {
                None => {}
                Some(Ok(open)) => open_parameters = open,
                Some(Err(why)) => {
                    unclear.get_or_insert(Undecided::Unclear(why));
                }
            }
        }
        if let Some(unknown) = &resource.condition {
            unclear.get_or_insert(Undecided::Unclear(format!(
                "whether the rule set holds it can't be known: {}",
                unknown.reason
            )));
        }
        self.modes(get("EvaluationModes"));
        let place = Place::File(self.stack.files.clone(), resource.span);
        self.entries.push(Entry { unclear, open_parameters, ..Entry::new(rule, place) });
    }

    fn keep(&mut self, resource: &Resource, rule: AppliedRule, unclear: Option<String>) {
        let place = Place::File(self.stack.files.clone(), resource.span);
        self.entries.push(Entry { unclear: unclear.map(Undecided::Unclear), ..Entry::new(rule, place) });
    }

    /// The managed rule, its identifier (empty if there is none) and what is open; nothing after an error.
    fn source(&mut self, source: &'a Value) -> Option<(Option<&'static Rule>, String, Option<Undecided>)> {
        let Content::Map(map) = &source.content else {
            self.error(source.span, "Source has to be a map with Owner and SourceIdentifier".into());
            return None;
        };
        let owner = match self.text("Owner", map.get("Owner")) {
            Found::Text(owner) => owner,
            Found::Nothing => {
                self.error(
                    source.span,
                    "Source has no Owner: expected AWS, CUSTOM_LAMBDA or CUSTOM_POLICY".into(),
                );
                return None;
            }
            Found::Open(why) => {
                return Some((
                    None,
                    String::new(),
                    Some(Undecided::Unclear(format!("its Owner can't be known: {why}"))),
                ));
            }
        };
        match &*owner {
            "AWS" => {}
            "CUSTOM_LAMBDA" | "CUSTOM_POLICY" => return Some((None, String::new(), Some(Undecided::Custom))),
            other => {
                let message = format!("Owner has to be AWS, CUSTOM_LAMBDA or CUSTOM_POLICY, found `{other}`");
                self.error(map.get("Owner").map_or(source.span, |value| value.span), message);
                return None;
            }
        }
        match self.text("SourceIdentifier", map.get("SourceIdentifier")) {
            Found::Text(identifier) => {
                let managed = rules::find(&identifier).filter(|rule| rule.identifier == identifier);
                let unclear = managed.is_none().then(|| unknown_identifier(&identifier));
                Some((managed, identifier.into_owned(), unclear))
            }
            Found::Nothing => {
                self.error(source.span, "Source has no SourceIdentifier: a rule of AWS needs one".into());
                None
            }
            Found::Open(why) => Some((
                None,
                String::new(),
                Some(Undecided::Unclear(format!("its SourceIdentifier can't be known: {why}"))),
            )),
        }
    }

    /// The scope; an error is why it can't be known.
    fn scope(&mut self, scope: &'a Value) -> Result<Scope, String> {
        let open = |why: String| format!("its Scope can't be known: {why}");
        let map = match &scope.content {
            Content::Map(map) => map,
            Content::Null => return Ok(Scope::default()),
            content => match reason(content) {
                Some(why) => return Err(open(why)),
                None => {
                    self.error(scope.span, "Scope has to be a map".into());
                    return Ok(Scope::default());
                }
            },
        };
        let mut resource_types = Vec::new();
        if let Some(types) = map.get("ComplianceResourceTypes") {
            let list = match &types.content {
                Content::List(list) => list.as_slice(),
                _ => std::slice::from_ref(types),
            };
            for item in list {
                match self.text("ComplianceResourceTypes", Some(item)) {
                    Found::Text(name) => resource_types.push(name.into_owned()),
                    Found::Nothing => {}
                    Found::Open(why) => return Err(open(why)),
                }
            }
        }
        if let Some(id) = map.get("ComplianceResourceId")
            && !matches!(self.text("ComplianceResourceId", Some(id)), Found::Nothing)
        {
            return Err("its Scope is one deployed resource, by its ID".into());
        }
        let value = match self.text("TagValue", map.get("TagValue")) {
            Found::Text(value) => Some(value.into_owned()),
            Found::Nothing => None,
            Found::Open(why) => return Err(open(why)),
        };
        let tag = match self.text("TagKey", map.get("TagKey")) {
            Found::Text(key) => Some(Tag { key: key.into_owned(), value }),
            Found::Nothing if value.is_some() => {
                let span = map.get("TagValue").map_or(scope.span, |value| value.span);
                self.error(span, "TagValue needs a TagKey beside it".into());
                None
            }
            Found::Nothing => None,
            Found::Open(why) => return Err(open(why)),
        };
        Ok(Scope { resource_types, tag })
    }

    /// Sets the rule's parameters; what comes back are those whose value can't be known, an error is why none of
    /// them can.
    fn parameters(
        &mut self,
        rule: &'static Rule,
        value: &'a Value,
        parameters: &mut InputParameters,
    ) -> Result<Vec<(&'static str, String)>, String> {
        let mut open = Vec::new();
        match &value.content {
            Content::Null => {}
            Content::Map(map) => {
                for entry in map {
                    match self.text(&entry.key, Some(&entry.value)) {
                        Found::Text(text) => {
                            let span = match rule.parameter(&entry.key) {
                                Some(_) => entry.value.span,
                                None => entry.key_span,
                            };
                            self.parameter(rule, &entry.key, &text, span, parameters);
                        }
                        Found::Nothing => {}
                        Found::Open(why) => match rule.parameter(&entry.key) {
                            Some(parameter) => open.push((parameter.name, why)),
                            None => self.parameter(rule, &entry.key, "", entry.key_span, parameters),
                        },
                    }
                }
            }
            // As the API has it: a JSON object in a text.
            Content::Text(text) => match serde_json::from_str::<serde_json::Map<_, _>>(text) {
                Ok(map) => {
                    for (name, found) in &map {
                        let text = match found {
                            serde_json::Value::String(text) => text.clone(),
                            other => other.to_string(),
                        };
                        self.parameter(rule, name, &text, value.span, parameters);
                    }
                }
                Err(error) => {
                    let message =
                        format!("InputParameters has to be a map, or a JSON object as text: {error}");
                    self.error(value.span, message);
                }
            },
            content => match reason(content) {
                Some(why) => return Err(format!("its InputParameters can't be known: {why}")),
                None => self.error(value.span, "InputParameters has to be a map".into()),
            },
        }
        Ok(open)
    }

    fn parameter(
        &mut self,
        rule: &Rule,
        name: &str,
        value: &str,
        span: Span,
        parameters: &mut InputParameters,
    ) {
        if let Err(message) = parameters.set(rule, name, value) {
            self.error(span, message);
        }
    }

    fn modes(&mut self, modes: Option<&'a Value>) {
        let Some(Content::List(modes)) = modes.map(|modes| &modes.content) else { return };
        for mode in modes {
            let Content::Map(map) = &mode.content else { continue };
            match self.text("Mode", map.get("Mode")) {
                Found::Text(name) if !matches!(&*name, "DETECTIVE" | "PROACTIVE") => {
                    self.error(mode.span, format!("Mode has to be DETECTIVE or PROACTIVE, found `{name}`"));
                }
                _ => {}
            }
        }
    }

    /// Notes the runbook with the rule that it belongs to.
    fn remediation(&mut self, resource: &'a Resource) {
        let Content::Map(properties) = &resource.properties.content else { return };
        let rule = self.text("ConfigRuleName", properties.get("ConfigRuleName"));
        let target = self.text("TargetId", properties.get("TargetId"));
        let Found::Text(target) = target else { return };
        // A Ref of the rule's resource is its name, which is not known before deployment.
        let referred = properties.get("ConfigRuleName").and_then(|value| {
            self.stack
                .resources
                .iter()
                .find(|rule| &*rule.resource_type == RULE && rules::refers_to(value, rule) == Some(true))
        });
        let span = referred.map(|rule| rule.span);
        for entry in &mut self.entries {
            let is_named = matches!(&rule, Found::Text(name) if entry.rule.name == **name);
            let is_referred = matches!(&entry.place, Place::File(_, at) if Some(*at) == span);
            if is_named || is_referred {
                entry.rule.remediation = Some(target.clone().into_owned());
            }
        }
    }

    /// The text of a scalar.
    fn text(&mut self, name: &str, value: Option<&'a Value>) -> Found<'a> {
        let Some(value) = value else { return Found::Nothing };
        if let Some(text) = value.as_text() {
            return Found::Text(text);
        }
        match &value.content {
            Content::Null => Found::Nothing,
            content => match reason(content) {
                Some(why) => Found::Open(why),
                None => {
                    self.error(value.span, format!("{name} has to be text"));
                    Found::Nothing
                }
            },
        }
    }
}

/// Why a value can't be known, if that is so.
fn reason(content: &Content) -> Option<String> {
    match content {
        Content::Unknown(unknown) => Some(unknown.reason.to_string()),
        Content::Either(choice) => Some(choice.condition.reason.to_string()),
        Content::Partial(parts) => parts.iter().find_map(|part| match part {
            Part::Unknown(unknown) => Some(unknown.reason.to_string()),
            Part::Text(_) => None,
        }),
        _ => None,
    }
}

/// AWS Config fills in what is optional, and refuses a rule without what is required.
fn optional_defaults(rule: &Rule) -> InputParameters {
    let mut parameters = InputParameters::default();
    for parameter in rule.parameters.iter().filter(|parameter| !parameter.required) {
        if let Some(default) = parameter.default {
            // A test of the catalogue sets all of them.
            let _ = parameters.set(rule, parameter.name, default);
        }
    }
    parameters
}

fn unknown_identifier(identifier: &str) -> Undecided {
    match rules::nearest(identifier) {
        Some(rule) => Undecided::Unclear(format!(
            "cfn-gate knows no managed rule {identifier}; did you mean {}?",
            rule.identifier
        )),
        None => Undecided::UnknownIdentifier,
    }
}

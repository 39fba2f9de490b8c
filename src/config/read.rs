//! From the tree of a configuration file that has been checked to what it says.

use super::check::{repeated_stacks, scalar, written};
use super::keys::{Counts, GROUPS};
use super::place::Place;
use super::shape::{Key, Shape};
use super::{Account, Config, Override, Setting, StackSettings, Values};
use crate::gate::{Date, Origin, PathPattern, Scope, Suppression};
use crate::report::visible;
use crate::rules::set::{BuiltIn, RuleArgument};
use crate::rules::{Severity, set};
use crate::source::StackPattern;
use crate::template::{Content, Diagnostic, Map, Node, SourceFile, Span};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::Arc;

/// Keys that are more than the values of an argument.
const STRUCTURED: [&str; 7] =
    ["cdk-app", "parameter", "parameters", "stacks", "overrides", "suppressions", "accounts"];

/// What the file says, which [`super::check`] has found right; or what is wrong with it after all.
pub(super) fn read(
    root: &Map<Node>,
    file: &Arc<SourceFile>,
    place: Place,
) -> Result<Config, Vec<Diagnostic>> {
    let reader = Reader { text: &file.text, place: &place };
    let mut errors = Vec::new();
    let items = |name: &str| root.get(name).map(items).unwrap_or_default();
    let mut settings = Vec::new();
    for group in GROUPS {
        for key in group.keys.iter().filter(|key| !STRUCTURED.contains(&key.name)) {
            if let Some(entry) = root.entry(key.name) {
                settings.push(reader.setting(key, group.counts, &entry.value, entry.key_span));
            }
        }
    }
    let stacks: Vec<_> = items("stacks").into_iter().map(|node| reader.stack(node)).collect();
    let named = stacks.iter().map(|stack| (&*stack.template, stack.stack_name.as_deref(), stack.span));
    errors.extend(repeated_stacks(named));
    let mut overrides = Vec::new();
    for node in items("overrides") {
        match reader.over(node) {
            Ok(over) => overrides.push(over),
            Err(error) => errors.push(error),
        }
    }
    let mut suppressions = Vec::new();
    for node in items("suppressions") {
        match reader.suppression(node, file) {
            Ok(suppression) => suppressions.push(suppression),
            Err(error) => errors.push(error),
        }
    }
    let mut accounts = BTreeMap::new();
    for entry in root.get("accounts").and_then(Node::as_map).into_iter().flatten() {
        let id = written(entry, reader.text);
        match reader.account(&id, &entry.value) {
            Ok(account) => drop(accounts.insert(id, account)),
            Err(error) => errors.push(error),
        }
    }
    let others = others(root, reader.text);
    let values = reader.values(root);
    let cdk_app = root.get("cdk-app").map(|node| scalar(node, reader.text));
    if !errors.is_empty() {
        return Err(errors);
    }
    let file = Arc::clone(file);
    Ok(Config { place, file, settings, values, cdk_app, stacks, overrides, suppressions, accounts, others })
}

/// What stands in the file and is no setting, in a few words.
fn others(root: &Map<Node>, text: &str) -> Vec<(&'static str, u32, String)> {
    let there = STRUCTURED.into_iter().filter_map(|name| root.entry(name).map(|entry| (name, entry)));
    there
        .map(|(name, entry)| {
            let what = match (name, &entry.value.content) {
                ("cdk-app", _) => "run by --synth".to_owned(),
                (_, Content::Map(map)) if matches!(name, "parameter" | "accounts") => {
                    let names: Vec<_> = map.iter().map(|entry| written(entry, text)).collect();
                    visible(&names.join(", ")).into_owned()
                }
                (_, Content::List(items)) => items.len().to_string(),
                _ => "1".to_owned(),
            };
            (name, entry.key_span.line, what)
        })
        .collect()
}

/// The items of a list, or the single one that stands for it.
fn items(node: &Node) -> Vec<&Node> {
    match &node.content {
        Content::List(items) => items.iter().collect(),
        _ => vec![node],
    }
}

/// A rule as an argument has it: `NAME:KEY=VALUE,…`; `None` if it can't be written so.
pub(super) fn rule_text(node: &Node, text: &str) -> Option<String> {
    let Some(entry) = node.as_map().and_then(|map| map.entries.first()) else {
        return Some(scalar(node, text));
    };
    let pairs: Vec<(String, String)> = entry.value.as_map().map_or_else(Vec::new, |parameters| {
        parameters
            .iter()
            .map(|parameter| (written(parameter, text), joined(&parameter.value, text)))
            .collect()
    });
    let settings: Vec<_> = pairs.iter().map(|(key, value)| format!("{key}={value}")).collect();
    let argument = match settings.as_slice() {
        [] => entry.key.to_string(),
        settings => format!("{}:{}", entry.key, settings.join(",")),
    };
    let read = RuleArgument::parse(&argument).ok()?;
    (read.parameters() == pairs).then_some(argument)
}

/// A scalar, or a list joined with commas as CloudFormation and AWS Config take it.
fn joined(node: &Node, text: &str) -> String {
    items(node).into_iter().map(|item| scalar(item, text)).collect::<Vec<_>>().join(",")
}

struct Reader<'f> {
    text: &'f str,
    place: &'f Place,
}

impl Reader<'_> {
    fn setting(&self, key: &'static Key, counts: Counts, node: &Node, span: Span) -> Setting {
        let shape = match &key.shape {
            Shape::List(item) => item,
            shape => shape,
        };
        let values = match (shape, node.as_map()) {
            (Shape::Map { .. }, Some(map)) => map
                .iter()
                .map(|entry| {
                    let mut value = OsString::from(format!("{}=", entry.key));
                    value.push(self.path(&entry.value));
                    value
                })
                .collect(),
            (Shape::Path, _) => items(node).into_iter().map(|item| self.path(item).into()).collect(),
            (Shape::RuleSet, _) => items(node).into_iter().map(|item| self.rule_set(item).into()).collect(),
            (Shape::Rule, _) => items(node)
                .into_iter()
                .filter_map(|item| rule_text(item, self.text))
                .map(Into::into)
                .collect(),
            _ => items(node).into_iter().map(|item| scalar(item, self.text).into()).collect(),
        };
        Setting { key, counts, values, span }
    }

    /// A path that was found to be one.
    fn path(&self, node: &Node) -> PathBuf {
        let text = scalar(node, self.text);
        self.place.inside(&text).unwrap_or_default()
    }

    fn rule_set(&self, node: &Node) -> PathBuf {
        let text = scalar(node, self.text);
        BuiltIn::named(&text).map_or_else(|| self.path(node), |set| PathBuf::from(set.as_str()))
    }

    fn text(&self, map: &Map<Node>, name: &str) -> Option<String> {
        map.get(name).map(|node| scalar(node, self.text))
    }

    fn texts(&self, map: &Map<Node>, name: &str) -> Vec<String> {
        map.get(name).map(items).unwrap_or_default().into_iter().map(|node| scalar(node, self.text)).collect()
    }

    fn values(&self, map: &Map<Node>) -> Values {
        let given = map.get("parameter").and_then(Node::as_map).into_iter().flatten();
        Values {
            files: map
                .get("parameters")
                .map(items)
                .unwrap_or_default()
                .iter()
                .map(|node| self.path(node))
                .collect(),
            values: given
                .map(|entry| {
                    (written(entry, self.text), joined(&entry.value, self.text), entry.key_span.line)
                })
                .collect(),
        }
    }

    fn stack(&self, node: &Node) -> StackSettings {
        let none = Map::default();
        let map = node.as_map().unwrap_or(&none);
        let template = map.get("template").map(|node| (self.path(node), node.span));
        let (template, span) = template.unwrap_or((PathBuf::new(), node.span));
        StackSettings {
            template,
            span,
            stack_name: self.text(map, "stack-name"),
            region: self.text(map, "region"),
            account_id: self.text(map, "account-id"),
            values: self.values(map),
        }
    }

    fn over(&self, node: &Node) -> Result<Override, Diagnostic> {
        let none = Map::default();
        let map = node.as_map().unwrap_or(&none);
        let patterns = map.get("paths").map(items).unwrap_or_default();
        let paths = patterns.into_iter().map(|node| self.pattern(node)).collect::<Result<_, _>>()?;
        let list = |name: &str| map.get(name).map(items).unwrap_or_default();
        Ok(Override {
            paths,
            rules: list("rules").into_iter().map(|node| self.rule_set(node)).collect(),
            rule: list("rule").into_iter().filter_map(|node| rule_text(node, self.text)).collect(),
            skip_rule: self.texts(map, "skip-rule"),
            severity: self.text(map, "severity").as_deref().and_then(Severity::named),
            span: node.span,
        })
    }

    fn pattern(&self, node: &Node) -> Result<PathPattern, Diagnostic> {
        PathPattern::new(&scalar(node, self.text), self.place.folder())
            .map_err(|message| Diagnostic::error(node.span, message))
    }

    fn suppression(&self, node: &Node, file: &Arc<SourceFile>) -> Result<Suppression, Diagnostic> {
        let none = Map::default();
        let map = node.as_map().unwrap_or(&none);
        let at = |name: &str| map.get(name).map_or(node.span, |node| node.span);
        let error = |name: &str, message: String| Diagnostic::error(at(name), format!("`{name}`: {message}"));
        let rule = self.text(map, "rule");
        if let Some(Err(message)) = rule.as_deref().map(set::find) {
            return Err(error("rule", message));
        }
        let until = self.text(map, "until").map(|text| text.parse::<Date>());
        let resource = self.text(map, "resource");
        let is_id = |text: &String| text.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let (logical_id, construct) = match resource {
            Some(text) if is_id(&text) => (Some(text), None),
            other => (None, other),
        };
        let construct = construct.map(|text| StackPattern::new(&text));
        Ok(Suppression {
            rule,
            reason: self.text(map, "reason").unwrap_or_default(),
            until: until.transpose().map_err(|message| error("until", message))?,
            scope: Scope::Matching {
                path: map.get("path").map(|node| self.pattern(node)).transpose()?,
                logical_id,
                construct: construct.transpose().map_err(|message| error("resource", message))?,
            },
            origin: Origin::Configuration { file: Arc::clone(file), span: node.span },
        })
    }

    /// A role of another account would give the verdicts of that account.
    fn account(&self, id: &str, node: &Node) -> Result<Account, Diagnostic> {
        let none = Map::default();
        let map = node.as_map().unwrap_or(&none);
        let account = Account { profile: self.text(map, "profile"), role: self.text(map, "role") };
        let of_role = account.role.as_deref().and_then(|arn| arn.split(':').nth(4));
        match (of_role, map.get("role")) {
            (Some(other), Some(role)) if other != id => {
                let message = format!("`role`: the role is one of the account {other}, expected one of {id}");
                Err(Diagnostic::error(role.span, message))
            }
            _ => Ok(account),
        }
    }
}

//! Suppressions in a template that were written for other tools, where they name something that one of our rules checks.
//!
//! They are heeded only if the gate's owner says so. What they say that is nothing to us, or not understood, is that tool's
//! business: no warning.
//!
//! Facts: AWS CloudFormation Guard, "Guard Rules Registry" (`Metadata.guard.SuppressedRules`); the README of cfn_nag, "Per-resource
//! rule suppression"; Checkov's documentation, "Suppressing and skipping policies", "CloudFormation metadata"; the README of
//! cdk-nag, "Suppressing a rule", "Rules and property overrides".

use super::{Origin, Scope, Suppression};
use crate::resolve::{Resource, Value};
use crate::rules;
use crate::template::{Map, SourceFile, Span};
use base64::{Engine, prelude::BASE64_STANDARD};
use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

mod names;

/// A tool whose suppressions in templates can be heeded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tool {
    /// AWS CloudFormation Guard with the Guard Rules Registry: `guard.SuppressedRules`.
    Guard,
    /// cfn_nag: `cfn_nag.rules_to_suppress`.
    CfnNag,
    /// Checkov: `checkov.skip`.
    Checkov,
    /// cdk-nag: `cdk_nag.rules_to_suppress`.
    CdkNag,
}

impl Tool {
    /// Every tool.
    pub const ALL: [Tool; 4] = [Tool::Guard, Tool::CfnNag, Tool::Checkov, Tool::CdkNag];

    /// The tool's key in `Metadata`, which is also what arguments call it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Tool::Guard => "guard",
            Tool::CfnNag => "cfn_nag",
            Tool::Checkov => "checkov",
            Tool::CdkNag => "cdk_nag",
        }
    }

    /// The suppressions for this tool in the metadata of `resource`, of which `files` are the stack's.
    pub(super) fn read(self, resource: &Resource, files: &[Arc<SourceFile>]) -> Vec<Suppression> {
        let Some(settings) =
            resource.metadata.as_ref().and_then(|metadata| map(metadata)?.get(self.as_str()))
        else {
            return Vec::new();
        };
        let list = match self {
            Tool::Guard => "SuppressedRules",
            Tool::CfnNag | Tool::CdkNag => "rules_to_suppress",
            Tool::Checkov => "skip",
        };
        let items = map(settings).and_then(|settings| settings.get(list)?.as_list()).unwrap_or_default();
        items.iter().flat_map(|item| self.suppressions(item, files)).collect()
    }

    /// What one item of the list suppresses.
    fn suppressions(self, item: &Value, files: &[Arc<SourceFile>]) -> Vec<Suppression> {
        let text = |key: &str| Some((item.as_map()?.get(key)?.as_text()?, item.as_map()?.get(key)?.span));
        let (id, reason) = match self {
            Tool::Guard => (item.as_text().map(|text| (text, item.span)), None),
            Tool::CfnNag => (text("id"), text("reason")),
            Tool::Checkov => (text("id"), text("comment")),
            // With `applies_to` only some of the rule's findings are meant, and which of them is for cdk-nag to know.
            Tool::CdkNag if item.as_map().is_some_and(|item| item.get("applies_to").is_some()) => {
                (None, None)
            }
            Tool::CdkNag => (text("id"), text("reason")),
        };
        let Some((id, span)) = id else { return Vec::new() };
        let Some(file) = files.get(usize::from(span.file.0)) else { return Vec::new() };
        let is_encoded = self == Tool::CdkNag && item.as_map().is_some_and(is_encoded);
        let reason = reason.map_or(Cow::Borrowed(""), |(reason, _)| decoded(reason, is_encoded));
        let reason = match reason.trim() {
            "" => format!("{id} is suppressed for {self}, which gives no reason"),
            reason => format!("{reason} ({id}, suppressed for {self})"),
        };
        let suppression = |rule: &'static str| self.suppression(rule, &reason, span, file);
        self.rules(id.trim()).into_iter().map(suppression).collect()
    }

    fn suppression(self, rule: &str, reason: &str, span: Span, file: &Arc<SourceFile>) -> Suppression {
        Suppression {
            rule: Some(rule.to_owned()),
            reason: reason.to_owned(),
            until: None,
            scope: Scope::Holders,
            origin: Origin::Metadata { key: self.as_str(), file: Arc::clone(file), span },
        }
    }

    /// The names of our rules that check what the tool's rule `id` checks.
    fn rules(self, id: &str) -> Vec<&'static str> {
        let table = match self {
            // The registry's rules are called by AWS Config's identifiers.
            Tool::Guard => return rules::find(id).map(|rule| rule.name).into_iter().collect(),
            Tool::CfnNag => names::CFN_NAG,
            Tool::Checkov => names::CHECKOV,
            Tool::CdkNag => match id.split_once('-') {
                Some(("AwsSolutions", _)) => names::CDK_NAG,
                Some((pack, name)) if names::CDK_NAG_PACKS.contains(&pack) => {
                    return without_hyphens(name).into_iter().collect();
                }
                _ => return Vec::new(),
            },
        };
        table.iter().filter(|(known, _)| *known == id).flat_map(|(_, rules)| rules.iter().copied()).collect()
    }
}

impl fmt::Display for Tool {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.as_str())
    }
}

impl FromStr for Tool {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        Tool::ALL.into_iter().find(|tool| tool.as_str() == name).ok_or_else(|| {
            let known = Tool::ALL.map(Tool::as_str).join(", ");
            format!("no tool is called `{name}`: expected one of {known}")
        })
    }
}

/// The rule whose name is `name` in capitals and without hyphens: `S3BucketLoggingEnabled`.
fn without_hyphens(name: &str) -> Option<&'static str> {
    rules::implemented().map(|rule| rule.name).find(|rule| {
        let letters = rule.bytes().filter(|byte| *byte != b'-');
        letters.eq(name.bytes().map(|byte| byte.to_ascii_lowercase()))
    })
}

fn map(value: &Value) -> Option<&Map<Value>> {
    value.as_map()
}

/// Whether cdk-nag wrote the reason in Base64, as it does with characters that CloudFormation's metadata can't hold.
fn is_encoded(item: &Map<Value>) -> bool {
    item.get("is_reason_encoded").and_then(Value::as_boolean) == Some(true)
}

fn decoded(reason: Cow<'_, str>, is_encoded: bool) -> Cow<'_, str> {
    let decode = || String::from_utf8(BASE64_STANDARD.decode(&*reason).ok()?).ok();
    match is_encoded.then(decode).flatten() {
        Some(decoded) => Cow::Owned(decoded),
        None => reason,
    }
}

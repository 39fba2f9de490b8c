//! `cfn-gate rules pull`: the account's rules as a rule set for the embedded engine.

use super::super::output::to_stdout;
use super::super::problem::Problem;
use super::{AWS, Access, runtime};
use cfn_gate::aws::AccountRule;
use clap::Args;
use serde_json::{Map, Value, json};
use std::path::PathBuf;
use std::process::ExitCode;

/// Write the account's rules to a rule set in conformance-pack form, which the embedded engine reads
#[derive(Args, Debug)]
pub struct Pull {
    #[command(flatten)]
    access: Access,

    /// The Region
    #[arg(long, value_name = "REGION", help_heading = AWS)]
    region: Option<String>,

    /// Only the rules in proactive mode
    #[arg(long)]
    proactive: bool,

    /// Where to write it; standard output if not given
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl Pull {
    /// Fetches and writes the rules.
    pub fn run(self) -> Result<ExitCode, Problem> {
        let rules = runtime()?.block_on(async {
            let connection = self.access.connect(self.region.as_deref(), 4).await?;
            if self.proactive {
                connection.proactive_rules().await
            } else {
                connection.rules_named(&[]).await
            }
        });
        let mut rules = rules.map_err(|failure| Problem::new(failure.message))?;
        rules.sort_by(|a, b| a.name().cmp(b.name()));
        let mut text = serde_json::to_string_pretty(&pack(&rules))
            .map_err(|error| Problem::new(format!("the rules can't be written: {error}")))?;
        text.push('\n');
        match &self.output {
            Some(path) => std::fs::write(path, text)
                .map_err(|error| Problem::new(format!("{} can't be written: {error}", path.display())))?,
            None => to_stdout(|out| out.write_all(text.as_bytes()))
                .map_err(|error| Problem::new(format!("can't write to standard output: {error}")))?,
        }
        let custom = rules.iter().filter(|rule| rule.identifier().is_none()).count();
        eprintln!(
            "{} rules; {custom} of them are custom rules, which only AWS Config can evaluate",
            rules.len()
        );
        Ok(ExitCode::SUCCESS)
    }
}

/// The rules as a conformance pack: a template of `AWS::Config::ConfigRule` resources.
fn pack(rules: &[AccountRule]) -> Value {
    let mut resources = Map::new();
    for rule in rules {
        let mut id: String =
            rule.name().split(|c: char| !c.is_ascii_alphanumeric()).map(capitalised).collect();
        if resources.contains_key(&id) {
            id.push_str(&resources.len().to_string());
        }
        resources.insert(id, json!({"Type": "AWS::Config::ConfigRule", "Properties": properties(rule)}));
    }
    json!({"Resources": resources})
}

fn properties(rule: &AccountRule) -> Value {
    let mut properties = Map::new();
    properties.insert("ConfigRuleName".into(), rule.name().into());
    if let Some(description) = rule.rule.description() {
        properties.insert("Description".into(), description.into());
    }
    let parameters = rule.parameters();
    if !parameters.is_empty() {
        properties.insert("InputParameters".into(), json!(parameters));
    }
    let mut scope = Map::new();
    if !rule.resource_types().is_empty() {
        scope.insert("ComplianceResourceTypes".into(), json!(rule.resource_types()));
    }
    if let Some((key, value)) = rule.tag() {
        scope.insert("TagKey".into(), key.into());
        if let Some(value) = value {
            scope.insert("TagValue".into(), value.into());
        }
    }
    if let Some(id) = rule.rule.scope().and_then(|scope| scope.compliance_resource_id()) {
        scope.insert("ComplianceResourceId".into(), id.into());
    }
    if !scope.is_empty() {
        properties.insert("Scope".into(), Value::Object(scope));
    }
    if let Some(source) = rule.rule.source() {
        let mut written = Map::new();
        written.insert("Owner".into(), source.owner().as_str().into());
        if let Some(identifier) = source.source_identifier() {
            written.insert("SourceIdentifier".into(), identifier.into());
        }
        properties.insert("Source".into(), Value::Object(written));
    }
    let modes: Vec<Value> = rule.modes().into_iter().map(|mode| json!({"Mode": mode})).collect();
    properties.insert("EvaluationModes".into(), Value::Array(modes));
    Value::Object(properties)
}

/// A word with a capital letter: logical IDs have letters and digits only.
fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
}

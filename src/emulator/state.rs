//! What is in the emulated account: rules, stacks, change sets, and the evaluations so far.

use super::Settings;
use super::faults::Faults;
use super::limits::RateLimits;
use crate::evaluate::AppliedRule;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::{BTreeMap, HashMap};
use std::time::{Duration, Instant, SystemTime};

/// What is in the account at the start. Members are named as in the API.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct Seed {
    /// The rules. ARN, ID and state are made up where they are not given.
    pub rules: Vec<ConfigRule>,
    /// What custom rules say of every resource in their scope, by rule name.
    pub custom_verdicts: HashMap<String, String>,
    /// The stacks, with their outputs and exports.
    pub stacks: Vec<StackState>,
    /// The change sets.
    pub change_sets: Vec<ChangeSet>,
    /// There is no configuration recorder: rules can't be put.
    pub without_recorder: bool,
}

/// `ConfigRule` of the AWS Config API.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct ConfigRule {
    /// The rule's name.
    pub config_rule_name: String,
    /// Its ARN.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub config_rule_arn: Option<String>,
    /// Its ID.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub config_rule_id: Option<String>,
    /// What it is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// `Scope`, as it was put.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scope: Option<Value>,
    /// Whose rule it is.
    pub source: Source,
    /// The parameters, as JSON text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub input_parameters: Option<String>,
    /// How often a periodic rule runs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maximum_execution_frequency: Option<String>,
    /// `ACTIVE`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub config_rule_state: Option<String>,
    /// The service that made the rule, if one did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_by: Option<String>,
    /// The modes that it runs in; none is DETECTIVE.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evaluation_modes: Option<Vec<EvaluationMode>>,
}

/// `Source` of a rule.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct Source {
    /// `AWS`, `CUSTOM_LAMBDA` or `CUSTOM_POLICY`.
    pub owner: String,
    /// The managed rule's identifier, or a function's ARN.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source_identifier: Option<String>,
    /// What triggers a custom rule.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source_details: Option<Value>,
    /// The policy of a custom policy rule.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub custom_policy_details: Option<Value>,
}

/// An entry of a rule's `EvaluationModes`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct EvaluationMode {
    /// `DETECTIVE` or `PROACTIVE`.
    pub mode: String,
}

impl ConfigRule {
    /// A managed rule in both modes, its scope being the types that it judges.
    pub fn managed(rule: &AppliedRule) -> Self {
        let parameters: serde_json::Map<String, Value> =
            rule.parameters.iter().map(|(name, value)| (name.to_owned(), value.into())).collect();
        ConfigRule {
            config_rule_name: rule.name.clone(),
            scope: rule
                .managed
                .map(|managed| serde_json::json!({"ComplianceResourceTypes": managed.resource_types})),
            source: Source {
                owner: "AWS".into(),
                source_identifier: Some(rule.identifier.clone()),
                ..Source::default()
            },
            input_parameters: (!parameters.is_empty()).then(|| Value::Object(parameters).to_string()),
            evaluation_modes: Some(
                ["DETECTIVE", "PROACTIVE"].map(|mode| EvaluationMode { mode: mode.into() }).into(),
            ),
            ..ConfigRule::default()
        }
    }

    /// Whether the rule runs in this mode.
    pub fn has_mode(&self, mode: &str) -> bool {
        match &self.evaluation_modes {
            Some(modes) => modes.iter().any(|entry| entry.mode == mode),
            None => mode == "DETECTIVE",
        }
    }
}

/// A stack, as `DescribeStacks` and `GetTemplate` show it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct StackState {
    /// Its name.
    pub stack_name: String,
    /// Its parameters.
    pub parameters: Vec<StackParameter>,
    /// Its outputs.
    pub outputs: Vec<StackOutput>,
    /// The template as it was sent.
    pub template_body: String,
    /// The template after its macros ran; the same as `TemplateBody` if not given.
    pub processed_template_body: Option<String>,
}

/// A parameter of a stack.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct StackParameter {
    /// Its name.
    pub parameter_key: String,
    /// Its value.
    pub parameter_value: String,
    /// The value in the parameter store, for a parameter of an SSM type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resolved_value: Option<String>,
}

/// An output of a stack.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct StackOutput {
    /// Its name.
    pub output_key: String,
    /// Its value.
    pub output_value: String,
    /// The name that it is exported under.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub export_name: Option<String>,
}

/// A change set.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct ChangeSet {
    /// Its name.
    pub change_set_name: String,
    /// The stack that it would change.
    pub stack_name: String,
    /// The parameters that it would set.
    pub parameters: Vec<StackParameter>,
    /// `Changes`, as the API has them.
    pub changes: Vec<Value>,
    /// The template as it was sent.
    pub template_body: String,
    /// The template after its macros ran; the same as `TemplateBody` if not given.
    pub processed_template_body: Option<String>,
}

/// An evaluation that was started.
#[derive(Clone, Debug)]
pub(super) struct Evaluation {
    /// `ResourceDetails`, as they were sent.
    pub details: Value,
    pub context: Option<String>,
    pub started: SystemTime,
    pub begun: Instant,
    /// When the service gives up.
    pub timeout: Duration,
    /// How long it takes; `None` is for ever.
    pub duration: Option<Duration>,
    pub outcome: Outcome,
}

/// What an evaluation comes to.
#[derive(Clone, Debug)]
pub(super) struct Outcome {
    pub compliance: &'static str,
    /// Why it failed, if it did.
    pub failure: Option<String>,
    pub results: Vec<RuleResult>,
}

/// What one rule says.
#[derive(Clone, Debug)]
pub(super) struct RuleResult {
    pub rule_name: String,
    pub compliance: &'static str,
    pub annotation: String,
}

/// How often a call was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CallCount {
    /// All requests.
    pub requests: usize,
    /// Those that a rate limit turned away.
    pub throttled: usize,
}

/// A running emulator's memory.
#[derive(Debug)]
pub(super) struct State {
    pub settings: Settings,
    pub faults: Faults,
    pub limits: RateLimits,
    pub rules: BTreeMap<String, ConfigRule>,
    pub evaluations: HashMap<String, Evaluation>,
    /// The IDs, in the order of their start.
    pub order: Vec<String>,
    /// Client tokens: the request they came with, and the evaluation it started.
    pub tokens: HashMap<String, (Value, String)>,
    pub calls: BTreeMap<&'static str, CallCount>,
    pub first_request: Option<Instant>,
    counter: u64,
}

impl State {
    pub fn new(settings: Settings) -> Self {
        let mut state = State {
            faults: Faults::new(settings.faults.clone(), settings.random_seed),
            limits: RateLimits::new(settings.rate_limits.clone()),
            rules: BTreeMap::new(),
            evaluations: HashMap::new(),
            order: Vec::new(),
            tokens: HashMap::new(),
            calls: BTreeMap::new(),
            first_request: None,
            counter: 0,
            settings,
        };
        for rule in state.settings.seed.rules.clone() {
            state.put_rule(rule);
        }
        state
    }

    /// Keeps a rule, with what the service adds to it.
    pub fn put_rule(&mut self, mut rule: ConfigRule) {
        let id = match self.rules.get(&rule.config_rule_name) {
            Some(old) => old.config_rule_id.clone().unwrap_or_default(),
            None => format!("config-rule-{}", &self.next_id()[..6]),
        };
        let arn =
            format!("arn:aws:config:{}:{}:config-rule/{id}", self.settings.region, self.settings.account_id);
        rule.config_rule_id.get_or_insert(id);
        rule.config_rule_arn.get_or_insert(arn);
        rule.config_rule_state.get_or_insert_with(|| "ACTIVE".into());
        rule.evaluation_modes.get_or_insert_with(|| vec![EvaluationMode { mode: "DETECTIVE".into() }]);
        self.rules.insert(rule.config_rule_name.clone(), rule);
    }

    /// An ID in the form of a UUID, different every time.
    pub fn next_id(&mut self) -> String {
        self.counter += 1;
        let spread = self.counter.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        format!("{:08x}-{:04x}-4000-8000-{:012x}", (spread >> 32) as u32, (spread >> 16) as u16, self.counter)
    }
}

impl Evaluation {
    /// The status, the reason for a failure, and the compliance type, `now`.
    pub fn status(&self, now: Instant) -> (&'static str, Option<&str>, Option<&'static str>) {
        let elapsed = now.saturating_duration_since(self.begun);
        if self.duration.is_some_and(|duration| elapsed >= duration && duration <= self.timeout) {
            match &self.outcome.failure {
                Some(reason) => ("FAILED", Some(reason), Some("INSUFFICIENT_DATA")),
                None => ("SUCCEEDED", None, Some(self.outcome.compliance)),
            }
        } else if elapsed >= self.timeout {
            ("FAILED", Some("The evaluation timed out."), Some("INSUFFICIENT_DATA"))
        } else {
            ("IN_PROGRESS", None, None)
        }
    }
}

//! What is in the emulated accounts at the start: rules, stacks, change sets, roles.

use crate::evaluate::AppliedRule;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::HashMap;

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
    /// The roles that can be assumed; any role if none is given.
    pub roles: Vec<Role>,
    /// Other accounts, and other Regions of this one. Those among their own seeds count for nothing.
    pub accounts: Vec<SeededAccount>,
}

/// What is in an account and Region.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct SeededAccount {
    /// The account, 12 digits.
    pub account_id: String,
    /// The Region; every Region that has no seed of its own if not given.
    pub region: Option<String>,
    /// What is there.
    pub seed: Seed,
}

/// A role that can be assumed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct Role {
    /// Its name.
    pub role_name: String,
    /// The external ID that has to be given, if any.
    pub external_id: Option<String>,
}

impl Seed {
    /// What is in an account and Region, where this seed is that of the account `own`.
    pub(super) fn of(&self, own: &str, account_id: &str, region: &str) -> Seed {
        let seeded = |wanted: Option<&str>| {
            let mut accounts = self.accounts.iter();
            accounts.find(|seeded| seeded.account_id == account_id && seeded.region.as_deref() == wanted)
        };
        match seeded(Some(region)).or_else(|| seeded(None)) {
            Some(seeded) => seeded.seed.clone(),
            None if account_id == own => Seed { accounts: Vec::new(), ..self.clone() },
            None => Seed::default(),
        }
    }

    /// Whether the account is one of those that are seeded.
    pub(super) fn has(&self, account_id: &str) -> bool {
        self.accounts.iter().any(|seeded| seeded.account_id == account_id)
    }
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

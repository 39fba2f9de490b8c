//! The calls to AWS Config.

use super::call::Api;
use super::connection::Connection;
use super::failure::{Failure, Kind};
use aws_sdk_config::operation::get_compliance_details_by_resource::GetComplianceDetailsByResourceOutput;
use aws_sdk_config::types::{
    ComplianceType, ConfigRule, DescribeConfigRulesFilters, EvaluationContext, EvaluationMode,
    EvaluationModeConfiguration, ResourceConfigurationSchemaType, ResourceDetails, ResourceEvaluationStatus,
};
use std::collections::BTreeMap;

/// The calls of this file.
pub(super) const CALLS: &[Api] = &[
    Api::DescribeConfigRules,
    Api::StartResourceEvaluation,
    Api::GetResourceEvaluationSummary,
    Api::GetComplianceDetailsByResource,
    Api::PutConfigRule,
];

/// How many pages a list may have: more is a service that turns in a circle.
const MAX_PAGES: usize = 10_000;

/// A rule of the account.
#[derive(Clone, Debug)]
pub struct AccountRule {
    /// The rule as AWS describes it.
    pub rule: ConfigRule,
}

impl AccountRule {
    /// Its name.
    pub fn name(&self) -> &str {
        self.rule.config_rule_name().unwrap_or_default()
    }

    /// The managed rule's identifier; `None` for a custom rule.
    pub fn identifier(&self) -> Option<&str> {
        let source = self.rule.source()?;
        (source.owner().as_str() == "AWS").then(|| source.source_identifier()).flatten()
    }

    /// Its parameters. Values that are not text in `InputParameters` are given as their JSON.
    pub fn parameters(&self) -> BTreeMap<String, String> {
        let text = self.rule.input_parameters().unwrap_or("{}");
        let values: BTreeMap<String, serde_json::Value> = serde_json::from_str(text).unwrap_or_default();
        let text = |value| match value {
            serde_json::Value::String(text) => text,
            other => other.to_string(),
        };
        values.into_iter().map(|(name, value)| (name, text(value))).collect()
    }

    /// The resource types in its scope; empty for no such limit.
    pub fn resource_types(&self) -> &[String] {
        self.rule.scope().map_or(&[], |scope| scope.compliance_resource_types())
    }

    /// The tag that a resource needs to be in its scope: key, and value if one is wanted.
    pub fn tag(&self) -> Option<(&str, Option<&str>)> {
        let scope = self.rule.scope()?;
        Some((scope.tag_key()?, scope.tag_value()))
    }

    /// The modes that it runs in; a rule without any is in detective mode.
    pub fn modes(&self) -> Vec<&str> {
        let modes = self.rule.evaluation_modes().iter().filter_map(|mode| mode.mode());
        let modes: Vec<&str> = modes.map(EvaluationMode::as_str).collect();
        if modes.is_empty() { vec![EvaluationMode::Detective.as_str()] } else { modes }
    }

    /// Whether it runs in this mode.
    pub fn has_mode(&self, mode: &str) -> bool {
        self.modes().contains(&mode)
    }

    /// The same rule with proactive mode switched on: whole, because `PutConfigRule` replaces rules.
    #[must_use]
    pub fn with_proactive_mode(&self) -> AccountRule {
        let mut rule = self.rule.clone();
        let modes = self.modes().into_iter().map(EvaluationMode::from).chain([EvaluationMode::Proactive]);
        let modes = modes.map(|mode| EvaluationModeConfiguration::builder().mode(mode).build());
        rule.evaluation_modes = Some(modes.collect());
        AccountRule { rule }
    }

    /// The service that made it and alone may change it.
    pub fn created_by(&self) -> Option<&str> {
        self.rule.created_by()
    }

    /// The account and Region that it belongs to, from its ARN.
    pub fn account_id(&self) -> Option<&str> {
        self.rule.config_rule_arn()?.split(':').nth(4).filter(|account| !account.is_empty())
    }
}

/// What `StartResourceEvaluation` is asked.
#[derive(Clone, Debug)]
pub struct Start {
    /// The ID of the resource, which must not be that of a real one.
    pub resource_id: String,
    /// Its type.
    pub resource_type: String,
    /// Its properties, as JSON text.
    pub configuration: String,
    /// What groups evaluations.
    pub context: String,
    /// Exactly 64 characters: the same for every attempt at this evaluation.
    pub client_token: String,
    /// In seconds, up to 3600.
    pub timeout: u16,
}

/// Where an evaluation stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Whether it is finished.
    pub status: Status,
    /// The overall verdict: `NON_COMPLIANT`.
    pub compliance: Option<String>,
}

/// Whether an evaluation is finished.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// Not yet.
    InProgress,
    /// It is, and the results are there.
    Succeeded,
    /// It could not be carried out.
    Failed(String),
}

/// One rule's result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResourceResult {
    /// The rule's name.
    pub rule_name: String,
    /// `COMPLIANT`, `NON_COMPLIANT`, `NOT_APPLICABLE`.
    pub compliance: String,
    /// What the rule says to it.
    pub annotation: Option<String>,
}

impl Connection {
    /// The account's rules in proactive mode.
    ///
    /// # Errors
    /// What the call ended with.
    pub async fn proactive_rules(&self) -> Result<Vec<AccountRule>, Failure> {
        let filters =
            DescribeConfigRulesFilters::builder().evaluation_mode(EvaluationMode::Proactive).build();
        self.rules(&[], Some(filters)).await
    }

    /// The rules with these names, or all of them.
    ///
    /// # Errors
    /// What the call ended with; [`Kind::NotFound`] if a name is unknown.
    pub async fn rules_named(&self, names: &[String]) -> Result<Vec<AccountRule>, Failure> {
        let mut rules = Vec::new();
        if names.is_empty() {
            return self.rules(&[], None).await;
        }
        for names in names.chunks(25) {
            rules.extend(self.rules(names, None).await?);
        }
        Ok(rules)
    }

    async fn rules(
        &self,
        names: &[String],
        filters: Option<DescribeConfigRulesFilters>,
    ) -> Result<Vec<AccountRule>, Failure> {
        let mut rules = Vec::new();
        let mut token = None;
        for _ in 0..MAX_PAGES {
            let page = self
                .call(Api::DescribeConfigRules, || {
                    self.config
                        .describe_config_rules()
                        .set_config_rule_names((!names.is_empty()).then(|| names.to_vec()))
                        .set_filters(filters.clone())
                        .set_next_token(token.clone())
                        .send()
                })
                .await?;
            token = page.next_token().filter(|token| !token.is_empty()).map(str::to_owned);
            rules.extend(page.config_rules.unwrap_or_default().into_iter().map(|rule| AccountRule { rule }));
            if token.is_none() {
                return Ok(rules);
            }
        }
        Err(endless(Api::DescribeConfigRules))
    }

    /// Starts an evaluation and gives its ID.
    ///
    /// # Errors
    /// What the call ended with.
    pub async fn start(&self, start: &Start) -> Result<String, Failure> {
        let details = ResourceDetails::builder()
            .resource_id(&start.resource_id)
            .resource_type(&start.resource_type)
            .resource_configuration(&start.configuration)
            .resource_configuration_schema_type(ResourceConfigurationSchemaType::CfnResourceSchema)
            .build()
            .map_err(|error| Failure::new(Kind::Refused, error.to_string()))?;
        let context = EvaluationContext::builder().evaluation_context_identifier(&start.context).build();
        let answer = self
            .call(Api::StartResourceEvaluation, || {
                self.config
                    .start_resource_evaluation()
                    .resource_details(details.clone())
                    .evaluation_context(context.clone())
                    .evaluation_mode(EvaluationMode::Proactive)
                    .evaluation_timeout(i32::from(start.timeout))
                    .client_token(&start.client_token)
                    .send()
            })
            .await?;
        answer
            .resource_evaluation_id
            .filter(|id| !id.is_empty())
            .ok_or_else(|| Failure::new(Kind::Refused, "StartResourceEvaluation gave no evaluation ID"))
    }

    /// Where an evaluation stands.
    ///
    /// # Errors
    /// What the call ended with.
    pub async fn summary(&self, evaluation_id: &str) -> Result<Summary, Failure> {
        let answer = self
            .call(Api::GetResourceEvaluationSummary, || {
                self.config.get_resource_evaluation_summary().resource_evaluation_id(evaluation_id).send()
            })
            .await?;
        let status = answer.evaluation_status();
        Ok(Summary {
            status: match status.map(|status| status.status()) {
                Some(ResourceEvaluationStatus::Succeeded) => Status::Succeeded,
                Some(ResourceEvaluationStatus::Failed) => {
                    let reason =
                        status.and_then(|status| status.failure_reason()).unwrap_or("no reason given");
                    Status::Failed(reason.chars().map(|c| if c.is_control() { ' ' } else { c }).collect())
                }
                // A status of the future is not final as far as anyone can know.
                _ => Status::InProgress,
            },
            compliance: answer.compliance().map(|compliance| compliance.as_str().to_owned()),
        })
    }

    /// The results of a finished evaluation, rule by rule.
    ///
    /// # Errors
    /// What a call ended with.
    pub async fn results(&self, evaluation_id: &str) -> Result<Vec<ResourceResult>, Failure> {
        let mut results = Vec::new();
        let mut token: Option<String> = None;
        for _ in 0..MAX_PAGES {
            let page = self
                .call(Api::GetComplianceDetailsByResource, || {
                    self.config
                        .get_compliance_details_by_resource()
                        .resource_evaluation_id(evaluation_id)
                        .set_next_token(token.clone())
                        .send()
                })
                .await?;
            read_results(&page, &mut results)?;
            token = page.next_token.filter(|token| !token.is_empty());
            if token.is_none() {
                return Ok(results);
            }
        }
        Err(endless(Api::GetComplianceDetailsByResource))
    }

    /// Puts a rule, whole.
    ///
    /// # Errors
    /// What the call ended with.
    pub async fn put_rule(&self, rule: &AccountRule) -> Result<(), Failure> {
        let rule = &rule.rule;
        self.call(Api::PutConfigRule, || self.config.put_config_rule().config_rule(rule.clone()).send())
            .await?;
        Ok(())
    }
}

/// Appends the results of a page; a result that can't be read is an error, not nothing.
fn read_results(
    page: &GetComplianceDetailsByResourceOutput,
    results: &mut Vec<ResourceResult>,
) -> Result<(), Failure> {
    for result in page.evaluation_results() {
        let qualifier = result.evaluation_result_identifier().and_then(|id| id.evaluation_result_qualifier());
        let name = qualifier.and_then(|qualifier| qualifier.config_rule_name());
        let (Some(name), Some(compliance)) = (name, result.compliance_type()) else {
            return Err(Failure::new(
                Kind::Refused,
                "GetComplianceDetailsByResource gave a result without a rule or a compliance type",
            ));
        };
        if !matches!(
            compliance,
            ComplianceType::Compliant
                | ComplianceType::NonCompliant
                | ComplianceType::NotApplicable
                | ComplianceType::InsufficientData
        ) {
            return Err(Failure::new(
                Kind::Refused,
                format!(
                    "GetComplianceDetailsByResource gave the unknown compliance type {compliance} for {name}"
                ),
            ));
        }
        results.push(ResourceResult {
            rule_name: name.to_owned(),
            compliance: compliance.as_str().to_owned(),
            annotation: result.annotation().filter(|text| !text.is_empty()).map(str::to_owned),
        });
    }
    Ok(())
}

fn endless(api: Api) -> Failure {
    Failure::new(Kind::Refused, format!("{api} gave more than {MAX_PAGES} pages"))
}

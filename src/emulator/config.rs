//! The calls of AWS Config: rules and resource evaluations.
//!
//! Facts: the AWS Config API Reference, one page for each call. Where that is silent, `docs/emulator.md` says what
//! was chosen.

use super::answer::Failure;
use super::faults::FaultKind;
use super::judge::{self, failed, judge};
use super::seed::ConfigRule;
use super::state::{Account, Evaluation};
use super::{schemas, validate};
use crate::aws::Schema;
use serde::Deserialize;
use serde_json::{Value, json};
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use tokio::time::Instant;

/// The resource types that AWS documented in 2023 for proactive mode.
pub const PERMITTED_TYPES: &[&str] = &[
    "AWS::RDS::DBInstance",
    "AWS::ApiGateway::Stage",
    "AWS::AutoScaling::AutoScalingGroup",
    "AWS::EC2::EIP",
    "AWS::EC2::Instance",
    "AWS::EC2::Subnet",
    "AWS::Elasticsearch::Domain",
    "AWS::Lambda::Function",
    "AWS::Redshift::Cluster",
    "AWS::S3::Bucket",
    "AWS::SNS::Topic",
];

/// The calls that are answered.
pub(super) const CALLS: &[&str] = &[
    "StartResourceEvaluation",
    "GetResourceEvaluationSummary",
    "GetComplianceDetailsByResource",
    "ListResourceEvaluations",
    "DescribeConfigRules",
    "PutConfigRule",
];

/// How many evaluations are kept.
const MAX_EVALUATIONS: usize = 100_000;

/// Carries out `call`. `fault` is one that changes what an evaluation comes to.
pub(super) fn answer(
    account: &mut Account,
    call: &str,
    body: &[u8],
    fault: Option<FaultKind>,
) -> Result<Value, Failure> {
    match call {
        "StartResourceEvaluation" => start(account, read(body)?, fault),
        "GetResourceEvaluationSummary" => summary(account, &read(body)?),
        "GetComplianceDetailsByResource" => details(account, read(body)?),
        "ListResourceEvaluations" => list(account, read(body)?),
        "DescribeConfigRules" => describe_rules(account, read(body)?),
        "PutConfigRule" => put_rule(account, read(body)?),
        _ => Err(Failure::new("UnknownOperationException", "")),
    }
}

fn read<'a, T: Deserialize<'a>>(body: &'a [u8]) -> Result<T, Failure> {
    let body = if body.is_empty() { b"{}" } else { body };
    serde_json::from_slice(body).map_err(|error| Failure::new("SerializationException", error.to_string()))
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct StartRequest {
    resource_details: Option<ResourceDetails>,
    evaluation_mode: Option<String>,
    evaluation_timeout: Option<i64>,
    evaluation_context: Option<EvaluationContext>,
    client_token: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct ResourceDetails {
    resource_id: Option<String>,
    resource_type: Option<String>,
    resource_configuration: Option<String>,
    resource_configuration_schema_type: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct EvaluationContext {
    evaluation_context_identifier: Option<String>,
}

fn start(account: &mut Account, request: StartRequest, fault: Option<FaultKind>) -> Result<Value, Failure> {
    let details = request.resource_details.ok_or_else(|| missing("resourceDetails"))?;
    let id = text(details.resource_id, "resourceDetails.resourceId", 1, 768)?;
    let resource_type = text(details.resource_type, "resourceDetails.resourceType", 1, 256)?;
    let configuration =
        text(details.resource_configuration, "resourceDetails.resourceConfiguration", 1, 51_200)?;
    if let Some(kind) = details.resource_configuration_schema_type.as_deref()
        && kind != "CFN_RESOURCE_SCHEMA"
    {
        return Err(Failure::constraint(
            "resourceDetails.resourceConfigurationSchemaType",
            "Member must satisfy enum value set: [CFN_RESOURCE_SCHEMA]",
        ));
    }
    let mode = request.evaluation_mode.ok_or_else(|| missing("evaluationMode"))?;
    if !matches!(mode.as_str(), "PROACTIVE" | "DETECTIVE") {
        return Err(Failure::constraint(
            "evaluationMode",
            "Member must satisfy enum value set: [DETECTIVE, PROACTIVE]",
        ));
    }
    let timeout = request.evaluation_timeout.unwrap_or(0);
    if !(0..=3600).contains(&timeout) {
        return Err(Failure::constraint(
            "evaluationTimeout",
            "Member must have value between 0 and 3600, inclusive",
        ));
    }
    let context = request.evaluation_context.and_then(|context| context.evaluation_context_identifier);
    let context = context
        .map(|context| text(Some(context), "evaluationContext.evaluationContextIdentifier", 1, 128))
        .transpose()?;
    let token = request.client_token.map(|token| text(Some(token), "clientToken", 64, 256)).transpose()?;
    if mode != "PROACTIVE" {
        return Err(Failure::invalid("The evaluation mode DETECTIVE is not supported for this call."));
    }
    if !account.settings.permitted_types.contains(&resource_type) {
        return Err(Failure::invalid(format!(
            "The resource type {resource_type} is invalid. Only the following values are permitted: [{}]",
            account.settings.permitted_types.join(", ")
        )));
    }
    let echo = json!({
        "ResourceId": id,
        "ResourceType": resource_type,
        "ResourceConfiguration": configuration,
        "ResourceConfigurationSchemaType": "CFN_RESOURCE_SCHEMA",
    });
    let asked = json!([echo, timeout, context]);
    if let Some(token) = &token
        && let Some((before, id)) = account.tokens.get(token)
    {
        return if *before == asked {
            Ok(json!({"ResourceEvaluationId": id}))
        } else {
            Err(Failure::new(
                "IdempotentParameterMismatch",
                "The client token was used before, with other parameters.",
            ))
        };
    }
    let properties = properties(&configuration, &resource_type)?;
    let outcome = match fault {
        Some(FaultKind::FailedEvaluation) => failed("The evaluation failed on request.".into()),
        _ => judge(account, &resource_type, &properties),
    };
    let evaluation_id = account.next_id();
    let evaluation = Evaluation {
        details: echo,
        context,
        started: SystemTime::now(),
        begun: Instant::now(),
        timeout: Duration::from_secs(if timeout == 0 { 900 } else { timeout.unsigned_abs() }),
        duration: (fault != Some(FaultKind::EndlessEvaluation)).then_some(account.settings.evaluation_time),
        outcome,
    };
    if account.order.len() >= MAX_EVALUATIONS {
        return Err(Failure::new(
            "LimitExceededException",
            "The emulator keeps no more than 100000 evaluations: start it again.",
        ));
    }
    account.order.push(evaluation_id.clone());
    account.evaluations.insert(evaluation_id.clone(), evaluation);
    if let Some(token) = token {
        account.tokens.insert(token, (asked, evaluation_id.clone()));
    }
    Ok(json!({"ResourceEvaluationId": evaluation_id}))
}

/// The configuration as properties that satisfy the type's schema.
fn properties(configuration: &str, resource_type: &str) -> Result<Value, Failure> {
    let properties: Value = serde_json::from_str(configuration)
        .ok()
        .filter(Value::is_object)
        .ok_or_else(|| Failure::invalid("The resource configuration is not a JSON object."))?;
    let schema: Option<Schema> = schemas::schema(resource_type);
    let violations = schema.map(|schema| validate::violations(&schema, &properties)).unwrap_or_default();
    if violations.is_empty() {
        return Ok(properties);
    }
    Err(Failure::invalid(format!(
        "The resource configuration does not match the schema of {resource_type}: {}",
        violations.join("; ")
    )))
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct SummaryRequest {
    resource_evaluation_id: Option<String>,
}

fn summary(account: &Account, request: &SummaryRequest) -> Result<Value, Failure> {
    let id = text(request.resource_evaluation_id.clone(), "resourceEvaluationId", 1, 128)?;
    let evaluation = account.evaluations.get(&id).ok_or_else(|| {
        Failure::new("ResourceNotFoundException", format!("The resource evaluation {id} does not exist."))
    })?;
    let (status, reason, compliance) = evaluation.status(Instant::now());
    let mut answer = json!({
        "ResourceEvaluationId": id,
        "EvaluationMode": "PROACTIVE",
        "EvaluationStatus": {"Status": status},
        "EvaluationStartTimestamp": seconds(evaluation.started),
        "ResourceDetails": evaluation.details,
    });
    if let Some(reason) = reason {
        answer["EvaluationStatus"]["FailureReason"] = reason.into();
    }
    if let Some(compliance) = compliance {
        answer["Compliance"] = compliance.into();
    }
    if let Some(context) = &evaluation.context {
        answer["EvaluationContext"] = json!({"EvaluationContextIdentifier": context});
    }
    Ok(answer)
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct DetailsRequest {
    resource_evaluation_id: Option<String>,
    resource_type: Option<String>,
    resource_id: Option<String>,
    #[serde(default)]
    compliance_types: Vec<String>,
    next_token: Option<String>,
}

fn details(account: &Account, request: DetailsRequest) -> Result<Value, Failure> {
    if request.compliance_types.len() > 3 {
        return Err(Failure::constraint(
            "complianceTypes",
            "Member must have length less than or equal to 3",
        ));
    }
    if request.compliance_types.iter().any(|name| name == "INSUFFICIENT_DATA") {
        return Err(Failure::invalid(
            "INSUFFICIENT_DATA is not a compliance type that can be asked for here.",
        ));
    }
    let id = match (request.resource_evaluation_id, request.resource_type, request.resource_id) {
        (Some(id), None, None) => id,
        // Nothing is deployed in this account, so there are no detective results.
        (None, Some(_), Some(_)) => return Ok(json!({"EvaluationResults": []})),
        _ => {
            return Err(Failure::invalid(
                "Give either ResourceEvaluationId or both ResourceType and ResourceId.",
            ));
        }
    };
    let evaluation = account
        .evaluations
        .get(&id)
        .ok_or_else(|| Failure::invalid(format!("The resource evaluation {id} does not exist.")))?;
    let finished = matches!(evaluation.status(Instant::now()), ("SUCCEEDED", ..));
    let results: Vec<Value> = evaluation
        .outcome
        .results
        .iter()
        .filter(|result| {
            finished
                && (request.compliance_types.is_empty()
                    || request.compliance_types.iter().any(|wanted| wanted == result.compliance))
        })
        .map(|result| {
            let recorded = seconds(evaluation.started + evaluation.duration.unwrap_or_default());
            let mut item = json!({
                "EvaluationResultIdentifier": {
                    "EvaluationResultQualifier": {
                        "ConfigRuleName": result.rule_name,
                        "ResourceType": evaluation.details["ResourceType"],
                        "ResourceId": evaluation.details["ResourceId"],
                        "EvaluationMode": "PROACTIVE",
                    },
                    "OrderingTimestamp": recorded,
                    "ResourceEvaluationId": id,
                },
                "ComplianceType": result.compliance,
                "ResultRecordedTime": recorded,
                "ConfigRuleInvokedTime": seconds(evaluation.started),
            });
            if !result.annotation.is_empty() {
                item["Annotation"] = result.annotation.clone().into();
            }
            item
        })
        .collect();
    let page = page(results, request.next_token.as_deref(), account.settings.page_size)
        .map_err(|()| Failure::invalid("The NextToken is not one that this call gave out."))?;
    Ok(page.named("EvaluationResults"))
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct ListRequest {
    #[serde(default)]
    filters: ListFilters,
    limit: Option<i64>,
    next_token: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct ListFilters {
    evaluation_mode: Option<String>,
    time_window: Option<TimeWindow>,
    evaluation_context_identifier: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct TimeWindow {
    start_time: Option<f64>,
    end_time: Option<f64>,
}

fn list(account: &Account, request: ListRequest) -> Result<Value, Failure> {
    let limit = match request.limit.unwrap_or(0) {
        0 => 10,
        limit if (1..=100).contains(&limit) => usize::try_from(limit).unwrap_or(10),
        _ => return Err(Failure::constraint("limit", "Member must have value between 0 and 100, inclusive")),
    };
    if request.filters.evaluation_mode.as_deref() == Some("DETECTIVE") {
        return Err(Failure::invalid("The evaluation mode DETECTIVE is not supported for this call."));
    }
    let window = request.filters.time_window.map(|window| (window.start_time, window.end_time));
    if let Some((Some(start), Some(end))) = window
        && end < start
    {
        return Err(Failure::new("InvalidTimeRangeException", "EndTime lies before StartTime."));
    }
    let wanted = request.filters.evaluation_context_identifier;
    let items: Vec<Value> = account
        .order
        .iter()
        .filter_map(|id| Some((id, account.evaluations.get(id)?)))
        .filter(|(_, evaluation)| {
            let started = seconds(evaluation.started);
            (wanted.is_none() || evaluation.context == wanted)
                && window.is_none_or(|(start, end)| {
                    start.is_none_or(|start| started >= start) && end.is_none_or(|end| started <= end)
                })
        })
        .map(|(id, evaluation)| {
            json!({
                "ResourceEvaluationId": id,
                "EvaluationMode": "PROACTIVE",
                "EvaluationStartTimestamp": seconds(evaluation.started),
            })
        })
        .collect();
    let size = limit.min(account.settings.page_size);
    Ok(page(items, request.next_token.as_deref(), size)
        .map_err(|()| bad_token())?
        .named("ResourceEvaluations"))
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct RulesRequest {
    #[serde(default)]
    config_rule_names: Vec<String>,
    filters: Option<RulesFilters>,
    next_token: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct RulesFilters {
    evaluation_mode: Option<String>,
}

fn describe_rules(account: &Account, request: RulesRequest) -> Result<Value, Failure> {
    if request.config_rule_names.len() > 25 {
        return Err(Failure::constraint(
            "configRuleNames",
            "Member must have length less than or equal to 25",
        ));
    }
    if let Some(name) = request.config_rule_names.iter().find(|name| !account.rules.contains_key(*name)) {
        return Err(Failure::new(
            "NoSuchConfigRuleException",
            format!(
                "The ConfigRule '{name}' provided in the request is invalid. Please check the configRule name"
            ),
        ));
    }
    let mode = request.filters.and_then(|filters| filters.evaluation_mode);
    let rules: Vec<Value> = account
        .rules
        .values()
        .filter(|rule| {
            (request.config_rule_names.is_empty()
                || request.config_rule_names.contains(&rule.config_rule_name))
                && mode.as_deref().is_none_or(|mode| rule.has_mode(mode))
        })
        .filter_map(|rule| serde_json::to_value(rule).ok())
        .collect();
    let page = page(rules, request.next_token.as_deref(), account.settings.page_size);
    Ok(page.map_err(|()| bad_token())?.named("ConfigRules"))
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct PutRequest {
    config_rule: Option<ConfigRule>,
}

fn put_rule(account: &mut Account, request: PutRequest) -> Result<Value, Failure> {
    let mut rule = request.config_rule.ok_or_else(|| missing("configRule"))?;
    if account.seed.without_recorder {
        return Err(Failure::new(
            "NoAvailableConfigurationRecorderException",
            "Configuration recorder is not available to put config rule.",
        ));
    }
    text(Some(rule.config_rule_name.clone()), "configRule.configRuleName", 1, 128)?;
    if let Some(old) = account.rules.get(&rule.config_rule_name) {
        if let Some(service) = &old.created_by {
            return Err(Failure::new(
                "AccessDeniedException",
                format!("INSUFFICIENT_SLCR_PERMISSIONS: the rule is managed by {service}."),
            ));
        }
        // ARN, ID and account are the service's, whatever the caller sends.
        rule.config_rule_arn.clone_from(&old.config_rule_arn);
        rule.config_rule_id.clone_from(&old.config_rule_id);
        rule.config_rule_state.clone_from(&old.config_rule_state);
    } else if account.rules.len() >= 1000 {
        return Err(Failure::new(
            "MaxNumberOfConfigRulesExceededException",
            "The account has 1000 rules in this Region, which is the most it can have.",
        ));
    }
    if rule.source.owner == "AWS" {
        check_managed(&rule)?;
    }
    account.put_rule(rule);
    Ok(Value::Null)
}

/// Refuses a managed rule that doesn't exist or lacks a parameter.
fn check_managed(rule: &ConfigRule) -> Result<(), Failure> {
    let Some(managed) = judge::managed(rule) else {
        let identifier = rule.source.source_identifier.as_deref().unwrap_or_default();
        return Err(Failure::invalid(format!("The sourceIdentifier {identifier} is invalid.")));
    };
    let parameters =
        judge::parameters(managed, rule.input_parameters.as_deref()).map_err(Failure::invalid)?;
    let lacking: Vec<_> = managed
        .parameters
        .iter()
        .filter(|parameter| parameter.required && parameters.get(parameter.name).is_none())
        .map(|parameter| parameter.name)
        .collect();
    if !lacking.is_empty() {
        return Err(Failure::invalid(format!(
            "Required parameter [{}] not present in the inputParameters.",
            lacking.join(", ")
        )));
    }
    if rule.has_mode("PROACTIVE") && !managed.proactive {
        return Err(Failure::invalid(format!(
            "The rule {} does not support the evaluation mode PROACTIVE.",
            managed.identifier
        )));
    }
    Ok(())
}

/// A page of a list.
pub(super) struct Page {
    pub items: Vec<Value>,
    pub next: Option<String>,
}

impl Page {
    pub fn named(self, name: &str) -> Value {
        let mut answer = json!({name: self.items});
        if let Some(next) = self.next {
            answer["NextToken"] = next.into();
        }
        answer
    }
}

/// The page of `items` that `token` asks for.
pub(super) fn page(items: Vec<Value>, token: Option<&str>, size: usize) -> Result<Page, ()> {
    let start = match token {
        None => 0,
        Some(token) => token
            .strip_prefix("page-from-")
            .and_then(|number| number.parse().ok())
            .filter(|start| *start <= items.len())
            .ok_or(())?,
    };
    let end = start.saturating_add(size.max(1)).min(items.len());
    let next = (end < items.len()).then(|| format!("page-from-{end}"));
    Ok(Page { items: items.into_iter().skip(start).take(end - start).collect(), next })
}

fn bad_token() -> Failure {
    Failure::new("InvalidNextTokenException", "The NextToken is not one that this call gave out.")
}

fn missing(member: &str) -> Failure {
    Failure::constraint(member, "Member must not be null")
}

/// A text member within its limits.
fn text(value: Option<String>, member: &str, least: usize, most: usize) -> Result<String, Failure> {
    let value = value.ok_or_else(|| missing(member))?;
    let length = value.chars().count();
    if length < least {
        return Err(Failure::constraint(
            member,
            format_args!("Member must have length greater than or equal to {least}"),
        ));
    }
    if length > most {
        return Err(Failure::constraint(
            member,
            format_args!("Member must have length less than or equal to {most}"),
        ));
    }
    Ok(value)
}

/// A time as AWS JSON has it: seconds since 1970.
fn seconds(time: SystemTime) -> f64 {
    let millis = time.duration_since(UNIX_EPOCH).unwrap_or_default().as_millis();
    u64::try_from(millis).unwrap_or_default() as f64 / 1000.0
}

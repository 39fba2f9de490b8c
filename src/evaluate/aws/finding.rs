//! From AWS Config's verdict to findings: with the line to change, and honest about placeholders.

use super::cache::Verdict;
use super::payload::{Payload, shape};
use super::plan::Member;
use super::scope::{ScopedRule, judges};
use super::session::Session;
use crate::aws::{ResourceResult, Schema};
use crate::evaluate::{
    AppliedRule, Compliance, Evaluation, NotEvaluated, Outcome, Reason, ReplacedProperty, ResourceEvaluation,
};
use crate::resolve::{Resource, Stack};
use crate::rules::{Neighbourhood, Rule, Subject};
use crate::source::Provenance;
use crate::template::{Map, Span};
use std::sync::Arc;

/// The longest annotation, in characters: AWS Config's own limit.
const LONGEST: usize = 256;

impl Session {
    /// Hands over what the verdict means for one resource.
    pub(super) fn outcomes(
        &self,
        neighbourhood: &Neighbourhood<'_>,
        member: Member,
        schema: &Schema,
        verdict: &Result<Verdict, Reason>,
        results: &(dyn Fn(Outcome) + Sync),
    ) {
        let Some(resource) = neighbourhood.stack.resources.get(member.resource) else { return };
        let not_evaluated = |reason| {
            results(Outcome::NotEvaluated(NotEvaluated {
                stack: member.stack,
                logical_id: resource.logical_id.clone(),
                resource_type: resource.resource_type.clone(),
                span: resource.span,
                reason,
            }));
        };
        let verdict = match verdict {
            Ok(verdict) => verdict,
            Err(reason) => return not_evaluated(reason.clone()),
        };
        let payload = match shape(resource, schema) {
            Ok(payload) => payload,
            Err(reason) => return not_evaluated(Reason::Failed(reason)),
        };
        let shadow = alone(neighbourhood.stack, resource, &payload);
        let judged = Judged { neighbourhood, resource, payload: &payload, shadow: &shadow, verdict };
        let mut said = false;
        let mut say = |rule: &Arc<AppliedRule>, opinion: Opinion| {
            said = true;
            results(Outcome::Evaluated(judged.evaluation(member.stack, rule, opinion)));
        };
        for scoped in self.scoped.iter().filter(|scoped| scoped.may_judge(&resource.resource_type)) {
            let result = verdict.results.iter().find(|result| result.rule_name == scoped.rule.name);
            let opinion = match result {
                Some(result) => Some(judged.opinion(&scoped.rule, result)),
                None => judged.without_result(scoped),
            };
            if let Some(opinion) = opinion {
                say(&scoped.rule, opinion);
            }
        }
        // A rule that was switched on during the run, or whose scope says it doesn't judge the type.
        for result in &verdict.results {
            let known = self.scoped.iter().find(|scoped| scoped.rule.name == result.rule_name);
            if known.is_some_and(|scoped| scoped.may_judge(&resource.resource_type)) {
                continue;
            }
            let rule = known.map_or_else(|| unknown_rule(&result.rule_name), |known| Arc::clone(&known.rule));
            if known.is_none() && !self.settings.rules.lets_through(&rule) {
                continue;
            }
            say(&rule, judged.opinion(&rule, result));
        }
        if !said {
            not_evaluated(Reason::NoRule);
        }
    }
}

fn unknown_rule(name: &str) -> Arc<AppliedRule> {
    Arc::new(AppliedRule::unknown(name.to_owned(), name.to_owned()))
}

/// The resource as AWS Config knows it: alone in its account and Region, unknown where it was replaced.
fn alone(stack: &Stack, resource: &Resource, payload: &Payload) -> Stack {
    Stack {
        files: Vec::new(),
        resources: vec![Resource { properties: payload.shadow.clone(), ..resource.clone() }],
        outputs: Map::default(),
        diagnostics: Vec::new(),
        incomplete: Vec::new(),
        secrets: Vec::new(),
        expanded: None,
        provenance: Provenance {
            account_id: stack.provenance.account_id.clone(),
            region: stack.provenance.region.clone(),
            ..Provenance::default()
        },
    }
}

/// A resource that AWS Config judged.
struct Judged<'a> {
    /// Its template.
    neighbourhood: &'a Neighbourhood<'a>,
    resource: &'a Resource,
    payload: &'a Payload,
    /// The stack that AWS Config knows: this resource, as it was sent.
    shadow: &'a Stack,
    verdict: &'a Verdict,
}

/// Whether the embedded rule has verdicts on such resources.
fn decides(managed: &Rule, resource: &Resource) -> bool {
    managed.is_implemented() && judges(managed, &resource.resource_type)
}

/// A verdict in the making.
struct Opinion {
    compliance: Compliance,
    annotation: String,
    property: String,
    span: Option<Span>,
    origin: Option<Span>,
}

impl Opinion {
    fn new(compliance: Compliance, annotation: impl Into<String>) -> Self {
        Opinion {
            compliance,
            annotation: annotation.into(),
            property: String::new(),
            span: None,
            origin: None,
        }
    }
}

impl Judged<'_> {
    /// What a result means.
    fn opinion(&self, rule: &AppliedRule, result: &ResourceResult) -> Opinion {
        let said = match result.compliance.as_str() {
            "COMPLIANT" => Compliance::Compliant,
            "NON_COMPLIANT" => Compliance::NonCompliant,
            "NOT_APPLICABLE" => Compliance::NotApplicable,
            _ => Compliance::InsufficientData,
        };
        let own = self.embedded(rule);
        // A pass that the embedded rule contradicts, whatever is unknown, may come from a placeholder too.
        let hangs = own.as_ref().is_none_or(|own| {
            own.compliance == Compliance::InsufficientData
                || (own.compliance == Compliance::NonCompliant && said != Compliance::NonCompliant)
        });
        if hangs && let Some(replaced) = self.replaced(own.as_ref()) {
            let sent = if replaced.placeholder { "with a placeholder for" } else { "without" };
            let annotation = format!(
                "AWS Config says {said}, but of a resource {sent} {}: {}",
                replaced.property, replaced.reason
            );
            let place = own.unwrap_or_else(|| Opinion::new(said, ""));
            return Opinion { compliance: Compliance::InsufficientData, annotation, ..place };
        }
        let mut opinion = match own {
            // The embedded rule agrees, so it knows the property and the line.
            Some(own) if own.compliance == said => own,
            _ => Opinion::new(said, ""),
        };
        if let Some(annotation) = &result.annotation {
            opinion.annotation = annotation.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        }
        if said == Compliance::NonCompliant {
            if opinion.annotation.is_empty() {
                opinion.annotation = "AWS Config gives no reason".into();
            }
            if self.complies_in_its_template(rule) {
                opinion.annotation.push_str(
                    " (AWS Config sees this resource alone; with the rest of the template the embedded rule finds it \
                     COMPLIANT)",
                );
            }
        }
        opinion
    }

    /// What it means that a rule has no result: AWS doesn't document when that is so. Never a pass.
    fn without_result(&self, scoped: &ScopedRule) -> Option<Opinion> {
        let own = self.embedded(&scoped.rule);
        let overall = self.verdict.compliance.as_deref();
        let resource_type = &self.resource.resource_type;
        let judges_others =
            |managed: &Rule| !managed.resource_types.is_empty() && !judges(managed, resource_type);
        if scoped.rule.managed.is_some_and(judges_others) || scoped.lacks_tag(self.resource) {
            // Outside what the rule judges: nothing is missing.
            return None;
        }
        let not_applicable = match &own {
            Some(own) => own.compliance == Compliance::NotApplicable,
            None => overall == Some("NOT_APPLICABLE") || !scoped.names(&self.resource.resource_type),
        };
        Some(if not_applicable {
            Opinion {
                annotation: "AWS Config lists no result of the rule".into(),
                ..own.unwrap_or_else(|| Opinion::new(Compliance::NotApplicable, ""))
            }
        } else {
            let why = match (&own, self.replaced(own.as_ref())) {
                (Some(own), _) if own.compliance == Compliance::InsufficientData => own.annotation.clone(),
                (_, Some(replaced)) => format!("{}: {}", replaced.property, replaced.reason),
                _ => String::new(),
            };
            let separator = if why.is_empty() { "" } else { "; " };
            Opinion {
                compliance: Compliance::InsufficientData,
                annotation: format!("AWS Config lists no result of the rule{separator}{why}"),
                ..own.unwrap_or_else(|| Opinion::new(Compliance::InsufficientData, ""))
            }
        })
    }

    /// The embedded rule's verdict on the resource as it was sent; `None` if the rule is not known or doesn't judge
    /// the type.
    fn embedded(&self, rule: &AppliedRule) -> Option<Opinion> {
        let resource = self.shadow.resources.first()?;
        let managed = rule.managed.filter(|managed| decides(managed, resource))?;
        let neighbourhood = Neighbourhood::new(self.shadow);
        let verdict = managed.evaluate(&Subject::new(&neighbourhood, resource, &rule.parameters));
        let mut opinion = Opinion::new(verdict.compliance, "");
        if let Some(evidence) = verdict.evidence {
            opinion.annotation = evidence.annotation();
            opinion.span = Some(evidence.span);
            opinion.origin = evidence.origin;
            opinion.property = evidence.property;
        }
        Some(opinion)
    }

    /// Whether the embedded rule finds it COMPLIANT where it sees the other resources.
    fn complies_in_its_template(&self, rule: &AppliedRule) -> bool {
        rule.managed.is_some_and(|managed| {
            decides(managed, self.resource)
                && managed
                    .evaluate(&Subject::new(self.neighbourhood, self.resource, &rule.parameters))
                    .compliance
                    == Compliance::Compliant
        })
    }

    /// What was replaced, and most likely matters: at, above or below the property that the opinion is about.
    fn replaced(&self, opinion: Option<&Opinion>) -> Option<&ReplacedProperty> {
        let all = &self.payload.replaced;
        let matters = |replaced: &&ReplacedProperty| {
            opinion.is_some_and(|opinion| {
                !opinion.property.is_empty()
                    && (opinion.property.starts_with(&replaced.property)
                        || replaced.property.starts_with(&opinion.property))
            })
        };
        all.iter().find(matters).or_else(|| all.first())
    }

    fn evaluation(&self, stack: usize, rule: &Arc<AppliedRule>, opinion: Opinion) -> Evaluation {
        let resource = self.resource;
        Evaluation {
            stack,
            logical_id: resource.logical_id.clone(),
            resource_type: resource.resource_type.clone(),
            resource_span: resource.span,
            condition: resource.condition.as_ref().and(resource.condition_name.clone()),
            rule: Arc::clone(rule),
            compliance: opinion.compliance,
            annotation: shorten(opinion.annotation),
            property: opinion.property,
            span: opinion.span.unwrap_or(resource.span),
            origin: opinion.origin,
            resource_evaluation: Some(ResourceEvaluation {
                id: self.verdict.evaluation_id.clone(),
                replaced: self.payload.replaced.clone(),
            }),
        }
    }
}

/// `text` cut to the length of an annotation, with an ellipsis where something was cut.
fn shorten(text: String) -> String {
    match text.char_indices().nth(LONGEST) {
        None => text,
        Some(_) => text.chars().take(LONGEST - 1).chain(['…']).collect(),
    }
}

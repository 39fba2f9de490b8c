//! The engine without an account or a network: the rules of this crate.

use super::{AppliedRule, Engine, Evaluation, NotEvaluated, Outcome, Reason};
use crate::resolve::{Resource, Stack};
use crate::rules::{Compliance, Evidence, Neighbourhood, Subject, Truth, Verdict};
use rayon::prelude::*;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// The embedded engine, with the rules that it applies.
#[derive(Clone, Debug)]
pub struct Embedded {
    usual: Vec<Arc<AppliedRule>>,
    /// Other rules for some stacks, and which of them each stack has; a stack that isn't here has the usual ones.
    others: Vec<Vec<Arc<AppliedRule>>>,
    of_stack: HashMap<usize, usize>,
    /// All of these, each name once.
    rules: Vec<Arc<AppliedRule>>,
}

impl Embedded {
    /// An engine that applies `rules`. Rules that it doesn't know, or doesn't implement, have no verdict.
    pub fn new(rules: Vec<AppliedRule>) -> Self {
        let rules: Vec<Arc<AppliedRule>> = rules.into_iter().map(Arc::new).collect();
        Self { usual: rules.clone(), rules, others: Vec::new(), of_stack: HashMap::new() }
    }

    /// The engine with other rules for the stacks with these indices.
    ///
    /// A rule that is applied with different parameters here and there is listed once among the engine's rules.
    #[must_use]
    pub fn with_rules_for(mut self, stacks: &[usize], rules: Vec<AppliedRule>) -> Self {
        let rules: Vec<Arc<AppliedRule>> = rules.into_iter().map(Arc::new).collect();
        self.of_stack.extend(stacks.iter().map(|stack| (*stack, self.others.len())));
        let listed: HashSet<String> = self.rules.iter().map(|rule| rule.name.clone()).collect();
        self.rules.extend(rules.iter().filter(|rule| !listed.contains(&rule.name)).cloned());
        self.others.push(rules);
        self
    }

    /// Hands over the outcomes for one stack, resource by resource.
    fn evaluate_stack(&self, index: usize, stack: &Stack, results: &(dyn Fn(Outcome) + Sync)) {
        if stack.has_errors() {
            return;
        }
        let neighbourhood = Neighbourhood::new(stack);
        let mut by_type: HashMap<&str, Vec<&Arc<AppliedRule>>> =
            neighbourhood.resource_types().map(|name| (name, Vec::new())).collect();
        let rules =
            self.of_stack.get(&index).and_then(|other| self.others.get(*other)).unwrap_or(&self.usual);
        for rule in rules {
            let Some(managed) = rule.managed.filter(|managed| managed.is_implemented()) else { continue };
            for name in managed.resource_types.iter().filter(|name| rule.scope.covers_type(name)) {
                if let Some(rules) = by_type.get_mut(name) {
                    rules.push(rule);
                }
            }
        }
        for resource in &stack.resources {
            let rules = by_type.get(&*resource.resource_type).map_or(&[][..], Vec::as_slice);
            let mut is_judged = false;
            for rule in rules {
                if let Some(evaluation) = evaluate(index, &neighbourhood, resource, rule) {
                    is_judged = true;
                    results(Outcome::Evaluated(evaluation));
                }
            }
            if !is_judged {
                results(Outcome::NotEvaluated(NotEvaluated {
                    stack: index,
                    logical_id: resource.logical_id.clone(),
                    resource_type: resource.resource_type.clone(),
                    span: resource.span,
                    reason: Reason::NoRule,
                }));
            }
        }
    }
}

/// The verdict of `rule` on `resource`; none if the resource is outside the rule's scope.
fn evaluate(
    stack: usize,
    neighbourhood: &Neighbourhood<'_>,
    resource: &Resource,
    rule: &Arc<AppliedRule>,
) -> Option<Evaluation> {
    let in_scope = rule.scope.covers_tags(resource);
    if in_scope == Some(false) {
        return None;
    }
    let subject = Subject::new(neighbourhood, resource, &rule.parameters);
    let mut verdict = rule.managed?.evaluate(&subject);
    if in_scope.is_none() && verdict.compliance == Compliance::NonCompliant {
        verdict = Verdict { compliance: Compliance::InsufficientData, evidence: open_scope(&subject, rule) };
    }
    let evidence = verdict.evidence;
    Some(Evaluation {
        stack,
        logical_id: resource.logical_id.clone(),
        resource_type: resource.resource_type.clone(),
        resource_span: resource.span,
        condition: resource.condition.as_ref().and(resource.condition_name.clone()),
        rule: Arc::clone(rule),
        compliance: verdict.compliance,
        annotation: evidence.as_ref().map(|evidence| evidence.annotation()).unwrap_or_default(),
        span: evidence.as_ref().map_or(resource.span, |evidence| evidence.span),
        origin: evidence.as_ref().and_then(|evidence| evidence.origin),
        property: evidence.map(|evidence| evidence.property).unwrap_or_default(),
        resource_evaluation: None,
    })
}

/// Why nobody knows whether the resource is in the rule's scope.
fn open_scope<'a>(subject: &Subject<'a>, rule: &AppliedRule) -> Option<Evidence<'a>> {
    let tag = rule.scope.tag.as_ref()?;
    let truth = subject.unknown(format!(
        "whether the resource has the tag {} that the rule's scope asks for can't be known",
        tag.key
    ));
    match truth {
        Truth::Unknown(evidence) => Some(evidence),
        Truth::True | Truth::False(_) => None,
    }
}

impl Engine for Embedded {
    fn name(&self) -> &'static str {
        "embedded"
    }

    fn rules(&self) -> &[Arc<AppliedRule>] {
        &self.rules
    }

    async fn evaluate(&self, stacks: &[Stack], results: &(dyn Fn(Outcome) + Sync)) {
        match stacks {
            // Threads are not worth their start for a single stack.
            [stack] => self.evaluate_stack(0, stack, results),
            stacks => stacks
                .par_iter()
                .enumerate()
                .for_each(|(index, stack)| self.evaluate_stack(index, stack, results)),
        }
    }
}

//! Judges a template's text under one rule.

use cfn_gate::evaluate::{AppliedRule, Embedded, Engine, Evaluation, Outcome};
use cfn_gate::resolve::{Environment, resolve};
use cfn_gate::rules::{InputParameters, Rule};
use cfn_gate::template::{Diagnostic, Template};
use std::pin::pin;
use std::sync::Mutex;
use std::task::{Context, Poll, Waker};

/// The verdicts of `rule` on the resources of `template`.
pub fn judge(
    rule: &'static Rule,
    template: &str,
    environment: &Environment,
    parameters: &[(String, String)],
) -> Result<Vec<Evaluation>, String> {
    let mut given = InputParameters::defaults(rule);
    for (name, value) in parameters {
        given.set(rule, name, value)?;
    }
    let stack = resolve(Template::parse("case.yaml", template), environment);
    if let Some(error) = stack.diagnostics.iter().find(|diagnostic| Diagnostic::is_error(diagnostic)) {
        return Err(format!("the template is wrong: {}: {}\n{template}", error.span, error.message));
    }
    let engine = Embedded::new(vec![AppliedRule::managed(rule, given)]);
    let outcomes = Mutex::new(Vec::new());
    let collect = |outcome| outcomes.lock().expect("no thread panicked").push(outcome);
    {
        let stacks = [stack];
        let mut evaluation = pin!(engine.evaluate(&stacks, &collect));
        let done = evaluation.as_mut().poll(&mut Context::from_waker(Waker::noop()));
        assert_eq!(done, Poll::Ready(()), "the embedded engine never waits");
    }
    let outcomes = outcomes.into_inner().expect("no thread panicked");
    Ok(outcomes
        .into_iter()
        .filter_map(|outcome| match outcome {
            Outcome::Evaluated(evaluation) => Some(evaluation),
            Outcome::NotEvaluated(_) => None,
        })
        .collect())
}

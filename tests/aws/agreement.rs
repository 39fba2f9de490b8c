//! Both engines say the same: the rules' cases and the examples, judged offline and through the emulator.
//!
//! AWS Config sees one resource at a time and not what is unknown or secret. So where the embedded engine's verdict
//! comes from another resource of the template, the AWS engine's is the verdict on the resource alone; and where it
//! hangs on what was not sent, it is INSUFFICIENT_DATA. Anything else is a disagreement.

#[path = "../rules/case.rs"]
#[allow(dead_code, reason = "the rules' tests look at more of a case than these")]
mod case;

use case::CaseFile;
use cfn_gate::aws::{Connection, Options, Target};
use cfn_gate::emulator::{ConfigRule, Emulator, Seed, Settings as Emulated};
use cfn_gate::evaluate::aws::{Aws, Settings};
use cfn_gate::evaluate::{AppliedRule, Compliance, Embedded, Engine, Evaluation, Outcome, Reason};
use cfn_gate::resolve::{Environment, Stack, resolve};
use cfn_gate::rules::{self, InputParameters};
use cfn_gate::template::Template;
use futures_util::{StreamExt, stream};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Mutex;
use std::time::Duration;

/// A template to judge under some rules.
struct Subject {
    name: String,
    stack: Stack,
    rules: Vec<AppliedRule>,
}

async fn outcomes(engine: &impl Engine, stack: &Stack) -> Vec<Outcome> {
    let outcomes = Mutex::new(Vec::new());
    engine.evaluate(std::slice::from_ref(stack), &|outcome| outcomes.lock().unwrap().push(outcome)).await;
    outcomes.into_inner().unwrap()
}

/// Verdicts by resource and rule.
fn verdicts(outcomes: &[Outcome]) -> BTreeMap<(String, String), &Evaluation> {
    let mut verdicts = BTreeMap::new();
    for outcome in outcomes {
        if let Outcome::Evaluated(evaluation) = outcome {
            let key = (evaluation.logical_id.to_string(), evaluation.rule.name.clone());
            assert!(verdicts.insert(key, evaluation).is_none(), "a finding is doubled");
        }
    }
    verdicts
}

/// The stack with this resource alone.
fn alone(stack: &Stack, logical_id: &str) -> Stack {
    let mut stack = stack.clone();
    stack.resources.retain(|resource| &*resource.logical_id == logical_id);
    stack
}

/// How the two engines judged one subject.
#[derive(Default)]
struct Tally {
    same: usize,
    alone: usize,
    replaced: usize,
    refused: Vec<String>,
    disagreements: Vec<String>,
}

async fn compare(subject: &Subject) -> Tally {
    let provenance = &subject.stack.provenance;
    let target = Target { account_id: provenance.account_id.clone(), region: provenance.region.clone() };
    let emulator = Emulator::start(Emulated {
        seed: Seed { rules: subject.rules.iter().map(ConfigRule::managed).collect(), ..Seed::default() },
        evaluation_time: Duration::ZERO,
        account_id: target.account_id.clone().unwrap_or_else(|| Emulated::default().account_id),
        ..Emulated::default()
    })
    .unwrap();
    let connection = Connection::local(&emulator.endpoint(), &Options::default());
    let aws = Aws::open(vec![(target, connection)], &Settings::default()).await;
    let embedded = Embedded::new(subject.rules.clone());
    let (from_aws, from_embedded) =
        (outcomes(&aws, &subject.stack).await, outcomes(&embedded, &subject.stack).await);
    let (from_aws_by_key, from_embedded) = (verdicts(&from_aws), verdicts(&from_embedded));
    let mut tally = Tally::default();
    for (key, offline) in &from_embedded {
        let Some(online) = from_aws_by_key.get(key) else {
            let reason = from_aws.iter().find_map(|outcome| match outcome {
                Outcome::NotEvaluated(resource) if *resource.logical_id == *key.0 => Some(&resource.reason),
                _ => None,
            });
            match reason {
                Some(Reason::Failed(reason)) => {
                    tally.refused.push(format!("{}: {}: {reason}", subject.name, key.0))
                }
                _ => tally.disagreements.push(format!("{}: {key:?} has no finding", subject.name)),
            }
            continue;
        };
        let replaced = &online.resource_evaluation.as_ref().unwrap().replaced;
        let alone = outcomes(&embedded, &alone(&subject.stack, &key.0)).await;
        let alone = verdicts(&alone)[key].compliance;
        if online.compliance == offline.compliance {
            tally.same += 1;
        } else if online.compliance == alone {
            tally.alone += 1;
        } else if online.compliance == Compliance::InsufficientData && !replaced.is_empty() {
            tally.replaced += 1;
        } else {
            tally.disagreements.push(format!(
                "{}: {key:?}: {} offline, {} through AWS Config ({})",
                subject.name, offline.compliance, online.compliance, online.annotation
            ));
        }
    }
    for key in from_aws_by_key.keys().filter(|key| !from_embedded.contains_key(*key)) {
        tally.disagreements.push(format!("{}: {key:?} is judged by AWS Config only", subject.name));
    }
    tally
}

fn compare_all(subjects: &[Subject]) -> Tally {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(stream::iter(subjects).map(compare).buffer_unordered(8).fold(
        Tally::default(),
        |mut all, one| {
            all.same += one.same;
            all.alone += one.alone;
            all.replaced += one.replaced;
            all.refused.extend(one.refused);
            all.disagreements.extend(one.disagreements);
            std::future::ready(all)
        },
    ))
}

#[test]
fn the_cases_of_proactive_rules() {
    let mut subjects = Vec::new();
    for file in CaseFile::all() {
        for case in file.cases {
            let rule = rules::find(&case.rule).unwrap();
            if !rule.proactive {
                continue;
            }
            let mut parameters = InputParameters::defaults(rule);
            for (name, value) in &case.parameters {
                parameters.set(rule, name, value).unwrap();
            }
            subjects.push(Subject {
                name: format!("{}:{} {}", file.name, case.line, case.name),
                stack: resolve(Template::parse("case.yaml", case.template), &case.environment),
                rules: vec![AppliedRule::managed(rule, parameters)],
            });
        }
    }
    let mut tally = compare_all(&subjects);
    tally.refused.sort();
    assert!(tally.disagreements.is_empty(), "{:#?}", tally.disagreements);
    // Some cases hold what no deployment would accept; AWS Config refuses them for that and for nothing else.
    for refused in &tally.refused {
        assert!(refused.contains("does not match the schema of"), "{refused}");
    }
    // The rule, not the exception.
    assert!(tally.same > 5 * (tally.alone + tally.replaced + tally.refused.len()));
}

#[test]
fn the_examples() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "yaml"));
    paths.sort();
    assert!(!paths.is_empty());
    let subjects: Vec<Subject> = paths
        .iter()
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let text = std::fs::read_to_string(path).unwrap();
            let stack = resolve(Template::parse(&name, text), &Environment::default());
            assert!(!stack.has_errors(), "{name}: {:?}", stack.diagnostics);
            let rules = rules::all().filter(|rule| rule.proactive);
            let rules =
                rules.map(|rule| AppliedRule::managed(rule, InputParameters::defaults(rule))).collect();
            Subject { name, stack, rules }
        })
        .collect();
    let tally = compare_all(&subjects);
    assert!(tally.disagreements.is_empty(), "{:#?}", tally.disagreements);
    assert_eq!(tally.refused, [""; 0]);
}

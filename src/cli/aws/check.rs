//! `check --engine aws`.

use super::super::deployment::Deployment;
use super::super::problem::Problem;
use super::super::stacks::{stacks_of, stacks_with};
use super::progress::Progress;
use super::{AwsArguments, lookup, runtime};
use cfn_gate::aws::{Connection, Failure, Kind, Patience};
use cfn_gate::evaluate::aws::{Aws, Cache, Plan, Settings};
use cfn_gate::evaluate::{AppliedRule, Engine, NotEvaluated, Outcome, Reason};
use cfn_gate::gate::{Gate, Report, judge};
use cfn_gate::resolve::{Environment, Input, Stack};
use std::collections::{BTreeMap, HashSet};
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use tokio_util::sync::CancellationToken;

/// What AWS charges for an evaluation under a rule without detective mode, in US dollars, as far as its price list
/// tells.
const PRICE: f64 = 0.001;

/// Judges the templates; `None` if nothing was to be judged (`--dry-run`).
pub fn check(
    deployment: &Deployment,
    arguments: &AwsArguments,
    gate: &Gate,
    quiet: bool,
) -> Result<Option<Report>, Problem> {
    let runtime = runtime()?;
    let patience = Patience {
        deadline: Some(
            tokio::time::Instant::now() + arguments.timeout.unwrap_or(Duration::from_secs(30 * 60)),
        ),
        stop: CancellationToken::new(),
    };
    let stop = patience.stop.clone();
    runtime.spawn(async move {
        if tokio::signal::ctrl_c().await.is_ok() {
            eprintln!(
                "Stopping: what has no verdict yet is reported as not evaluated. Ctrl-C again ends at once."
            );
            stop.cancel();
            if tokio::signal::ctrl_c().await.is_ok() {
                std::process::exit(130);
            }
        }
    });
    let opened = runtime.block_on(open(deployment, arguments, patience));
    let (connection, engine) = match opened {
        Ok(opened) => (Some(opened.0), Ok(opened.1)),
        Err(failure) if failure.kind == Kind::Usage => return Err(Problem::new(failure.message)),
        Err(failure) => (None, Err(failure)),
    };
    let stack = deployment.app.deployed_stack();
    let fetched = match &connection {
        Some(connection) => runtime
            .block_on(lookup::template(connection, arguments, stack))
            .transpose()
            .map_err(|failure| Problem::new(failure.message))?,
        None if arguments.processed || arguments.change_set.is_some() => {
            let reason = engine.as_ref().err().map_or("", |failure| failure.message.as_str());
            return Err(Problem::new(format!("the template could not be fetched: {reason}")));
        }
        None => None,
    };
    let account_id = engine.as_ref().ok().and_then(Aws::account_id);
    let complete = |inputs: &[Input], environment: &mut Environment| {
        if let Some(connection) = &connection {
            let look_up = lookup::complete(connection, account_id, arguments, stack, inputs, environment);
            runtime.block_on(look_up);
        }
    };
    let mut stacks = match fetched {
        Some(input) => stacks_of(vec![input], deployment.environment()?, complete),
        None => stacks_with(deployment, complete)?,
    };
    if let (true, Some(connection)) = (arguments.changed_only, &connection) {
        runtime.block_on(only_changed(connection, arguments, stack, &mut stacks))?;
    }
    match engine {
        Ok(engine) => runtime.block_on(run(&engine, arguments, stacks, gate, quiet)),
        Err(failure) => {
            let engine = Unreachable(failure);
            let outcomes = runtime.block_on(outcomes(&engine, &stacks, &|_| ()));
            Ok(Some(judge(engine.name(), engine.rules(), Vec::new(), stacks, outcomes, gate)))
        }
    }
}

async fn open(
    deployment: &Deployment,
    arguments: &AwsArguments,
    patience: Patience,
) -> Result<(Connection, Aws), Failure> {
    let max_in_flight = arguments.max_in_flight.unwrap_or(64);
    let connection =
        arguments.access.connect(deployment.region(), max_in_flight).await?.with_patience(patience);
    let cache = arguments.cache.clone().map(|folder| Cache {
        folder,
        longest_age: arguments.cache_age.unwrap_or(Duration::from_secs(24 * 60 * 60)),
    });
    let settings = Settings {
        evaluation_timeout: arguments.evaluation_timeout.unwrap_or(Settings::default().evaluation_timeout),
        cache,
    };
    let engine = Aws::open(connection.clone(), settings).await?;
    Ok((connection, engine))
}

/// Leaves only the resources that the change set adds or changes.
async fn only_changed(
    connection: &Connection,
    arguments: &AwsArguments,
    stack: Option<&str>,
    stacks: &mut [Stack],
) -> Result<(), Problem> {
    let Some(change_set) = &arguments.change_set else { return Ok(()) };
    let changed = connection
        .changed_resources(change_set, stack)
        .await
        .map_err(|failure| Problem::new(format!("--changed-only: {failure}")))?;
    let changed: HashSet<String> = changed
        .into_iter()
        .filter(|resource| resource.action != "Remove")
        .map(|resource| resource.logical_id)
        .collect();
    for stack in stacks {
        stack.resources.retain(|resource| changed.contains(&*resource.logical_id));
    }
    Ok(())
}

async fn run(
    engine: &Aws,
    arguments: &AwsArguments,
    stacks: Vec<Stack>,
    gate: &Gate,
    quiet: bool,
) -> Result<Option<Report>, Problem> {
    let plan = engine.plan(&stacks).await;
    if arguments.verbose || arguments.dry_run {
        describe(engine, &stacks, &plan);
    }
    if arguments.dry_run {
        if let Some(folder) = &arguments.payloads {
            write_payloads(engine, &stacks, &plan, folder)?;
        }
        return Ok(None);
    }
    let progress = Progress::new(stacks.iter().map(|stack| stack.resources.len()).sum(), quiet);
    let seen = Mutex::new(HashSet::new());
    let outcomes = outcomes(engine, &stacks, &|outcome| {
        let resource = match outcome {
            Outcome::Evaluated(evaluation) => (evaluation.stack, evaluation.logical_id.clone()),
            Outcome::NotEvaluated(resource) => (resource.stack, resource.logical_id.clone()),
        };
        // A resource has a finding for each rule, and counts once.
        if seen.lock().unwrap_or_else(PoisonError::into_inner).insert(resource) {
            progress.add(1);
        }
    })
    .await;
    progress.finish();
    Ok(Some(judge(engine.name(), engine.rules(), Vec::new(), stacks, outcomes, gate)))
}

async fn outcomes(engine: &impl Engine, stacks: &[Stack], note: &(dyn Fn(&Outcome) + Sync)) -> Vec<Outcome> {
    let outcomes = Mutex::new(Vec::new());
    engine
        .evaluate(stacks, &|outcome| {
            note(&outcome);
            outcomes.lock().unwrap_or_else(PoisonError::into_inner).push(outcome);
        })
        .await;
    outcomes.into_inner().unwrap_or_else(PoisonError::into_inner)
}

/// Says what is going to be sent.
fn describe(engine: &Aws, stacks: &[Stack], plan: &Plan) {
    let account = engine.account_id().unwrap_or("(unknown: it has no rule in proactive mode)");
    eprintln!("Account {account}, Region {}, run {}", engine.region(), engine.run_id());
    eprintln!("Rules in proactive mode: {}", engine.rules().len());
    for rule in engine.rules() {
        eprintln!("  {} ({})", rule.name, rule.identifier);
    }
    let mut types: BTreeMap<&str, usize> = BTreeMap::new();
    for planned in &plan.groups {
        if let Ok((resource, _)) = engine.planned_payload(stacks, planned) {
            *types.entry(&resource.resource_type).or_default() += planned.members.len();
        }
    }
    let resources: usize = plan.groups.iter().map(|planned| planned.members.len()).sum();
    eprintln!("Resources to evaluate: {resources}, of which {} differ", plan.groups.len());
    for (resource_type, count) in types {
        eprintln!("  {count} {resource_type}");
    }
    let evaluations: usize = plan.groups.iter().map(|planned| planned.rule_evaluations).sum();
    let charged: usize = plan.groups.iter().map(|planned| planned.charged).sum();
    eprintln!(
        "Rule evaluations: at most {evaluations}; likely cost {:.3} USD ({charged} under rules without detective \
         mode, at {PRICE} USD each)",
        charged as f64 * PRICE
    );
}

/// Writes what would be sent, one file for each distinct resource.
fn write_payloads(engine: &Aws, stacks: &[Stack], plan: &Plan, folder: &Path) -> Result<(), Problem> {
    let problem = |error: std::io::Error| Problem::new(format!("--payloads {}: {error}", folder.display()));
    std::fs::create_dir_all(folder).map_err(problem)?;
    for planned in &plan.groups {
        let (resource, text) = engine.planned_payload(stacks, planned).map_err(Problem::new)?;
        // Logical IDs are letters and digits, and occur in more than one template.
        let name = format!("{}-{}.json", resource.logical_id, planned.hash.get(..8).unwrap_or_default());
        std::fs::write(folder.join(name), text).map_err(problem)?;
    }
    eprintln!("{} files written to {}", plan.groups.len(), folder.display());
    Ok(())
}

/// In place of an engine that could not be opened: nothing has a verdict, for this reason.
struct Unreachable(Failure);

impl Engine for Unreachable {
    fn name(&self) -> &'static str {
        "aws"
    }

    fn rules(&self) -> &[std::sync::Arc<AppliedRule>] {
        &[]
    }

    async fn evaluate(&self, stacks: &[Stack], results: &(dyn Fn(Outcome) + Sync)) {
        for (index, stack) in stacks.iter().enumerate().filter(|(_, stack)| !stack.has_errors()) {
            for resource in &stack.resources {
                results(Outcome::NotEvaluated(NotEvaluated {
                    stack: index,
                    logical_id: resource.logical_id.clone(),
                    resource_type: resource.resource_type.clone(),
                    span: resource.span,
                    reason: Reason::Failed(self.0.message.clone()),
                }));
            }
        }
    }
}

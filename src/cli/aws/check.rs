//! `check --engine aws`.

use super::super::deployment::Deployment;
use super::super::problem::Problem;
use super::super::stacks::{deployed, inputs};
use super::progress::Progress;
use super::{AwsArguments, lookup, runtime};
use cfn_gate::aws::{Accounts, Connection, Patience, Target};
use cfn_gate::evaluate::aws::{Account, Aws, Cache, Plan, RuleFilter, Session, Settings};
use cfn_gate::evaluate::{Engine, Outcome};
use cfn_gate::gate::{Gate, Report, judge};
use cfn_gate::resolve::{Input, Stack, resolve_together};
use cfn_gate::source::LookupRole;
use std::collections::{BTreeMap, HashMap, HashSet};
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
    rules: RuleFilter,
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
    let options = arguments.access.options(deployment.region(), arguments.max_in_flight.unwrap_or(64));
    let own = runtime.block_on(Connection::open(&options));
    let own = own.map_err(|failure| Problem::new(failure.message))?.with_patience(patience);
    let stack = deployment.app.deployed_stack();
    let fetched = runtime.block_on(lookup::template(&own, arguments, stack));
    let (mut inputs, _app) = match fetched {
        Some(Ok(input)) => (deployed(vec![input], &deployment.environment()?), None),
        Some(Err(failure)) => return Err(Problem::new(failure.message)),
        None => inputs(deployment)?,
    };
    let is_fetched = arguments.processed || arguments.change_set.is_some();
    let accounts = Accounts::new(own, options, arguments.accounts.access());
    let settings = settings(arguments, rules);
    let engine = runtime.block_on(async {
        let engine = open(&accounts, &settings, &mut inputs, deployment, arguments, is_fetched).await;
        lookup::exports(&engine, &mut inputs).await;
        let stack_name = deployment.stack_name();
        lookup::parameters(&engine, arguments, stack, stack_name, &mut inputs).await;
        engine
    });
    engine.check_names(&settings.rules).map_err(Problem::new)?;
    let mut stacks = resolve_together(inputs);
    if !is_fetched {
        stacks = deployment.app.choose(stacks)?;
    }
    runtime
        .block_on(lookup::changes(accounts.own(), arguments, stack, &mut stacks))
        .map_err(|failure| Problem::new(format!("--changed-only: {}", failure.message)))?;
    runtime.block_on(run(&engine, arguments, stacks, gate, quiet))
}

fn settings(arguments: &AwsArguments, rules: RuleFilter) -> Settings {
    let cache = arguments.cache.clone().map(|folder| Cache {
        folder,
        longest_age: arguments.cache_age.unwrap_or(Duration::from_secs(24 * 60 * 60)),
    });
    Settings {
        evaluation_timeout: arguments.evaluation_timeout.unwrap_or(Settings::default().evaluation_timeout),
        cache,
        rules,
    }
}

/// Opens the accounts and Regions that the chosen stacks go to, and completes what is known of where each goes.
async fn open(
    accounts: &Accounts,
    settings: &Settings,
    inputs: &mut [Input],
    deployment: &Deployment,
    arguments: &AwsArguments,
    is_fetched: bool,
) -> Aws {
    let mut targets: BTreeMap<Target, Option<LookupRole>> = BTreeMap::new();
    for input in inputs.iter().filter(|input| is_fetched || deployment.app.chooses(&input.provenance)) {
        let role = input.provenance.lookup_role.clone().filter(|_| arguments.accounts.cdk_lookup_role);
        let known = targets.entry(target(input)).or_default();
        *known = known.take().or(role);
    }
    let wanted: Vec<Target> = targets.keys().cloned().collect();
    let connections = accounts.connect(targets.into_iter().collect()).await;
    let found: HashMap<Target, Target> =
        wanted.into_iter().zip(connections.iter().map(|(found, _)| found.clone())).collect();
    let engine = Aws::open(connections, settings).await;
    for input in inputs {
        let Some(found) = found.get(&target(input)) else { continue };
        let environment = &mut input.environment;
        environment.region = found.region.clone();
        let account = engine.account(found.account_id.as_deref(), found.region.as_deref());
        environment.account_id = account.and_then(|account| account.target.account_id.clone());
    }
    engine
}

/// Where a template's stack goes, as far as the arguments and its cloud assembly say.
fn target(input: &Input) -> Target {
    Target { account_id: input.environment.account_id.clone(), region: input.environment.region.clone() }
}

async fn run(
    engine: &Aws,
    arguments: &AwsArguments,
    stacks: Vec<Stack>,
    gate: &Gate,
    quiet: bool,
) -> Result<Option<Report>, Problem> {
    if arguments.verbose || arguments.dry_run {
        for account in engine.accounts() {
            let own = engine.stacks_of(account, &stacks);
            let plan = match &account.session {
                Ok(session) => Some((session, session.plan(&stacks, &own).await)),
                Err(_) => None,
            };
            describe(engine, account, &stacks, plan.as_ref());
            if let (true, Some(folder), Some((_, plan))) = (arguments.dry_run, &arguments.payloads, &plan) {
                write_payloads(&stacks, plan, folder)?;
            }
        }
    }
    if arguments.dry_run {
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

/// Says what is going to be sent to an account.
fn describe(engine: &Aws, account: &Account, stacks: &[Stack], plan: Option<&(&Session, Plan)>) {
    let id = account.target.account_id.as_deref().unwrap_or("(unknown: it has no rule in proactive mode)");
    let region = account.target.region.as_deref().unwrap_or("(unknown)");
    eprintln!("Account {id}, Region {region}, run {}", engine.run_id());
    let (session, plan) = match (plan, &account.session) {
        (Some(plan), _) => plan,
        (None, Err(failure)) => return eprintln!("Nothing can be judged there: {failure}"),
        (None, Ok(_)) => return,
    };
    eprintln!("Rules in proactive mode: {}", session.rules().count());
    for rule in session.rules() {
        eprintln!("  {} ({})", rule.name, rule.identifier);
    }
    let mut types: BTreeMap<&str, usize> = BTreeMap::new();
    for planned in &plan.groups {
        if let Ok((resource, _)) = planned.payload(stacks) {
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
fn write_payloads(stacks: &[Stack], plan: &Plan, folder: &Path) -> Result<(), Problem> {
    let problem = |error: std::io::Error| Problem::new(format!("--payloads {}: {error}", folder.display()));
    std::fs::create_dir_all(folder).map_err(problem)?;
    for planned in &plan.groups {
        let (resource, text) = planned.payload(stacks).map_err(Problem::new)?;
        // Logical IDs are letters and digits, and occur in more than one template.
        let name = format!("{}-{}.json", resource.logical_id, planned.hash.get(..8).unwrap_or_default());
        std::fs::write(folder.join(name), text).map_err(problem)?;
    }
    eprintln!("{} files written to {}", plan.groups.len(), folder.display());
    Ok(())
}

//! The engine that asks AWS Config: the account's own rules, through `StartResourceEvaluation`.
//!
//! Every resource ends as findings or as not evaluated, with the reason. Nothing that goes wrong turns into a pass.

mod cache;
mod finding;
mod payload;
mod placeholder;
mod plan;
mod polling;
mod run;
mod scope;

pub use cache::{Cache, Verdict};
pub use payload::{LONGEST, Payload, shape};
pub use plan::{Member, Plan, Planned};

use super::{AppliedRule, Engine, Outcome};
use crate::aws::{Connection, Failure, Schema};
use crate::resolve::Stack;
use crate::rules::Neighbourhood;
use futures_util::{StreamExt, stream};
use polling::Polling;
use scope::ScopedRule;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

/// How many evaluations are under way at once at most: what bounds the memory. Requests are bounded apart from that.
const PENDING: usize = 2_048;

/// How the engine goes about it.
#[derive(Clone, Debug)]
pub struct Settings {
    /// When AWS Config shall give up on one evaluation: up to an hour, in whole seconds.
    pub evaluation_timeout: Duration,
    /// Verdicts of earlier runs.
    pub cache: Option<Cache>,
}

impl Default for Settings {
    /// AWS's own time-out of 15 minutes, no cache.
    fn default() -> Self {
        Settings { evaluation_timeout: Duration::from_secs(900), cache: None }
    }
}

/// The engine, for one run.
#[derive(Debug)]
pub struct Aws {
    connection: Connection,
    settings: Settings,
    scoped: Vec<ScopedRule>,
    rules: Vec<Arc<AppliedRule>>,
    account_id: Option<String>,
    /// 16 hexadecimal digits, different for every run.
    run: String,
    polling: Polling,
    schemas: Schemas,
    /// Whether a type was taken, or refused for this reason.
    types: Mutex<HashMap<String, Arc<tokio::sync::Mutex<run::TypeState>>>>,
    /// The types that the service named when it refused one.
    permitted: Mutex<Option<Vec<String>>>,
    /// What makes every further call futile.
    futile: Mutex<Option<Failure>>,
}

/// The schemas of this run, each asked for once, or why there is none.
type Schemas = tokio::sync::Mutex<HashMap<String, Result<Arc<Schema>, String>>>;

impl Aws {
    /// Asks for the account's rules in proactive mode.
    ///
    /// # Errors
    /// What the call ended with.
    pub async fn open(connection: Connection, settings: Settings) -> Result<Aws, Failure> {
        let account_rules = connection.proactive_rules().await?;
        let account_id = account_rules.iter().find_map(|rule| rule.account_id()).map(str::to_owned);
        let scoped: Vec<ScopedRule> = account_rules.iter().filter_map(ScopedRule::of).collect();
        Ok(Aws {
            rules: scoped.iter().map(|scoped| Arc::clone(&scoped.rule)).collect(),
            connection,
            settings,
            scoped,
            account_id,
            run: run_id(),
            polling: Polling::new(),
            schemas: Schemas::default(),
            types: Mutex::default(),
            permitted: Mutex::default(),
            futile: Mutex::default(),
        })
    }

    /// The account, as far as its rules tell.
    pub fn account_id(&self) -> Option<&str> {
        self.account_id.as_deref()
    }

    /// The run's own ID, which is part of what AWS Config gets as `EvaluationContextIdentifier`.
    pub fn run_id(&self) -> &str {
        &self.run
    }

    /// The Region.
    pub fn region(&self) -> &str {
        self.connection.region()
    }
}

impl Engine for Aws {
    fn name(&self) -> &'static str {
        "aws"
    }

    fn rules(&self) -> &[Arc<AppliedRule>] {
        &self.rules
    }

    async fn evaluate(&self, stacks: &[Stack], results: &(dyn Fn(Outcome) + Sync)) {
        let plan = self.plan(stacks).await;
        for resource in plan.not_evaluated {
            results(Outcome::NotEvaluated(resource));
        }
        // Not shared: the lock only says so to the compiler.
        let neighbourhoods: Vec<_> =
            stacks.iter().map(|stack| Mutex::new(Neighbourhood::new(stack))).collect();
        stream::iter(plan.groups)
            .map(|group| async move { (self.verdict(stacks, &group).await, group) })
            .buffer_unordered(PENDING)
            .for_each(|(verdict, group)| {
                for member in &group.members {
                    if let Some(neighbourhood) = neighbourhoods.get(member.stack) {
                        let neighbourhood = neighbourhood.lock().unwrap_or_else(PoisonError::into_inner);
                        self.outcomes(&neighbourhood, *member, &group.schema, &verdict, results);
                    }
                }
                std::future::ready(())
            })
            .await;
    }
}

/// Different for every run, on every machine.
fn run_id() -> String {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    let random = RandomState::new().hash_one(now);
    let digest = Sha256::digest(format!("{now:?} {} {random}", std::process::id()));
    hex(&digest).split_off(48)
}

/// Bytes as hexadecimal digits.
fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

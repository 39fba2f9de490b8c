//! The engine that asks AWS Config: the account's own rules, through `StartResourceEvaluation`.
//!
//! Each stack is judged in the account and Region that it goes to, and never in another. Every resource ends as
//! findings or as not evaluated, with the reason. Nothing that goes wrong turns into a pass.

mod cache;
mod finding;
mod payload;
mod placeholder;
mod plan;
mod polling;
mod run;
mod scope;
mod session;

pub use cache::{Cache, Verdict};
pub use payload::{LONGEST, Payload, shape};
pub use plan::{Member, Plan, Planned};
pub use scope::RuleFilter;
pub use session::Session;

use super::{AppliedRule, Engine, NotEvaluated, Outcome, Reason};
use crate::aws::{Connection, Failure, Kind, Target};
use crate::resolve::Stack;
use futures_util::future::join_all;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::hash::{BuildHasher, RandomState};
use std::sync::Arc;
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
    /// Which of the accounts' rules count.
    pub rules: RuleFilter,
}

impl Default for Settings {
    /// AWS's own time-out of 15 minutes, no cache, all rules.
    fn default() -> Self {
        Settings { evaluation_timeout: Duration::from_secs(900), cache: None, rules: RuleFilter::default() }
    }
}

/// The engine, for one run.
#[derive(Debug)]
pub struct Aws {
    accounts: Vec<Account>,
    rules: Vec<Arc<AppliedRule>>,
    /// 16 hexadecimal digits, different for every run.
    run: String,
}

/// An account and Region, and how it is reached.
#[derive(Debug)]
pub struct Account {
    /// Where its stacks go.
    pub target: Target,
    /// The session there, or why nothing can be judged there.
    pub session: Result<Session, Failure>,
}

impl Aws {
    /// Asks all accounts for their rules in proactive mode, at once. What stands in the way of one is said of each of
    /// its resources.
    pub async fn open(connections: Vec<(Target, Result<Connection, Failure>)>, settings: &Settings) -> Aws {
        let run = run_id();
        let opened = connections.into_iter().map(|(target, connection)| {
            let run = &run;
            async move {
                let session = match connection {
                    Ok(connection) => Session::open(connection, settings.clone(), run).await,
                    Err(failure) => Err(failure),
                };
                Account { target, session }.checked()
            }
        });
        let accounts = join_all(opened).await;
        let mut rules: Vec<Arc<AppliedRule>> = Vec::new();
        for rule in accounts.iter().flat_map(|account| &account.session).flat_map(Session::rules) {
            if !rules.iter().any(|known| same(known, rule)) {
                rules.push(Arc::clone(rule));
            }
        }
        Aws { accounts, rules, run }
    }

    /// The accounts and Regions, in the order in which they were given.
    pub fn accounts(&self) -> &[Account] {
        &self.accounts
    }

    /// The run's own ID, which is part of what AWS Config gets as `EvaluationContextIdentifier`.
    pub fn run_id(&self) -> &str {
        &self.run
    }

    /// The account and Region that a stack goes to; a stack that doesn't say goes to the first that is left open.
    pub fn account(&self, account_id: Option<&str>, region: Option<&str>) -> Option<&Account> {
        self.accounts.iter().find(|account| account.is(account_id, region))
    }

    /// Checks that the rules which `filter` names are in proactive mode in one of the accounts, as far as these can be
    /// reached.
    ///
    /// # Errors
    /// Which name no rule has, and the names that there are.
    pub fn check_names(&self, filter: &RuleFilter) -> Result<(), String> {
        if self.accounts.iter().any(|account| account.session.is_err()) {
            return Ok(());
        }
        let sessions = || self.accounts.iter().flat_map(|account| &account.session);
        let rules = || sessions().flat_map(|session| &session.in_proactive_mode);
        if rules().next().is_none() {
            return Ok(());
        }
        match filter.only.iter().chain(&filter.skip).find(|name| !rules().any(|rule| rule.is_called(name))) {
            None => Ok(()),
            Some(unknown) => {
                let names: BTreeSet<&str> = rules().map(|rule| rule.name.as_str()).collect();
                let names = names.into_iter().collect::<Vec<_>>().join(", ");
                Err(format!(
                    "no rule in proactive mode is called `{unknown}`\n  The account's rules are {names}"
                ))
            }
        }
    }

    /// Which stacks each account judges.
    pub fn stacks_of<'s>(&self, account: &Account, stacks: &'s [Stack]) -> Vec<usize> {
        let is_own = |stack: &'s Stack| {
            let (account_id, region) = (&stack.provenance.account_id, &stack.provenance.region);
            let found = self.account(account_id.as_deref(), region.as_deref());
            found.is_some_and(|found| std::ptr::eq(found, account))
        };
        stacks.iter().enumerate().filter(|(_, stack)| is_own(stack)).map(|(index, _)| index).collect()
    }
}

impl Account {
    /// Without a session if that turns out to be in another account.
    fn checked(mut self) -> Account {
        let found = self.session.as_ref().ok().and_then(Session::account_id).map(str::to_owned);
        match (&self.target.account_id, found) {
            (Some(wanted), Some(found)) if *wanted != found => {
                let message = format!(
                    "the rules for the account {wanted} are those of {found}: nothing is judged there"
                );
                self.session = Err(Failure::new(Kind::Fatal, message));
            }
            (None, found) => self.target.account_id = found,
            _ => {}
        }
        self
    }

    fn is(&self, account_id: Option<&str>, region: Option<&str>) -> bool {
        account_id.is_none_or(|id| self.target.account_id.as_deref() == Some(id))
            && region.is_none_or(|region| self.target.region.as_deref() == Some(region))
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
        let pending = (PENDING / self.accounts.len().max(1)).max(64);
        let mut left: Vec<bool> = vec![true; stacks.len()];
        let mut work = Vec::with_capacity(self.accounts.len());
        for account in &self.accounts {
            let own = self.stacks_of(account, stacks);
            for index in &own {
                if let Some(left) = left.get_mut(*index) {
                    *left = false;
                }
            }
            match &account.session {
                Ok(session) => {
                    work.push(async move { session.evaluate(stacks, &own, pending, results).await })
                }
                Err(failure) => not_evaluated(stacks, &own, &failure.message, results),
            }
        }
        let left: Vec<usize> =
            left.iter().enumerate().filter(|(_, left)| **left).map(|(index, _)| index).collect();
        not_evaluated(
            stacks,
            &left,
            "the run has no connection to the account and Region of its stack",
            results,
        );
        join_all(work).await;
    }
}

/// Says of all resources of the stacks in `own` that they have no verdict.
fn not_evaluated(stacks: &[Stack], own: &[usize], reason: &str, results: &(dyn Fn(Outcome) + Sync)) {
    for member in plan::judged(stacks, own) {
        if let Some(resource) = member.of(stacks) {
            results(Outcome::NotEvaluated(NotEvaluated {
                stack: member.stack,
                logical_id: resource.logical_id.clone(),
                resource_type: resource.resource_type.clone(),
                span: resource.span,
                reason: Reason::Failed(reason.to_owned()),
            }));
        }
    }
}

/// Whether two accounts apply the same rule in the same way.
fn same(one: &AppliedRule, other: &AppliedRule) -> bool {
    one.name == other.name
        && one.identifier == other.identifier
        && one.parameters == other.parameters
        && one.scope == other.scope
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

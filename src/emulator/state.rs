//! What a running emulator remembers: for each account and Region the rules and the evaluations so far.

use super::Settings;
use super::faults::Faults;
use super::limits::RateLimits;
use super::seed::{ConfigRule, EvaluationMode, Seed};
use serde_json::Value;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::time::{Duration, SystemTime};
use tokio::time::Instant;

/// An evaluation that was started.
#[derive(Clone, Debug)]
pub(super) struct Evaluation {
    /// `ResourceDetails`, as they were sent.
    pub details: Value,
    pub context: Option<String>,
    pub started: SystemTime,
    pub begun: Instant,
    /// When the service gives up.
    pub timeout: Duration,
    /// How long it takes; `None` is for ever.
    pub duration: Option<Duration>,
    pub outcome: Outcome,
}

/// What an evaluation comes to.
#[derive(Clone, Debug)]
pub(super) struct Outcome {
    pub compliance: &'static str,
    /// Why it failed, if it did.
    pub failure: Option<String>,
    pub results: Vec<RuleResult>,
}

/// What one rule says.
#[derive(Clone, Debug)]
pub(super) struct RuleResult {
    pub rule_name: String,
    pub compliance: &'static str,
    pub annotation: String,
}

/// How often a call was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CallCount {
    /// All requests.
    pub requests: usize,
    /// Those that a rate limit turned away.
    pub throttled: usize,
}

/// How many accounts and Regions there may be.
const MAX_ACCOUNTS: usize = 500;

/// A running emulator's memory.
#[derive(Debug)]
pub(super) struct State {
    pub settings: Arc<Settings>,
    pub faults: Faults,
    pub calls: BTreeMap<&'static str, CallCount>,
    pub first_request: Option<Instant>,
    accounts: BTreeMap<(String, String), Account>,
    requests: u64,
}

/// An account in a Region.
#[derive(Debug)]
pub(super) struct Account {
    pub settings: Arc<Settings>,
    pub account_id: String,
    pub region: String,
    pub seed: Seed,
    pub limits: RateLimits,
    pub rules: BTreeMap<String, ConfigRule>,
    pub evaluations: HashMap<String, Evaluation>,
    /// The IDs, in the order of their start.
    pub order: Vec<String>,
    /// Client tokens: the request they came with, and the evaluation it started.
    pub tokens: HashMap<String, (Value, String)>,
    counter: u64,
}

impl State {
    pub fn new(settings: Settings) -> Self {
        State {
            faults: Faults::new(settings.faults.clone(), settings.random_seed),
            calls: BTreeMap::new(),
            first_request: None,
            accounts: BTreeMap::new(),
            requests: 0,
            settings: Arc::new(settings),
        }
    }

    /// The account that an access key belongs to: the one whose ID it ends in, else the emulator's own.
    pub fn account_of_key(&self, access_key: &str) -> String {
        let own = &self.settings.account_id;
        let end = access_key.len().checked_sub(12).and_then(|start| access_key.get(start..));
        end.filter(|id| self.settings.seed.has(id)).unwrap_or(own).to_owned()
    }

    /// The account in a Region; the emulator's own if there are too many.
    pub fn account(&mut self, account_id: &str, region: &str) -> &mut Account {
        let mut key = (account_id.to_owned(), region.to_owned());
        if self.accounts.len() >= MAX_ACCOUNTS && !self.accounts.contains_key(&key) {
            key = (self.settings.account_id.clone(), self.settings.region.clone());
        }
        let number = self.accounts.len() as u64;
        let settings = &self.settings;
        self.accounts
            .entry(key)
            .or_insert_with_key(|(account_id, region)| Account::new(settings, account_id, region, number))
    }

    /// The evaluations of an account and Region, or of all, in the order of their start.
    pub fn evaluations(&self, of: Option<(&str, &str)>) -> Vec<Value> {
        let wanted = |account: &&Account| of.is_none_or(|of| of == (&*account.account_id, &*account.region));
        let mut started: Vec<&Evaluation> = self
            .accounts
            .values()
            .filter(wanted)
            .flat_map(|account| account.order.iter().filter_map(|id| account.evaluations.get(id)))
            .collect();
        started.sort_by_key(|evaluation| evaluation.begun);
        started.into_iter().map(|evaluation| evaluation.details.clone()).collect()
    }

    /// The ID of a request, different every time.
    pub fn request_id(&mut self) -> String {
        self.requests += 1;
        uuid(0, self.requests)
    }
}

impl Account {
    fn new(settings: &Arc<Settings>, account_id: &str, region: &str, number: u64) -> Self {
        let seed = settings.seed.of(&settings.account_id, account_id, region);
        let mut account = Account {
            account_id: account_id.to_owned(),
            region: region.to_owned(),
            limits: RateLimits::new(settings.rate_limits.clone()),
            rules: BTreeMap::new(),
            evaluations: HashMap::new(),
            order: Vec::new(),
            tokens: HashMap::new(),
            counter: (number + 1) << 32,
            settings: Arc::clone(settings),
            seed,
        };
        for rule in account.seed.rules.clone() {
            account.put_rule(rule);
        }
        account
    }

    /// Keeps a rule, with what the service adds to it.
    pub fn put_rule(&mut self, mut rule: ConfigRule) {
        let id = match self.rules.get(&rule.config_rule_name) {
            Some(old) => old.config_rule_id.clone().unwrap_or_default(),
            None => format!("config-rule-{}", &self.next_id()[..6]),
        };
        let partition = crate::resolve::partition_of(&self.region);
        let arn = format!("arn:{partition}:config:{}:{}:config-rule/{id}", self.region, self.account_id);
        rule.config_rule_id.get_or_insert(id);
        rule.config_rule_arn.get_or_insert(arn);
        rule.config_rule_state.get_or_insert_with(|| "ACTIVE".into());
        rule.evaluation_modes.get_or_insert_with(|| vec![EvaluationMode { mode: "DETECTIVE".into() }]);
        self.rules.insert(rule.config_rule_name.clone(), rule);
    }

    /// An ID in the form of a UUID, different every time.
    pub fn next_id(&mut self) -> String {
        self.counter += 1;
        uuid(self.counter >> 32, self.counter)
    }
}

fn uuid(place: u64, number: u64) -> String {
    let spread = number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let (high, low) = ((spread >> 32) as u32, (spread >> 16) as u16);
    format!("{high:08x}-{low:04x}-4000-8{:03x}-{:012x}", place & 0xfff, number & 0xffff_ffff)
}

impl Evaluation {
    /// The status, the reason for a failure, and the compliance type, `now`.
    pub fn status(&self, now: Instant) -> (&'static str, Option<&str>, Option<&'static str>) {
        let elapsed = now.saturating_duration_since(self.begun);
        if self.duration.is_some_and(|duration| elapsed >= duration && duration <= self.timeout) {
            match &self.outcome.failure {
                Some(reason) => ("FAILED", Some(reason), Some("INSUFFICIENT_DATA")),
                None => ("SUCCEEDED", None, Some(self.outcome.compliance)),
            }
        } else if elapsed >= self.timeout {
            ("FAILED", Some("The evaluation timed out."), Some("INSUFFICIENT_DATA"))
        } else {
            ("IN_PROGRESS", None, None)
        }
    }
}

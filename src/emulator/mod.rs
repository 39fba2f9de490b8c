//! An AWS Config endpoint on loopback: the real protocol, answered by the embedded engine.
//!
//! It speaks AWS JSON 1.1 for AWS Config and the AWS Query protocol for the few CloudFormation calls that go with
//! it, and for STS; keeps evaluations as the service does, and misbehaves on request ([`Fault`]). Made for testing whatever
//! calls `StartResourceEvaluation`; it is no copy of the service, and where AWS documents nothing,
//! `docs/emulator.md` says what was chosen.

mod answer;
mod cloudformation;
mod config;
mod direct;
mod faults;
mod judge;
mod limits;
mod schemas;
mod seed;
mod server;
mod state;
mod sts;
mod validate;

pub use config::PERMITTED_TYPES;
pub use direct::Direct;
pub use faults::{Fault, FaultKind};
pub use seed::{
    ChangeSet, ConfigRule, EvaluationMode, Role, Seed, SeededAccount, Source, StackOutput, StackParameter,
    StackState,
};
pub use server::{Emulator, serve};

use crate::evaluate::AppliedRule;
use crate::rules::InputParameters;
use std::collections::HashMap;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::time::Duration;

/// How an emulator behaves.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where it listens; port 0 takes any free one.
    pub listen: SocketAddr,
    /// Whether it may listen on anything but loopback.
    pub allow_remote: bool,
    /// The account it plays, 12 digits.
    pub account_id: String,
    /// The Region it plays to requests that carry no signature; others are answered for the Region that they are
    /// signed for.
    pub region: String,
    /// What is in the account at the start, and in others.
    pub seed: Seed,
    /// The resource types that `StartResourceEvaluation` takes.
    pub permitted_types: Vec<String>,
    /// How long every answer takes at least.
    pub latency: Duration,
    /// How long an evaluation stays IN_PROGRESS.
    pub evaluation_time: Duration,
    /// How many requests a second each call takes, by name (`StartResourceEvaluation`); `*` for those not named.
    pub rate_limits: HashMap<String, f64>,
    /// How many items a page holds.
    pub page_size: usize,
    /// What goes wrong.
    pub faults: Vec<Fault>,
    /// Decides which requests a fault with a share hits.
    pub random_seed: u64,
}

impl Default for Settings {
    /// Loopback, any port, every managed rule that AWS has offered in proactive mode, no limit, no fault.
    fn default() -> Self {
        Settings {
            listen: SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 0),
            allow_remote: false,
            account_id: "123456789012".into(),
            region: "us-east-1".into(),
            seed: Seed { rules: proactive_rules(), ..Seed::default() },
            permitted_types: PERMITTED_TYPES.iter().map(|name| (*name).to_owned()).collect(),
            latency: Duration::ZERO,
            evaluation_time: Duration::from_millis(200),
            rate_limits: HashMap::new(),
            page_size: 25,
            faults: Vec::new(),
            random_seed: 1,
        }
    }
}

/// The managed rules that AWS has offered in proactive mode, switched on, with the parameters that the embedded
/// engine goes by when none is given.
pub fn proactive_rules() -> Vec<ConfigRule> {
    crate::rules::all()
        .filter(|rule| rule.proactive)
        .map(|rule| ConfigRule::managed(&AppliedRule::managed(rule, InputParameters::defaults(rule))))
        .collect()
}

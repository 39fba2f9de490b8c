//! What goes wrong on request: a list of faults, each for some calls and some of their requests.

use serde::Deserialize;
use std::time::Duration;

/// A way to misbehave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FaultKind {
    /// The service's throttling error.
    Throttle,
    /// HTTP 500, 502 or 503, in turn.
    ServerError,
    /// The connection is closed without an answer; the call was not carried out.
    Reset,
    /// The call is carried out, and the connection closed in the middle of the answer.
    ResetMidBody,
    /// The call is carried out, and the answer is not what the protocol wants.
    Malformed,
    /// No answer at all, and the connection stays open.
    Silent,
    /// `AccessDeniedException`.
    AccessDenied,
    /// `ExpiredTokenException`.
    ExpiredCredentials,
    /// The error of a signature that is too old, with a `Date` an hour from the caller's.
    WrongClock,
    /// For `StartResourceEvaluation`: the evaluation ends as FAILED.
    FailedEvaluation,
    /// For `StartResourceEvaluation`: the evaluation stays IN_PROGRESS until its time-out.
    EndlessEvaluation,
}

/// A fault, and which requests it hits: those for which all that is given holds.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fault {
    /// What happens.
    pub fault: FaultKind,
    /// The call: `StartResourceEvaluation`; all calls if not given.
    #[serde(default)]
    pub call: Option<String>,
    /// The resource type, for calls that name one.
    #[serde(default)]
    pub resource_type: Option<String>,
    /// Which share of the requests, from 0 to 1.
    #[serde(default)]
    pub share: Option<f64>,
    /// Not the first so many requests that the rest holds for.
    #[serde(default)]
    pub after: usize,
    /// Only so many times.
    #[serde(default)]
    pub times: Option<usize>,
    /// Only within so many seconds of the first request that the emulator gets.
    #[serde(default)]
    pub seconds: Option<f64>,
}

impl Fault {
    /// A fault that hits every request.
    pub fn new(fault: FaultKind) -> Self {
        Fault { fault, call: None, resource_type: None, share: None, after: 0, times: None, seconds: None }
    }

    /// Only for this call.
    #[must_use]
    pub fn call(mut self, call: &str) -> Self {
        self.call = Some(call.to_owned());
        self
    }

    /// Reads a fault script: a JSON list of faults.
    ///
    /// # Errors
    /// What is wrong with it, in one sentence without a full stop.
    pub fn parse_script(text: &str) -> Result<Vec<Fault>, String> {
        let faults: Vec<Fault> = serde_json::from_str(text).map_err(|error| {
            format!("the fault script has to be a JSON list like [{{\"fault\": \"throttle\"}}]: {error}")
        })?;
        match faults.iter().filter_map(|fault| fault.share).find(|share| !(0.0..=1.0).contains(share)) {
            Some(share) => Err(format!("a fault's share has to lie between 0 and 1, found {share}")),
            None => Ok(faults),
        }
    }
}

/// The faults of a running emulator.
#[derive(Debug)]
pub(super) struct Faults {
    faults: Vec<(Fault, usize)>,
    random: u64,
}

impl Faults {
    pub fn new(faults: Vec<Fault>, seed: u64) -> Self {
        // The generator stands still at 0.
        Faults { faults: faults.into_iter().map(|fault| (fault, 0)).collect(), random: seed.max(1) }
    }

    /// The fault that a request meets, `elapsed` after the first one.
    pub fn meet(&mut self, call: &str, resource_type: Option<&str>, elapsed: Duration) -> Option<FaultKind> {
        for index in 0..self.faults.len() {
            let (fault, seen) = self.faults.get_mut(index)?;
            let hit = fault.call.as_deref().is_none_or(|wanted| wanted == call)
                && (fault.resource_type.is_none() || fault.resource_type.as_deref() == resource_type)
                && fault.seconds.is_none_or(|seconds| elapsed.as_secs_f64() < seconds);
            if !hit {
                continue;
            }
            *seen += 1;
            let in_turn = *seen > fault.after
                && fault.times.is_none_or(|times| *seen <= fault.after.saturating_add(times));
            let (kind, share) = (fault.fault, fault.share);
            if in_turn && share.is_none_or(|share| self.random() < share) {
                return Some(kind);
            }
        }
        None
    }

    /// A number from 0 to 1 (xorshift: the same run meets the same faults).
    fn random(&mut self) -> f64 {
        self.random ^= self.random << 13;
        self.random ^= self.random >> 7;
        self.random ^= self.random << 17;
        (self.random >> 11) as f64 / (1u64 << 53) as f64
    }
}

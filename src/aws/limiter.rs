//! Finds the rate at which AWS takes a call, and keeps to it: all callers together.
//!
//! There is no limit until AWS throttles for the first time. From then on requests go out one by one at a rate
//! that follows what AWS has taken: down to the measured rate on throttling, back up quickly to where it was
//! throttled last, slowly beyond. AWS publishes no rates for these calls.

use super::call::Api;
use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::time::Instant;

/// The slowest rate, in requests a second: how often a service that throttles everything is asked.
const SLOWEST: f64 = 1.0;
/// Above this rate a limit is none.
const FASTEST: f64 = 2_000.0;
/// Fewer requests than this are too few to measure a rate.
const FEW: f64 = 10.0;
/// Over how long the rate is measured.
const WINDOW: Duration = Duration::from_secs(3);

/// One limiter for each call.
#[derive(Debug, Default)]
pub(super) struct Limiters {
    limiters: Mutex<HashMap<Api, Arc<Limiter>>>,
}

impl Limiters {
    pub fn get(&self, api: Api) -> Arc<Limiter> {
        let mut limiters = self.limiters.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(limiters.entry(api).or_default())
    }
}

/// The limiter of one call.
#[derive(Debug, Default)]
pub struct Limiter {
    /// Callers wait here in the order of their coming; only the first one waits for its slot.
    queue: tokio::sync::Mutex<()>,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    /// Requests a second; `None` before AWS throttles for the first time.
    rate: Option<f64>,
    /// The rate at which AWS throttled last, as far as is known.
    ceiling: Option<f64>,
    /// When the next request may go out.
    next: Option<Instant>,
    /// Counts changes to a lower rate: what was sent before one says nothing of it.
    epoch: u64,
    /// When the rate was changed last.
    changed: Option<Instant>,
    /// When AWS throttled last.
    throttled: Option<Instant>,
    /// When requests were taken, within the window.
    taken: VecDeque<Instant>,
}

/// Leave to send one request.
#[derive(Clone, Copy, Debug)]
#[must_use]
pub struct Permit {
    epoch: u64,
    /// The request had to wait: the rate is what holds the run up.
    waited: bool,
}

impl Limiter {
    /// Waits until a request may go out.
    pub async fn acquire(&self) -> Permit {
        let _first = self.queue.lock().await;
        let mut waited = false;
        loop {
            let now = Instant::now();
            let wait = {
                let mut state = self.state();
                match (state.rate, state.next) {
                    (Some(_), Some(next)) if next > now => next,
                    (rate, _) => {
                        state.next = rate.map(|rate| now + Duration::from_secs_f64(1.0 / rate));
                        return Permit { epoch: state.epoch, waited };
                    }
                }
            };
            waited = true;
            tokio::time::sleep_until(wait).await;
        }
    }

    /// Whether AWS has throttled since the permit was given: it is worth nothing then.
    pub fn is_outdated(&self, permit: Permit) -> bool {
        self.state().epoch != permit.epoch
    }

    /// AWS took the request.
    pub fn taken(&self, permit: Permit) {
        let now = Instant::now();
        let mut state = self.state();
        state.note(now);
        let (Some(rate), Some(changed)) = (state.rate, state.changed) else { return };
        if !permit.waited || permit.epoch != state.epoch {
            return;
        }
        let calm = state.throttled.map_or(0.0, |at| now.duration_since(at).as_secs_f64());
        // A second's growth: double up to near the ceiling, then feel the way, faster the longer it goes well.
        let growth = if state.ceiling.is_none_or(|ceiling| rate < 0.85 * ceiling) {
            2.0
        } else {
            1.04 + (calm / 10.0).powi(3).min(0.96)
        };
        let elapsed = now.duration_since(changed).as_secs_f64().min(1.0);
        let grown = rate * f64::powf(growth, elapsed);
        state.changed = Some(now);
        state.rate = (grown < FASTEST).then_some(grown);
    }

    /// AWS throttled the request.
    pub fn throttled(&self, permit: Permit) {
        let now = Instant::now();
        let mut state = self.state();
        state.throttled = Some(now);
        if permit.epoch != state.epoch {
            return;
        }
        let (measured, most_likely) = state.measured(now);
        let lower = match state.rate {
            None => measured,
            // What AWS takes while it throttles is the rate; but nobody halves or barely moves on one answer.
            Some(rate) => measured.clamp(rate * 0.5, rate * 0.95),
        };
        let lower = lower.max(SLOWEST);
        // A service that takes nothing at all says nothing of its rate, and the first burst only of its patience.
        if measured > 0.0 && state.rate.is_some() {
            state.ceiling = Some(most_likely);
        }
        state.rate = Some(lower);
        state.changed = Some(now);
        state.epoch += 1;
        state.next = Some(now + Duration::from_secs_f64(1.0 / lower));
    }

    /// The rate that it keeps to, in requests a second; `None` is no limit.
    pub fn rate(&self) -> Option<f64> {
        self.state().rate
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn note(&mut self, now: Instant) {
        self.taken.push_back(now);
        while self.taken.front().is_some_and(|first| now.duration_since(*first) > WINDOW) {
            self.taken.pop_front();
        }
    }

    /// How many requests a second AWS took of late (within the last second at first, then over the window), and how
    /// many it may take at most as far as that tells.
    fn measured(&self, now: Instant) -> (f64, f64) {
        let window = if self.rate.is_none() { Duration::from_secs(1) } else { WINDOW };
        let taken = self.taken.iter().filter(|at| now.duration_since(**at) <= window).count() as f64;
        // Few requests say little: a handful may stand for nearly twice the rate.
        let most = if taken < FEW { taken + taken.sqrt() + 1.0 } else { taken / 0.9 };
        (taken / window.as_secs_f64(), most / window.as_secs_f64())
    }
}

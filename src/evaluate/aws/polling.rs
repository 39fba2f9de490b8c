//! When to ask whether an evaluation is finished: measured on the run's own evaluations.
//!
//! The first few evaluations are scouts: they are asked for often, to learn how long an evaluation takes. All others
//! wait for that and are asked for when they should be finished, so that nearly each takes a single question.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::Instant;

/// How many evaluations are asked for often.
const SCOUTS: usize = 3;
/// How long the others wait for the scouts before they fend for themselves.
const LOST: Duration = Duration::from_secs(15);

/// What is known of how long evaluations take.
#[derive(Debug)]
pub(super) struct Polling {
    scouts: Mutex<usize>,
    expected: watch::Sender<Option<Duration>>,
}

/// How one evaluation is asked for.
#[derive(Debug)]
pub(super) struct Poll<'a> {
    polling: &'a Polling,
    begun: Instant,
    scout: bool,
    asked: u32,
}

impl Polling {
    pub fn new() -> Self {
        Polling { scouts: Mutex::new(0), expected: watch::Sender::new(None) }
    }

    /// An evaluation has begun.
    pub fn begin(&self) -> Poll<'_> {
        let mut scouts = self.scouts.lock().unwrap_or_else(PoisonError::into_inner);
        let scout = *scouts < SCOUTS && self.expected.borrow().is_none();
        *scouts += usize::from(scout);
        Poll { polling: self, begun: Instant::now(), scout, asked: 0 }
    }
}

impl Poll<'_> {
    /// Waits until it is time to ask.
    pub async fn wait(&mut self) {
        self.asked += 1;
        if !self.scout && self.asked == 1 {
            let mut expected = self.polling.expected.subscribe();
            let known = tokio::time::timeout_at(self.begun + LOST, expected.wait_for(Option::is_some)).await;
            let known = known.ok().and_then(Result::ok).and_then(|known| *known);
            if let Some(expected) = known {
                tokio::time::sleep_until(self.begun + expected).await;
            }
            return;
        }
        let elapsed = self.begun.elapsed();
        let pause = if self.scout { elapsed / 12 } else { elapsed / 8 };
        tokio::time::sleep(pause.clamp(Duration::from_millis(100), Duration::from_secs(10))).await;
    }

    /// The answer to a question: finished, or not yet.
    pub fn learn(&self, finished: bool) {
        let elapsed = self.begun.elapsed();
        self.polling.expected.send_if_modified(|expected| {
            let next = match *expected {
                // A scout has come home.
                None if finished => elapsed,
                None => return false,
                // A first question that finds it finished may have come late, one that doesn't came early: so that in
                // the end about one in twelve comes early.
                Some(known) if finished && self.asked == 1 => known.mul_f64(0.995),
                Some(known) if !finished && self.asked == 1 && !self.scout => known.mul_f64(1.05),
                Some(_) => return false,
            };
            *expected = Some(next);
            true
        });
    }
}

//! One call to AWS: its turn, its retries, and how long anyone waits for it.

use super::connection::Connection;
use super::failure::{Failure, Kind};
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_types::error::metadata::ProvideErrorMetadata;
use std::error::Error;
use std::fmt;
use std::time::Duration;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

/// How often a call is made that fails for another reason than throttling.
const ATTEMPTS: u32 = 10;

/// A call of an AWS service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names are AWS's")]
pub enum Api {
    DescribeConfigRules,
    StartResourceEvaluation,
    GetResourceEvaluationSummary,
    GetComplianceDetailsByResource,
    PutConfigRule,
    DescribeType,
    ListExports,
    DescribeStacks,
    GetTemplate,
    DescribeChangeSet,
    GetCallerIdentity,
}

impl Api {
    /// AWS's name for it.
    pub const fn name(self) -> &'static str {
        match self {
            Api::DescribeConfigRules => "DescribeConfigRules",
            Api::StartResourceEvaluation => "StartResourceEvaluation",
            Api::GetResourceEvaluationSummary => "GetResourceEvaluationSummary",
            Api::GetComplianceDetailsByResource => "GetComplianceDetailsByResource",
            Api::PutConfigRule => "PutConfigRule",
            Api::DescribeType => "DescribeType",
            Api::ListExports => "ListExports",
            Api::DescribeStacks => "DescribeStacks",
            Api::GetTemplate => "GetTemplate",
            Api::DescribeChangeSet => "DescribeChangeSet",
            Api::GetCallerIdentity => "GetCallerIdentity",
        }
    }

    /// The IAM action that allows it.
    pub fn action(self) -> String {
        let service = match self {
            Api::DescribeType
            | Api::ListExports
            | Api::DescribeStacks
            | Api::GetTemplate
            | Api::DescribeChangeSet => "cloudformation",
            Api::GetCallerIdentity => "sts",
            Api::DescribeConfigRules
            | Api::StartResourceEvaluation
            | Api::GetResourceEvaluationSummary
            | Api::GetComplianceDetailsByResource
            | Api::PutConfigRule => "config",
        };
        format!("{service}:{}", self.name())
    }
}

impl fmt::Display for Api {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

/// How long to go on.
#[derive(Clone, Debug, Default)]
pub struct Patience {
    /// When the run's time is up.
    pub deadline: Option<Instant>,
    /// The user's wish to stop.
    pub stop: CancellationToken,
}

impl Patience {
    /// Waits for `work`, unless the time is up or the user stops the run first; `what` says what was waited for.
    ///
    /// # Errors
    /// [`Kind::TimedOut`] or [`Kind::Interrupted`].
    pub async fn wait_for<T>(&self, what: &str, work: impl Future<Output = T>) -> Result<T, Failure> {
        let late = async {
            match self.deadline {
                Some(deadline) => tokio::time::sleep_until(deadline).await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            biased;
            () = self.stop.cancelled() => {
                Err(Failure::new(Kind::Interrupted, format!("the run was stopped before {what}")))
            }
            () = late => Err(Failure::new(Kind::TimedOut, format!("the run's time was up before {what}"))),
            done = work => Ok(done),
        }
    }
}

impl Connection {
    /// Makes a call until it succeeds, its failure is final, or the patience ends.
    pub(super) async fn call<T, E, F>(&self, api: Api, mut send: impl FnMut() -> F) -> Result<T, Failure>
    where
        F: Future<Output = Result<T, SdkError<E, HttpResponse>>>,
        E: ProvideErrorMetadata + Error + 'static,
    {
        let limiter = self.limiters.get(api);
        let mut last: Option<Failure> = None;
        let work = async {
            let mut attempt = 0;
            loop {
                let permit = limiter.acquire().await;
                let answer = {
                    // Never an error: nobody closes it.
                    let _slot = self.in_flight.acquire().await;
                    if limiter.is_outdated(permit) {
                        continue;
                    }
                    send().await
                };
                let failure = match answer {
                    Ok(answer) => {
                        limiter.taken(permit);
                        return Ok(answer);
                    }
                    Err(error) => Failure::of(api, &error),
                };
                match failure.kind {
                    Kind::Throttled => limiter.throttled(permit),
                    Kind::Transient => {
                        attempt += 1;
                        if attempt >= ATTEMPTS {
                            let message = format!("{}, {ATTEMPTS} times in a row", failure.message);
                            return Err(Failure { message, ..failure });
                        }
                        last = Some(failure);
                        tokio::time::sleep(pause(attempt)).await;
                        continue;
                    }
                    _ => {
                        limiter.taken(permit);
                        return Err(failure);
                    }
                }
                last = Some(failure);
            }
        };
        let done = self.patience.wait_for(&format!("{api} was answered"), work).await;
        match (done, last) {
            (Ok(result), _) => result,
            // Why it took so long says more than that it did.
            (Err(Failure { kind: Kind::TimedOut, message }), Some(last)) => Err(Failure::new(
                Kind::TimedOut,
                match last.kind {
                    Kind::Throttled => last.message,
                    _ => format!("{message}: {}", last.message),
                },
            )),
            (Err(failure), _) => Err(failure),
        }
    }
}

/// How long to wait after a failure: doubling from 50 ms to 5 s, somewhere in the upper half of it.
fn pause(attempt: u32) -> Duration {
    let most = Duration::from_millis(100).saturating_mul(1 << attempt.min(6)).min(Duration::from_secs(5));
    most.mul_f64(0.5 + fastrand::f64() / 2.0) / 2
}

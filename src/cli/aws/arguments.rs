//! The arguments of `check --engine aws`.

use super::super::duration::duration;
use super::accounts::AccountArguments;
use super::{AWS, Access};
use clap::Args;
use std::path::PathBuf;
use std::time::Duration;

/// What only the AWS engine takes.
#[derive(Args, Debug)]
pub struct AwsArguments {
    #[command(flatten)]
    pub(super) access: Access,

    #[command(flatten)]
    pub(super) accounts: AccountArguments,

    /// How many requests are under way at once at most [default: 64]
    #[arg(long, value_name = "COUNT", help_heading = AWS)]
    pub(super) max_in_flight: Option<usize>,

    /// When to stop the whole run; what has no verdict by then is reported as not evaluated [default: 30m]
    #[arg(long, value_name = "TIME", value_parser = duration, help_heading = AWS)]
    pub(super) timeout: Option<Duration>,

    /// When AWS Config shall give up on one resource, up to 1h [default: 15m]
    #[arg(long, value_name = "TIME", value_parser = evaluation_timeout, help_heading = AWS)]
    pub(super) evaluation_timeout: Option<Duration>,

    /// A folder with the verdicts of earlier runs, used again for resources and rules that have not changed
    #[arg(long, value_name = "DIR", help_heading = AWS)]
    pub(super) cache: Option<PathBuf>,

    /// How old a verdict of an earlier run may be [default: 24h]
    #[arg(long, value_name = "TIME", value_parser = duration, requires = "cache", help_heading = AWS)]
    pub(super) cache_age: Option<Duration>,

    /// Say what would be evaluated and what that costs, and stop there
    #[arg(long, help_heading = AWS)]
    pub(super) dry_run: bool,

    /// With --dry-run: write what would be sent to this folder, one file a resource
    #[arg(long, value_name = "DIR", requires = "dry_run", help_heading = AWS)]
    pub(super) payloads: Option<PathBuf>,

    /// Judge the template of this change set as CloudFormation has expanded it, instead of a PATH
    ///
    /// An ARN, or the change set's name together with --stack NAME.
    #[arg(long, value_name = "ARN", conflicts_with = "paths", help_heading = AWS)]
    pub(super) change_set: Option<String>,

    /// Judge the template of the deployed stack that --stack names, after macros, SAM and includes, instead of a PATH
    #[arg(long, requires = "stack", conflicts_with_all = ["paths", "change_set"], help_heading = AWS)]
    pub(super) processed: bool,

    /// With --change-set: only the resources that it adds or changes
    #[arg(long, requires = "change_set", help_heading = AWS)]
    pub(super) changed_only: bool,

    /// Say what is going to be done, and with what result
    #[arg(long, short, help_heading = AWS)]
    pub(super) verbose: bool,
}

impl AwsArguments {
    /// The first of the arguments that was given: without `--engine aws` none of them means anything.
    pub fn given(&self) -> Option<&'static str> {
        let given = [
            ("--max-in-flight", self.max_in_flight.is_some()),
            ("--timeout", self.timeout.is_some()),
            ("--evaluation-timeout", self.evaluation_timeout.is_some()),
            ("--cache", self.cache.is_some()),
            ("--dry-run", self.dry_run),
            ("--change-set", self.change_set.is_some()),
            ("--processed", self.processed),
            ("--verbose", self.verbose),
        ];
        let shared = self.access.given().or_else(|| self.accounts.given());
        shared.or_else(|| given.into_iter().find(|(_, given)| *given).map(|(name, _)| name))
    }
}

/// Reads a time-out that AWS Config takes.
fn evaluation_timeout(argument: &str) -> Result<Duration, String> {
    let timeout = duration(argument)?;
    if (1..=3_600).contains(&timeout.as_secs()) {
        Ok(timeout)
    } else {
        Err("expected a time from 1s to 1h".into())
    }
}

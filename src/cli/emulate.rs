//! `cfn-gate emulate`: an AWS Config endpoint on this machine, for tests.

use super::duration::duration;
use super::problem::Problem;
use super::rule_set::Choice;
use cfn_gate::emulator::{ConfigRule, Fault, Seed, Settings, serve};
use cfn_gate::resolve::Environment;
use clap::Args;
use std::collections::HashMap;
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;
use tokio_util::sync::CancellationToken;

/// Run an AWS Config endpoint on this machine, answered by the embedded engine
///
/// It speaks the real protocol for the calls of proactive evaluation and the CloudFormation calls that go with them, so
/// that whatever calls them can be tested without an account: point AWS_ENDPOINT_URL at it. It stops at Ctrl-C.
#[derive(Args, Debug)]
pub struct Emulate {
    /// The port to listen on; 0 takes any free one
    #[arg(long, value_name = "PORT", default_value_t = 4567)]
    port: u16,

    /// The address to listen on
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1")]
    address: IpAddr,

    /// Listen on an address that other machines can reach: the emulator answers everyone
    #[arg(long)]
    allow_remote: bool,

    /// The account that it plays
    #[arg(long, value_name = "ID", default_value = "123456789012", help_heading = ACCOUNT)]
    account_id: String,

    /// The Region that it plays
    #[arg(long, value_name = "REGION", default_value = "us-east-1", help_heading = ACCOUNT)]
    region: String,

    /// The account's rules, all in both modes; those of the seed come on top
    #[command(flatten)]
    rules: Choice,

    /// A JSON file with what is in the account: Rules, Stacks, ChangeSets
    #[arg(long, value_name = "FILE", help_heading = ACCOUNT)]
    seed: Option<PathBuf>,

    /// A resource type that StartResourceEvaluation takes; repeat it for more
    #[arg(long, value_name = "TYPE", help_heading = ACCOUNT)]
    permit: Vec<String>,

    /// How long every answer takes at least
    #[arg(long, value_name = "TIME", default_value = "0ms", value_parser = duration, help_heading = BEHAVIOUR)]
    latency: Duration,

    /// How long an evaluation stays IN_PROGRESS
    #[arg(long, value_name = "TIME", default_value = "200ms", value_parser = duration, help_heading = BEHAVIOUR)]
    evaluation_time: Duration,

    /// How many requests a second a call takes, or every call; repeat it for more
    #[arg(long, value_name = "[CALL=]RATE", value_parser = rate, help_heading = BEHAVIOUR)]
    rate_limit: Vec<(String, f64)>,

    /// How many items a page of a list holds
    #[arg(long, value_name = "COUNT", default_value_t = 25, help_heading = BEHAVIOUR)]
    page_size: usize,

    /// A JSON file with what shall go wrong: a list of faults
    #[arg(long, value_name = "FILE", help_heading = BEHAVIOUR)]
    faults: Option<PathBuf>,

    /// Decides which requests a fault with a share hits
    #[arg(long, value_name = "NUMBER", default_value_t = 1, help_heading = BEHAVIOUR)]
    random_seed: u64,
}

const ACCOUNT: &str = "The account";
const BEHAVIOUR: &str = "Behaviour";

impl Emulate {
    /// Serves until Ctrl-C.
    pub fn run(self) -> Result<ExitCode, Problem> {
        let listen = SocketAddr::new(self.address, self.port);
        if !self.address.is_loopback() && !self.allow_remote {
            return Err(Problem::new(format!(
                "--address {}: other machines can reach this address, and the emulator answers everyone\n  Add \
                 --allow-remote if that is meant",
                self.address
            )));
        }
        let settings = self.settings(listen)?;
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|error| Problem::new(format!("can't start the emulator: {error}")))?;
        runtime.block_on(async {
            let stop = CancellationToken::new();
            let stopped = stop.clone();
            tokio::spawn(async move {
                // Without a handler for it, Ctrl-C ends the process anyway.
                if tokio::signal::ctrl_c().await.is_ok() {
                    stopped.cancel();
                }
            });
            serve(settings, stop, |address| {
                println!("AWS Config (emulated) listens on http://{address}");
                println!("  export AWS_ENDPOINT_URL=http://{address} AWS_REGION={}", self.region);
                println!("  export AWS_ACCESS_KEY_ID=emulated AWS_SECRET_ACCESS_KEY=emulated");
            })
            .await
            .map_err(|error| Problem::new(format!("can't listen on {listen}: {error}")))
        })?;
        Ok(ExitCode::SUCCESS)
    }

    fn settings(&self, listen: SocketAddr) -> Result<Settings, Problem> {
        let defaults = Settings::default();
        let mut seed: Seed = match &self.seed {
            Some(path) => serde_json::from_str(&read(path)?)
                .map_err(|error| Problem::new(format!("{}: {error}", path.display())))?,
            None => Seed::default(),
        };
        if self.rules.is_given() || seed.rules.is_empty() {
            let chosen = self.rules.set(&Environment::default())?.rules;
            seed.rules.extend(chosen.iter().map(ConfigRule::managed));
        }
        let faults = match &self.faults {
            Some(path) => Fault::parse_script(&read(path)?)
                .map_err(|error| Problem::new(format!("{}: {error}", path.display())))?,
            None => Vec::new(),
        };
        Ok(Settings {
            listen,
            allow_remote: self.allow_remote,
            account_id: self.account_id.clone(),
            region: self.region.clone(),
            seed,
            permitted_types: if self.permit.is_empty() {
                defaults.permitted_types
            } else {
                self.permit.clone()
            },
            latency: self.latency,
            evaluation_time: self.evaluation_time,
            rate_limits: self.rate_limit.iter().cloned().collect::<HashMap<_, _>>(),
            page_size: self.page_size,
            faults,
            random_seed: self.random_seed,
        })
    }
}

fn read(path: &Path) -> Result<String, Problem> {
    std::fs::read_to_string(path)
        .map_err(|error| Problem::new(format!("{} can't be read: {error}", path.display())))
}

/// Reads `10` or `StartResourceEvaluation=10`.
fn rate(argument: &str) -> Result<(String, f64), String> {
    let (call, rate) = argument.split_once('=').unwrap_or(("*", argument));
    match rate.parse::<f64>() {
        Ok(rate) if rate > 0.0 && rate.is_finite() => Ok((call.to_owned(), rate)),
        _ => Err("expected a number of requests a second above 0: 10, or StartResourceEvaluation=10".into()),
    }
}

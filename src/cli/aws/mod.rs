//! What the command line has of AWS: the arguments of `--engine aws`, and the subcommands that change or read an account.

mod accounts;
mod arguments;
mod check;
mod enable;
mod lookup;
mod progress;
mod pull;

pub use arguments::AwsArguments;
pub use check::check;
pub use enable::Enable;
pub use pull::Pull;

use super::problem::Problem;
use cfn_gate::aws::{AssumedRole, Connection, Failure, Options};
use clap::Args;
use std::path::PathBuf;
use tokio::runtime::Runtime;

/// How AWS is reached. What is not given comes from the environment and the shared configuration files.
#[derive(Args, Clone, Debug, Default)]
pub struct Access {
    /// A profile of the AWS configuration files
    #[arg(long, value_name = "NAME", help_heading = AWS)]
    profile: Option<String>,

    /// A role to assume first: verdicts are those of its account
    #[arg(long, value_name = "ARN", help_heading = AWS)]
    role_arn: Option<String>,

    /// Another endpoint, for example that of `cfn-gate emulate`
    #[arg(long, value_name = "URL", help_heading = AWS)]
    endpoint_url: Option<String>,

    /// A file with certificates to trust beside the system's; also AWS_CA_BUNDLE and `ca_bundle` of the profile
    #[arg(long, value_name = "FILE", help_heading = AWS)]
    ca_bundle: Option<PathBuf>,
}

/// The heading of these arguments.
const AWS: &str = "AWS";

impl Access {
    /// The first of the arguments that was given.
    fn given(&self) -> Option<&'static str> {
        let given = [
            ("--profile", self.profile.is_some()),
            ("--role-arn", self.role_arn.is_some()),
            ("--endpoint-url", self.endpoint_url.is_some()),
            ("--ca-bundle", self.ca_bundle.is_some()),
        ];
        given.into_iter().find(|(_, given)| *given).map(|(name, _)| name)
    }

    fn options(&self, region: Option<&str>, max_in_flight: usize) -> Options {
        let role = self.role_arn.clone().map(|arn| AssumedRole { arn, external_id: None });
        Options {
            profile: self.profile.clone(),
            region: region.map(str::to_owned),
            role,
            endpoint_url: self.endpoint_url.clone(),
            ca_bundle: self.ca_bundle.clone(),
            max_in_flight,
            ..Options::default()
        }
    }

    async fn connect(&self, region: Option<&str>, max_in_flight: usize) -> Result<Connection, Failure> {
        Connection::open(&self.options(region, max_in_flight)).await
    }
}

fn runtime() -> Result<Runtime, Problem> {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| Problem::new(format!("can't start the engine: {error}")))
}

//! How AWS is reached: credentials, Region, profile, role, endpoints, the way users of the AWS CLI expect.

use super::call::Patience;
use super::failure::Failure;
use super::limiter::Limiters;
use super::{cloudformation, config, http};
use aws_config::{BehaviorVersion, Region, SdkConfig};
use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_smithy_types::retry::RetryConfig;
use aws_smithy_types::timeout::TimeoutConfig;
use aws_types::service_config::ServiceConfigKey;
use std::net::IpAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;

/// How AWS is to be reached. What is not given comes from the environment and the shared configuration files.
#[derive(Clone, Debug)]
pub struct Options {
    /// A profile of the shared configuration files.
    pub profile: Option<String>,
    /// The Region.
    pub region: Option<String>,
    /// A role to assume with the credentials found.
    pub role_arn: Option<String>,
    /// The endpoint of both services, for an emulator.
    pub endpoint_url: Option<String>,
    /// A file with certificates to trust beside the system's.
    pub ca_bundle: Option<PathBuf>,
    /// How long one request may take.
    pub request_timeout: Duration,
    /// How many requests are under way at once at most.
    pub max_in_flight: usize,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            profile: None,
            region: None,
            role_arn: None,
            endpoint_url: None,
            ca_bundle: None,
            request_timeout: Duration::from_secs(20),
            max_in_flight: 64,
        }
    }
}

/// AWS Config and CloudFormation of one account and Region. Clones share limits and connections.
#[derive(Clone, Debug)]
pub struct Connection {
    pub(super) config: aws_sdk_config::Client,
    pub(super) cloudformation: aws_sdk_cloudformation::Client,
    pub(super) limiters: Arc<Limiters>,
    pub(super) in_flight: Arc<Semaphore>,
    pub(super) patience: Patience,
    region: String,
}

impl Connection {
    /// Reads the configuration. Nothing is called yet, except what finding the Region takes.
    ///
    /// # Errors
    /// If there is no Region, or a file can't be read.
    pub async fn open(options: &Options) -> Result<Connection, Failure> {
        let bundle = match &options.ca_bundle {
            Some(path) => Some(path.clone()),
            None => http::configured_ca_bundle(options.profile.as_deref()).await.map(PathBuf::from),
        };
        let mut loader = aws_config::defaults(BehaviorVersion::latest())
            .http_client(http::client(bundle.as_deref(), false)?)
            .timeout_config(timeouts(options));
        if let Some(profile) = &options.profile {
            loader = loader.profile_name(profile);
        }
        if let Some(region) = &options.region {
            loader = loader.region(Region::new(region.clone()));
        }
        if let Some(endpoint) = &options.endpoint_url {
            loader = loader.endpoint_url(endpoint);
        }
        let loaded = loader.load().await;
        let loaded = match &options.role_arn {
            Some(role) => assume_role(loaded, role).await,
            None => loaded,
        };
        Connection::new(&loaded, options)
    }

    /// A connection to an emulator on this machine, with made-up credentials, reading nothing of the environment.
    ///
    /// # Errors
    /// If the endpoint is not on loopback.
    pub fn local(endpoint: &str, options: &Options) -> Result<Connection, Failure> {
        let host = endpoint.strip_prefix("http://").unwrap_or_default();
        let host = host.rsplit_once(':').map_or(host, |(host, _)| host).trim_matches(['[', ']']);
        if !host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback()) {
            return Err(Failure::usage(format!(
                "{endpoint} is not a loopback endpoint like http://127.0.0.1:4567"
            )));
        }
        let credentials = Credentials::new("LOCAL", "local", None, None, "local emulator");
        let loaded = SdkConfig::builder()
            .behavior_version(BehaviorVersion::latest())
            .credentials_provider(SharedCredentialsProvider::new(credentials))
            .region(Region::new(options.region.clone().unwrap_or_else(|| "us-east-1".into())))
            .http_client(http::client(None, true)?)
            .timeout_config(timeouts(options))
            .sleep_impl(aws_smithy_async::rt::sleep::SharedAsyncSleep::new(
                aws_smithy_async::rt::sleep::TokioSleep::new(),
            ))
            .endpoint_url(endpoint)
            .build();
        Connection::new(&loaded, options)
    }

    fn new(loaded: &SdkConfig, options: &Options) -> Result<Connection, Failure> {
        let Some(region) = loaded.region().map(|region| region.as_ref().to_owned()) else {
            let profile = options.profile.as_deref().unwrap_or("default");
            return Err(Failure::usage(format!(
                "there is no Region: pass --region, set AWS_REGION, or set `region` in the profile {profile}"
            )));
        };
        let mut config = aws_sdk_config::config::Builder::from(loaded).retry_config(RetryConfig::disabled());
        if options.endpoint_url.is_none()
            && let Some(endpoint) = cli_endpoint(loaded)
        {
            config = config.endpoint_url(endpoint);
        }
        let cloudformation = aws_sdk_cloudformation::config::Builder::from(loaded)
            .retry_config(RetryConfig::disabled())
            .build();
        Ok(Connection {
            config: aws_sdk_config::Client::from_conf(config.build()),
            cloudformation: aws_sdk_cloudformation::Client::from_conf(cloudformation),
            limiters: Arc::default(),
            in_flight: Arc::new(Semaphore::new(options.max_in_flight.clamp(1, Semaphore::MAX_PERMITS))),
            patience: Patience::default(),
            region,
        })
    }

    /// The Region.
    pub fn region(&self) -> &str {
        &self.region
    }

    /// How long it goes on.
    pub fn patience(&self) -> &Patience {
        &self.patience
    }

    /// The same connection, with this patience.
    #[must_use]
    pub fn with_patience(mut self, patience: Patience) -> Self {
        self.patience = patience;
        self
    }

    /// The actions that this program may call, for the policy in `docs/iam-policy.json`.
    pub fn actions() -> impl Iterator<Item = String> {
        let config = config::CALLS.iter().map(|call| format!("config:{}", call.name()));
        config.chain(cloudformation::CALLS.iter().map(|call| format!("cloudformation:{}", call.name())))
    }
}

fn timeouts(options: &Options) -> TimeoutConfig {
    TimeoutConfig::builder()
        .connect_timeout(Duration::from_millis(3_100))
        .operation_attempt_timeout(options.request_timeout)
        .build()
}

async fn assume_role(loaded: SdkConfig, role: &str) -> SdkConfig {
    let provider = aws_config::sts::AssumeRoleProvider::builder(role)
        .session_name("cfn-gate")
        .configure(&loaded)
        .build()
        .await;
    loaded.into_builder().credentials_provider(SharedCredentialsProvider::new(provider)).build()
}

/// The endpoint under the key `config_service`, as the AWS CLI spells it in the shared configuration file; the SDK
/// for Rust reads `config-service`.
fn cli_endpoint(loaded: &SdkConfig) -> Option<String> {
    let key = ServiceConfigKey::builder()
        .service_id("config_service")
        .env("AWS_ENDPOINT_URL")
        .profile("endpoint_url")
        .build()
        .ok()?;
    // `load` has taken the endpoint away where AWS_IGNORE_CONFIGURED_ENDPOINT_URLS is set.
    if std::env::var("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS")
        .is_ok_and(|value| value.eq_ignore_ascii_case("true"))
    {
        return None;
    }
    loaded.service_config()?.load_config(key)
}

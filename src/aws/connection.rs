//! How AWS is reached: credentials, Region, profile, role, endpoints, the way users of the AWS CLI expect.

use super::call::Patience;
use super::failure::Failure;
use super::limiter::Limiters;
use super::{cloudformation, config, http};
use aws_config::profile::ProfileFileCredentialsProvider;
use aws_config::provider_config::ProviderConfig;
use aws_config::{BehaviorVersion, Region, SdkConfig};
use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_smithy_runtime_api::client::http::HttpClient;
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
    pub role: Option<AssumedRole>,
    /// The endpoint of both services, for an emulator.
    pub endpoint_url: Option<String>,
    /// A file with certificates to trust beside the system's.
    pub ca_bundle: Option<PathBuf>,
    /// How long one request may take.
    pub request_timeout: Duration,
    /// How many requests are under way at once at most.
    pub max_in_flight: usize,
}

/// A role to assume.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssumedRole {
    /// Its ARN.
    pub arn: String,
    /// The external ID that its trust policy asks for.
    pub external_id: Option<String>,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            profile: None,
            region: None,
            role: None,
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
    pub(super) sts: aws_sdk_sts::Client,
    pub(super) limiters: Arc<Limiters>,
    pub(super) in_flight: Arc<Semaphore>,
    pub(super) patience: Patience,
    region: String,
    /// What all of this was made of.
    loaded: SdkConfig,
    endpoint_url: Option<String>,
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
        let http_client = http::client(bundle.as_deref(), false)?;
        let mut loader = aws_config::defaults(BehaviorVersion::latest())
            .http_client(http_client.clone())
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
        let mut loaded = loader.load().await;
        if let Some(profile) = &options.profile {
            // As in the AWS CLI: whoever names a profile doesn't mean the keys in the environment, which the SDK would take
            // first.
            let config =
                ProviderConfig::default().with_region(loaded.region().cloned()).with_http_client(http_client);
            let provider =
                ProfileFileCredentialsProvider::builder().configure(&config).profile_name(profile).build();
            let provider = SharedCredentialsProvider::new(provider);
            loaded = loaded.into_builder().credentials_provider(provider).build();
        }
        let loaded = match &options.role {
            Some(role) => assume_role(loaded, role).await,
            None => loaded,
        };
        let profile = options.profile.as_deref().unwrap_or("default");
        if loaded.region().is_none() {
            return Err(Failure::usage(format!(
                "there is no Region: pass --region, set AWS_REGION, or set `region` in the profile {profile}"
            )));
        }
        Ok(Connection::new(loaded, options))
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
        Ok(Connection::through(http::client(None, true)?, endpoint, options))
    }

    /// A connection through this client, with made-up credentials, reading nothing of the environment.
    pub(crate) fn through(
        http_client: impl HttpClient + 'static,
        endpoint: &str,
        options: &Options,
    ) -> Connection {
        let credentials = Credentials::new("LOCAL", "local", None, None, "local emulator");
        let loaded = SdkConfig::builder()
            .behavior_version(BehaviorVersion::latest())
            .credentials_provider(SharedCredentialsProvider::new(credentials))
            .region(Region::new(options.region.clone().unwrap_or_else(|| "us-east-1".into())))
            .http_client(http_client)
            .timeout_config(timeouts(options))
            .sleep_impl(aws_smithy_async::rt::sleep::SharedAsyncSleep::new(
                aws_smithy_async::rt::sleep::TokioSleep::new(),
            ))
            .endpoint_url(endpoint)
            .build();
        Connection::new(loaded, options)
    }

    fn new(loaded: SdkConfig, options: &Options) -> Connection {
        let in_flight = Semaphore::new(options.max_in_flight.clamp(1, Semaphore::MAX_PERMITS));
        Connection::of(loaded, options.endpoint_url.clone(), Arc::new(in_flight), Patience::default())
    }

    fn of(
        loaded: SdkConfig,
        endpoint_url: Option<String>,
        in_flight: Arc<Semaphore>,
        patience: Patience,
    ) -> Connection {
        let mut config = aws_sdk_config::config::Builder::from(&loaded).retry_config(RetryConfig::disabled());
        if endpoint_url.is_none()
            && let Some(endpoint) = cli_endpoint(&loaded)
        {
            config = config.endpoint_url(endpoint);
        }
        let cloudformation = aws_sdk_cloudformation::config::Builder::from(&loaded)
            .retry_config(RetryConfig::disabled())
            .build();
        let sts = aws_sdk_sts::config::Builder::from(&loaded).retry_config(RetryConfig::disabled()).build();
        Connection {
            config: aws_sdk_config::Client::from_conf(config.build()),
            cloudformation: aws_sdk_cloudformation::Client::from_conf(cloudformation),
            sts: aws_sdk_sts::Client::from_conf(sts),
            limiters: Arc::default(),
            in_flight,
            patience,
            region: loaded.region().map(ToString::to_string).unwrap_or_default(),
            loaded,
            endpoint_url,
        }
    }

    /// The same credentials in another Region. Its services have limits of their own.
    #[must_use]
    pub fn in_region(&self, region: &str) -> Connection {
        if region == self.region {
            return self.clone();
        }
        let loaded = self.loaded.to_builder().region(Region::new(region.to_owned())).build();
        Connection::of(loaded, self.endpoint_url.clone(), Arc::clone(&self.in_flight), self.patience.clone())
    }

    /// A role that these credentials may assume, in the same Region.
    pub async fn with_role(&self, role: &AssumedRole) -> Connection {
        let loaded = assume_role(self.loaded.clone(), role).await;
        Connection::of(loaded, self.endpoint_url.clone(), Arc::clone(&self.in_flight), self.patience.clone())
    }

    /// The same connection, sharing its limit of requests under way and its patience with `other`.
    #[must_use]
    pub(super) fn beside(mut self, other: &Connection) -> Connection {
        self.in_flight = Arc::clone(&other.in_flight);
        self.patience = other.patience.clone();
        self
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
        let cloudformation =
            cloudformation::CALLS.iter().map(|call| format!("cloudformation:{}", call.name()));
        // GetCallerIdentity needs no permission.
        config.chain(cloudformation).chain(["sts:AssumeRole".to_owned()])
    }
}

fn timeouts(options: &Options) -> TimeoutConfig {
    TimeoutConfig::builder()
        .connect_timeout(Duration::from_millis(3_100))
        .operation_attempt_timeout(options.request_timeout)
        .build()
}

async fn assume_role(loaded: SdkConfig, role: &AssumedRole) -> SdkConfig {
    let mut provider =
        aws_config::sts::AssumeRoleProvider::builder(&role.arn).session_name("cfn-gate").configure(&loaded);
    if let Some(external_id) = &role.external_id {
        provider = provider.external_id(external_id);
    }
    let provider = provider.build().await;
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

//! The HTTP client: TLS, proxies from the environment, certificates of a company's own.

use super::failure::Failure;
use aws_smithy_http_client::proxy::ProxyConfig;
use aws_smithy_http_client::tls::rustls_provider::CryptoMode;
use aws_smithy_http_client::tls::{Provider, TlsContext, TrustStore};
use aws_smithy_http_client::{Builder, ConnectorBuilder};
use aws_smithy_runtime_api::client::http::SharedHttpClient;
use aws_types::os_shim_internal::{Env, Fs};
use std::path::Path;

/// A client that trusts the system's certificates and those in `ca_bundle`, and goes through the proxies that
/// `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` name unless `direct`.
///
/// # Errors
/// If the bundle can't be read.
pub(super) fn client(ca_bundle: Option<&Path>, direct: bool) -> Result<SharedHttpClient, Failure> {
    let mut trust = TrustStore::default();
    if let Some(path) = ca_bundle {
        let pem = std::fs::read(path).map_err(|error| {
            Failure::usage(format!("the CA bundle {} can't be read: {error}", path.display()))
        })?;
        // The TLS library skips what is no certificate, and would then trust less than the user means.
        if !pem.windows(BEGIN.len()).any(|window| window == BEGIN) {
            return Err(Failure::usage(format!(
                "the CA bundle {} holds no certificate in PEM form",
                path.display()
            )));
        }
        trust = trust.with_pem_certificate(pem);
    }
    let context = TlsContext::builder()
        .with_trust_store(trust)
        .build()
        .map_err(|error| Failure::usage(format!("the CA bundle can't be used: {error}")))?;
    Ok(Builder::new().build_with_connector_fn(move |settings, components| {
        let mut connector = ConnectorBuilder::default()
            .tls_provider(Provider::Rustls(CryptoMode::Ring))
            .tls_context(context.clone());
        connector.set_connector_settings(settings.cloned());
        if let Some(components) = components {
            connector.set_sleep_impl(components.sleep_impl());
        }
        let proxies = if direct { ProxyConfig::disabled() } else { ProxyConfig::from_env() };
        connector.set_proxy_config(Some(proxies));
        connector.build()
    }))
}

const BEGIN: &[u8] = b"-----BEGIN CERTIFICATE-----";

/// The bundle that `AWS_CA_BUNDLE` or the profile's `ca_bundle` names: the AWS CLI reads both, the SDK for Rust
/// neither.
pub(super) async fn configured_ca_bundle(profile: Option<&str>) -> Option<String> {
    if let Ok(path) = std::env::var("AWS_CA_BUNDLE") {
        return Some(path).filter(|path| !path.is_empty());
    }
    let profile = profile.map(|name| name.to_owned().into());
    let files = aws_runtime::env_config::file::EnvConfigFiles::default();
    // What is wrong with the files is said when the SDK reads them.
    let profiles = aws_config::profile::load(&Fs::real(), &Env::real(), &files, profile).await.ok()?;
    profiles.get("ca_bundle").map(str::to_owned)
}

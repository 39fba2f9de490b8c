//! An emulator without a network: requests are answered where they are made, in whatever time their runtime keeps. So a
//! test in tokio's paused time lives through hours in a moment.

use super::Settings;
use super::server::{answer, lock};
use super::state::{CallCount, State};
use crate::aws::{Connection, Options};
use aws_smithy_runtime_api::client::http::{
    HttpConnector, HttpConnectorFuture, SharedHttpConnector, http_client_fn,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_types::body::SdkBody;
use http_body_util::{BodyExt, Full};
use hyper::Response;
use hyper::body::Bytes;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

/// An emulator in the process that asks it. Clones are the same one.
#[derive(Clone, Debug)]
pub struct Direct {
    state: Arc<Mutex<State>>,
}

impl Direct {
    /// An emulator that behaves like this; where it would listen counts for nothing.
    pub fn new(settings: Settings) -> Self {
        Direct { state: Arc::new(Mutex::new(State::new(settings))) }
    }

    /// A connection to it, with made-up credentials.
    pub fn connection(&self, options: &Options) -> Connection {
        let connector = SharedHttpConnector::new(self.clone());
        let client = http_client_fn(move |_, _| connector.clone());
        Connection::through(client, "http://127.0.0.1", options)
    }

    /// How often each call was made.
    pub fn calls(&self) -> BTreeMap<&'static str, CallCount> {
        lock(&self.state).calls.clone()
    }

    /// The `ResourceDetails` of the evaluations that were started, in their order.
    pub fn evaluations(&self) -> Vec<serde_json::Value> {
        lock(&self.state).evaluations(None)
    }

    async fn answered(&self, request: HttpRequest) -> Result<HttpResponse, ConnectorError> {
        let unreadable = |error: Box<dyn std::error::Error + Send + Sync>| ConnectorError::other(error, None);
        let request = request.try_into_http1x().map_err(|error| unreadable(error.into()))?;
        let request =
            request.map(|body| Full::new(body.bytes().map(Bytes::copy_from_slice).unwrap_or_default()));
        let broken = |error: std::io::Error| ConnectorError::io(error.into());
        let (head, body) = answer(&self.state, request).await.map_err(broken)?.into_parts();
        let body = body.collect().await.map_err(broken)?.to_bytes();
        let response = Response::from_parts(head, SdkBody::from(body.to_vec()));
        HttpResponse::try_from(response).map_err(|error| unreadable(error.into()))
    }
}

impl HttpConnector for Direct {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let emulator = self.clone();
        HttpConnectorFuture::new(async move { emulator.answered(request).await })
    }
}

//! The HTTP side: connections, which call a request is, faults on the wire.

use super::answer::{Failure, Protocol};
use super::faults::FaultKind;
use super::state::{CallCount, State};
use super::sts::{self, Caller};
use super::{Settings, cloudformation, config};
use futures_util::stream;
use http_body_util::{BodyExt, Full, Limited, StreamBody, combinators::UnsyncBoxBody};
use hyper::body::{Bytes, Frame, Incoming};
use hyper::header::{AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE, DATE};
use hyper::{Method, Request, Response, service::service_fn};
use hyper_util::rt::TokioIo;
use std::collections::{BTreeMap, HashMap};
use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, SystemTime};
use tokio::net::TcpListener;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

/// The longest request that is read: AWS's own limit lies far below.
const MAX_REQUEST: usize = 1 << 20;

/// A running emulator; it stops when this is dropped.
#[derive(Debug)]
pub struct Emulator {
    address: SocketAddr,
    state: Arc<Mutex<State>>,
    stop: CancellationToken,
    thread: Option<JoinHandle<()>>,
}

impl Emulator {
    /// Starts one on a thread of its own.
    ///
    /// # Errors
    /// If the address can't be bound, or isn't loopback and that was not allowed.
    pub fn start(settings: Settings) -> io::Result<Emulator> {
        let listener = bind(&settings)?;
        let address = listener.local_addr()?;
        let state = Arc::new(Mutex::new(State::new(settings)));
        let stop = CancellationToken::new();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let (shared, stopped) = (Arc::clone(&state), stop.clone());
        let thread = std::thread::Builder::new().name("emulator".into()).spawn(move || {
            runtime.block_on(async {
                if let Ok(listener) = TcpListener::from_std(listener) {
                    accept(&listener, &shared, &stopped).await;
                }
            });
        })?;
        Ok(Emulator { address, state, stop, thread: Some(thread) })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The URL to give to clients as their endpoint.
    pub fn endpoint(&self) -> String {
        format!("http://{}", self.address)
    }

    /// How often each call was made.
    pub fn calls(&self) -> BTreeMap<&'static str, CallCount> {
        lock(&self.state).calls.clone()
    }

    /// The `ResourceDetails` of the evaluations that were started, in their order.
    pub fn evaluations(&self) -> Vec<serde_json::Value> {
        lock(&self.state).evaluations(None)
    }

    /// Those of one account and Region.
    pub fn evaluations_in(&self, account_id: &str, region: &str) -> Vec<serde_json::Value> {
        lock(&self.state).evaluations(Some((account_id, region)))
    }
}

impl Drop for Emulator {
    fn drop(&mut self) {
        self.stop.cancel();
        if let Some(thread) = self.thread.take() {
            // A panic in it has already been printed.
            let _ = thread.join();
        }
    }
}

/// Serves until `stop`. `started` is told the address.
///
/// # Errors
/// If the address can't be bound, or isn't loopback and that was not allowed.
pub async fn serve(
    settings: Settings,
    stop: CancellationToken,
    started: impl FnOnce(SocketAddr),
) -> io::Result<()> {
    let listener = TcpListener::from_std(bind(&settings)?)?;
    started(listener.local_addr()?);
    accept(&listener, &Arc::new(Mutex::new(State::new(settings))), &stop).await;
    Ok(())
}

fn bind(settings: &Settings) -> io::Result<std::net::TcpListener> {
    if !settings.listen.ip().is_loopback() && !settings.allow_remote {
        return Err(io::Error::new(
            io::ErrorKind::PermissionDenied,
            format!(
                "{} is not a loopback address, and the emulator answers anyone who can reach it",
                settings.listen.ip()
            ),
        ));
    }
    let listener = std::net::TcpListener::bind(settings.listen)?;
    listener.set_nonblocking(true)?;
    Ok(listener)
}

async fn accept(listener: &TcpListener, state: &Arc<Mutex<State>>, stop: &CancellationToken) {
    loop {
        let stream = tokio::select! {
            () = stop.cancelled() => return,
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => stream,
                // Out of file descriptors, or the peer is gone already.
                Err(_) => {
                    tokio::time::sleep(Duration::from_millis(10)).await;
                    continue;
                }
            },
        };
        // Small answers must not wait for more to send.
        let _ = stream.set_nodelay(true);
        let (state, stop) = (Arc::clone(state), stop.clone());
        tokio::spawn(async move {
            let service = service_fn(|request: Request<Incoming>| answer(&state, request));
            let connection =
                hyper::server::conn::http1::Builder::new().serve_connection(TokioIo::new(stream), service);
            tokio::select! {
                () = stop.cancelled() => {}
                // Errors here are the peer's, or a fault that was asked for.
                _ = connection => {}
            }
        });
    }
}

pub(super) type Body = UnsyncBoxBody<Bytes, io::Error>;

/// Answers a request; an error closes the connection.
pub(super) async fn answer<B>(state: &Mutex<State>, request: Request<B>) -> io::Result<Response<Body>>
where
    B: hyper::body::Body,
    B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    let (head, body) = request.into_parts();
    let header = |name: &str| head.headers.get(name).and_then(|value| value.to_str().ok());
    let credential = header(AUTHORIZATION.as_str()).map(Credential::of);
    let target = header("x-amz-target").map(str::to_owned);
    let token = header("x-amz-security-token").map(str::to_owned);
    let Ok(body) = Limited::new(body, MAX_REQUEST).collect().await else {
        return Err(io::Error::other("the request is too long, or was cut off"));
    };
    let body = body.to_bytes();
    let call = match Call::of(target.as_deref(), &body) {
        Some(call) if head.method == Method::POST => call,
        _ => Call { protocol: Protocol::Json, name: "", members: HashMap::new() },
    };
    let (latency, fault, allowed, id, caller) = {
        let mut state = lock(state);
        let caller = Caller {
            account_id: state.account_of_key(credential.as_ref().map_or("", |known| &known.access_key)),
            region: credential
                .as_ref()
                .and_then(|known| known.region.clone())
                .unwrap_or_else(|| state.settings.region.clone()),
            token,
        };
        let now = Instant::now();
        let first = *state.first_request.get_or_insert(now);
        let resource_type = call.resource_type(&body);
        let fault = state.faults.meet(call.name, resource_type.as_deref(), now - first);
        let allowed = state.account(&caller.account_id, &caller.region).limits.take(call.name, now);
        let count = state.calls.entry(call.name).or_default();
        *count = CallCount {
            requests: count.requests + 1,
            throttled: count.throttled + usize::from(!allowed || fault == Some(FaultKind::Throttle)),
        };
        (state.settings.latency, fault, allowed, state.request_id(), caller)
    };
    if fault == Some(FaultKind::Silent) {
        std::future::pending::<Infallible>().await;
    }
    tokio::time::sleep(latency).await;
    if fault == Some(FaultKind::Reset) {
        return Err(io::Error::new(io::ErrorKind::ConnectionReset, "on request"));
    }
    let result = if let Some(failure) = fault.and_then(|fault| call.failure(fault)) {
        Err(failure)
    } else if call.name.is_empty() {
        Err(Failure::new("UnknownOperationException", "").with_status(404))
    } else if credential.is_none() && call.name != "AssumeRoleWithWebIdentity" {
        Err(Failure::new("MissingAuthenticationTokenException", "Missing Authentication Token")
            .with_status(403))
    } else if !allowed {
        Err(call.throttled())
    } else {
        let mut state = lock(state);
        if sts::CALLS.contains(&call.name) {
            sts::answer(&mut state, &caller, call.name, &call.members)
        } else {
            let account = state.account(&caller.account_id, &caller.region);
            match call.protocol {
                Protocol::Json => config::answer(account, call.name, &body, fault),
                Protocol::Query => cloudformation::answer(account, call.name, &call.members),
            }
        }
    };
    let (status, text) = match &result {
        Ok(result) => (200, call.protocol.result(call.name, result, &id)),
        Err(failure) if fault == Some(FaultKind::ServerError) => (server_error(&id), {
            // Load balancers in front of the service answer in HTML.
            if failure.message.is_empty() {
                "<html>".into()
            } else {
                call.protocol.error(call.name, failure, &id)
            }
        }),
        Err(failure) => (failure.status, call.protocol.error(call.name, failure, &id)),
    };
    let mut response = Response::builder()
        .status(status)
        .header(CONTENT_TYPE, call.protocol.content_type())
        .header("x-amzn-requestid", &id);
    if fault == Some(FaultKind::WrongClock) {
        response = response.header(DATE, an_hour_from_now());
    }
    let body = match fault {
        Some(FaultKind::ResetMidBody) => {
            response = response.header(CONTENT_LENGTH, text.len() + 1);
            let half = text.into_bytes();
            let half = Bytes::copy_from_slice(half.get(..half.len() / 2).unwrap_or_default());
            let broken = Err(io::Error::new(io::ErrorKind::ConnectionReset, "on request"));
            StreamBody::new(stream::iter([Ok(Frame::data(half)), broken])).boxed_unsync()
        }
        Some(FaultKind::Malformed) => whole("{\"oops\": [".to_owned()),
        _ => whole(text),
    };
    response.body(body).map_err(io::Error::other)
}

fn whole(text: String) -> Body {
    Full::new(Bytes::from(text)).map_err(|never| match never {}).boxed_unsync()
}

/// 500, 502 and 503 in turn.
fn server_error(id: &str) -> u16 {
    match id.bytes().last().unwrap_or_default() % 3 {
        0 => 500,
        1 => 502,
        _ => 503,
    }
}

fn an_hour_from_now() -> String {
    use aws_smithy_types::date_time::{DateTime, Format};
    let time = DateTime::from(SystemTime::now() + Duration::from_secs(3600));
    time.fmt(Format::HttpDate).unwrap_or_default()
}

/// What a signature says of the caller.
struct Credential {
    access_key: String,
    region: Option<String>,
}

impl Credential {
    /// Reads the `Credential` of an `Authorization` header: key, date, Region, service.
    fn of(authorization: &str) -> Credential {
        let scope = authorization.split_once("Credential=").map_or("", |(_, rest)| rest);
        let mut parts = scope.split([',', ' ']).next().unwrap_or_default().split('/');
        let access_key = parts.next().unwrap_or_default().to_owned();
        let is_region = |text: &&str| {
            (1..=32).contains(&text.len())
                && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        };
        Credential { access_key, region: parts.nth(1).filter(is_region).map(str::to_owned) }
    }
}

/// Which call a request is.
struct Call {
    protocol: Protocol,
    /// Empty for one that is not known.
    name: &'static str,
    /// The members of a request in the Query protocol.
    members: HashMap<String, String>,
}

impl Call {
    fn of(target: Option<&str>, body: &[u8]) -> Option<Call> {
        if let Some(target) = target {
            let name = target.strip_prefix("StarlingDoveService.")?;
            let name = config::CALLS.iter().find(|known| **known == name)?;
            return Some(Call { protocol: Protocol::Json, name, members: HashMap::new() });
        }
        let members: HashMap<String, String> = form_urlencoded::parse(body)
            .map(|(name, value)| (name.into_owned(), value.into_owned()))
            .collect();
        let action = members.get("Action")?;
        let mut known = cloudformation::CALLS.iter().chain(sts::CALLS);
        let name = known.find(|known| *known == action).copied();
        Some(Call { protocol: Protocol::Query, name: name.unwrap_or_default(), members })
    }

    /// The resource type that the request names.
    fn resource_type(&self, body: &[u8]) -> Option<String> {
        match self.protocol {
            Protocol::Query => self.members.get("TypeName").cloned(),
            Protocol::Json => {
                let body: serde_json::Value = serde_json::from_slice(body).ok()?;
                Some(body.get("ResourceDetails")?.get("ResourceType")?.as_str()?.to_owned())
            }
        }
    }

    fn throttled(&self) -> Failure {
        match self.protocol {
            Protocol::Json => Failure::new("ThrottlingException", "Rate exceeded"),
            Protocol::Query => Failure::new("Throttling", "Rate exceeded"),
        }
    }

    /// The error that a fault answers with, if it answers with one.
    fn failure(&self, fault: FaultKind) -> Option<Failure> {
        let json = self.protocol == Protocol::Json;
        Some(match fault {
            FaultKind::Throttle => self.throttled(),
            FaultKind::ServerError if json => Failure::new("InternalFailure", "").with_status(500),
            FaultKind::ServerError => {
                Failure::new("InternalFailure", "The request failed on request.").with_status(500)
            }
            FaultKind::AccessDenied => {
                let service = match self.name {
                    name if sts::CALLS.contains(&name) => "sts",
                    _ if json => "config",
                    _ => "cloudformation",
                };
                let message = format!(
                    "User: arn:aws:iam::123456789012:user/tester is not authorized to perform: {service}:{} on \
                     resource: * because no identity-based policy allows the {service}:{0} action",
                    self.name
                );
                if json {
                    Failure::new("AccessDeniedException", message)
                } else {
                    Failure::new("AccessDenied", message).with_status(403)
                }
            }
            FaultKind::ExpiredCredentials if json => {
                Failure::new("ExpiredTokenException", "The security token included in the request is expired")
            }
            FaultKind::ExpiredCredentials => {
                Failure::new("ExpiredToken", "The security token included in the request is expired")
                    .with_status(403)
            }
            FaultKind::WrongClock => {
                let code = if json { "InvalidSignatureException" } else { "SignatureDoesNotMatch" };
                Failure::new(code, "Signature expired: the request is too old").with_status(403)
            }
            FaultKind::Reset
            | FaultKind::ResetMidBody
            | FaultKind::Malformed
            | FaultKind::Silent
            | FaultKind::FailedEvaluation
            | FaultKind::EndlessEvaluation => return None,
        })
    }
}

pub(super) fn lock(state: &Mutex<State>) -> MutexGuard<'_, State> {
    // A panic elsewhere leaves the state whole: it is only changed in single steps.
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

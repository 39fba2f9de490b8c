//! What went wrong with a call, in words that name the missing thing and the fix.

use super::call::Api;
use aws_credential_types::provider::error::CredentialsError;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_types::date_time::{DateTime, Format};
use aws_smithy_types::error::metadata::ProvideErrorMetadata;
use std::error::Error;
use std::fmt;
use std::time::SystemTime;

/// A call that failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// What to do about it.
    pub kind: Kind,
    /// What went wrong and how to mend it, as a sentence without a full stop.
    pub message: String,
}

/// What to do about a [`Failure`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Ask again, more slowly.
    Throttled,
    /// Ask again.
    Transient,
    /// The same would happen to every call: missing or expired credentials, a wrong clock, a missing permission.
    Fatal,
    /// The service does not take what was sent.
    Refused,
    /// What was asked for does not exist.
    NotFound,
    /// The caller may not do this, and may do other things.
    Denied,
    /// The time was up.
    TimedOut,
    /// The user stopped the run.
    Interrupted,
    /// The arguments or the environment are wrong.
    Usage,
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl Error for Failure {}

impl Failure {
    /// A failure of this kind.
    pub fn new(kind: Kind, message: impl Into<String>) -> Self {
        Failure { kind, message: message.into() }
    }

    /// Wrong arguments, or a wrong environment.
    pub fn usage(message: impl Into<String>) -> Self {
        Failure::new(Kind::Usage, message)
    }

    /// Reads what the SDK says of `api`.
    pub(super) fn of<E>(api: Api, error: &SdkError<E, HttpResponse>) -> Self
    where
        E: ProvideErrorMetadata + Error + 'static,
    {
        match error {
            SdkError::ServiceError(service) => {
                let error = service.err();
                let code = error.code().unwrap_or_default();
                let text = printable(error.message().unwrap_or_default());
                let date = service.raw().headers().get("date");
                of_service(api, code, &text, service.raw().status().as_u16(), date)
            }
            SdkError::ResponseError(response) => unreadable(api, response.raw().status().as_u16()),
            SdkError::TimeoutError(_) => {
                Failure::new(Kind::Transient, format!("{api} was not answered in time"))
            }
            SdkError::DispatchFailure(dispatch) => {
                let error = dispatch.as_connector_error();
                let source = error.and_then(Error::source);
                match credentials(error.map(|error| error as &dyn Error)) {
                    Some(failure) => failure,
                    None => Failure::new(
                        Kind::Transient,
                        format!("{api} could not be reached: {}", chain(source.or(error.map(|e| e as _)))),
                    ),
                }
            }
            other => match credentials(other.source()) {
                Some(failure) => failure,
                None => Failure::new(
                    Kind::Refused,
                    format!("{api} could not be called: {}", chain(other.source())),
                ),
            },
        }
    }
}

/// What an error of the service means, by its code.
fn of_service(api: Api, code: &str, text: &str, status: u16, date: Option<&str>) -> Failure {
    match code {
        "ThrottlingException"
        | "Throttling"
        | "ThrottledException"
        | "TooManyRequestsException"
        | "RequestLimitExceeded"
        | "RequestThrottled"
        | "RequestThrottledException"
        | "SlowDown"
        | "LimitExceededException"
        | "PriorRequestNotComplete" => {
            Failure::new(Kind::Throttled, format!("AWS throttled {api} until the time was up"))
        }
        "ExpiredToken" | "ExpiredTokenException" => Failure::new(
            Kind::Fatal,
            "the AWS credentials have expired: log in again, or use a session that outlasts the run",
        ),
        "UnrecognizedClientException" | "InvalidClientTokenId" | "InvalidAccessKeyId" => Failure::new(
            Kind::Fatal,
            "AWS does not know these credentials: the access key is wrong or deleted, or the Region is not switched \
             on for the account",
        ),
        "MissingAuthenticationToken"
        | "MissingAuthenticationTokenException"
        | "IncompleteSignature"
        | "IncompleteSignatureException" => {
            Failure::new(Kind::Fatal, format!("{api} was called without usable credentials"))
        }
        "InvalidSignatureException" | "SignatureDoesNotMatch" | "RequestExpired" | "RequestTimeTooSkewed" => {
            Failure::new(Kind::Fatal, signature(date))
        }
        "OptInRequired" => {
            Failure::new(Kind::Fatal, "the account is not signed up for the service in this Region")
        }
        "AccessDenied" | "AccessDeniedException" | "UnauthorizedOperation" | "NotAuthorized" => Failure::new(
            Kind::Denied,
            format!(
                "the credentials may not call {}: allow it (docs/iam-policy.json lists all that is needed); AWS says: \
                 {text}",
                denied_action(text).unwrap_or_else(|| api.action())
            ),
        ),
        "NoAvailableConfigurationRecorderException" => Failure::new(
            Kind::Refused,
            "AWS Config is not set up in this account and Region: it has no configuration recorder",
        ),
        "RequestTimeout"
        | "RequestTimeoutException"
        | "InternalFailure"
        | "InternalError"
        | "InternalServerError"
        | "InternalServerException"
        | "ServiceUnavailable" => {
            Failure::new(Kind::Transient, format!("{api} failed on AWS's side ({code})"))
        }
        _ if status >= 500 => {
            Failure::new(Kind::Transient, format!("{api} failed on AWS's side (HTTP {status})"))
        }
        "ResourceNotFoundException"
        | "TypeNotFoundException"
        | "ChangeSetNotFound"
        | "NoSuchConfigRuleException" => Failure::new(Kind::NotFound, said(api, code, text)),
        "ValidationError" if text.ends_with("does not exist") => {
            Failure::new(Kind::NotFound, said(api, code, text))
        }
        // The SDK could not read the answer.
        "" if (200..300).contains(&status) => unreadable(api, status),
        "" if status == 429 => {
            Failure::new(Kind::Throttled, format!("AWS throttled {api} until the time was up"))
        }
        _ => Failure::new(Kind::Refused, said(api, code, text)),
    }
}

fn unreadable(api: Api, status: u16) -> Failure {
    Failure::new(Kind::Transient, format!("{api} was answered with something unreadable (HTTP {status})"))
}

fn said(api: Api, code: &str, text: &str) -> String {
    let code = if code.is_empty() { "no error code" } else { code };
    match text.trim_end_matches('.') {
        "" => format!("{api} was refused: {code}"),
        text => format!("{api} was refused: {text} ({code})"),
    }
}

/// The action that an AccessDenied names: it need not be the call itself, because services check further actions.
fn denied_action(text: &str) -> Option<String> {
    let (_, rest) = text.split_once("not authorized to perform: ")?;
    let action: String =
        rest.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, ':' | '-')).collect();
    Some(action).filter(|action| action.contains(':'))
}

/// A signature that was not accepted: a wrong clock or a wrong secret key.
fn signature(date: Option<&str>) -> String {
    let server = date.and_then(|date| DateTime::from_str(date, Format::HttpDate).ok());
    let here = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0, |time| time.as_secs());
    let apart = server.map_or(0, |server| server.secs() - i64::try_from(here).unwrap_or(0));
    let minutes = apart.abs() / 60;
    match apart {
        240.. => format!("this machine's clock is {minutes} minutes behind AWS's: set it right"),
        ..=-240 => format!("this machine's clock is {minutes} minutes ahead of AWS's: set it right"),
        _ => "AWS did not accept the signature: the secret access key is wrong".into(),
    }
}

/// Whether the failure comes from getting credentials.
fn credentials(error: Option<&(dyn Error + 'static)>) -> Option<Failure> {
    let mut at = error;
    while let Some(error) = at {
        if let Some(credentials) = error.downcast_ref::<CredentialsError>() {
            let message = match credentials {
                CredentialsError::CredentialsNotLoaded(_) => {
                    // Says which profile lacks what, where one was named.
                    let why = credentials.source().map(|source| printable(&source.to_string()));
                    let why = why.filter(|why| why.contains("profile")).map(|why| format!(" ({why})"));
                    format!(
                        "there are no AWS credentials{}: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, pass --profile, or \
                         log in with `aws sso login`",
                        why.unwrap_or_default()
                    )
                }
                other => {
                    let why = chain(Some(other));
                    let fix = if why.contains("SSO token") { ": log in with `aws sso login`" } else { "" };
                    format!("the AWS credentials could not be had: {why}{fix}")
                }
            };
            return Some(Failure::new(Kind::Fatal, message));
        }
        at = error.source();
    }
    None
}

/// The messages of an error and its causes, each once.
fn chain(error: Option<&(dyn Error + 'static)>) -> String {
    let mut text = String::new();
    let mut at = error;
    while let Some(error) = at {
        let message = printable(&error.to_string());
        if !text.contains(&message) {
            if !text.is_empty() {
                text.push_str(": ");
            }
            text.push_str(&message);
        }
        at = error.source();
    }
    if text.is_empty() { "no reason given".into() } else { text }
}

/// A service's text, without characters that could steer a terminal, and not endless.
fn printable(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(1_000).collect()
}

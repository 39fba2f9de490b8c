//! What goes over the wire: results and errors as AWS JSON 1.1 or as the XML of the AWS Query protocol.

use super::sts;
use serde_json::Value;
use std::fmt::Write;

/// Which protocol a request came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Protocol {
    /// AWS JSON 1.1: AWS Config.
    Json,
    /// AWS Query: CloudFormation, STS.
    Query,
}

/// An error as the service reports it.
#[derive(Clone, Debug)]
pub(super) struct Failure {
    pub status: u16,
    pub code: &'static str,
    pub message: String,
}

impl Failure {
    /// The caller's fault: HTTP 400.
    pub fn new(code: &'static str, message: impl Into<String>) -> Self {
        Failure { status: 400, code, message: message.into() }
    }

    pub fn with_status(self, status: u16) -> Self {
        Failure { status, ..self }
    }

    /// `InvalidParameterValueException`.
    pub fn invalid(message: impl Into<String>) -> Self {
        Failure::new("InvalidParameterValueException", message)
    }

    /// A constraint of the model that a member breaks, in the words that AWS's services use for it.
    pub fn constraint(member: &str, constraint: impl std::fmt::Display) -> Self {
        Failure::new(
            "ValidationException",
            format!(
                "1 validation error detected: Value at '{member}' failed to satisfy constraint: {constraint}"
            ),
        )
    }
}

const CLOUDFORMATION: &str = "http://cloudformation.amazonaws.com/doc/2010-05-15/";

/// The namespace of the answers to `call`.
fn namespace(call: &str) -> &'static str {
    if sts::CALLS.contains(&call) { sts::NAMESPACE } else { CLOUDFORMATION }
}

impl Protocol {
    pub fn content_type(self) -> &'static str {
        match self {
            Protocol::Json => "application/x-amz-json-1.1",
            Protocol::Query => "text/xml",
        }
    }

    /// The body of a successful answer.
    pub fn result(self, call: &str, result: &Value, request_id: &str) -> String {
        match self {
            // A call without output answers with nothing at all.
            Protocol::Json if result.is_null() => String::new(),
            Protocol::Json => result.to_string(),
            Protocol::Query => {
                let mut body = format!("<{call}Response xmlns=\"{}\"><{call}Result>", namespace(call));
                write_members(&mut body, result);
                let _ = write!(
                    body,
                    "</{call}Result><ResponseMetadata><RequestId>{request_id}</RequestId></ResponseMetadata>\
                     </{call}Response>"
                );
                body
            }
        }
    }

    /// The body of an error.
    pub fn error(self, call: &str, failure: &Failure, request_id: &str) -> String {
        match self {
            Protocol::Json => {
                serde_json::json!({"__type": failure.code, "message": failure.message}).to_string()
            }
            Protocol::Query => {
                let mut body = format!(
                    "<ErrorResponse xmlns=\"{}\"><Error><Type>{}</Type><Code>{}</Code><Message>",
                    namespace(call),
                    if failure.status < 500 { "Sender" } else { "Receiver" },
                    failure.code
                );
                escape(&mut body, &failure.message);
                let _ = write!(body, "</Message></Error><RequestId>{request_id}</RequestId></ErrorResponse>");
                body
            }
        }
    }
}

/// Writes the content of an element: lists as `<member>`s, as the Query protocol has it.
fn write_members(body: &mut String, value: &Value) {
    match value {
        Value::Null => {}
        Value::Object(members) => {
            for (name, value) in members.iter().filter(|(_, value)| !value.is_null()) {
                let _ = write!(body, "<{name}>");
                write_members(body, value);
                let _ = write!(body, "</{name}>");
            }
        }
        Value::Array(items) => {
            for item in items {
                body.push_str("<member>");
                write_members(body, item);
                body.push_str("</member>");
            }
        }
        Value::String(text) => escape(body, text),
        scalar => escape(body, &scalar.to_string()),
    }
}

/// Appends `text` so that XML reads it back; characters that XML can't hold become U+FFFD.
fn escape(body: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => body.push_str("&amp;"),
            '<' => body.push_str("&lt;"),
            '>' => body.push_str("&gt;"),
            '"' => body.push_str("&quot;"),
            '\r' => body.push_str("&#13;"),
            '\t' | '\n' => body.push(character),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => body.push('\u{fffd}'),
            _ => body.push(character),
        }
    }
}

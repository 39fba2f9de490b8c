//! The switches of a security configuration that is written as JSON text.

use crate::rules::*;

/// The text is JSON whose `EncryptionConfiguration` sets `flag` to true.
pub(super) fn is_on<'a>(subject: &Subject<'a>, flag: &str) -> Truth<'a> {
    subject.look("SecurityConfiguration", &mut |place| {
        let Some(value) = place.value else { return Truth::True };
        let Some(text) = value.as_text() else { return place.unknown(Found::of(value), Wanted::Present) };
        let document = serde_json::from_str::<serde_json::Value>(&text).unwrap_or_default();
        match &document["EncryptionConfiguration"][flag] {
            serde_json::Value::Bool(true) => Truth::True,
            serde_json::Value::String(text) if text.eq_ignore_ascii_case("true") => Truth::True,
            _ => place.fails(Found::Statement(format!("{flag} is not true").into()), Wanted::Present),
        }
    })
}

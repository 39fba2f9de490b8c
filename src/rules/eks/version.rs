//! Versions of Kubernetes, compared by major and minor number.

use crate::resolve::Content;
use crate::rules::*;
use std::cmp::Ordering;

/// Decides by how `Version` compares with the rule's parameter `oldestVersionSupported`; `absent` is what holds
/// where the property is absent.
pub(super) fn compare_version<'a>(
    subject: &Subject<'a>,
    holds: fn(Ordering) -> bool,
    absent: impl Fn() -> Truth<'a>,
) -> Truth<'a> {
    let Some(oldest) = subject.parameter("oldestVersionSupported").and_then(version) else {
        return subject.unknown("the rule's parameter oldestVersionSupported is not given");
    };
    subject.look("Version", &mut |place| {
        let Some(value) = place.value else { return absent() };
        // 1.30 without quotes is the number 1.3: which of the two was meant can't be told.
        if matches!(&value.content, Content::Float(number) if (number * 10.0).fract() == 0.0) {
            let statement = "Version is a number, in which 1.30 and 1.3 are the same: write it in quotes";
            return place.unknown(Found::Statement(statement.into()), Wanted::Present);
        }
        match value.as_text() {
            None => place.unknown(Found::of(value), Wanted::Present),
            Some(text) => match version(&text) {
                Some(found) if holds(found.cmp(&oldest)) => Truth::True,
                _ => place.fails(Found::Value(value), Wanted::AtLeastParameter("oldestVersionSupported")),
            },
        }
    })
}

fn version(text: &str) -> Option<(u32, u32)> {
    let (major, minor) = text.trim().split_once('.')?;
    Some((major.parse().ok()?, minor.parse().ok()?))
}

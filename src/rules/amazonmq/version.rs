//! Engine versions of Amazon MQ.

use crate::rules::*;
use std::cmp::Ordering;

/// Whether `EngineVersion` is at or above the parameter `supportedEngineVersion`.
pub(super) fn is_supported<'a>(subject: &Subject<'a>) -> Truth<'a> {
    let wanted = Wanted::AtLeastParameter("supportedEngineVersion");
    subject.look("EngineVersion", &mut |place| {
        let Some(value) = place.value else {
            let why = "EngineVersion is not set, and which version the service chooses can't be known";
            return place.unknown(Found::Statement(why.into()), wanted);
        };
        let supported = subject.parameter("supportedEngineVersion");
        match value.as_text().zip(supported).map(|(found, supported)| compare(&found, supported)) {
            Some(Some(Ordering::Less)) => place.fails(Found::of(value), wanted),
            Some(Some(_)) => Truth::True,
            Some(None) => {
                let why = "which patch EngineVersion stands for can't be known before deployment";
                place.unknown(Found::Statement(why.into()), wanted)
            }
            None => place.unknown(Found::of(value), wanted),
        }
    })
}

/// How `found` stands to `supported`; `None` if `found` is only the beginning of it, or no version.
fn compare(found: &str, supported: &str) -> Option<Ordering> {
    let (found, supported) = (parts(found)?, parts(supported)?);
    let decided = found.iter().zip(&supported).map(|(found, supported)| found.cmp(supported));
    match decided.fold(Ordering::Equal, Ordering::then) {
        Ordering::Equal if found.len() < supported.len() => None,
        ordering => Some(ordering),
    }
}

fn parts(version: &str) -> Option<Vec<u32>> {
    version.trim().split('.').map(|part| part.parse().ok()).collect()
}

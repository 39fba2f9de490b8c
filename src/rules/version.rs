//! Versions as services write them: numbers and words between dots.

use std::cmp::Ordering;

/// Whether `version` is `minimum` or later; `None` if one of its parts that decide is missing or no number (`7.x`).
///
/// Parts are compared as numbers. A word (`8.0.mysql_aurora.3.04.1`) decides nothing where both have it.
pub(super) fn version_at_least(version: &str, minimum: &str) -> Option<bool> {
    let mut found = version.trim().split('.');
    for wanted in minimum.trim().split('.') {
        let part = found.next()?;
        match (part.parse::<u64>(), wanted.parse::<u64>()) {
            (Ok(part), Ok(wanted)) => match part.cmp(&wanted) {
                Ordering::Greater => return Some(true),
                Ordering::Less => return Some(false),
                Ordering::Equal => {}
            },
            _ if part == wanted => {}
            _ => return None,
        }
    }
    Some(true)
}

//! Texts of which only some parts are known: what the known parts decide.

use crate::resolve::Part;

/// Whether the text could be `text`: the known parts occur in it, in their order.
pub(super) fn may_equal(parts: &[Part], text: &str, ignores_case: bool) -> bool {
    let fold = |text: &str| if ignores_case { text.to_ascii_lowercase() } else { text.to_owned() };
    let text = fold(text);
    let mut rest = &*text;
    let mut anchored = true;
    for (index, part) in parts.iter().enumerate() {
        let Part::Text(known) = part else {
            anchored = false;
            continue;
        };
        let known = fold(known);
        let is_last = index + 1 == parts.len();
        let found = match (anchored, is_last) {
            (true, _) => rest.starts_with(&known).then_some(0),
            (false, true) => rest.ends_with(&known).then(|| rest.len() - known.len()),
            (false, false) => rest.find(&known),
        };
        let Some(at) = found else { return false };
        rest = &rest[at + known.len()..];
        anchored = true;
    }
    !anchored || rest.is_empty()
}

/// Whether the text begins with one of `prefixes`; `None` if that can't be known.
pub(super) fn starts_with_any(parts: &[Part], prefixes: &[&str], ignores_case: bool) -> Option<bool> {
    let Some(Part::Text(known)) = parts.first() else { return None };
    let starts = |text: &str, start: &str| {
        let Some(text) = text.get(..start.len()) else { return false };
        if ignores_case { text.eq_ignore_ascii_case(start) } else { text == start }
    };
    if prefixes.iter().any(|prefix| starts(known, prefix)) {
        Some(true)
    } else if prefixes.iter().any(|prefix| starts(prefix, known)) {
        None
    } else {
        Some(false)
    }
}

/// Whether two texts are made of the same known parts and the same things that are not known.
pub(super) fn same_parts(left: &[Part], right: &[Part]) -> bool {
    left.len() == right.len()
        && left.iter().zip(right).all(|parts| match parts {
            (Part::Text(left), Part::Text(right)) => left == right,
            (Part::Unknown(left), Part::Unknown(right)) => left.reason == right.reason,
            _ => false,
        })
}

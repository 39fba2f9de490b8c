//! Patterns with the wildcards `*` (any text) and `?` (any character).

use super::statement::Statement;
use crate::resolve::{Content, Part, Value};
use crate::rules::three_valued::{all, any};

/// Patterns whose comparison would take more steps than this are not compared.
const STEPS: usize = 1 << 20;

/// Whether everything that `inner` (text, or a pattern itself) can be is matched by the pattern `outer`,
/// without regard to case. `None` if a part of `outer` is not known.
pub fn covers(outer: &Value, inner: &str) -> Option<bool> {
    let inner = inner.to_ascii_lowercase();
    compare(outer, |outer| matches(outer, &inner))
}

/// Whether something can match both patterns, without regard to case. `None` if a part of `value` is not
/// known.
pub fn overlaps(value: &Value, pattern: &str) -> Option<bool> {
    let pattern = pattern.to_ascii_lowercase();
    compare(value, |value| meet(value, &pattern))
}

/// As [`overlaps`], with one of `patterns`.
pub fn overlaps_any_of<'p>(value: &Value, patterns: impl IntoIterator<Item = &'p str>) -> Option<bool> {
    any(patterns.into_iter().map(|pattern| overlaps(value, pattern)))
}

/// Whether the statement's `Action` or `NotAction` takes in something that matches one of `patterns`.
pub fn speaks_of_actions(statement: Statement<'_>, patterns: &[&str]) -> Option<bool> {
    any([
        statement.some("Action", |action| overlaps_any_of(action, patterns.iter().copied())),
        // Taken in is what no exception covers as a whole.
        any(patterns.iter().map(|pattern| {
            let is_excepted = statement.some("NotAction", |exception| covers(exception, pattern));
            all([Some(statement.has("NotAction")), is_excepted.map(|excepted| !excepted)])
        })),
    ])
}

/// Compares a pattern of the template; where parts of it are not known, only "no" can be the answer.
fn compare(value: &Value, holds: impl Fn(&str) -> Option<bool>) -> Option<bool> {
    match &value.content {
        Content::Partial(parts) => {
            let widest: String = parts
                .iter()
                .map(|part| match part {
                    Part::Text(text) => text.to_ascii_lowercase(),
                    Part::Unknown(_) => "*".to_owned(),
                })
                .collect();
            if holds(&widest) == Some(false) { Some(false) } else { None }
        }
        Content::Unknown(_) | Content::Either(_) => None,
        _ => value.as_text().map_or(Some(false), |text| holds(&text.to_ascii_lowercase())),
    }
}

/// Whether `pattern` matches `text`, in which wildcards stand for themselves: so `a*` matches all that `a?c` does.
fn matches(pattern: &str, text: &str) -> Option<bool> {
    let (pattern, text): (Vec<char>, Vec<char>) = (pattern.chars().collect(), text.chars().collect());
    if pattern.len().saturating_mul(text.len()) > STEPS {
        return None;
    }
    let (mut at, mut position) = (0, 0);
    // Where to go on if what follows the last `*` does not fit: one character further.
    let mut retry: Option<(usize, usize)> = None;
    while let Some(character) = text.get(position) {
        match pattern.get(at) {
            Some('*') => {
                retry = Some((at + 1, position));
                at += 1;
            }
            // A `*` of the text stands for more than one character.
            Some('?') if *character != '*' => (at, position) = (at + 1, position + 1),
            Some(wanted) if wanted == character => (at, position) = (at + 1, position + 1),
            _ => match &mut retry {
                None => return Some(false),
                Some((after, from)) => {
                    *from += 1;
                    (at, position) = (*after, *from);
                }
            },
        }
    }
    Some(pattern.iter().skip(at).all(|rest| *rest == '*'))
}

/// Whether something matches both patterns.
fn meet(left: &str, right: &str) -> Option<bool> {
    let (left, right): (Vec<char>, Vec<char>) = (left.chars().collect(), right.chars().collect());
    if left.len().saturating_mul(right.len()) > STEPS {
        return None;
    }
    // `row[j]`: whether the rest of `left` and `right[j..]` meet; filled from the ends.
    let mut row = vec![false; right.len() + 1];
    row[right.len()] = true;
    for (j, character) in right.iter().enumerate().rev() {
        row[j] = *character == '*' && row[j + 1];
    }
    for one in left.iter().rev() {
        let below = row.clone();
        row[right.len()] = *one == '*' && below[right.len()];
        for (j, other) in right.iter().enumerate().rev() {
            row[j] = match (one, other) {
                ('*', _) | (_, '*') => below[j] || row[j + 1],
                ('?', _) | (_, '?') => below[j + 1],
                _ => one == other && below[j + 1],
            };
        }
    }
    Some(row[0])
}

#[cfg(test)]
mod tests {
    use super::{matches, meet};

    #[test]
    fn a_pattern_matches_what_it_covers() {
        for (pattern, text, expected) in [
            ("*", "", true),
            ("s3:get*", "s3:getobject", true),
            ("s3:get*", "s3:putobject", false),
            ("s3:*acl", "s3:putobjectacl", true),
            ("*a*b", "xaxbxab", true),
            ("*a*b", "xaxbxa", false),
            ("kms:re?ncrypt*", "kms:reencryptfrom", true),
            ("a*", "a*c", true),
            ("a?c", "a*c", false),
            ("a?c", "a?c", true),
            ("", "", true),
            ("", "a", false),
        ] {
            assert_eq!(matches(pattern, text), Some(expected), "{pattern} {text}");
        }
    }

    #[test]
    fn patterns_meet_if_something_matches_both() {
        for (left, right, expected) in [
            ("s3:get*", "s3:*acl", true),
            ("s3:get*", "s3:put*", false),
            ("*", "", true),
            ("a?", "*b", true),
            ("a?", "b*", false),
            ("a", "a", true),
            ("a", "ab", false),
            ("a*c", "ab*", true),
            ("?", "*", true),
            ("?", "", false),
        ] {
            assert_eq!(meet(left, right), Some(expected), "{left} {right}");
            assert_eq!(meet(right, left), Some(expected), "{right} {left}");
        }
    }

    #[test]
    fn huge_patterns_are_not_compared() {
        let huge = "*a".repeat(10_000);
        assert_eq!(matches(&huge, &huge), None);
        assert_eq!(meet(&huge, &huge), None);
    }
}

//! What reports say of an evaluation that AWS Config carried out: its ID, and what it did not get as the template has it.

use super::escape::visible;
use crate::evaluate::{ReplacedProperty, ResourceEvaluation};
use serde_json::{Value, json};

/// How many properties a sentence names.
const NAMED: usize = 3;

/// What AWS Config did not get as the template has it, in a sentence, inert; `None` if it got all.
pub(super) fn replaced(evaluation: &ResourceEvaluation) -> Option<String> {
    let (placeholders, left_out): (Vec<_>, Vec<_>) =
        evaluation.replaced.iter().partition(|replaced| replaced.placeholder);
    let parts = [("placeholders for", placeholders), ("nothing of", left_out)];
    let parts: Vec<String> = parts
        .iter()
        .filter(|(_, properties)| !properties.is_empty())
        .map(|(what, properties)| format!("{what} {}", names(properties)))
        .collect();
    (!parts.is_empty()).then(|| format!("AWS Config got {}", parts.join(" and ")))
}

/// The same, with the evaluation's ID.
pub(super) fn remark(evaluation: &ResourceEvaluation) -> String {
    let id = visible(&evaluation.id);
    match replaced(evaluation) {
        Some(replaced) => format!("{replaced} (resource evaluation {id})"),
        None => format!("resource evaluation {id}"),
    }
}

/// Everything, a line each, inert.
pub(super) fn lines(evaluation: &ResourceEvaluation) -> Vec<String> {
    let replaced = evaluation.replaced.iter().map(|ReplacedProperty { property, placeholder, reason }| {
        let sent = if *placeholder { "a placeholder was sent" } else { "it was not sent" };
        format!("{}: {sent}: {}", visible(property), visible(reason))
    });
    std::iter::once(format!("resource evaluation {}", visible(&evaluation.id))).chain(replaced).collect()
}

/// For formats that take data of ours.
pub(super) fn json(evaluation: &ResourceEvaluation) -> Value {
    let replaced = evaluation.replaced.iter().map(|ReplacedProperty { property, placeholder, reason }| {
        json!({"property": property, "placeholder": placeholder, "reason": reason})
    });
    json!({"id": evaluation.id, "replaced": replaced.collect::<Vec<_>>()})
}

fn names(properties: &[&ReplacedProperty]) -> String {
    let named = properties.iter().take(NAMED).map(|replaced| visible(&replaced.property).into_owned());
    let mut named: Vec<String> = named.collect();
    if properties.len() > NAMED {
        named.push(format!("{} more", properties.len() - NAMED));
    }
    match named.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => named.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::remark;
    use crate::evaluate::{ReplacedProperty, ResourceEvaluation};

    fn said(properties: &[(&str, bool)]) -> String {
        let replaced = properties.iter().map(|(property, placeholder)| ReplacedProperty {
            property: (*property).into(),
            placeholder: *placeholder,
            reason: String::new(),
        });
        remark(&ResourceEvaluation { id: "1-2".into(), replaced: replaced.collect() })
    }

    #[test]
    fn what_was_not_sent_is_named() {
        assert_eq!(said(&[]), "resource evaluation 1-2");
        assert_eq!(said(&[("A", true)]), "AWS Config got placeholders for A (resource evaluation 1-2)");
        assert_eq!(
            said(&[("A", true), ("B", true), ("C[0]", true), ("D", true), ("E", true), ("P\n", false)]),
            "AWS Config got placeholders for A, B, C[0] and 2 more and nothing of P\\n (resource evaluation 1-2)"
        );
    }
}

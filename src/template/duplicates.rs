//! Duplicate keys: CloudFormation takes the last value and says nothing; so do we, with a warning.

use super::diagnostic::Diagnostics;
use super::{Diagnostic, Entry, Map, Node};
use std::collections::hash_map::Entry as Slot;
use std::collections::{HashMap, HashSet};

/// Above this many entries, a hash table finds duplicates faster than comparing each with each.
const FEW: usize = 12;

/// The map of `entries`, in which the last of several equal keys wins and takes the first one's position.
pub(super) fn distinct(entries: Vec<Entry<Node>>, diagnostics: &mut Diagnostics) -> Map<Node> {
    let unique = if entries.len() <= FEW {
        entries
            .iter()
            .enumerate()
            .all(|(index, entry)| entries[..index].iter().all(|other| other.key != entry.key))
    } else {
        let mut seen = HashSet::with_capacity(entries.len());
        entries.iter().all(|entry| seen.insert(&*entry.key))
    };
    if unique {
        return Map { entries };
    }
    let mut positions = HashMap::with_capacity(entries.len());
    let mut kept: Vec<Entry<Node>> = Vec::with_capacity(entries.len());
    for entry in entries {
        match positions.entry(entry.key.clone()) {
            Slot::Vacant(slot) => {
                slot.insert(kept.len());
                kept.push(entry);
            }
            Slot::Occupied(slot) => {
                if let Some(earlier) = kept.get_mut(*slot.get()) {
                    diagnostics.push(warning(earlier, &entry));
                    *earlier = entry;
                }
            }
        }
    }
    Map { entries: kept }
}

fn warning(earlier: &Entry<Node>, later: &Entry<Node>) -> Diagnostic {
    let message = format!(
        "key `{}` is given twice, on lines {} and {}: CloudFormation takes the last one",
        later.key, earlier.key_span.line, later.key_span.line
    );
    Diagnostic::warning(later.key_span, message)
        .related(earlier.key_span, "this one is ignored")
        .help("remove one of the two")
}

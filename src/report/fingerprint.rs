//! By what a system that keeps findings knows one again in the next run: not by its line, which moves.

use super::entry::Entry;
use crate::gate::Identity;
use sha2::{Digest, Sha256};
use std::collections::HashMap;

/// Gives each entry of a report a fingerprint of its own.
///
/// A finding is its [`Identity`]. What says the same twice is numbered in the order of the report.
#[derive(Default)]
pub(super) struct Fingerprints {
    seen: HashMap<String, usize>,
}

impl Fingerprints {
    /// The fingerprint of the next entry: 32 hexadecimal digits.
    pub fn of(&mut self, entry: &Entry<'_>) -> String {
        let template = relative(entry.file());
        let display_name = entry.stack.and_then(|stack| stack.provenance.display_name.as_deref());
        let name = display_name.unwrap_or_default();
        let parts = match (entry.stack.zip(entry.evaluation()), entry.resource) {
            (Some((stack, evaluation)), _) => {
                let Identity { template, stack, resource, rule, property } =
                    Identity::of(&template, stack, evaluation);
                [rule, stack, template, resource, property]
            }
            (None, Some((logical_id, _))) => [entry.kind.id(), name, &template, logical_id, ""],
            (None, None) => [entry.kind.id(), name, &template, "", entry.message],
        };
        let mut print = digest(&parts);
        while let Some(count) = self.seen.get_mut(&print) {
            *count += 1;
            let count = count.to_string();
            print = digest(&[&print, &count]);
        }
        self.seen.insert(print.clone(), 1);
        print
    }
}

/// 128 bits of the hash over `parts`, kept apart by their lengths.
fn digest(parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_le_bytes());
        hash.update(part.as_bytes());
    }
    hash.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

/// The path as systems that know a repository write it: with `/`, and without `./` at its start.
pub(super) fn relative(path: &str) -> String {
    let path = if cfg!(windows) { path.replace('\\', "/") } else { path.to_owned() };
    let mut rest = path.as_str();
    while let Some(inner) = rest.strip_prefix("./") {
        rest = inner.trim_start_matches('/');
    }
    rest.to_owned()
}

#[cfg(test)]
mod tests {
    use super::{digest, relative};

    #[test]
    fn parts_are_kept_apart() {
        assert_ne!(digest(&["ab", "c"]), digest(&["a", "bc"]));
        // What others have stored must be found again: this value never changes.
        assert_eq!(digest(&["rule", "a.yaml"]), "443c088f7b795ca4432db245f9a0674e");
    }

    #[test]
    fn paths_are_as_in_the_repository() {
        assert_eq!(relative("./a/b.yaml"), "a/b.yaml");
        assert_eq!(relative("././/a.yaml"), "a.yaml");
        assert_eq!(relative("../a.yaml"), "../a.yaml");
        assert_eq!(relative("/a.yaml"), "/a.yaml");
    }
}

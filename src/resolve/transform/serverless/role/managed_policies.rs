//! The policies that AWS manages: `Policies` may name them without path and ARN.
//!
//! Facts: the AWS Managed Policy Reference Guide.

/// The paths, each with the names below it, which are indented by a blank.
const POLICIES: &str = include_str!("managed_policies.txt");

/// Path and name of a policy, for its ARN. `None` if AWS manages none with this name.
pub(super) fn find(name: &str) -> Option<String> {
    let mut path = "";
    for line in POLICIES.lines() {
        match line.strip_prefix(' ') {
            Some(known) if known == name => return Some(format!("{path}{name}")),
            Some(_) => {}
            None => path = line.trim_start_matches('/'),
        }
    }
    None
}

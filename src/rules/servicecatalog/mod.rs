//! AWS Service Catalog.

use super::Rule;

mod shared_within_organization;

pub(super) static RULES: &[&Rule] = &[&shared_within_organization::RULE];

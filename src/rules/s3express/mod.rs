//! Amazon S3 directory buckets.

use super::Rule;

mod dir_bucket_lifecycle_rules_check;
mod directory_bucket_lifecycle_policy_rule_check;

pub(super) static RULES: &[&Rule] =
    &[&dir_bucket_lifecycle_rules_check::RULE, &directory_bucket_lifecycle_policy_rule_check::RULE];

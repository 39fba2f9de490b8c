//! AWS Key Management Service.

use super::Rule;

mod cmk_backing_key_rotation_enabled;
mod key_policy_no_public_access;

pub(super) static RULES: &[&Rule] =
    &[&cmk_backing_key_rotation_enabled::RULE, &key_policy_no_public_access::RULE];

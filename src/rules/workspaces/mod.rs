//! Amazon WorkSpaces.

use super::Rule;

mod root_volume_encryption_enabled;
mod user_volume_encryption_enabled;

pub(super) static RULES: &[&Rule] =
    &[&root_volume_encryption_enabled::RULE, &user_volume_encryption_enabled::RULE];

//! Amazon ECR.

use super::Rule;

mod private_image_scanning_enabled;
mod private_lifecycle_policy_configured;
mod private_tag_immutability_enabled;
mod repository_cmk_encryption_enabled;

pub(super) static RULES: &[&Rule] = &[
    &private_image_scanning_enabled::RULE,
    &private_lifecycle_policy_configured::RULE,
    &private_tag_immutability_enabled::RULE,
    &repository_cmk_encryption_enabled::RULE,
];

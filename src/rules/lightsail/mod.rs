//! Amazon Lightsail.

use super::Rule;

mod bucket_allow_public_overrides_disabled;
mod bucket_object_versioning_enabled;

pub(super) static RULES: &[&Rule] =
    &[&bucket_allow_public_overrides_disabled::RULE, &bucket_object_versioning_enabled::RULE];

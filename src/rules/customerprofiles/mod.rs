//! Amazon Connect Customer Profiles.

use super::Rule;

mod object_type_allow_profile_creation;

pub(super) static RULES: &[&Rule] = &[&object_type_allow_profile_creation::RULE];

//! Amazon AppIntegrations.

use super::Rule;

mod application_approved_origins_check;

pub(super) static RULES: &[&Rule] = &[&application_approved_origins_check::RULE];

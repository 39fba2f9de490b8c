//! AWS Certificate Manager.

use super::Rule;

mod acm_certificate_rsa_check;
mod acm_certificate_transparent_logging_enabled;

pub(super) static RULES: &[&Rule] =
    &[&acm_certificate_rsa_check::RULE, &acm_certificate_transparent_logging_enabled::RULE];

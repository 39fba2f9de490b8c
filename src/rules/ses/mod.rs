//! Amazon SES.

use super::Rule;

mod malware_scanning_enabled;
mod sending_tls_required;

pub(super) static RULES: &[&Rule] = &[&malware_scanning_enabled::RULE, &sending_tls_required::RULE];

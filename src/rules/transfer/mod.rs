//! AWS Transfer Family.

use super::Rule;

mod connector_as2_encryption_algorithm_check;
mod connector_as2_mdn_signing_algorithm_check;
mod connector_as2_signing_algorithm_check;
mod connector_logging_enabled;
mod family_server_no_ftp;

pub(super) static RULES: &[&Rule] = &[
    &connector_as2_encryption_algorithm_check::RULE,
    &connector_as2_mdn_signing_algorithm_check::RULE,
    &connector_as2_signing_algorithm_check::RULE,
    &connector_logging_enabled::RULE,
    &family_server_no_ftp::RULE,
];

//! Amazon Redshift.

use super::Rule;

mod cluster_maintenancesettings_check;
mod cluster_public_access_check;

pub(super) static RULES: &[&Rule] =
    &[&cluster_maintenancesettings_check::RULE, &cluster_public_access_check::RULE];

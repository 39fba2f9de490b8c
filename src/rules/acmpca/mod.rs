//! AWS Private Certificate Authority.

use super::Rule;

mod acm_pca_root_ca_disabled;

pub(super) static RULES: &[&Rule] = &[&acm_pca_root_ca_disabled::RULE];

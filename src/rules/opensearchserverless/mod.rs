//! Amazon OpenSearch Serverless.

use super::Rule;

mod collection_standbyreplicas_enabled;

pub(super) static RULES: &[&Rule] = &[&collection_standbyreplicas_enabled::RULE];

//! Elasticsearch domains of Amazon OpenSearch Service.

use super::Rule;

mod logs_to_cloudwatch;
mod node_to_node_encryption_check;

pub(super) static RULES: &[&Rule] = &[&logs_to_cloudwatch::RULE, &node_to_node_encryption_check::RULE];

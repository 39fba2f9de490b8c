//! Elasticsearch domains of Amazon OpenSearch Service.

use super::Rule;

mod encrypted_at_rest;
mod in_vpc_only;
mod logs_to_cloudwatch;
mod node_to_node_encryption_check;

pub(super) static RULES: &[&Rule] = &[
    &encrypted_at_rest::RULE,
    &in_vpc_only::RULE,
    &logs_to_cloudwatch::RULE,
    &node_to_node_encryption_check::RULE,
];

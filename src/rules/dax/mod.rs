//! DynamoDB Accelerator (DAX).

use super::Rule;

mod encryption_enabled;
mod tls_endpoint_encryption;

pub(super) static RULES: &[&Rule] = &[&encryption_enabled::RULE, &tls_endpoint_encryption::RULE];

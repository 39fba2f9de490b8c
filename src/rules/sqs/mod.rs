//! Amazon SQS.

use super::Rule;

mod queue_dlq_check;
mod queue_no_public_access;
mod queue_policy_full_access_check;

pub(super) static RULES: &[&Rule] =
    &[&queue_dlq_check::RULE, &queue_no_public_access::RULE, &queue_policy_full_access_check::RULE];

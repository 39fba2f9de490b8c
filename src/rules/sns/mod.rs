//! Amazon SNS.

use super::Rule;

mod encrypted_kms;
mod topic_message_delivery_notification_enabled;
mod topic_no_public_access;

pub(super) static RULES: &[&Rule] = &[
    &encrypted_kms::RULE,
    &topic_message_delivery_notification_enabled::RULE,
    &topic_no_public_access::RULE,
];

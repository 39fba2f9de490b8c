//! AWS CloudFormation.

use super::Rule;

mod stack_notification_check;

pub(super) static RULES: &[&Rule] = &[&stack_notification_check::RULE];

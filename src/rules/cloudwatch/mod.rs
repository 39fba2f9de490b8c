//! Amazon CloudWatch.

use super::Rule;

mod alarm_action_check;
mod alarm_action_enabled_check;
mod alarm_settings_check;

pub(super) static RULES: &[&Rule] =
    &[&alarm_action_check::RULE, &alarm_action_enabled_check::RULE, &alarm_settings_check::RULE];

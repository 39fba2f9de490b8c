//! AWS Elastic Beanstalk.

use super::Rule;

#[macro_use]
mod option;
mod enhanced_health_reporting_enabled;
mod logs_to_cloudwatch;
mod managed_updates_enabled;

pub(super) static RULES: &[&Rule] =
    &[&enhanced_health_reporting_enabled::RULE, &logs_to_cloudwatch::RULE, &managed_updates_enabled::RULE];

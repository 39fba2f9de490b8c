//! AWS CodePipeline.

use super::Rule;

mod deployment_count_check;
mod region_fanout_check;
mod stages;

pub(super) static RULES: &[&Rule] = &[&deployment_count_check::RULE, &region_fanout_check::RULE];

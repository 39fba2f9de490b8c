//! Amazon EC2 Auto Scaling.

use super::Rule;

mod group_elb_healthcheck_required;

pub(super) static RULES: &[&Rule] = &[&group_elb_healthcheck_required::RULE];

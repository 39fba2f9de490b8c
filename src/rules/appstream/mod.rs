//! Amazon AppStream 2.0.

use super::Rule;

mod fleet_in_vpc;

pub(super) static RULES: &[&Rule] = &[&fleet_in_vpc::RULE];

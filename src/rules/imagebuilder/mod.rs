//! EC2 Image Builder.

use super::Rule;

mod imagerecipe_ebs_volumes_encrypted;

pub(super) static RULES: &[&Rule] = &[&imagerecipe_ebs_volumes_encrypted::RULE];

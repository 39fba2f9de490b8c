//! Amazon Interactive Video Service.

use super::Rule;

mod channel_playback_authorization_enabled;

pub(super) static RULES: &[&Rule] = &[&channel_playback_authorization_enabled::RULE];

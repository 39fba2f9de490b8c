//! AWS IoT Core.

use super::Rule;

mod authorizer_token_signing_enabled;
mod provisioning_template_jitp;

pub(super) static RULES: &[&Rule] =
    &[&authorizer_token_signing_enabled::RULE, &provisioning_template_jitp::RULE];

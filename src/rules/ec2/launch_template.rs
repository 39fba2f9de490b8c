//! What an EC2 instance takes from its launch template.

use crate::rules::*;

/// The instance has a launch template.
pub(super) const HAS_TEMPLATE: Check = property("LaunchTemplate").is_present();

/// The instance's launch template satisfies `check`; unknown if it is not in the template.
pub(super) const fn launch_template(check: &'static Check) -> Check {
    follow_first(
        &["LaunchTemplate.LaunchTemplateId", "LaunchTemplate.LaunchTemplateName"],
        &["AWS::EC2::LaunchTemplate"],
        check,
    )
}

//! The control plane logs that a cluster can send to CloudWatch.

use crate::rules::*;

const ENABLED: &str = "Logging.ClusterLogging.EnabledTypes";

pub(super) const API: Check =
    some_item(ENABLED, &property("Type").equals("api")).explained("the log type api is off");
pub(super) const AUDIT: Check =
    some_item(ENABLED, &property("Type").equals("audit")).explained("the log type audit is off");
pub(super) const AUTHENTICATOR: Check = some_item(ENABLED, &property("Type").equals("authenticator"))
    .explained("the log type authenticator is off");
pub(super) const CONTROLLER_MANAGER: Check =
    some_item(ENABLED, &property("Type").equals("controllerManager"))
        .explained("the log type controllerManager is off");
pub(super) const SCHEDULER: Check =
    some_item(ENABLED, &property("Type").equals("scheduler")).explained("the log type scheduler is off");

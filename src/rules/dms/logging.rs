//! The log settings of replication tasks, as the page "Logging task settings" of the DMS User Guide has them.

use crate::rules::*;

/// Logging is on.
pub(super) const IS_ON: Check = property("Logging.EnableLogging").default("false").is_true();

/// A component of the log writes at least what it writes by default, as it does where the settings don't name it.
pub(super) const fn writes(component: &'static str) -> Check {
    setting("Logging.LogComponents", "Id", component, &WRITES)
}

static WRITES: Check = property("Severity").default("LOGGER_SEVERITY_DEFAULT").is_one_of(&[
    "LOGGER_SEVERITY_DEFAULT",
    "LOGGER_SEVERITY_DEBUG",
    "LOGGER_SEVERITY_DETAILED_DEBUG",
]);

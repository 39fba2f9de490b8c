//! Amazon ECS.

use super::{Check, Rule, all_of, property};

mod awsvpc_networking_enabled;
mod capacity_provider_termination_check;
mod container_insights_enabled;
mod containers_nonprivileged;
mod containers_readonly_access;
mod fargate_latest_platform_version;
mod no_environment_secrets;
mod service_propagate_tags_enabled;
mod task_definition_efs_encryption_enabled;
mod task_definition_linux_user_non_root;
mod task_definition_log_configuration;
mod task_definition_memory_hard_limit;
mod task_definition_network_mode_not_host;
mod task_definition_nonroot_user;
mod task_definition_pid_mode_check;
mod task_definition_user_for_host_mode_check;
mod task_definition_windows_user_non_admin;

pub(super) static RULES: &[&Rule] = &[
    &awsvpc_networking_enabled::RULE,
    &capacity_provider_termination_check::RULE,
    &container_insights_enabled::RULE,
    &containers_nonprivileged::RULE,
    &containers_readonly_access::RULE,
    &fargate_latest_platform_version::RULE,
    &no_environment_secrets::RULE,
    &service_propagate_tags_enabled::RULE,
    &task_definition_efs_encryption_enabled::RULE,
    &task_definition_linux_user_non_root::RULE,
    &task_definition_log_configuration::RULE,
    &task_definition_memory_hard_limit::RULE,
    &task_definition_network_mode_not_host::RULE,
    &task_definition_nonroot_user::RULE,
    &task_definition_pid_mode_check::RULE,
    &task_definition_user_for_host_mode_check::RULE,
    &task_definition_windows_user_non_admin::RULE,
];

/// The container names a user other than root.
const IS_NOT_ROOT: Check = all_of(&[
    property("User").is_present(),
    property("User").is_none_of(&["root", "0"]),
    property("User").starts_with_none_of(&["root:", "0:"]),
]);

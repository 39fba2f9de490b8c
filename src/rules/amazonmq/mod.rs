//! Amazon MQ.

use super::{Check, Rule, property};

mod active_broker_ldap_authentication;
mod active_deployment_mode;
mod active_mq_supported_version;
mod active_single_instance_broker_storage_type_efs;
mod auto_minor_version_upgrade_enabled;
mod automatic_minor_version_upgrade_enabled;
mod broker_general_logging_enabled;
mod cloudwatch_audit_log_enabled;
mod cloudwatch_audit_logging_enabled;
mod no_public_access;
mod rabbit_deployment_mode;
mod rabbit_mq_supported_version;
mod version;

pub(super) static RULES: &[&Rule] = &[
    &active_broker_ldap_authentication::RULE,
    &active_deployment_mode::RULE,
    &active_mq_supported_version::RULE,
    &active_single_instance_broker_storage_type_efs::RULE,
    &auto_minor_version_upgrade_enabled::RULE,
    &automatic_minor_version_upgrade_enabled::RULE,
    &broker_general_logging_enabled::RULE,
    &cloudwatch_audit_log_enabled::RULE,
    &cloudwatch_audit_logging_enabled::RULE,
    &no_public_access::RULE,
    &rabbit_deployment_mode::RULE,
    &rabbit_mq_supported_version::RULE,
];

/// The broker runs ActiveMQ.
const IS_ACTIVE_MQ: Check = property("EngineType").ignoring_case().equals("ACTIVEMQ");

/// The broker runs RabbitMQ.
const IS_RABBIT_MQ: Check = property("EngineType").ignoring_case().equals("RABBITMQ");

//! Amazon SageMaker.

use super::Rule;

mod data_quality_job_encrypt_in_transit;
mod data_quality_job_isolation;
mod domain_in_vpc;
mod endpoint_config_prod_instance_count;
mod endpoint_configuration_kms_key_configured;
mod featuregroup_encryption_at_rest;
mod featuregroup_online_store_encryption;
mod model_bias_job_encrypt_in_transit;
mod model_bias_job_isolation;
mod model_explainability_job_encrypt_in_transit;
mod model_in_vpc;
mod model_isolation_enabled;
mod model_multicontainer_private_registry;
mod model_private_registry_required;
mod model_quality_job_encrypt_in_transit;
mod monitoring_schedule_isolation;
mod notebook_instance_inside_vpc;
mod notebook_instance_kms_key_configured;
mod notebook_instance_platform_version;
mod notebook_instance_root_access_check;
mod notebook_no_direct_internet_access;

pub(super) static RULES: &[&Rule] = &[
    &data_quality_job_encrypt_in_transit::RULE,
    &data_quality_job_isolation::RULE,
    &domain_in_vpc::RULE,
    &endpoint_config_prod_instance_count::RULE,
    &endpoint_configuration_kms_key_configured::RULE,
    &featuregroup_encryption_at_rest::RULE,
    &featuregroup_online_store_encryption::RULE,
    &model_bias_job_encrypt_in_transit::RULE,
    &model_bias_job_isolation::RULE,
    &model_explainability_job_encrypt_in_transit::RULE,
    &model_in_vpc::RULE,
    &model_isolation_enabled::RULE,
    &model_multicontainer_private_registry::RULE,
    &model_private_registry_required::RULE,
    &model_quality_job_encrypt_in_transit::RULE,
    &monitoring_schedule_isolation::RULE,
    &notebook_instance_inside_vpc::RULE,
    &notebook_instance_kms_key_configured::RULE,
    &notebook_instance_platform_version::RULE,
    &notebook_instance_root_access_check::RULE,
    &notebook_no_direct_internet_access::RULE,
];

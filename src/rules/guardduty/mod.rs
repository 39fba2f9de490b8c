//! Amazon GuardDuty.

use super::Rule;

#[macro_use]
mod feature;
mod ec2_protection_runtime_enabled;
mod ecs_protection_runtime_enabled;
mod eks_protection_audit_enabled;
mod eks_protection_runtime_enabled;
mod lambda_protection_enabled;
mod malware_protection_enabled;
mod rds_protection_enabled;
mod runtime_monitoring_enabled;
mod s3_protection_enabled;

pub(super) static RULES: &[&Rule] = &[
    &ec2_protection_runtime_enabled::RULE,
    &ecs_protection_runtime_enabled::RULE,
    &eks_protection_audit_enabled::RULE,
    &eks_protection_runtime_enabled::RULE,
    &lambda_protection_enabled::RULE,
    &malware_protection_enabled::RULE,
    &rds_protection_enabled::RULE,
    &runtime_monitoring_enabled::RULE,
    &s3_protection_enabled::RULE,
];

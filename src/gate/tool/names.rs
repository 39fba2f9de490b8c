//! What rules of other tools correspond to which of ours: only where both check the same, as far as their documentation tells.
//!
//! A rule of theirs that checks a part of what one of ours checks is not here: suppressing the part must not suppress the whole.

/// From a tool's rule to names of ours.
pub(super) type Table = &'static [(&'static str, &'static [&'static str])];

/// The rules of cfn_nag. Facts: `cfn_nag_rules`, which prints them with their messages.
pub(super) const CFN_NAG: Table = &[
    ("F1", &["encrypted-volumes"]),
    ("F19", &["cmk-backing-key-rotation-enabled"]),
    ("F22", &["rds-instance-public-access-check"]),
    ("F26", &["rds-cluster-encrypted-at-rest"]),
    ("F27", &["rds-storage-encrypted"]),
    ("F32", &["efs-encrypted-check"]),
    ("W10", &["cloudfront-accesslogs-enabled"]),
    ("W26", &["elb-logging-enabled"]),
    ("W33", &["subnet-auto-assign-public-ip-disabled"]),
    ("W35", &["s3-bucket-logging-enabled"]),
    ("W41", &["s3-bucket-server-side-encryption-enabled"]),
    ("W47", &["sns-encrypted-kms"]),
    ("W52", &["elb-logging-enabled"]),
    ("W60", &["vpc-flow-logs-enabled"]),
    ("W78", &["dynamodb-pitr-enabled"]),
    ("W84", &["cloudwatch-log-group-encrypted"]),
    ("W89", &["lambda-inside-vpc"]),
    ("W92", &["lambda-concurrency-check"]),
];

/// The rules of Checkov. Facts: Checkov's documentation, "CloudFormation resource scans (auto generated)".
pub(super) const CHECKOV: Table = &[
    ("CKV_AWS_3", &["encrypted-volumes"]),
    ("CKV_AWS_5", &["elasticsearch-encrypted-at-rest"]),
    ("CKV_AWS_6", &["elasticsearch-node-to-node-encryption-check"]),
    ("CKV_AWS_7", &["cmk-backing-key-rotation-enabled"]),
    ("CKV_AWS_16", &["rds-storage-encrypted"]),
    ("CKV_AWS_17", &["rds-instance-public-access-check"]),
    ("CKV_AWS_18", &["s3-bucket-logging-enabled"]),
    ("CKV_AWS_19", &["s3-bucket-server-side-encryption-enabled"]),
    ("CKV_AWS_21", &["s3-bucket-versioning-enabled"]),
    ("CKV_AWS_26", &["sns-encrypted-kms"]),
    ("CKV_AWS_28", &["dynamodb-pitr-enabled"]),
    ("CKV_AWS_35", &["cloud-trail-encryption-enabled"]),
    ("CKV_AWS_36", &["cloud-trail-log-file-validation-enabled"]),
    ("CKV_AWS_42", &["efs-encrypted-check"]),
    ("CKV_AWS_65", &["ecs-container-insights-enabled"]),
    ("CKV_AWS_68", &["cloudfront-associated-with-waf"]),
    ("CKV_AWS_73", &["api-gw-xray-enabled"]),
    ("CKV_AWS_79", &["ec2-imdsv2-check", "ec2-launch-template-imdsv2-check"]),
    ("CKV_AWS_84", &["elasticsearch-logs-to-cloudwatch"]),
    ("CKV_AWS_86", &["cloudfront-accesslogs-enabled"]),
    ("CKV_AWS_91", &["elb-logging-enabled"]),
    ("CKV_AWS_92", &["elb-logging-enabled"]),
    ("CKV_AWS_115", &["lambda-concurrency-check"]),
    ("CKV_AWS_116", &["lambda-dlq-check"]),
    ("CKV_AWS_117", &["lambda-inside-vpc"]),
    ("CKV_AWS_118", &["rds-enhanced-monitoring-enabled"]),
    ("CKV_AWS_131", &["alb-http-drop-invalid-header-enabled"]),
    ("CKV_AWS_157", &["rds-multi-az-support"]),
    ("CKV_AWS_158", &["cloudwatch-log-group-encrypted"]),
    ("CKV_AWS_161", &["rds-instance-iam-authentication-enabled"]),
    ("CKV_AWS_162", &["rds-cluster-iam-authentication-enabled"]),
];

/// The rules of cdk-nag's pack AwsSolutions. Facts: cdk-nag's `RULES.md`.
pub(super) const CDK_NAG: Table = &[
    ("AwsSolutions-CFR3", &["cloudfront-accesslogs-enabled"]),
    ("AwsSolutions-DDB3", &["dynamodb-pitr-enabled"]),
    ("AwsSolutions-ECS4", &["ecs-container-insights-enabled"]),
    ("AwsSolutions-EFS1", &["efs-encrypted-check"]),
    ("AwsSolutions-ELB2", &["elb-logging-enabled"]),
    ("AwsSolutions-KMS5", &["cmk-backing-key-rotation-enabled"]),
    ("AwsSolutions-RDS2", &["rds-storage-encrypted", "rds-cluster-encrypted-at-rest"]),
    ("AwsSolutions-RDS3", &["rds-multi-az-support"]),
    (
        "AwsSolutions-RDS10",
        &["rds-instance-deletion-protection-enabled", "rds-cluster-deletion-protection-enabled"],
    ),
    ("AwsSolutions-S1", &["s3-bucket-logging-enabled"]),
    ("AwsSolutions-S10", &["s3-bucket-ssl-requests-only"]),
    ("AwsSolutions-SMG4", &["secretsmanager-rotation-enabled-check"]),
    ("AwsSolutions-VPC7", &["vpc-flow-logs-enabled"]),
];

/// The packs of cdk-nag whose rules have the names of AWS Config's, without hyphens: `HIPAA.Security-S3BucketLoggingEnabled`.
pub(super) const CDK_NAG_PACKS: [&str; 4] =
    ["HIPAA.Security", "NIST.800.53.R4", "NIST.800.53.R5", "PCI.DSS.321"];

#[cfg(test)]
mod tests {
    use super::{CDK_NAG, CFN_NAG, CHECKOV};
    use crate::rules;
    use std::collections::HashSet;

    #[test]
    fn every_name_is_that_of_a_rule_with_verdicts() {
        for (id, names) in [CDK_NAG, CFN_NAG, CHECKOV].into_iter().flatten() {
            for name in *names {
                let rule = rules::find(name).unwrap_or_else(|| panic!("{id}: there is no rule {name}"));
                assert_eq!(rule.name, *name, "{id}");
                assert!(rule.is_implemented(), "{id}: {name}");
            }
        }
    }

    #[test]
    fn every_id_is_there_once() {
        for table in [CDK_NAG, CFN_NAG, CHECKOV] {
            let ids: HashSet<_> = table.iter().map(|(id, _)| id).collect();
            assert_eq!(ids.len(), table.len());
        }
    }
}

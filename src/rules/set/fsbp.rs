//! AWS Foundational Security Best Practices: which Security Hub controls belong to it, and the parameters that
//! Security Hub passes to their rules.
//!
//! Facts: the AWS Security Hub User Guide, "AWS Foundational Security Best Practices standard" and the pages of
//! the controls.

use crate::rules::Rule;

/// Controls of the catalogue that belong to other standards (CIS, NIST, PCI DSS, resource tagging), or that were
/// retired.
const NOT_IN_FSBP: &[&str] = &[
    "Account.2",
    "AppConfig.1",
    "AppSync.1",
    "AppSync.6",
    "Athena.1",
    "AutoScaling.4",
    "BedrockAgentCore.3",
    "CloudFormation.1",
    "CloudFront.2",
    "CloudTrail.3",
    "CloudTrail.6",
    "CloudTrail.7",
    "CloudWatch.15",
    "CloudWatch.16",
    "CloudWatch.17",
    "CodeBuild.5",
    "DynamoDB.4",
    "EC2.12",
    "EC2.13",
    "EC2.14",
    "EC2.22",
    "EC2.28",
    "EC2.29",
    "EC2.53",
    "EC2.54",
    "EC2.55",
    "EC2.56",
    "EC2.57",
    "EC2.58",
    "EC2.60",
    "ECR.5",
    "ECS.17",
    "EFS.6",
    "ELB.16",
    "EventBridge.4",
    "FraudDetector.1",
    "FraudDetector.2",
    "FraudDetector.3",
    "FraudDetector.4",
    "Glue.2",
    "IAM.9",
    "IAM.10",
    "IAM.11",
    "IAM.12",
    "IAM.13",
    "IAM.14",
    "IAM.15",
    "IAM.16",
    "IAM.17",
    "IAM.18",
    "IAM.19",
    "IAM.22",
    "IAM.26",
    "IAM.27",
    "KMS.4",
    "Lambda.3",
    "Lambda.7",
    "MQ.5",
    "MQ.6",
    "MSK.2",
    "Neptune.9",
    "NetworkFirewall.1",
    "Opensearch.11",
    "RDS.26",
    "RDS.38",
    "RDS.39",
    "Redshift.9",
    "S3.4",
    "S3.7",
    "S3.10",
    "S3.11",
    "S3.14",
    "S3.15",
    "S3.17",
    "S3.20",
    "S3.22",
    "S3.23",
    "SNS.1",
    "SNS.2",
    "SageMaker.6",
    "SageMaker.7",
    "WAF.11",
];

/// Controls that are left out of the standard, or stand behind a rule, by common knowledge of the field: AWS's pages
/// on them were not at hand.
const BY_COMMON_KNOWLEDGE: &[&str] = &[
    "EventBridge.4",
    "IAM.27",
    "Lambda.7",
    "MQ.5",
    "MQ.6",
    "MSK.2",
    "Neptune.9",
    "NetworkFirewall.1",
    "Opensearch.11",
];

/// The controls that `rule` stands behind by common knowledge, not by AWS's pages.
pub fn by_common_knowledge(rule: &Rule) -> impl Iterator<Item = &'static str> + use<> {
    rule.security_hub.iter().copied().filter(|control| BY_COMMON_KNOWLEDGE.contains(control))
}

/// The controls of the standard that `rule` stands behind.
pub fn controls(rule: &Rule) -> impl Iterator<Item = &'static str> + use<> {
    rule.security_hub.iter().copied().filter(|control| !NOT_IN_FSBP.contains(control))
}

/// The parameters that Security Hub passes to the rule with this identifier, where they differ from the rule's
/// defaults.
///
/// The oldest supported versions of Kubernetes (EKS.2, EKS.9) are not here: Security Hub moves them with every
/// release.
pub fn parameters(identifier: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    PARAMETERS.iter().filter(move |row| row.0 == identifier).map(|row| (row.1, row.2))
}

/// Every rule, parameter and value of the table below.
pub fn all_parameters() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    PARAMETERS.iter().copied()
}

const DESYNC: &str = "defensive, strictest";
const NON_AURORA: &str = "mariadb,mysql,custom-oracle-ee,oracle-ee-cdb,oracle-se2-cdb,oracle-ee,oracle-se2,\
oracle-se1,oracle-se,postgres,sqlserver-ee,sqlserver-se,sqlserver-ex,sqlserver-web";
const DROP_OR_FORWARD: &str = "aws:drop,aws:forward_to_sfe";
const KMS_DECRYPTION: &str = "kms:ReEncryptFrom,kms:Decrypt";

static PARAMETERS: &[(&str, &str, &str)] = &[
    ("ACM_CERTIFICATE_EXPIRATION_CHECK", "daysToExpiration", "30"),
    ("ALB_DESYNC_MODE_CHECK", "desyncMode", DESYNC),
    (
        "APIGATEWAY_DOMAIN_NAME_TLS_CHECK",
        "allowedSecurityPolicies",
        "SecurityPolicy_TLS13_1_3_2025_09,SecurityPolicy_TLS13_1_3_FIPS_2025_09,\
SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09,SecurityPolicy_TLS13_2025_EDGE,SecurityPolicy_TLS12_PFS_2025_EDGE",
    ),
    (
        "APPSYNC_AUTHORIZATION_CHECK",
        "AllowedAuthorizationTypes",
        "AWS_LAMBDA,AWS_IAM,OPENID_CONNECT,AMAZON_COGNITO_USER_POOLS",
    ),
    ("CLB_DESYNC_MODE_CHECK", "desyncMode", DESYNC),
    ("CLOUDFRONT_SSL_POLICY_CHECK", "securityPolicies", "TLSv1.2_2021,TLSv1.2_2025,TLSv1.3_2025"),
    ("COGNITO_USER_POOL_ADVANCED_SECURITY_ENABLED", "SecurityMode", "ENFORCED"),
    ("DB_INSTANCE_BACKUP_ENABLED", "backupRetentionMinimum", "7"),
    ("DB_INSTANCE_BACKUP_ENABLED", "checkReadReplicas", "false"),
    ("ECS_FARGATE_LATEST_PLATFORM_VERSION", "latestLinuxVersion", "1.4.0"),
    ("ECS_FARGATE_LATEST_PLATFORM_VERSION", "latestWindowsVersion", "1.0.0"),
    (
        "ECS_NO_ENVIRONMENT_SECRETS",
        "secretKeys",
        "AWS_ACCESS_KEY_ID,AWS_SECRET_ACCESS_KEY,ECS_ENGINE_AUTH_DATA",
    ),
    ("ECS_TASK_DEFINITION_USER_FOR_HOST_MODE_CHECK", "SkipInactiveTaskDefinitions", "true"),
    ("EKS_CLUSTER_LOG_ENABLED", "logTypes", "audit"),
    ("ELASTICACHE_REDIS_CLUSTER_AUTOMATIC_BACKUP_CHECK", "snapshotRetentionPeriod", "1"),
    ("ELASTICSEARCH_LOGS_TO_CLOUDWATCH", "logTypes", "error"),
    (
        "ELBV2_PREDEFINED_SECURITY_POLICY_SSL_CHECK",
        "sslPolicies",
        "ELBSecurityPolicy-TLS13-1-2-2021-06,ELBSecurityPolicy-TLS13-1-2-FIPS-2023-04,\
ELBSecurityPolicy-TLS13-1-3-2021-06,ELBSecurityPolicy-TLS13-1-3-FIPS-2023-04,ELBSecurityPolicy-TLS13-1-2-Res-2021-06,\
ELBSecurityPolicy-TLS13-1-2-Res-FIPS-2023-04",
    ),
    ("ELB_PREDEFINED_SECURITY_POLICY_SSL_CHECK", "predefinedPolicyName", "ELBSecurityPolicy-TLS-1-2-2017-01"),
    ("FSX_ONTAP_DEPLOYMENT_TYPE_CHECK", "deploymentTypes", "MULTI_AZ_1,MULTI_AZ_2"),
    ("FSX_OPENZFS_DEPLOYMENT_TYPE_CHECK", "deploymentTypes", "MULTI_AZ_1"),
    ("FSX_WINDOWS_DEPLOYMENT_TYPE_CHECK", "deploymentTypes", "MULTI_AZ_1"),
    ("GLUE_SPARK_JOB_SUPPORTED_VERSION", "minimumSupportedGlueVersion", "3.0"),
    ("IAM_CUSTOMER_POLICY_BLOCKED_KMS_ACTIONS", "blockedActionsPatterns", KMS_DECRYPTION),
    ("IAM_INLINE_POLICY_BLOCKED_KMS_ACTIONS", "blockedActionsPatterns", KMS_DECRYPTION),
    ("NETFW_POLICY_DEFAULT_ACTION_FRAGMENT_PACKETS", "statelessFragmentDefaultActions", DROP_OR_FORWARD),
    ("NETFW_POLICY_DEFAULT_ACTION_FULL_PACKETS", "statelessDefaultActions", DROP_OR_FORWARD),
    (
        "OPENSEARCH_HTTPS_REQUIRED",
        "tlsPolicies",
        "Policy-Min-TLS-1-2-PFS-2023-10,Policy-Min-TLS-1-2-RFC9151-2024-08",
    ),
    ("OPENSEARCH_LOGS_TO_CLOUDWATCH", "logTypes", "error"),
    ("RDS_INSTANCE_DELETION_PROTECTION_ENABLED", "databaseEngines", NON_AURORA),
    ("REDSHIFT_BACKUP_ENABLED", "MinRetentionPeriod", "7"),
    (
        "S3_BUCKET_BLACKLISTED_ACTIONS_PROHIBITED",
        "blacklistedActionPattern",
        "s3:DeleteBucketPolicy,s3:PutBucketAcl,s3:PutBucketPolicy,s3:PutEncryptionConfiguration,s3:PutObjectAcl",
    ),
    (
        "SAGEMAKER_NOTEBOOK_INSTANCE_PLATFORM_VERSION",
        "supportedPlatformIdentifierVersions",
        "notebook-al2-v3",
    ),
    ("SERVICE_VPC_ENDPOINT_ENABLED", "serviceName", "ec2"),
    ("VPC_FLOW_LOGS_ENABLED", "trafficType", "REJECT"),
    ("VPC_SG_OPEN_ONLY_TO_AUTHORIZED_PORTS", "authorizedTcpPorts", "80,443"),
];

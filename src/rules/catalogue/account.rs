//! The rules that judge the account as a whole: no resource of a template is what they look at.

use super::*;
use crate::rules::{DecidedBy, Rule};

/// The rules of this file.
pub(in crate::rules) static RULES: &[&Rule] = rules! { DecidedBy::Account;
    "ACCOUNT_PART_OF_ORGANIZATIONS" "account-part-of-organizations" Periodic High [] []
        &[optional(String, "MasterAccountId", "id that the management account must have")],
        "The account should be a member of an AWS organization."
        "whether the account belongs to an organization is no property of any resource in a template";
    "AWS_CONFIG_PROCESS_CHECK" "aws-config-process-check" Periodic Medium [] []
        &[],
        "Manual process check whose result people record themselves."
        "people record the result by hand (PutExternalEvaluation); nothing is evaluated";
    "CLOUDTRAIL_ALL_READ_S3_DATA_EVENT_CHECK" "cloudtrail-all-read-s3-data-event-check" Periodic Medium [] []
        &[],
        "A multi-Region trail should log all S3 read data events."
        ANY_TRAIL;
    "CLOUDTRAIL_ALL_WRITE_S3_DATA_EVENT_CHECK" "cloudtrail-all-write-s3-data-event-check" Periodic Medium [] []
        &[],
        "A multi-Region trail should log all S3 write data events."
        ANY_TRAIL;
    "CLOUDTRAIL_S3_DATAEVENTS_ENABLED" "cloudtrail-s3-dataevents-enabled" Periodic Low [] []
        &[optional(String, "S3BucketNames", "buckets whose object events must be logged; all buckets when absent")],
        "A CloudTrail trail should log S3 data events."
        ANY_TRAIL;
    "CLOUDTRAIL_SECURITY_TRAIL_ENABLED" "cloudtrail-security-trail-enabled" Periodic Medium [] []
        &[],
        "The account should have a CloudTrail trail set up by security best practice."
        ANY_TRAIL;
    "CLOUD_TRAIL_ENABLED" "cloudtrail-enabled" Periodic High [] []
        &[optional(String, "s3BucketName", "bucket that must receive the logs"), optional(String, "snsTopicArn", "SNS topic that must be notified"), optional(String, "cloudWatchLogsLogGroupArn", "log group that must receive the events")],
        "CloudTrail should be enabled in the account."
        ANY_TRAIL => "AWS-EnableCloudTrail";
    "DYNAMODB_THROUGHPUT_LIMIT_CHECK" "dynamodb-throughput-limit-check" Periodic Medium [] []
        &[optional(Int, "accountRCUThresholdPercentage", "percentage of the read limit at which the rule turns noncompliant").or("80"), optional(Int, "accountWCUThresholdPercentage", "percentage of the write limit at which the rule turns noncompliant").or("80")],
        "Provisioned DynamoDB capacity should stay clear of the account limit."
        "the rule adds up the capacity of all tables of the account and compares it with the account's quota";
    "EBS_SNAPSHOT_PUBLIC_RESTORABLE_CHECK" "ebs-snapshot-public-restorable-check" Periodic Critical [] ["EC2.1"]
        &[],
        "EBS snapshots should not be publicly restorable."
        "the rule looks at every EBS snapshot of the account; CloudFormation creates none" => "AWSSupport-ModifyEBSSnapshotPermission";
    "EC2_EBS_ENCRYPTION_BY_DEFAULT" "ec2-ebs-encryption-by-default" Periodic Medium [] ["EC2.7"]
        &[],
        "EBS encryption by default should be on."
        "encryption by default is a setting of the account in a Region, and CloudFormation has no resource for it" => "AWSConfigRemediation-EnableEbsEncryptionByDefault";
    "EMR_BLOCK_PUBLIC_ACCESS" "emr-block-public-access" Periodic Critical [] ["EMR.2"]
        &[],
        "EMR block public access should be on for the account."
        "blocking public access is a setting of EMR for the account in a Region, and CloudFormation has no resource for it";
    "GUARDDUTY_ENABLED_CENTRALIZED" "guardduty-enabled-centralized" Periodic High [] ["GuardDuty.1"]
        &[optional(String, "CentralMonitoringAccount", "12-digit account ids that may be the administrator")],
        "GuardDuty should be enabled."
        "a detector may have been switched on in the account by other means, and its administrator is chosen outside any template" => "AWSConfigRemediation-CreateGuardDutyDetector";
    "IAM_EXTERNAL_ACCESS_ANALYZER_ENABLED" "iam-external-access-analyzer-enabled" Periodic High [] ["IAM.28"]
        &[],
        "An external access analyzer should exist in the account."
        "any external access analyzer of the account will do; one that this template does not create may exist";
    "IAM_PASSWORD_POLICY" "iam-password-policy" Periodic Medium [] ["IAM.7", "IAM.10", "IAM.11", "IAM.12", "IAM.13", "IAM.14", "IAM.15", "IAM.16", "IAM.17"]
        &[optional(Boolean, "RequireUppercaseCharacters", "demand an uppercase letter").or("true"), optional(Boolean, "RequireLowercaseCharacters", "demand a lowercase letter").or("true"), optional(Boolean, "RequireSymbols", "demand a symbol").or("true"), optional(Boolean, "RequireNumbers", "demand a digit").or("true"), optional(Int, "MinimumPasswordLength", "least length").or("14"), optional(Int, "PasswordReusePrevention", "passwords before reuse").or("24"), optional(Int, "MaxPasswordAge", "days until a password expires").or("90")],
        "The account password policy should meet the requirements."
        "the password policy is a setting of the account, and CloudFormation has no resource for it" => "AWSConfigRemediation-SetIAMPasswordPolicy";
    "IAM_POLICY_IN_USE" "iam-policy-in-use" Periodic Low [] ["IAM.18"]
        &[required(String, "policyARN", "ARN of the policy that must be in use"), optional(String, "policyUsageType", "IAM_USER, IAM_GROUP, IAM_ROLE or ANY").or("ANY")],
        "The given IAM policy should be in use."
        "the policy may be attached anywhere in the account, whatever this template attaches";
    "IAM_ROOT_ACCESS_KEY_CHECK" "iam-root-access-key-check" Periodic Critical [] ["IAM.4"]
        &[],
        "The root user should have no access key."
        ROOT_USER;
    "INSPECTOR_EC2_SCAN_ENABLED" "inspector-ec2-scan-enabled" Periodic High [] ["Inspector.1"]
        &[],
        "Inspector EC2 scanning should be on."
        INSPECTOR;
    "INSPECTOR_ECR_SCAN_ENABLED" "inspector-ecr-scan-enabled" Periodic High [] ["Inspector.2"]
        &[],
        "Inspector ECR scanning should be on."
        INSPECTOR;
    "INSPECTOR_LAMBDA_CODE_SCAN_ENABLED" "inspector-lambda-code-scan-enabled" Periodic High [] ["Inspector.3"]
        &[],
        "Amazon Inspector Lambda code scanning should be enabled."
        INSPECTOR;
    "INSPECTOR_LAMBDA_STANDARD_SCAN_ENABLED" "inspector-lambda-standard-scan-enabled" Periodic High [] ["Inspector.4"]
        &[],
        "Inspector Lambda standard scanning should be on."
        INSPECTOR;
    "MACIE_AUTO_SENSITIVE_DATA_DISCOVERY_CHECK" "macie-auto-sensitive-data-discovery-check" Periodic High [] ["Macie.2"]
        &[],
        "Macie automated sensitive data discovery should be on."
        "automated discovery is a setting of Macie for the account that CloudFormation only shows, never sets";
    "MACIE_STATUS_CHECK" "macie-status-check" Periodic Medium [] ["Macie.1"]
        &[],
        "Macie should be enabled."
        "Macie may have been enabled in the account by other means; a template without a session says nothing";
    "MULTI_REGION_CLOUD_TRAIL_ENABLED" "multi-region-cloudtrail-enabled" Periodic High [] ["CloudTrail.1"]
        &[optional(String, "s3BucketName", "bucket that the trail must use"), optional(String, "snsTopicArn", "topic that the trail must notify"), optional(String, "cloudWatchLogsLogGroupArn", "log group that the trail must use"), optional(Boolean, "includeManagementEvents", "whether the selectors include management events"), optional(String, "readWriteType", "ReadOnly, WriteOnly or ALL")],
        "The account should have a multi-Region trail that records management events."
        ANY_TRAIL => "AWSConfigRemediation-CreateCloudTrailMultiRegionTrail";
    "ROOT_ACCOUNT_HARDWARE_MFA_ENABLED" "root-account-hardware-mfa-enabled" Periodic Critical [] ["IAM.6"]
        &[],
        "The root user should sign in with a hardware MFA device."
        ROOT_USER;
    "ROOT_ACCOUNT_MFA_ENABLED" "root-account-mfa-enabled" Periodic Critical [] []
        &[],
        "The root user should have MFA."
        ROOT_USER;
    "S3_ACCOUNT_LEVEL_PUBLIC_ACCESS_BLOCKS" "s3-account-level-public-access-blocks" ConfigurationChange Medium [] []
        &PUBLIC_ACCESS_FLAGS,
        "The account should block public S3 access."
        ACCOUNT_PUBLIC_ACCESS_BLOCK => "AWSConfigRemediation-ConfigureS3PublicAccessBlock";
    "S3_ACCOUNT_LEVEL_PUBLIC_ACCESS_BLOCKS_PERIODIC" "s3-account-level-public-access-blocks-periodic" Periodic Medium [] ["S3.1"]
        &PUBLIC_ACCESS_FLAGS,
        "The account should block public S3 access (checked on a schedule)."
        ACCOUNT_PUBLIC_ACCESS_BLOCK => "AWSConfigRemediation-ConfigureS3PublicAccessBlock";
    "SECURITYHUB_ENABLED" "securityhub-enabled" Periodic Medium [] []
        &[],
        "Security Hub should be enabled in the account."
        "Security Hub may have been enabled in the account by other means; a template without a hub says nothing" => "AWSConfigRemediation-EnableSecurityHub";
    "SECURITY_ACCOUNT_INFORMATION_PROVIDED" "security-account-information-provided" Periodic Medium [] ["Account.1"]
        &[],
        "The account should have a security contact."
        "the security contact is a setting of the account, and CloudFormation has no resource for it";
    "SHIELD_ADVANCED_ENABLED_AUTORENEW" "shield-advanced-enabled-autorenew" Periodic Medium [] []
        &[],
        "Shield Advanced should be subscribed with automatic renewal."
        "the subscription to Shield Advanced belongs to the account, and CloudFormation has no resource for it";
    "SHIELD_DRT_ACCESS" "shield-drt-access" Periodic Medium [] []
        &[],
        "The Shield Response Team should have access to the account."
        "the response team's access is granted for the account, perhaps by another template";
    "SSM_AUTOMATION_BLOCK_PUBLIC_SHARING" "ssm-automation-block-public-sharing" Periodic Critical [] ["SSM.7"]
        &[],
        "SSM documents should be blocked from public sharing."
        SSM_SETTING;
    "SSM_AUTOMATION_LOGGING_ENABLED" "ssm-automation-logging-enabled" Periodic Medium [] ["SSM.6"]
        &[],
        "SSM Automation should log to CloudWatch."
        SSM_SETTING;
};

const ANY_TRAIL: &str =
    "any trail of the account or its organization will do; one that this template doesn't create may exist";
const ROOT_USER: &str = "the credentials of the root user are in no template";
const INSPECTOR: &str =
    "Amazon Inspector is switched on for the account, and CloudFormation has no resource for it";
const ACCOUNT_PUBLIC_ACCESS_BLOCK: &str = "blocking public access is a setting of S3 for the whole account, and CloudFormation has no resource for it";
const SSM_SETTING: &str =
    "it is a setting of Systems Manager for the account, and CloudFormation has no resource for it";

const PUBLIC_ACCESS_FLAGS: [Parameter; 4] = [
    optional(String, "IgnorePublicAcls", "the value that the flag should have").or("True"),
    optional(String, "BlockPublicPolicy", "the value that the flag should have").or("True"),
    optional(String, "BlockPublicAcls", "the value that the flag should have").or("True"),
    optional(String, "RestrictPublicBuckets", "the value that the flag should have").or("True"),
];

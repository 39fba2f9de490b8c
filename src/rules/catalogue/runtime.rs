//! The rules that need what exists only after deployment: time, use, live state, things that other services make.

use super::*;
use crate::rules::{DecidedBy, Rule};

/// The rules of this file.
pub(in crate::rules) static RULES: &[&Rule] = rules! { DecidedBy::Runtime;
    "ACCESS_KEYS_ROTATED" "access-keys-rotated" Periodic Medium ["AWS::IAM::User"] ["IAM.3"]
        &[required(Int, "maxAccessKeyAge", "greatest allowed age of an active access key, in days").or("90")],
        "Active IAM access keys should be rotated within the allowed number of days."
        "the age of an access key counts from the day it was created, which a template does not know";
    "ACM_CERTIFICATE_EXPIRATION_CHECK" "acm-certificate-expiration-check" Hybrid Medium ["AWS::CertificateManager::Certificate"] ["ACM.1"]
        &[optional(Int, "daysToExpiration", "days before expiry at which a certificate counts as noncompliant").or("14")],
        "ACM certificates should not be close to expiry."
        "the expiry date comes with the issued certificate, and the verdict changes with the calendar";
    "APPROVED_AMIS_BY_TAG" "approved-amis-by-tag" ConfigurationChange Medium ["AWS::EC2::Instance"] []
        &[required(StringMap, "amisByTagKeyAndValue", "up to ten tags, key or key:value, comma-separated").or("tag-key:tag-value,other-tag-key")],
        "EC2 instances should run on AMIs that carry approved tags."
        "the tags of an AMI are kept in EC2; a template only has the ID of the image";
    "AURORA_LAST_BACKUP_RECOVERY_POINT_CREATED" "aurora-last-backup-recovery-point-created" Periodic Medium ["AWS::RDS::DBCluster"] []
        &RECOVERY_POINT_AGE,
        "Aurora clusters should have a recent recovery point."
        NO_BACKUP_YET;
    "AURORA_MEETS_RESTORE_TIME_TARGET" "aurora-meets-restore-time-target" Periodic Medium ["AWS::RDS::DBCluster"] []
        &RESTORE_TIME,
        "Aurora clusters should be restorable within the target time."
        NO_RESTORE_YET;
    "AURORA_RESOURCES_IN_LOGICALLY_AIR_GAPPED_VAULT" "aurora-resources-in-logically-air-gapped-vault" Periodic Medium ["AWS::RDS::DBCluster"] []
        &RECOVERY_POINT_AGE,
        "Aurora clusters should have a recent recovery point in a logically air-gapped vault."
        NO_BACKUP_YET;
    "BACKUP_RECOVERY_POINT_ENCRYPTED" "backup-recovery-point-encrypted" ConfigurationChange Medium ["AWS::Backup::RecoveryPoint"] ["Backup.1"]
        &[],
        "Backup recovery points should be encrypted."
        NO_RECOVERY_POINT;
    "BACKUP_RECOVERY_POINT_MINIMUM_RETENTION_CHECK" "backup-recovery-point-minimum-retention-check" ConfigurationChange Medium ["AWS::Backup::RecoveryPoint"] []
        &[optional(Int, "requiredRetentionDays", "days a recovery point must be kept").or("35")],
        "Recovery points should be kept for the required number of days."
        NO_RECOVERY_POINT;
    "CLB_DESYNC_MODE_CHECK" "clb-desync-mode-check" ConfigurationChange Medium ["AWS::ElasticLoadBalancing::LoadBalancer"] ["ELB.14"]
        &[required(Csv, "desyncMode", "one or two allowed modes among Defensive, Strictest, Monitor")],
        "Classic Load Balancers should use an allowed desync mitigation mode."
        "CloudFormation has no property for the desync mitigation mode of a Classic Load Balancer";
    "CLOUDFORMATION_STACK_DRIFT_DETECTION_CHECK" "cloudformation-stack-drift-detection-check" Hybrid Medium ["AWS::CloudFormation::Stack"] []
        &[required(String, "cloudformationRoleArn", "ARN of the role with which Config runs drift detection")],
        "CloudFormation stacks should not have drifted."
        "drift is the difference between the template and what is deployed later";
    "CLOUDFORMATION_STACK_SERVICE_ROLE_CHECK" "cloudformation-stack-service-role-check" ConfigurationChange Medium ["AWS::CloudFormation::Stack"] ["CloudFormation.4"]
        &[],
        "CloudFormation stacks should use a service role."
        "the service role is an option of the stack operation, not a property in a template";
    "CLOUDFORMATION_TERMINATION_PROTECTION_CHECK" "cloudformation-termination-protection-check" ConfigurationChange Medium ["AWS::CloudFormation::Stack"] ["CloudFormation.3"]
        &[],
        "CloudFormation stacks should have termination protection."
        "termination protection is switched on for the stack, outside its template";
    "DOCDB_CLUSTER_SNAPSHOT_PUBLIC_PROHIBITED" "docdb-cluster-snapshot-public-prohibited" ConfigurationChange Critical ["AWS::RDS::DBClusterSnapshot"] ["DocumentDB.3"]
        &[],
        "DocumentDB cluster snapshots should not be public."
        NO_SNAPSHOT;
    "DYNAMODB_LAST_BACKUP_RECOVERY_POINT_CREATED" "dynamodb-last-backup-recovery-point-created" Periodic Medium ["AWS::DynamoDB::Table"] []
        &RECOVERY_POINT_AGE,
        "DynamoDB tables should have a recent recovery point."
        NO_BACKUP_YET;
    "DYNAMODB_MEETS_RESTORE_TIME_TARGET" "dynamodb-meets-restore-time-target" Periodic Medium ["AWS::DynamoDB::Table"] []
        &RESTORE_TIME,
        "DynamoDB tables should be restorable within the target time."
        NO_RESTORE_YET;
    "EBS_LAST_BACKUP_RECOVERY_POINT_CREATED" "ebs-last-backup-recovery-point-created" Periodic Medium ["AWS::EC2::Volume"] []
        &RECOVERY_POINT_AGE,
        "EBS volumes should have a recent recovery point."
        NO_BACKUP_YET;
    "EBS_MEETS_RESTORE_TIME_TARGET" "ebs-meets-restore-time-target" Periodic Medium ["AWS::EC2::Volume"] []
        &RESTORE_TIME,
        "EBS volumes should be restorable within the target time."
        NO_RESTORE_YET;
    "EBS_RESOURCES_IN_LOGICALLY_AIR_GAPPED_VAULT" "ebs-resources-in-logically-air-gapped-vault" Periodic Medium ["AWS::EC2::Volume"] []
        &RECOVERY_POINT_AGE,
        "EBS volumes should have a recent recovery point in a logically air-gapped vault."
        NO_BACKUP_YET;
    "EC2_INSTANCE_LAUNCHED_WITH_ALLOWED_AMI" "ec2-instance-launched-with-allowed-ami" Hybrid Medium ["AWS::EC2::Instance"] []
        &[optional(Csv, "InstanceStateNameList", "instance states to check: running, stopped or both")],
        "EC2 instances should come from AMIs that the account allows."
        "the criteria for allowed AMIs are a setting of the account, and the image's owner and tags are kept in EC2";
    "EC2_INSTANCE_MANAGED_BY_SSM" "ec2-instance-managed-by-systems-manager" ConfigurationChange Medium ["AWS::EC2::Instance", "AWS::SSM::ManagedInstanceInventory"] ["SSM.1"]
        &[],
        "EC2 instances should be managed by Systems Manager."
        "an instance is managed once its agent runs and has registered itself";
    "EC2_LAST_BACKUP_RECOVERY_POINT_CREATED" "ec2-last-backup-recovery-point-created" Periodic Medium ["AWS::EC2::Instance"] []
        &RECOVERY_POINT_AGE,
        "EC2 instances should have a recent recovery point."
        NO_BACKUP_YET;
    "EC2_MANAGEDINSTANCE_APPLICATIONS_BLACKLISTED" "ec2-managedinstance-applications-blacklisted" ConfigurationChange Medium ["AWS::SSM::ManagedInstanceInventory"] []
        &[required(Csv, "applicationNames", "forbidden applications, each a name or name:version; exact names, no wildcards"), optional(String, "platformType", "only nodes of this platform are checked, for example Linux or Windows")],
        "Managed nodes should not have forbidden applications installed."
        INVENTORY;
    "EC2_MANAGEDINSTANCE_APPLICATIONS_REQUIRED" "ec2-managedinstance-applications-required" ConfigurationChange Medium ["AWS::SSM::ManagedInstanceInventory"] []
        &[required(Csv, "applicationNames", "required applications, each a name or name:version (least version)"), optional(String, "platformType", "only nodes of this platform are checked, for example Linux or Windows")],
        "Managed nodes should have the required applications installed."
        INVENTORY;
    "EC2_MANAGEDINSTANCE_ASSOCIATION_COMPLIANCE_STATUS_CHECK" "ec2-managedinstance-association-compliance-status-check" ConfigurationChange Low ["AWS::SSM::AssociationCompliance"] ["SSM.3"]
        &[],
        "State Manager associations of managed nodes should be compliant."
        "the status is what State Manager reports after an association has run on the node";
    "EC2_MANAGEDINSTANCE_INVENTORY_BLACKLISTED" "ec2-managedinstance-inventory-blacklisted" ConfigurationChange Low ["AWS::SSM::ManagedInstanceInventory"] []
        &[required(Csv, "inventoryNames", "forbidden inventory types, for example AWS:Network"), optional(String, "platformType", "only nodes of this platform are checked, for example Linux or Windows")],
        "Managed nodes should not collect forbidden inventory types."
        INVENTORY;
    "EC2_MANAGEDINSTANCE_PATCH_COMPLIANCE_STATUS_CHECK" "ec2-managedinstance-patch-compliance-status-check" ConfigurationChange High ["AWS::SSM::PatchCompliance"] ["SSM.2"]
        &[],
        "Managed nodes should be compliant with their patch baseline."
        "the status is what Patch Manager reports after it has scanned the running node";
    "EC2_MANAGEDINSTANCE_PLATFORM_CHECK" "ec2-managedinstance-platform-check" ConfigurationChange Low ["AWS::SSM::ManagedInstanceInventory"] []
        &[required(String, "platformType", "platform type, for example Linux"), optional(String, "platformVersion", "platform version that nodes must have"), optional(String, "agentVersion", "SSM agent version that nodes must have"), optional(String, "platformName", "platform name that nodes must have")],
        "Managed nodes should have the desired platform and agent version."
        INVENTORY;
    "EC2_MEETS_RESTORE_TIME_TARGET" "ec2-meets-restore-time-target" Periodic Medium ["AWS::EC2::Instance"] []
        &RESTORE_TIME,
        "EC2 instances should be restorable within the target time."
        NO_RESTORE_YET;
    "EC2_PARAVIRTUAL_INSTANCE_CHECK" "ec2-paravirtual-instance-check" ConfigurationChange Medium ["AWS::EC2::Instance"] ["EC2.24"]
        &[],
        "EC2 instances should use hardware virtualization (HVM), not paravirtual images."
        "the AMI decides the kind of virtualization; CloudFormation has no property for it";
    "EC2_RESOURCES_IN_LOGICALLY_AIR_GAPPED_VAULT" "ec2-resources-in-logically-air-gapped-vault" Periodic Medium ["AWS::EC2::Instance"] []
        &RECOVERY_POINT_AGE,
        "EC2 instances should have a recent recovery point in a logically air-gapped vault."
        NO_BACKUP_YET;
    "EC2_STOPPED_INSTANCE" "ec2-stopped-instance" Periodic Medium ["AWS::EC2::Instance"] ["EC2.4"]
        &[optional(Int, "AllowedDays", "days that an instance may stay stopped; must be below Config's data retention period").or("30")],
        "Instances should not stay stopped longer than the allowed number of days."
        "the rule measures how long a deployed instance has been stopped" => "AWS-TerminateEC2Instance";
    "EFS_LAST_BACKUP_RECOVERY_POINT_CREATED" "efs-last-backup-recovery-point-created" Periodic Medium ["AWS::EFS::FileSystem"] []
        &RECOVERY_POINT_AGE,
        "EFS file systems should have a recent recovery point."
        NO_BACKUP_YET;
    "EFS_MEETS_RESTORE_TIME_TARGET" "efs-meets-restore-time-target" Periodic Medium ["AWS::EFS::FileSystem"] []
        &RESTORE_TIME,
        "EFS file systems should be restorable within the target time."
        NO_RESTORE_YET;
    "EFS_RESOURCES_IN_LOGICALLY_AIR_GAPPED_VAULT" "efs-resources-in-logically-air-gapped-vault" Periodic Medium ["AWS::EFS::FileSystem"] []
        &RECOVERY_POINT_AGE,
        "EFS file systems should have a recent recovery point in a logically air-gapped vault."
        NO_BACKUP_YET;
    "EMR_MASTER_NO_PUBLIC_IP" "emr-master-no-public-ip" Periodic High ["AWS::EMR::Cluster"] ["EMR.1"]
        &[],
        "EMR master nodes should have no public IP address."
        "EMR chooses the subnet and gets the addresses of the primary node when the cluster starts";
    "FMS_SECURITY_GROUP_AUDIT_POLICY_CHECK" "fms-security-group-audit-policy-check" ConfigurationChange Medium ["AWS::EC2::SecurityGroup", "AWS::EC2::Instance", "AWS::EC2::NetworkInterface"] []
        &[required(Csv, "masterSecurityGroupsIds", "ids of the master security groups"), required(String, "resourceTags", "tags that select the resources"), required(Boolean, "inScope", "whether the rule's owner is in the policy's scope"), required(Boolean, "excludeResourceTags", "true inverts resourceTags"), required(String, "resourceTypes", "kinds of resource to check"), required(Boolean, "fmsRemediationEnabled", "ignored by Config"), required(Boolean, "allowSecurityGroup", "true: in-scope groups must lie within the master groups' rules")],
        "Security groups should comply with Firewall Manager's audit policy."
        FIREWALL_MANAGER;
    "FMS_SECURITY_GROUP_CONTENT_CHECK" "fms-security-group-content-check" ConfigurationChange Medium ["AWS::EC2::SecurityGroup"] []
        &[required(Csv, "vpcIds", "VPC ids of the account"), required(Csv, "securityGroupsIds", "groups that Firewall Manager made, one per VPC, in the order of vpcIds"), required(Boolean, "fmsRemediationEnabled", "ignored by Config"), required(Boolean, "revertManualSecurityGroupChangesFlag", "true checks the groups in securityGroupsIds"), required(Boolean, "allowSecurityGroup", "true: in-scope groups must lie within the reference group's rules"), optional(Csv, "masterSecurityGroupsIds", "master groups; only for the administrator account")],
        "Firewall Manager's security groups should not drift from the master groups."
        FIREWALL_MANAGER;
    "FMS_SECURITY_GROUP_RESOURCE_ASSOCIATION_CHECK" "fms-security-group-resource-association-check" ConfigurationChange Medium ["AWS::EC2::Instance", "AWS::EC2::NetworkInterface"] []
        &[required(Csv, "vpcIds", "VPC ids of the account"), required(Csv, "securityGroupsIds", "groups that Firewall Manager made, one per VPC"), required(String, "resourceTags", "tags that select the resources"), required(Boolean, "excludeResourceTags", "true inverts resourceTags"), required(String, "resourceTypes", "kinds of resource to check"), required(Boolean, "fmsRemediationEnabled", "ignored by Config"), required(Boolean, "exclusiveResourceSecurityGroupManagementFlag", "true allows only Firewall Manager's groups")],
        "Instances and interfaces should carry Firewall Manager's security groups."
        FIREWALL_MANAGER;
    "FMS_SHIELD_RESOURCE_POLICY_CHECK" "fms-shield-resource-policy-check" ConfigurationChange Medium ["AWS::CloudFront::Distribution", "AWS::ElasticLoadBalancingV2::LoadBalancer", "AWS::WAFRegional::WebACL", "AWS::EC2::EIP", "AWS::ElasticLoadBalancing::LoadBalancer", "AWS::ShieldRegional::Protection", "AWS::Shield::Protection"] []
        &[required(String, "webACLId", "id of the web ACL"), required(String, "resourceTypes", "kinds of resource in scope"), optional(String, "resourceTags", "JSON tag map that selects the resources"), optional(Boolean, "excludeResourceTags", "true inverts resourceTags"), optional(String, "fmsManagedToken", "set by Firewall Manager; ignored otherwise"), optional(Boolean, "fmsRemediationEnabled", "ignored by Config")],
        "Resources in scope should have Shield Advanced protection."
        FIREWALL_MANAGER;
    "FMS_WEBACL_RESOURCE_POLICY_CHECK" "fms-webacl-resource-policy-check" ConfigurationChange Medium ["AWS::CloudFront::Distribution", "AWS::ApiGateway::Stage", "AWS::ElasticLoadBalancingV2::LoadBalancer", "AWS::WAFRegional::WebACL"] []
        &[required(String, "webACLId", "id of the web ACL"), optional(String, "resourceTags", "JSON tag map that selects the resources"), optional(Boolean, "excludeResourceTags", "true inverts resourceTags"), optional(String, "fmsManagedToken", "set by Firewall Manager; ignored otherwise"), optional(Boolean, "fmsRemediationEnabled", "ignored by Config")],
        "Resources in scope should be associated with Firewall Manager's web ACL."
        FIREWALL_MANAGER;
    "FMS_WEBACL_RULEGROUP_ASSOCIATION_CHECK" "fms-webacl-rulegroup-association-check" ConfigurationChange Medium ["AWS::WAF::WebACL", "AWS::WAFRegional::WebACL"] []
        &[required(String, "ruleGroups", "comma-separated ruleGroupId:overrideAction pairs in order of priority, e.g. id1:NONE,id2:COUNT"), optional(String, "fmsManagedToken", "set by Firewall Manager; ignored otherwise"), optional(Boolean, "fmsRemediationEnabled", "ignored by Config")],
        "Web ACLs should hold Firewall Manager's rule groups in the right order."
        FIREWALL_MANAGER;
    "FSX_LAST_BACKUP_RECOVERY_POINT_CREATED" "fsx-last-backup-recovery-point-created" Periodic Medium ["AWS::FSx::FileSystem"] []
        &RECOVERY_POINT_AGE,
        "FSx file systems should have a recent recovery point."
        NO_BACKUP_YET;
    "FSX_MEETS_RESTORE_TIME_TARGET" "fsx-meets-restore-time-target" Periodic Medium ["AWS::FSx::FileSystem"] []
        &RESTORE_TIME,
        "FSx file systems should be restorable within the target time."
        NO_RESTORE_YET;
    "GUARDDUTY_NON_ARCHIVED_FINDINGS" "guardduty-non-archived-findings" Periodic Medium [] []
        &[optional(Int, "daysLowSev", "days that low severity findings may stay open").or("30"), optional(Int, "daysMediumSev", "days that medium severity findings may stay open").or("7"), optional(Int, "daysHighSev", "days that high severity findings may stay open").or("1")],
        "GuardDuty findings should be archived in time."
        "the rule measures how long findings of GuardDuty have been open";
    "IAM_SERVER_CERTIFICATE_EXPIRATION_CHECK" "iam-server-certificate-expiration-check" Periodic Medium ["AWS::IAM::ServerCertificate"] []
        &[],
        "Expired server certificates should be removed from IAM."
        "the expiry date is inside the certificate, and the verdict changes with the calendar";
    "IAM_USER_MFA_ENABLED" "iam-user-mfa-enabled" Periodic Medium ["AWS::IAM::User"] ["IAM.19"]
        &[],
        "IAM users should have MFA enabled."
        MFA;
    "IAM_USER_UNUSED_CREDENTIALS_CHECK" "iam-user-unused-credentials-check" Periodic Medium ["AWS::IAM::User"] ["IAM.8", "IAM.22"]
        &[required(Int, "maxCredentialUsageAge", "days that a credential may stay unused").or("90")],
        "Unused IAM user credentials should be removed."
        "the rule measures how long ago a password or access key was last used" => "AWSConfigRemediation-RevokeUnusedIAMUserCredentials";
    "KMS_CMK_NOT_SCHEDULED_FOR_DELETION" "kms-cmk-not-scheduled-for-deletion" Periodic Critical ["AWS::KMS::Key"] ["KMS.3"]
        &[optional(String, "kmsKeyIds", "comma-separated key ids to check; all keys when not given")],
        "KMS keys should not be scheduled for deletion."
        "a deletion is scheduled by a call to a key that is already there" => "AWSConfigRemediation-CancelKeyDeletion";
    "MFA_ENABLED_FOR_IAM_CONSOLE_ACCESS" "mfa-enabled-for-iam-console-access" Periodic Medium ["AWS::IAM::User"] ["IAM.5"]
        &[],
        "IAM users with a console password should have MFA."
        MFA;
    "NEPTUNE_CLUSTER_SNAPSHOT_ENCRYPTED" "neptune-cluster-snapshot-encrypted" ConfigurationChange Medium ["AWS::RDS::DBClusterSnapshot"] ["Neptune.6"]
        &[],
        "Neptune cluster snapshots should be encrypted."
        NO_SNAPSHOT;
    "NEPTUNE_CLUSTER_SNAPSHOT_IAM_DATABASE_AUTH_ENABLED" "neptune-cluster-snapshot-iam-database-auth-enabled" ConfigurationChange Medium ["AWS::RDS::DBClusterSnapshot"] []
        &[],
        "Neptune cluster snapshots should have IAM database authentication enabled."
        NO_SNAPSHOT;
    "NEPTUNE_CLUSTER_SNAPSHOT_PUBLIC_PROHIBITED" "neptune-cluster-snapshot-public-prohibited" ConfigurationChange Critical ["AWS::RDS::DBClusterSnapshot"] ["Neptune.3"]
        &[],
        "Neptune cluster snapshots should not be public."
        NO_SNAPSHOT;
    "OPENSEARCH_UPDATE_CHECK" "opensearch-update-check" ConfigurationChange Low ["AWS::OpenSearchService::Domain"] ["Opensearch.10"]
        &[],
        "OpenSearch domains should have the latest service software."
        "whether a software update is waiting is known only to the running domain";
    "RDS_LAST_BACKUP_RECOVERY_POINT_CREATED" "rds-last-backup-recovery-point-created" Periodic Medium ["AWS::RDS::DBInstance"] []
        &RECOVERY_POINT_AGE,
        "RDS instances need a recent AWS Backup recovery point."
        NO_BACKUP_YET;
    "RDS_MEETS_RESTORE_TIME_TARGET" "rds-meets-restore-time-target" Periodic Medium ["AWS::RDS::DBInstance"] []
        &RESTORE_TIME,
        "RDS instances should be restorable within the target time."
        NO_RESTORE_YET;
    "RDS_SNAPSHOTS_PUBLIC_PROHIBITED" "rds-snapshots-public-prohibited" ConfigurationChange Critical [] ["RDS.1"]
        &[],
        "RDS snapshots must not be public."
        NO_SNAPSHOT => "AWSSupport-ModifyRDSSnapshotPermission";
    "RDS_SNAPSHOT_ENCRYPTED" "rds-snapshot-encrypted" ConfigurationChange Medium [] ["RDS.4"]
        &[],
        "RDS snapshots should be encrypted."
        NO_SNAPSHOT;
    "S3_BUCKET_MFA_DELETE_ENABLED" "s3-bucket-mfa-delete-enabled" ConfigurationChange Low ["AWS::S3::Bucket"] []
        &[],
        "S3 buckets should require MFA to delete object versions."
        "only the root user can switch MFA delete on, by a call; CloudFormation has no property for it";
    "S3_LAST_BACKUP_RECOVERY_POINT_CREATED" "s3-last-backup-recovery-point-created" Periodic Medium ["AWS::S3::Bucket"] []
        &RECOVERY_POINT_AGE,
        "S3 buckets need a recent AWS Backup recovery point."
        NO_BACKUP_YET;
    "S3_MEETS_RESTORE_TIME_TARGET" "s3-meets-restore-time-target" Periodic Medium ["AWS::S3::Bucket"] []
        &RESTORE_TIME,
        "S3 buckets should be restorable within the target time."
        NO_RESTORE_YET;
    "S3_RESOURCES_IN_LOGICALLY_AIR_GAPPED_VAULT" "s3-resources-in-logically-air-gapped-vault" Periodic Medium ["AWS::S3::Bucket"] []
        &RECOVERY_POINT_AGE,
        "S3 buckets need a recent recovery point in a logically air-gapped vault."
        NO_BACKUP_YET;
    "SECRETSMANAGER_SCHEDULED_ROTATION_SUCCESS_CHECK" "secretsmanager-scheduled-rotation-success-check" ConfigurationChange Medium ["AWS::SecretsManager::Secret"] ["SecretsManager.2"]
        &[],
        "Scheduled secret rotations must succeed."
        "the rule reads the history of rotations, which begins after deployment";
    "SECRETSMANAGER_SECRET_PERIODIC_ROTATION" "secretsmanager-secret-periodic-rotation" Periodic Medium ["AWS::SecretsManager::Secret"] ["SecretsManager.4"]
        &[optional(Int, "maxDaysSinceRotation", "most days since the last rotation").or("90")],
        "Secrets must have been rotated within a given number of days."
        "the rule measures how long ago the secret was last rotated" => "AWSConfigRemediation-RotateSecret";
    "SECRETSMANAGER_SECRET_UNUSED" "secretsmanager-secret-unused" Periodic Medium ["AWS::SecretsManager::Secret"] ["SecretsManager.3"]
        &[optional(Int, "unusedForDays", "days without access after which a secret counts as unused").or("90")],
        "Secrets that nobody reads should be removed."
        "the rule measures how long ago the secret was last read" => "AWSConfigRemediation-DeleteSecret";
    "SSM_DOCUMENT_NOT_PUBLIC" "ssm-document-not-public" Periodic Critical ["AWS::SSM::Document"] ["SSM.4"]
        &[],
        "Systems Manager documents must not be public."
        "a document is shared by a call after it was created; CloudFormation has no property for it";
    "STORAGEGATEWAY_LAST_BACKUP_RECOVERY_POINT_CREATED" "storagegateway-last-backup-recovery-point-created" Periodic Medium [] []
        &RECOVERY_POINT_AGE,
        "Storage Gateway volumes need a recent AWS Backup recovery point."
        NO_BACKUP_YET;
    "STORAGEGATEWAY_RESOURCES_IN_LOGICALLY_AIR_GAPPED_VAULT" "storagegateway-resources-in-logically-air-gapped-vault" Periodic Medium [] []
        &RECOVERY_POINT_AGE,
        "Storage Gateway volumes should have a recent recovery point in a logically air-gapped vault."
        NO_BACKUP_YET;
    "STORAGEGATEWAY_RESOURCES_PROTECTED_BY_BACKUP_PLAN" "storagegateway-resources-protected-by-backup-plan" Periodic Medium [] []
        &BACKUP_PLAN,
        "Storage Gateway volumes should be covered by a backup plan."
        NO_SUCH_TYPE;
    "VIRTUALMACHINE_LAST_BACKUP_RECOVERY_POINT_CREATED" "virtualmachine-last-backup-recovery-point-created" Periodic Medium [] []
        &RECOVERY_POINT_AGE,
        "Backup gateway virtual machines need a recent recovery point."
        NO_BACKUP_YET;
    "VIRTUALMACHINE_RESOURCES_IN_LOGICALLY_AIR_GAPPED_VAULT" "virtualmachine-resources-in-logically-air-gapped-vault" Periodic Medium [] []
        &RECOVERY_POINT_AGE,
        "Backup gateway virtual machines should have a recent recovery point in a logically air-gapped vault."
        NO_BACKUP_YET;
    "VIRTUALMACHINE_RESOURCES_PROTECTED_BY_BACKUP_PLAN" "virtualmachine-resources-protected-by-backup-plan" Periodic Medium [] []
        &BACKUP_PLAN,
        "Backup gateway virtual machines should be covered by a backup plan."
        NO_SUCH_TYPE;
    "VPC_DEFAULT_SECURITY_GROUP_CLOSED" "vpc-default-security-group-closed" ConfigurationChange High ["AWS::EC2::SecurityGroup"] ["EC2.2"]
        &[],
        "The default security group of a VPC should allow no traffic."
        "a VPC's default security group is made by EC2 and is in no template" => "AWSConfigRemediation-RemoveVPCDefaultSecurityGroupRules";
    "VPC_PEERING_DNS_RESOLUTION_CHECK" "vpc-peering-dns-resolution-check" ConfigurationChange Low ["AWS::EC2::VPCPeeringConnection"] []
        &[optional(Csv, "vpcIds", "VPC ids to check")],
        "VPC peering connections should allow DNS resolution from both sides."
        "each side allows DNS resolution by a call after the connection was accepted; CloudFormation has no property for it";
    "VPC_VPN_2_TUNNELS_UP" "vpc-vpn-2-tunnels-up" ConfigurationChange Medium ["AWS::EC2::VPNConnection"] ["EC2.20"]
        &[],
        "Both tunnels of a Site-to-Site VPN should be up."
        "whether a tunnel is up is the live state of the connection";
    "WAF_CLASSIC_LOGGING_ENABLED" "waf-classic-logging-enabled" Periodic Medium ["AWS::WAF::WebACL"] ["WAF.1"]
        &[optional(Csv, "KinesisFirehoseDeliveryStreamArns", "delivery stream ARNs that must receive the log")],
        "WAF Classic global web ACLs should have logging enabled."
        "CloudFormation has no property for the logging of a WAF Classic web ACL" => "AWSConfigRemediation-EnableWAFClassicLogging";
    "WAF_GLOBAL_RULEGROUP_NOT_EMPTY" "waf-global-rulegroup-not-empty" ConfigurationChange Medium [] ["WAF.7"]
        &[],
        "WAF Classic global rule groups should hold at least one rule."
        NO_SUCH_TYPE;
    "WAF_REGIONAL_RULEGROUP_NOT_EMPTY" "waf-regional-rulegroup-not-empty" ConfigurationChange Medium [] ["WAF.3"]
        &[],
        "WAF Classic regional rule groups should hold at least one rule."
        NO_SUCH_TYPE => "AWS-AddWAFRegionalRuleToRuleGroup";
};

const NO_RECOVERY_POINT: &str = "AWS Backup makes recovery points after deployment; no template holds one";
const NO_BACKUP_YET: &str =
    "a recovery point comes into being when AWS Backup runs; a template shows plans, not backups";
const NO_RESTORE_YET: &str = "the rule measures how long the latest restore of a deployed resource took";
const NO_SNAPSHOT: &str =
    "CloudFormation has no type for these snapshots, and they are made and shared after deployment";
const NO_SUCH_TYPE: &str = "CloudFormation has no type for the resources that the rule judges";
const INVENTORY: &str = "the agent on the running node reports what is installed there";
const FIREWALL_MANAGER: &str =
    "AWS Firewall Manager makes and runs the rule; its policy names deployed resources outside any template";
const MFA: &str = "an MFA device is registered with codes from the device, after the user exists";

const RESOURCE_TAGS: Parameter =
    optional(String, "resourceTags", "only resources with these tags are judged, a JSON object of tags");
const RESOURCE_ID: Parameter =
    optional(String, "resourceId", "only the resource with this ID or name is judged");
const RECOVERY_POINT_AGE: [Parameter; 4] = [
    RESOURCE_TAGS,
    RESOURCE_ID,
    optional(Int, "recoveryPointAgeValue", "greatest age of the newest recovery point").or("1"),
    optional(String, "recoveryPointAgeUnit", "unit of recoveryPointAgeValue: hours or days").or("days"),
];
const RESTORE_TIME: [Parameter; 3] = [
    required(Int, "maxRestoreTime", "how many minutes the latest restore may have taken"),
    RESOURCE_TAGS,
    RESOURCE_ID,
];
const BACKUP_PLAN: [Parameter; 7] = [
    RESOURCE_TAGS,
    RESOURCE_ID,
    optional(String, "crossRegionList", "Regions that have to receive a copy, comma-separated"),
    optional(String, "crossAccountList", "accounts that have to receive a copy, comma-separated"),
    optional(Int, "maxRetentionDays", "longest retention that the vault lock may allow, in days"),
    optional(Int, "minRetentionDays", "shortest retention that the vault lock may allow, in days"),
    optional(String, "backupVaultLockCheck", "True demands that the vault is locked"),
];

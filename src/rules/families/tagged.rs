//! The rules `…-tagged`: one logic, a resource type a rule.

use crate::rules::*;

/// Declares the rules of the table: where the type keeps its tags, identifier, rule name, type, and the
/// Security Hub controls if there are any.
macro_rules! tagged_rules {
    ($($form:ident $path:literal $identifier:literal $name:literal $resource_type:literal $($control:literal)*;)*) => {
        /// The rules of the table.
        pub(in crate::rules) static RULES: &[&Rule] = &[$(&Rule {
            identifier: $identifier,
            name: $name,
            resource_types: &[$resource_type],
            security_hub: &[$($control),*],
            summary: concat!("Resources of type ", $resource_type, " should have tags."),
            compliant_when: tagged_rules!(@check $form $path),
            compliant_example: tagged_rules!(@example $form $path $resource_type),
            noncompliant_example: concat!("Example:\n  Type: ", $resource_type, "\n"),
            ..TAGGED
        }),*];
    };
    (@check list $path:literal) => { tagged(TagPlace::List($path)) };
    (@check map $path:literal) => { tagged(TagPlace::Map($path)) };
    (@check specifications $tagged:literal) => { tagged(TagPlace::Specifications($tagged)) };
    (@example list $path:literal $resource_type:literal) => {
        concat!(
            "Example:\n  Type: ", $resource_type, "\n  Properties:\n    ", $path,
            ":\n      - Key: owner\n        Value: platform-team\n"
        )
    };
    (@example map $path:literal $resource_type:literal) => {
        concat!(
            "Example:\n  Type: ", $resource_type, "\n  Properties:\n    ", $path,
            ":\n      owner: platform-team\n"
        )
    };
    (@example specifications $tagged:literal $resource_type:literal) => {
        concat!(
            "Example:\n  Type: ", $resource_type, "\n  Properties:\n    TagSpecifications:\n      - ResourceType: ",
            $tagged, "\n        Tags:\n          - Key: owner\n            Value: platform-team\n"
        )
    };
}

/// What all rules of the family have in common.
pub(super) const TAGGED: Rule = Rule {
    severity: Severity::Low,
    parameters: &[REQUIRED_KEYS],
    summary: "Resources should have tags.",
    details: "\
Without the parameter any tag will do; with it every listed key has to be there, in exactly this spelling. \
Values play no part. Tags whose key begins with `aws:` are the service's own and don't count.

Tags given to the stack as a whole (`--tags` at deployment, tags of a CDK stack) reach the resource after \
deployment without being in the template: the verdict is on the template as it is written.",
    fix: "Add the tags to the resource, or give them to the whole stack when you deploy it.",
    ..Rule::BASE
};

/// The family's parameter.
pub(super) const REQUIRED_KEYS: Parameter = Parameter {
    name: "requiredKeyTags",
    parameter_type: ParameterType::Csv,
    required: false,
    default: None,
    description: "keys that must be there; case counts, and none may begin with aws:",
};

tagged_rules! {
    list "Tags" "ACMPCA_CERTIFICATE_AUTHORITY_TAGGED" "acmpca-certificate-authority-tagged" "AWS::ACMPCA::CertificateAuthority";
    list "Tags" "AMPLIFY_APP_TAGGED" "amplify-app-tagged" "AWS::Amplify::App";
    list "Tags" "AMPLIFY_BRANCH_TAGGED" "amplify-branch-tagged" "AWS::Amplify::Branch";
    list "Tags" "API_GW_REST_API_TAGGED" "api-gw-rest-api-tagged" "AWS::ApiGateway::RestApi";
    list "Tags" "API_GW_STAGE_TAGGED" "api-gw-stage-tagged" "AWS::ApiGateway::Stage";
    list "Tags" "APPCONFIG_APPLICATION_TAGGED" "appconfig-application-tagged" "AWS::AppConfig::Application" "AppConfig.1";
    list "Tags" "APPCONFIG_CONFIGURATION_PROFILE_TAGGED" "appconfig-configuration-profile-tagged" "AWS::AppConfig::ConfigurationProfile";
    list "Tags" "APPCONFIG_ENVIRONMENT_TAGGED" "appconfig-environment-tagged" "AWS::AppConfig::Environment";
    list "Tags" "APPCONFIG_EXTENSION_ASSOCIATION_TAGGED" "appconfig-extension-association-tagged" "AWS::AppConfig::ExtensionAssociation";
    list "Tags" "APPFLOW_FLOW_TAGGED" "appflow-flow-tagged" "AWS::AppFlow::Flow";
    list "Tags" "APPINTEGRATIONS_APPLICATION_TAGGED" "appintegrations-application-tagged" "AWS::AppIntegrations::Application";
    list "Tags" "APPINTEGRATIONS_EVENT_INTEGRATION_TAGGED" "appintegrations-event-integration-tagged" "AWS::AppIntegrations::EventIntegration";
    list "Tags" "APPMESH_GATEWAY_ROUTE_TAGGED" "appmesh-gateway-route-tagged" "AWS::AppMesh::GatewayRoute";
    list "Tags" "APPMESH_MESH_TAGGED" "appmesh-mesh-tagged" "AWS::AppMesh::Mesh";
    list "Tags" "APPMESH_ROUTE_TAGGED" "appmesh-route-tagged" "AWS::AppMesh::Route";
    list "Tags" "APPMESH_VIRTUAL_GATEWAY_TAGGED" "appmesh-virtual-gateway-tagged" "AWS::AppMesh::VirtualGateway";
    list "Tags" "APPMESH_VIRTUAL_NODE_TAGGED" "appmesh-virtual-node-tagged" "AWS::AppMesh::VirtualNode";
    list "Tags" "APPMESH_VIRTUAL_ROUTER_TAGGED" "appmesh-virtual-router-tagged" "AWS::AppMesh::VirtualRouter";
    list "Tags" "APPMESH_VIRTUAL_SERVICE_TAGGED" "appmesh-virtual-service-tagged" "AWS::AppMesh::VirtualService";
    list "Tags" "APPRUNNER_SERVICE_TAGGED" "apprunner-service-tagged" "AWS::AppRunner::Service";
    list "Tags" "APPRUNNER_VPC_CONNECTOR_TAGGED" "apprunner-vpc-connector-tagged" "AWS::AppRunner::VpcConnector";
    list "Tags" "APS_RULE_GROUPS_NAMESPACE_TAGGED" "aps-rule-groups-namespace-tagged" "AWS::APS::RuleGroupsNamespace";
    list "Tags" "AUDITMANAGER_ASSESSMENT_TAGGED" "auditmanager-assessment-tagged" "AWS::AuditManager::Assessment";
    map "Tags" "BATCH_COMPUTE_ENVIRONMENT_TAGGED" "batch-compute-environment-tagged" "AWS::Batch::ComputeEnvironment";
    map "Tags" "BATCH_JOB_QUEUE_TAGGED" "batch-job-queue-tagged" "AWS::Batch::JobQueue";
    map "Tags" "BATCH_SCHEDULING_POLICY_TAGGED" "batch-scheduling-policy-tagged" "AWS::Batch::SchedulingPolicy";
    list "Tags" "CASSANDRA_KEYSPACE_TAGGED" "cassandra-keyspace-tagged" "AWS::Cassandra::Keyspace";
    list "Tags" "CLOUDWATCH_METRIC_STREAM_TAGGED" "cloudwatch-metric-stream-tagged" "AWS::CloudWatch::MetricStream";
    list "Tags" "CODEARTIFACT_REPOSITORY_TAGGED" "codeartifact-repository-tagged" "AWS::CodeArtifact::Repository";
    list "Tags" "CODEBUILD_PROJECT_TAGGED" "codebuild-project-tagged" "AWS::CodeBuild::Project";
    list "Tags" "CODEBUILD_REPORT_GROUP_TAGGED" "codebuild-report-group-tagged" "AWS::CodeBuild::ReportGroup";
    list "Tags" "CODEGURUPROFILER_PROFILING_GROUP_TAGGED" "codeguruprofiler-profiling-group-tagged" "AWS::CodeGuruProfiler::ProfilingGroup";
    list "Tags" "CODEGURUREVIEWER_REPOSITORY_ASSOCIATION_TAGGED" "codegurureviewer-repository-association-tagged" "AWS::CodeGuruReviewer::RepositoryAssociation";
    map "UserPoolTags" "COGNITO_USER_POOL_TAGGED" "cognito-user-pool-tagged" "AWS::Cognito::UserPool";
    list "Tags" "CUSTOMERPROFILES_DOMAIN_TAGGED" "customerprofiles-domain-tagged" "AWS::CustomerProfiles::Domain";
    list "Tags" "CUSTOMERPROFILES_OBJECT_TYPE_TAGGED" "customerprofiles-object-type-tagged" "AWS::CustomerProfiles::ObjectType";
    list "Tags" "DATASYNC_TASK_TAGGED" "datasync-task-tagged" "AWS::DataSync::Task";
    list "Tags" "DEVICEFARM_INSTANCE_PROFILE_TAGGED" "devicefarm-instance-profile-tagged" "AWS::DeviceFarm::InstanceProfile";
    list "Tags" "DEVICEFARM_PROJECT_TAGGED" "devicefarm-project-tagged" "AWS::DeviceFarm::Project";
    list "Tags" "DEVICEFARM_TEST_GRID_PROJECT_TAGGED" "devicefarm-test-grid-project-tagged" "AWS::DeviceFarm::TestGridProject";
    list "Tags" "DMS_ENDPOINT_TAGGED" "dms-endpoint-tagged" "AWS::DMS::Endpoint";
    list "Tags" "DMS_REPLICATION_TASK_TAGGED" "dms-replication-task-tagged" "AWS::DMS::ReplicationTask";
    specifications "capacity-reservation" "EC2_CAPACITY_RESERVATION_TAGGED" "ec2-capacity-reservation-tagged" "AWS::EC2::CapacityReservation";
    list "Tags" "EC2_CARRIER_GATEWAY_TAGGED" "ec2-carrier-gateway-tagged" "AWS::EC2::CarrierGateway";
    specifications "client-vpn-endpoint" "EC2_CLIENT_VPN_ENDPOINT_TAGGED" "ec2-client-vpn-endpoint-tagged" "AWS::EC2::ClientVpnEndpoint";
    list "Tags" "EC2_DHCP_OPTIONS_TAGGED" "ec2-dhcp-options-tagged" "AWS::EC2::DHCPOptions";
    specifications "fleet" "EC2_FLEET_TAGGED" "ec2-fleet-tagged" "AWS::EC2::EC2Fleet";
    list "Tags" "EC2_IPAMSCOPE_TAGGED" "ec2-ipamscope-tagged" "AWS::EC2::IPAMScope";
    specifications "launch-template" "EC2_LAUNCH_TEMPLATE_TAGGED" "ec2-launch-template-tagged" "AWS::EC2::LaunchTemplate";
    list "Tags" "EC2_NETWORK_INSIGHTS_ACCESS_SCOPE_ANALYSIS_TAGGED" "ec2-network-insights-access-scope-analysis-tagged" "AWS::EC2::NetworkInsightsAccessScopeAnalysis";
    list "Tags" "EC2_NETWORK_INSIGHTS_ACCESS_SCOPE_TAGGED" "ec2-network-insights-access-scope-tagged" "AWS::EC2::NetworkInsightsAccessScope";
    list "Tags" "EC2_NETWORK_INSIGHTS_ANALYSIS_TAGGED" "ec2-network-insights-analysis-tagged" "AWS::EC2::NetworkInsightsAnalysis";
    list "Tags" "EC2_NETWORK_INSIGHTS_PATH_TAGGED" "ec2-network-insights-path-tagged" "AWS::EC2::NetworkInsightsPath";
    list "Tags" "EC2_PREFIX_LIST_TAGGED" "ec2-prefix-list-tagged" "AWS::EC2::PrefixList";
    list "Tags" "EC2_TRAFFIC_MIRROR_FILTER_TAGGED" "ec2-traffic-mirror-filter-tagged" "AWS::EC2::TrafficMirrorFilter";
    list "Tags" "EC2_TRAFFIC_MIRROR_SESSION_TAGGED" "ec2-traffic-mirror-session-tagged" "AWS::EC2::TrafficMirrorSession";
    list "Tags" "EC2_TRAFFIC_MIRROR_TARGET_TAGGED" "ec2-traffic-mirror-target-tagged" "AWS::EC2::TrafficMirrorTarget";
    list "Tags" "EC2_TRANSIT_GATEWAY_MULTICAST_DOMAIN_TAGGED" "ec2-transit-gateway-multicast-domain-tagged" "AWS::EC2::TransitGatewayMulticastDomain";
    list "Tags" "EC2_VPN_CONNECTION_TAGGED" "ec2-vpn-connection-tagged" "AWS::EC2::VPNConnection";
    list "Tags" "ECR_REPOSITORY_TAGGED" "ecr-repository-tagged" "AWS::ECR::Repository";
    list "Tags" "ECS_CAPACITY_PROVIDER_TAGGED" "ecs-capacity-provider-tagged" "AWS::ECS::CapacityProvider";
    list "FileSystemTags" "EFS_FILE_SYSTEM_TAGGED" "efs-file-system-tagged" "AWS::EFS::FileSystem";
    list "Tags" "EKS_ADDON_TAGGED" "eks-addon-tagged" "AWS::EKS::Addon";
    list "Tags" "EKS_FARGATE_PROFILE_TAGGED" "eks-fargate-profile-tagged" "AWS::EKS::FargateProfile";
    list "Tags" "ELB_TAGGED" "elb-tagged" "AWS::ElasticLoadBalancing::LoadBalancer";
    list "Tags" "EVENTSCHEMAS_DISCOVERER_TAGGED" "eventschemas-discoverer-tagged" "AWS::EventSchemas::Discoverer";
    list "Tags" "EVENTSCHEMAS_REGISTRY_TAGGED" "eventschemas-registry-tagged" "AWS::EventSchemas::Registry";
    list "Tags" "EVIDENTLY_LAUNCH_TAGGED" "evidently-launch-tagged" "AWS::Evidently::Launch";
    list "Tags" "EVIDENTLY_PROJECT_TAGGED" "evidently-project-tagged" "AWS::Evidently::Project";
    list "Tags" "EVIDENTLY_SEGMENT_TAGGED" "evidently-segment-tagged" "AWS::Evidently::Segment";
    map "Tags" "FIS_EXPERIMENT_TEMPLATE_TAGGED" "fis-experiment-template-tagged" "AWS::FIS::ExperimentTemplate";
    list "Tags" "FRAUDDETECTOR_ENTITY_TYPE_TAGGED" "frauddetector-entity-type-tagged" "AWS::FraudDetector::EntityType" "FraudDetector.1";
    list "Tags" "FRAUDDETECTOR_LABEL_TAGGED" "frauddetector-label-tagged" "AWS::FraudDetector::Label" "FraudDetector.2";
    list "Tags" "FRAUDDETECTOR_OUTCOME_TAGGED" "frauddetector-outcome-tagged" "AWS::FraudDetector::Outcome" "FraudDetector.3";
    list "Tags" "FRAUDDETECTOR_VARIABLE_TAGGED" "frauddetector-variable-tagged" "AWS::FraudDetector::Variable" "FraudDetector.4";
    map "Tags" "GLUE_ML_TRANSFORM_TAGGED" "glue-ml-transform-tagged" "AWS::Glue::MLTransform";
    list "Tags" "GROUNDSTATION_CONFIG_TAGGED" "groundstation-config-tagged" "AWS::GroundStation::Config";
    list "Tags" "GROUNDSTATION_DATAFLOWENDPOINTGROUP_TAGGED" "groundstation-dataflowendpointgroup-tagged" "AWS::GroundStation::DataflowEndpointGroup";
    list "Tags" "GROUNDSTATION_MISSIONPROFILE_TAGGED" "groundstation-missionprofile-tagged" "AWS::GroundStation::MissionProfile";
    list "Tags" "HEALTHLAKE_FHIRDATASTORE_TAGGED" "healthlake-fhirdatastore-tagged" "AWS::HealthLake::FHIRDatastore";
    list "Tags" "IAM_OIDC_PROVIDER_TAGGED" "iam-oidc-provider-tagged" "AWS::IAM::OIDCProvider";
    list "Tags" "IAM_SAML_PROVIDER_TAGGED" "iam-saml-provider-tagged" "AWS::IAM::SAMLProvider";
    list "Tags" "IAM_SERVER_CERTIFICATE_TAGGED" "iam-server-certificate-tagged" "AWS::IAM::ServerCertificate";
    map "Tags" "IMAGEBUILDER_DISTRIBUTIONCONFIGURATION_TAGGED" "imagebuilder-distributionconfiguration-tagged" "AWS::ImageBuilder::DistributionConfiguration";
    map "Tags" "IMAGEBUILDER_IMAGEPIPELINE_TAGGED" "imagebuilder-imagepipeline-tagged" "AWS::ImageBuilder::ImagePipeline";
    map "Tags" "IMAGEBUILDER_IMAGERECIPE_TAGGED" "imagebuilder-imagerecipe-tagged" "AWS::ImageBuilder::ImageRecipe";
    map "Tags" "IMAGEBUILDER_INFRASTRUCTURECONFIGURATION_TAGGED" "imagebuilder-infrastructureconfiguration-tagged" "AWS::ImageBuilder::InfrastructureConfiguration";
    list "Tags" "IOTDEVICEDEFENDER_CUSTOM_METRIC_TAGGED" "iotdevicedefender-custom-metric-tagged" "AWS::IoT::CustomMetric";
    list "Tags" "IOTEVENTS_ALARM_MODEL_TAGGED" "iotevents-alarm-model-tagged" "AWS::IoTEvents::AlarmModel";
    list "Tags" "IOTEVENTS_DETECTOR_MODEL_TAGGED" "iotevents-detector-model-tagged" "AWS::IoTEvents::DetectorModel";
    list "Tags" "IOTEVENTS_INPUT_TAGGED" "iotevents-input-tagged" "AWS::IoTEvents::Input";
    list "Tags" "IOTSITEWISE_ASSET_MODEL_TAGGED" "iotsitewise-asset-model-tagged" "AWS::IoTSiteWise::AssetModel";
    list "Tags" "IOTSITEWISE_DASHBOARD_TAGGED" "iotsitewise-dashboard-tagged" "AWS::IoTSiteWise::Dashboard";
    list "Tags" "IOTSITEWISE_GATEWAY_TAGGED" "iotsitewise-gateway-tagged" "AWS::IoTSiteWise::Gateway";
    list "Tags" "IOTSITEWISE_PORTAL_TAGGED" "iotsitewise-portal-tagged" "AWS::IoTSiteWise::Portal";
    list "Tags" "IOTSITEWISE_PROJECT_TAGGED" "iotsitewise-project-tagged" "AWS::IoTSiteWise::Project";
    map "Tags" "IOTTWINMAKER_COMPONENT_TYPE_TAGGED" "iottwinmaker-component-type-tagged" "AWS::IoTTwinMaker::ComponentType";
    map "Tags" "IOTTWINMAKER_ENTITY_TAGGED" "iottwinmaker-entity-tagged" "AWS::IoTTwinMaker::Entity";
    map "Tags" "IOTTWINMAKER_SCENE_TAGGED" "iottwinmaker-scene-tagged" "AWS::IoTTwinMaker::Scene";
    map "Tags" "IOTTWINMAKER_SYNC_JOB_TAGGED" "iottwinmaker-sync-job-tagged" "AWS::IoTTwinMaker::SyncJob";
    map "Tags" "IOTTWINMAKER_WORKSPACE_TAGGED" "iottwinmaker-workspace-tagged" "AWS::IoTTwinMaker::Workspace";
    list "Tags" "IOTWIRELESS_FUOTA_TASK_TAGGED" "iotwireless-fuota-task-tagged" "AWS::IoTWireless::FuotaTask";
    list "Tags" "IOTWIRELESS_MULTICAST_GROUP_TAGGED" "iotwireless-multicast-group-tagged" "AWS::IoTWireless::MulticastGroup";
    list "Tags" "IOTWIRELESS_SERVICE_PROFILE_TAGGED" "iotwireless-service-profile-tagged" "AWS::IoTWireless::ServiceProfile";
    list "Tags" "IOT_JOB_TEMPLATE_TAGGED" "iot-job-template-tagged" "AWS::IoT::JobTemplate";
    list "Tags" "IOT_PROVISIONING_TEMPLATE_TAGGED" "iot-provisioning-template-tagged" "AWS::IoT::ProvisioningTemplate";
    list "Tags" "IOT_SCHEDULED_AUDIT_TAGGED" "iot-scheduled-audit-tagged" "AWS::IoT::ScheduledAudit";
    list "Tags" "IVS_CHANNEL_TAGGED" "ivs-channel-tagged" "AWS::IVS::Channel";
    list "Tags" "IVS_PLAYBACK_KEY_PAIR_TAGGED" "ivs-playback-key-pair-tagged" "AWS::IVS::PlaybackKeyPair";
    list "Tags" "IVS_RECORDING_CONFIGURATION_TAGGED" "ivs-recording-configuration-tagged" "AWS::IVS::RecordingConfiguration";
    list "Tags" "KENDRA_INDEX_TAGGED" "kendra-index-tagged" "AWS::Kendra::Index";
    list "Tags" "KINESISVIDEO_SIGNALINGCHANNEL_TAGGED" "kinesisvideo-signalingchannel-tagged" "AWS::KinesisVideo::SignalingChannel";
    list "Tags" "KINESISVIDEO_STREAM_TAGGED" "kinesisvideo-stream-tagged" "AWS::KinesisVideo::Stream";
    list "Tags" "KMS_KEY_TAGGED" "kms-key-tagged" "AWS::KMS::Key";
    list "Tags" "LIGHTSAIL_BUCKET_TAGGED" "lightsail-bucket-tagged" "AWS::Lightsail::Bucket";
    list "Tags" "LIGHTSAIL_CERTIFICATE_TAGGED" "lightsail-certificate-tagged" "AWS::Lightsail::Certificate";
    list "Tags" "LIGHTSAIL_DISK_TAGGED" "lightsail-disk-tagged" "AWS::Lightsail::Disk";
    list "Tags" "MEDIAPACKAGE_PACKAGINGCONFIGURATION_TAGGED" "mediapackage-packagingconfiguration-tagged" "AWS::MediaPackage::PackagingConfiguration";
    list "Tags" "MEDIATAILOR_PLAYBACKCONFIGURATION_TAGGED" "mediatailor-playbackconfiguration-tagged" "AWS::MediaTailor::PlaybackConfiguration";
    list "Tags" "MEMORYDB_SUBNETGROUP_TAGGED" "memorydb-subnetgroup-tagged" "AWS::MemoryDB::SubnetGroup";
    map "Tags" "MSK_CLUSTER_TAGGED" "msk-cluster-tagged" "AWS::MSK::Cluster";
    list "Tags" "PANORAMA_PACKAGE_TAGGED" "panorama-package-tagged" "AWS::Panorama::Package";
    list "Tags" "RDS_EVENT_SUBSCRIPTION_TAGGED" "rds-event-subscription-tagged" "AWS::RDS::EventSubscription";
    list "Tags" "RDS_OPTION_GROUP_TAGGED" "rds-option-group-tagged" "AWS::RDS::OptionGroup";
    list "Tags" "REDSHIFT_CLUSTER_PARAMETER_GROUP_TAGGED" "redshift-cluster-parameter-group-tagged" "AWS::Redshift::ClusterParameterGroup";
    map "Tags" "RESILIENCEHUB_APP_TAGGED" "resiliencehub-app-tagged" "AWS::ResilienceHub::App";
    map "Tags" "RESILIENCEHUB_RESILIENCYPOLICY_TAGGED" "resiliencehub-resiliencypolicy-tagged" "AWS::ResilienceHub::ResiliencyPolicy";
    list "HealthCheckTags" "ROUTE53_HEALTH_CHECK_TAGGED" "route53-health-check-tagged" "AWS::Route53::HealthCheck";
    list "HostedZoneTags" "ROUTE53_HOSTED_ZONE_TAGGED" "route53-hosted-zone-tagged" "AWS::Route53::HostedZone";
    list "Tags" "ROUTE53_RECOVERY_CONTROL_CLUSTER_TAGGED" "route53-recovery-control-cluster-tagged" "AWS::Route53RecoveryControl::Cluster";
    list "Tags" "ROUTE53_RECOVERY_READINESS_CELL_TAGGED" "route53-recovery-readiness-cell-tagged" "AWS::Route53RecoveryReadiness::Cell";
    list "Tags" "ROUTE53_RECOVERY_READINESS_READINESS_CHECK_TAGGED" "route53-recovery-readiness-readiness-check-tagged" "AWS::Route53RecoveryReadiness::ReadinessCheck";
    list "Tags" "ROUTE53_RECOVERY_READINESS_RECOVERY_GROUP_TAGGED" "route53-recovery-readiness-recovery-group-tagged" "AWS::Route53RecoveryReadiness::RecoveryGroup";
    list "Tags" "ROUTE53_RECOVERY_READINESS_RESOURCE_SET_TAGGED" "route53-recovery-readiness-resource-set-tagged" "AWS::Route53RecoveryReadiness::ResourceSet";
    list "Tags" "ROUTE53_RESOLVER_FIREWALL_DOMAIN_LIST_TAGGED" "route53-resolver-firewall-domain-list-tagged" "AWS::Route53Resolver::FirewallDomainList";
    list "Tags" "ROUTE53_RESOLVER_FIREWALL_RULE_GROUP_ASSOCIATION_TAGGED" "route53-resolver-firewall-rule-group-association-tagged" "AWS::Route53Resolver::FirewallRuleGroupAssociation";
    list "Tags" "ROUTE53_RESOLVER_FIREWALL_RULE_GROUP_TAGGED" "route53-resolver-firewall-rule-group-tagged" "AWS::Route53Resolver::FirewallRuleGroup";
    list "Tags" "ROUTE53_RESOLVER_RESOLVER_ENDPOINT_TAGGED" "route53-resolver-resolver-endpoint-tagged" "AWS::Route53Resolver::ResolverEndpoint";
    list "Tags" "ROUTE53_RESOLVER_RESOLVER_RULE_TAGGED" "route53-resolver-resolver-rule-tagged" "AWS::Route53Resolver::ResolverRule";
    list "Tags" "RUM_APP_MONITOR_TAGGED" "rum-app-monitor-tagged" "AWS::RUM::AppMonitor";
    list "Tags" "S3_BUCKET_TAGGED" "s3-bucket-tagged" "AWS::S3::Bucket";
    list "Tags" "SAGEMAKER_APP_IMAGE_CONFIG_TAGGED" "sagemaker-app-image-config-tagged" "AWS::SageMaker::AppImageConfig";
    list "Tags" "SAGEMAKER_DOMAIN_TAGGED" "sagemaker-domain-tagged" "AWS::SageMaker::Domain";
    list "Tags" "SAGEMAKER_FEATURE_GROUP_TAGGED" "sagemaker-feature-group-tagged" "AWS::SageMaker::FeatureGroup";
    list "Tags" "SAGEMAKER_IMAGE_TAGGED" "sagemaker-image-tagged" "AWS::SageMaker::Image";
    list "Tags" "SAGEMAKER_INFERENCEEXPERIMENT_TAGGED" "sagemaker-inferenceexperiment-tagged" "AWS::SageMaker::InferenceExperiment";
    list "Tags" "SERVICE_CATALOG_PORTFOLIO_TAGGED" "service-catalog-portfolio-tagged" "AWS::ServiceCatalog::Portfolio";
    list "Tags" "SIGNER_SIGNINGPROFILE_TAGGED" "signer-signingprofile-tagged" "AWS::Signer::SigningProfile";
    list "Tags" "SSM_DOCUMENT_TAGGED" "ssm-document-tagged" "AWS::SSM::Document";
    list "Tags" "STEPFUNCTIONS_STATE_MACHINE_TAGGED" "stepfunctions-state-machine-tagged" "AWS::StepFunctions::StateMachine";
    list "Tags" "TRANSFER_AGREEMENT_TAGGED" "transfer-agreement-tagged" "AWS::Transfer::Agreement";
    list "Tags" "TRANSFER_CERTIFICATE_TAGGED" "transfer-certificate-tagged" "AWS::Transfer::Certificate";
    list "Tags" "TRANSFER_CONNECTOR_TAGGED" "transfer-connector-tagged" "AWS::Transfer::Connector";
    list "Tags" "TRANSFER_PROFILE_TAGGED" "transfer-profile-tagged" "AWS::Transfer::Profile";
    list "Tags" "TRANSFER_WORKFLOW_TAGGED" "transfer-workflow-tagged" "AWS::Transfer::Workflow";
    list "Tags" "WORKSPACES_CONNECTION_ALIAS_TAGGED" "workspaces-connection-alias-tagged" "AWS::WorkSpaces::ConnectionAlias";
    list "Tags" "WORKSPACES_WORKSPACE_TAGGED" "workspaces-workspace-tagged" "AWS::WorkSpaces::Workspace";
}

//! The rules `…-description`: one logic, a resource type a rule.

use crate::rules::*;

/// Declares the rules of the table: identifier, rule name, type, and the property with the description.
macro_rules! described_rules {
    ($($identifier:literal $name:literal $resource_type:literal $property:literal;)*) => {
        /// The rules of the table.
        pub(in crate::rules) static RULES: &[&Rule] = &[$(&Rule {
            identifier: $identifier,
            name: $name,
            resource_types: &[$resource_type],
            summary: concat!("Resources of type ", $resource_type, " should have a description."),
            compliant_when: property($property).is_present(),
            fix: concat!("Set `", $property, "` to a sentence that says what the resource is for."),
            compliant_example: concat!(
                "Example:\n  Type: ", $resource_type, "\n  Properties:\n    ", $property, ": What it is for\n"
            ),
            noncompliant_example: concat!("Example:\n  Type: ", $resource_type, "\n"),
            ..DESCRIBED
        }),*];
    };
}

/// What all rules of the family have in common.
const DESCRIBED: Rule = Rule {
    severity: Severity::Low,
    summary: "Resources should have a description.",
    details: "An absent or empty description is noncompliant. One that consists of blanks is not empty. \
`Description` of the template itself or of its parameters has nothing to do with it.",
    ..Rule::BASE
};

described_rules! {
    "AMPLIFY_APP_DESCRIPTION" "amplify-app-description" "AWS::Amplify::App" "Description";
    "AMPLIFY_BRANCH_DESCRIPTION" "amplify-branch-description" "AWS::Amplify::Branch" "Description";
    "APIGATEWAYV2_STAGE_DESCRIPTION" "apigatewayv2-stage-description" "AWS::ApiGatewayV2::Stage" "Description";
    "APIGATEWAY_STAGE_DESCRIPTION" "apigateway-stage-description" "AWS::ApiGateway::Stage" "Description";
    "APPCONFIG_APPLICATION_DESCRIPTION" "appconfig-application-description" "AWS::AppConfig::Application" "Description";
    "APPCONFIG_DEPLOYMENT_STRATEGY_DESCRIPTION" "appconfig-deployment-strategy-description" "AWS::AppConfig::DeploymentStrategy" "Description";
    "APPCONFIG_ENVIRONMENT_DESCRIPTION" "appconfig-environment-description" "AWS::AppConfig::Environment" "Description";
    "APPCONFIG_HOSTED_CONFIGURATION_VERSION_DESCRIPTION" "appconfig-hosted-configuration-version-description" "AWS::AppConfig::HostedConfigurationVersion" "Description";
    "APPINTEGRATIONS_EVENT_INTEGRATION_DESCRIPTION" "appintegrations-event-integration-description" "AWS::AppIntegrations::EventIntegration" "Description";
    "ATHENA_DATA_CATALOG_DESCRIPTION" "athena-data-catalog-description" "AWS::Athena::DataCatalog" "Description";
    "ATHENA_PREPARED_STATEMENT_DESCRIPTION" "athena-prepared-statement-description" "AWS::Athena::PreparedStatement" "Description";
    "ATHENA_WORKGROUP_DESCRIPTION" "athena-workgroup-description" "AWS::Athena::WorkGroup" "Description";
    "CLOUDWATCH_ALARM_DESCRIPTION" "cloudwatch-alarm-description" "AWS::CloudWatch::Alarm" "AlarmDescription";
    "EC2_TRAFFIC_MIRROR_FILTER_DESCRIPTION" "ec2-traffic-mirror-filter-description" "AWS::EC2::TrafficMirrorFilter" "Description";
    "EC2_TRAFFIC_MIRROR_SESSION_DESCRIPTION" "ec2-traffic-mirror-session-description" "AWS::EC2::TrafficMirrorSession" "Description";
    "EC2_TRAFFIC_MIRROR_TARGET_DESCRIPTION" "ec2-traffic-mirror-target-description" "AWS::EC2::TrafficMirrorTarget" "Description";
    "ELASTICBEANSTALK_APPLICATION_DESCRIPTION" "elasticbeanstalk-application-description" "AWS::ElasticBeanstalk::Application" "Description";
    "ELASTICBEANSTALK_APPLICATION_VERSION_DESCRIPTION" "elasticbeanstalk-application-version-description" "AWS::ElasticBeanstalk::ApplicationVersion" "Description";
    "ELASTICBEANSTALK_ENVIRONMENT_DESCRIPTION" "elasticbeanstalk-environment-description" "AWS::ElasticBeanstalk::Environment" "Description";
    "EVIDENTLY_LAUNCH_DESCRIPTION" "evidently-launch-description" "AWS::Evidently::Launch" "Description";
    "EVIDENTLY_PROJECT_DESCRIPTION" "evidently-project-description" "AWS::Evidently::Project" "Description";
    "EVIDENTLY_SEGMENT_DESCRIPTION" "evidently-segment-description" "AWS::Evidently::Segment" "Description";
    "IAM_POLICY_DESCRIPTION" "iam-policy-description" "AWS::IAM::ManagedPolicy" "Description";
    "IOT_PROVISIONING_TEMPLATE_DESCRIPTION" "iot-provisioning-template-description" "AWS::IoT::ProvisioningTemplate" "Description";
    "LAMBDA_FUNCTION_DESCRIPTION" "lambda-function-description" "AWS::Lambda::Function" "Description";
    "OPENSEARCHSERVERLESS_COLLECTION_DESCRIPTION" "opensearchserverless-collection-description" "AWS::OpenSearchServerless::Collection" "Description";
    "SAGEMAKER_FEATUREGROUP_DESCRIPTION" "sagemaker-featuregroup-description" "AWS::SageMaker::FeatureGroup" "Description";
    "SAGEMAKER_IMAGE_DESCRIPTION" "sagemaker-image-description" "AWS::SageMaker::Image" "ImageDescription";
    "TRANSFER_AGREEMENT_DESCRIPTION" "transfer-agreement-description" "AWS::Transfer::Agreement" "Description";
    "TRANSFER_CERTIFICATE_DESCRIPTION" "transfer-certificate-description" "AWS::Transfer::Certificate" "Description";
    "TRANSFER_WORKFLOW_DESCRIPTION" "transfer-workflow-description" "AWS::Transfer::Workflow" "Description";
}

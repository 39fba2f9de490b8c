//! The resource types that the emulator's `DescribeType` knows: those that AWS has ever taken in proactive mode.
//!
//! Property names, types, limits and what is required, from the CloudFormation registry of us-east-1 (as in
//! cfn-lint 1.58.0); descriptions, tagging and handlers are left out.

use crate::aws::Schema;

/// Type names and schemas.
const SCHEMAS: &[(&str, &str)] = &[
    ("AWS::ApiGateway::Stage", include_str!("schemas/apigateway-stage.json")),
    ("AWS::AutoScaling::AutoScalingGroup", include_str!("schemas/autoscaling-autoscalinggroup.json")),
    ("AWS::EC2::EIP", include_str!("schemas/ec2-eip.json")),
    ("AWS::EC2::Instance", include_str!("schemas/ec2-instance.json")),
    ("AWS::EC2::Subnet", include_str!("schemas/ec2-subnet.json")),
    ("AWS::Elasticsearch::Domain", include_str!("schemas/elasticsearch-domain.json")),
    ("AWS::Lambda::Function", include_str!("schemas/lambda-function.json")),
    ("AWS::RDS::DBInstance", include_str!("schemas/rds-dbinstance.json")),
    ("AWS::Redshift::Cluster", include_str!("schemas/redshift-cluster.json")),
    ("AWS::S3::Bucket", include_str!("schemas/s3-bucket.json")),
    ("AWS::SNS::Topic", include_str!("schemas/sns-topic.json")),
];

/// The text of the schema of `resource_type`.
pub(super) fn text(resource_type: &str) -> Option<&'static str> {
    SCHEMAS.iter().find(|(name, _)| *name == resource_type).map(|(_, text)| *text)
}

/// The schema of `resource_type`.
pub(super) fn schema(resource_type: &str) -> Option<Schema> {
    Schema::parse(text(resource_type)?).ok()
}

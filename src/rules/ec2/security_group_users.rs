//! The resources that put a security group on a network interface.

use crate::rules::*;

/// Something in the template puts the group on a network interface.
///
/// Launch templates, functions and services make interfaces only when they run; they count all the same.
pub(super) const IS_ATTACHED: Check = any_of(&[
    related(&["AWS::EC2::Instance"], "SecurityGroupIds[]").exists(),
    related(&["AWS::EC2::Instance"], "SecurityGroups[]").exists(),
    related(&["AWS::EC2::Instance"], "NetworkInterfaces[].GroupSet[]").exists(),
    related(&["AWS::EC2::NetworkInterface"], "GroupSet[]").exists(),
    related(&["AWS::EC2::LaunchTemplate"], "LaunchTemplateData.SecurityGroupIds[]").exists(),
    related(&["AWS::EC2::LaunchTemplate"], "LaunchTemplateData.NetworkInterfaces[].Groups[]").exists(),
    related(&["AWS::AutoScaling::LaunchConfiguration"], "SecurityGroups[]").exists(),
    related(
        &[
            "AWS::ElasticLoadBalancing::LoadBalancer",
            "AWS::ElasticLoadBalancingV2::LoadBalancer",
            "AWS::EFS::MountTarget",
        ],
        "SecurityGroups[]",
    )
    .exists(),
    related(&["AWS::RDS::DBInstance"], "VPCSecurityGroups[]").exists(),
    related(
        &[
            "AWS::RDS::DBCluster",
            "AWS::DocDB::DBCluster",
            "AWS::Neptune::DBCluster",
            "AWS::Redshift::Cluster",
            "AWS::DMS::ReplicationInstance",
        ],
        "VpcSecurityGroupIds[]",
    )
    .exists(),
    related(&["AWS::Lambda::Function"], "VpcConfig.SecurityGroupIds[]").exists(),
    related(
        &[
            "AWS::EC2::VPCEndpoint",
            "AWS::ElastiCache::ReplicationGroup",
            "AWS::MemoryDB::Cluster",
            "AWS::DAX::Cluster",
            "AWS::FSx::FileSystem",
        ],
        "SecurityGroupIds[]",
    )
    .exists(),
    related(&["AWS::ElastiCache::CacheCluster"], "VpcSecurityGroupIds[]").exists(),
    related(&["AWS::ECS::Service"], "NetworkConfiguration.AwsvpcConfiguration.SecurityGroups[]").exists(),
    related(&["AWS::EKS::Cluster"], "ResourcesVpcConfig.SecurityGroupIds[]").exists(),
    related(
        &["AWS::OpenSearchService::Domain", "AWS::Elasticsearch::Domain"],
        "VPCOptions.SecurityGroupIds[]",
    )
    .exists(),
    related(&["AWS::MSK::Cluster"], "BrokerNodeGroupInfo.SecurityGroups[]").exists(),
    related(&["AWS::AmazonMQ::Broker"], "SecurityGroups[]").exists(),
])
.explained("nothing in the template puts the group on a network interface");

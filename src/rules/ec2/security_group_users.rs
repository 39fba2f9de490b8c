//! The resources that put a security group on a network interface.

use crate::resolve::Resource;
use crate::rules::*;

/// Something in the template puts the group on a network interface. Whether something that refers to it in another
/// way does can't be known.
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
    related(&["AWS::CodeBuild::Project"], "VpcConfig.SecurityGroupIds[]").exists(),
    related(&["AWS::RDS::DBProxy", "AWS::DMS::ReplicationConfig"], "VpcSecurityGroupIds[]").exists(),
    related(
        &[
            "AWS::EC2::ClientVpnEndpoint",
            "AWS::ElastiCache::ServerlessCache",
            "AWS::RedshiftServerless::Workgroup",
            "AWS::Route53Resolver::ResolverEndpoint",
            "AWS::SageMaker::NotebookInstance",
        ],
        "SecurityGroupIds[]",
    )
    .exists(),
    related(&["AWS::Batch::ComputeEnvironment"], "ComputeResources.SecurityGroupIds[]").exists(),
    function(may_be_attached),
])
.explained("nothing in the template puts the group on a network interface");

/// What refers to a group without putting it on an interface.
const NO_USERS: &[&str] = &[
    "AWS::EC2::SecurityGroup",
    "AWS::EC2::SecurityGroupEgress",
    "AWS::EC2::SecurityGroupIngress",
    "AWS::EC2::SecurityGroupVpcAssociation",
    "AWS::RDS::DBSecurityGroup",
    "AWS::RDS::DBSecurityGroupIngress",
];

fn may_be_attached<'a>(group: &Subject<'a>) -> Truth<'a> {
    let mut mentions = group.neighbourhood.mentions(&group.resource.logical_id);
    let is_user = |resource: &Resource| !NO_USERS.contains(&&*resource.resource_type);
    let user = mentions.find(|mention| !matches!(mention, Mention::By(by) if !is_user(by)));
    match user {
        None => group.fails("nothing in the template refers to the group"),
        Some(Mention::By(by)) => group.unknown(format!(
            "whether {}, which refers to the group, puts it on a network interface is not known",
            by.logical_id
        )),
        Some(Mention::InOutputs) => {
            group.unknown("the stack's outputs hand the group on: another stack may attach it")
        }
    }
}

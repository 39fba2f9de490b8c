//! `required-tags`

use crate::rules::items::split;
use crate::rules::*;

/// The parameter for a tag's key.
macro_rules! key {
    ($name:literal $required:literal $default:expr) => {
        Parameter {
            name: $name,
            parameter_type: ParameterType::String,
            required: $required,
            default: $default,
            description: "key of a tag that has to be there",
        }
    };
}

/// The parameter for a tag's values.
macro_rules! values {
    ($name:literal) => {
        Parameter {
            name: $name,
            parameter_type: ParameterType::Csv,
            required: false,
            default: None,
            description: "values of which the tag has to have one; without it any will do",
        }
    };
}

/// The rules of this file.
pub(in crate::rules) static RULES: &[&Rule] = &[&Rule {
    identifier: "REQUIRED_TAGS",
    name: "required-tags",
    resource_types: &[
        "AWS::AutoScaling::AutoScalingGroup",
        "AWS::CertificateManager::Certificate",
        "AWS::CloudFormation::Stack",
        "AWS::CodeBuild::Project",
        "AWS::DynamoDB::Table",
        "AWS::EC2::CustomerGateway",
        "AWS::EC2::Instance",
        "AWS::EC2::InternetGateway",
        "AWS::EC2::NetworkAcl",
        "AWS::EC2::NetworkInterface",
        "AWS::EC2::RouteTable",
        "AWS::EC2::SecurityGroup",
        "AWS::EC2::Subnet",
        "AWS::EC2::VPC",
        "AWS::EC2::VPNConnection",
        "AWS::EC2::VPNGateway",
        "AWS::EC2::Volume",
        "AWS::ElasticLoadBalancing::LoadBalancer",
        "AWS::ElasticLoadBalancingV2::LoadBalancer",
        "AWS::RDS::DBInstance",
        "AWS::RDS::DBSecurityGroup",
        "AWS::RDS::DBSubnetGroup",
        "AWS::RDS::EventSubscription",
        "AWS::Redshift::Cluster",
        "AWS::Redshift::ClusterParameterGroup",
        "AWS::Redshift::ClusterSecurityGroup",
        "AWS::Redshift::ClusterSubnetGroup",
        "AWS::S3::Bucket",
    ],
    parameters: &[
        key!("tag1Key" true Some("CostCenter")),
        values!("tag1Value"),
        key!("tag2Key" false None),
        values!("tag2Value"),
        key!("tag3Key" false None),
        values!("tag3Value"),
        key!("tag4Key" false None),
        values!("tag4Value"),
        key!("tag5Key" false None),
        values!("tag5Value"),
        key!("tag6Key" false None),
        values!("tag6Value"),
    ],
    summary: "Resources should have the tags that you require.",
    details: "\
Tags say who pays for a resource and whom to ask about it. Every key that is given has to be among the tags, with \
one of its values if those are given too; upper and lower case matter. No `Tags` means no tags.

The tags that the whole stack is given at deployment reach its resources as well, but a template doesn't show them. \
Tags of an Auto Scaling group count whatever `PropagateAtLaunch` says. AWS's rule judges only some types: the ones \
here. The default key is the console's suggestion.",
    fix: "Add the missing tags to `Tags`.",
    compliant_when: function(has_tags),
    compliant_example: "\
Data:
  Type: AWS::S3::Bucket
  Properties:
    Tags:
      - Key: CostCenter
        Value: '4711'
",
    noncompliant_example: "\
Data:
  Type: AWS::S3::Bucket
",
    ..Rule::BASE
}];

const PARAMETERS: [(&str, &str); 6] = [
    ("tag1Key", "tag1Value"),
    ("tag2Key", "tag2Value"),
    ("tag3Key", "tag3Value"),
    ("tag4Key", "tag4Value"),
    ("tag5Key", "tag5Value"),
    ("tag6Key", "tag6Value"),
];

fn has_tags<'a>(subject: &Subject<'a>) -> Truth<'a> {
    PARAMETERS.iter().fold(Truth::True, |truth, (key, values)| {
        truth.and(|| match subject.parameter(key) {
            Some(key) => has_tag(subject, key.trim(), subject.parameter(values)),
            None => Truth::True,
        })
    })
}

fn has_tag<'a>(subject: &Subject<'a>, key: &str, values: Option<&str>) -> Truth<'a> {
    let found = subject.get("Tags").map_or(Some(false), |tags| {
        three_valued::some_item(tags, &|tag| {
            let tag = tag.as_map()?;
            let is = |name: &str, wanted: &str| {
                tag.get(name).map_or(Some(false), |found| three_valued::is_text(found, wanted))
            };
            let value = values.map_or(Some(true), |values| {
                three_valued::any(split(values).map(|wanted| is("Value", wanted)))
            });
            three_valued::all([is("Key", key), value])
        })
    });
    match found {
        Some(true) => Truth::True,
        Some(false) if values.is_some() => subject
            .fails_at("Tags", format!("the tag {key} is missing, or has none of the values that are wanted")),
        Some(false) => subject.fails_at("Tags", format!("the tag {key} is missing")),
        None => subject.unknown("the resource's tags can't be known before deployment"),
    }
}

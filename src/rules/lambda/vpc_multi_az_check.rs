//! `lambda-vpc-multi-az-check`

use crate::resolve::{Content, Reason, Value};
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "LAMBDA_VPC_MULTI_AZ_CHECK",
    name: "lambda-vpc-multi-az-check",
    resource_types: &["AWS::Lambda::Function"],
    severity: Severity::Medium,
    security_hub: &["Lambda.5"],
    parameters: &[Parameter {
        name: "availabilityZones",
        parameter_type: ParameterType::Int,
        required: false,
        default: None,
        description: "least number of zones; 2 when not given",
    }],
    summary: "VPC Lambda functions should span several Availability Zones.",
    details: "\
A function in one Availability Zone is gone as long as its zone is. The subnets of `VpcConfig.SubnetIds` \
have to lie in at least as many zones as the parameter says, two without it. Their zones are those of the \
`AWS::EC2::Subnet` resources of the template; different numbers in `Fn::Select` of `Fn::GetAZs` are \
different zones. Of a subnet from elsewhere the zone is not known, but one subnet is never two zones.

Functions outside a VPC are not applicable: AWS says so of Security Hub's control, not of the rule.",
    fix: "Add subnets in other Availability Zones to `VpcConfig.SubnetIds`.",
    applies_when: property("VpcConfig.SubnetIds").is_present().explained("the function is not in a VPC"),
    compliant_when: function(spans_zones),
    compliant_example: "\
One:
  Type: AWS::EC2::Subnet
  Properties:
    VpcId: vpc-0123456789abcdef0
    CidrBlock: 10.0.1.0/24
    AvailabilityZone: eu-west-1a
Two:
  Type: AWS::EC2::Subnet
  Properties:
    VpcId: vpc-0123456789abcdef0
    CidrBlock: 10.0.2.0/24
    AvailabilityZone: eu-west-1b
Worker:
  Type: AWS::Lambda::Function
  Properties:
    Role: arn:aws:iam::111122223333:role/worker
    Code:
      ImageUri: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/worker:1
    VpcConfig:
      SecurityGroupIds:
        - sg-0123456789abcdef0
      SubnetIds:
        - !Ref One
        - !Ref Two
",
    noncompliant_example: "\
Worker:
  Type: AWS::Lambda::Function
  Properties:
    Role: arn:aws:iam::111122223333:role/worker
    Code:
      ImageUri: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/worker:1
    VpcConfig:
      SecurityGroupIds:
        - sg-0123456789abcdef0
      SubnetIds:
        - subnet-0123456789abcdef0
",
    ..Rule::BASE
};

/// An Availability Zone, as far as it can be told from others.
#[derive(PartialEq)]
enum Zone<'a> {
    Named(&'a str),
    Selected(usize),
}

fn spans_zones<'a>(function: &Subject<'a>) -> Truth<'a> {
    let wanted =
        function.parameter("availabilityZones").and_then(|wanted| wanted.trim().parse().ok()).unwrap_or(2);
    function.look("VpcConfig.SubnetIds", &mut |place| {
        let subnets = match place.value.map(|value| &value.content) {
            Some(Content::List(subnets)) => subnets,
            _ => return function.unknown("the subnets can't be known"),
        };
        let mut different: Vec<&Value> = Vec::new();
        // Lambda takes no more than 16 subnets.
        for subnet in subnets.iter().take(16) {
            if !different.iter().any(|other| other.content == subnet.content) {
                different.push(subnet);
            }
        }
        let mut zones = Vec::new();
        for zone in different.iter().filter_map(|subnet| zone_of(subnet, function)) {
            if !zones.contains(&zone) {
                zones.push(zone);
            }
        }
        // A zone by name may be the same as one by number.
        let named = zones.iter().filter(|zone| matches!(zone, Zone::Named(_))).count();
        if named.max(zones.len() - named) >= wanted {
            return Truth::True;
        }
        let all_known = different.iter().all(|subnet| zone_of(subnet, function).is_some());
        let most = if all_known { zones.len() } else { different.len() };
        if most < wanted {
            function.fails_at(
                "VpcConfig.SubnetIds",
                format!("the subnets lie in {most} Availability Zone(s), expected at least {wanted}"),
            )
        } else {
            function.unknown("the Availability Zones of the subnets can't be known")
        }
    })
}

/// The zone of a subnet of the template.
fn zone_of<'a>(subnet: &Value, function: &Subject<'a>) -> Option<Zone<'a>> {
    let Content::Unknown(unknown) = &subnet.content else { return None };
    let properties = function.neighbourhood.resource_behind(&unknown.reason)?.properties.as_map()?;
    let zone = properties.get("AvailabilityZone").or_else(|| properties.get("AvailabilityZoneId"))?;
    match &zone.content {
        Content::Text(name) => Some(Zone::Named(name)),
        Content::Unknown(unknown) => match unknown.reason {
            Reason::AvailabilityZone { index } => Some(Zone::Selected(index)),
            _ => None,
        },
        _ => None,
    }
}

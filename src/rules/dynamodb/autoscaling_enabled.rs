//! `dynamodb-autoscaling-enabled`

use crate::rules::*;

/// One dimension has a scalable target, and a target tracking policy that names that target or the table.
macro_rules! scales {
    ($dimension:literal, $least:literal, $most:literal, $utilization:literal) => {
        all_of(&[
            TARGETS.some(&all_of(&[
                property("ScalableDimension").equals($dimension),
                equal!("MinCapacity", $least),
                equal!("MaxCapacity", $most),
            ])),
            any_of(&[
                TARGETS.some(&all_of(&[
                    property("ScalableDimension").equals($dimension),
                    related(POLICY, "ScalingTargetId").some(&tracks!($utilization)),
                ])),
                related(POLICY, "ResourceId").some(&all_of(&[
                    property("ScalableDimension").equals($dimension),
                    tracks!($utilization),
                ])),
            ]),
        ])
    };
}

/// The policy tracks a target.
macro_rules! tracks {
    ($utilization:literal) => {
        all_of(&[
            property("PolicyType").equals("TargetTrackingScaling"),
            equal!("TargetTrackingScalingPolicyConfiguration.TargetValue", $utilization),
        ])
    };
}

/// Equal to the parameter if it is given, or undecided.
macro_rules! equal {
    ($path:literal, $parameter:literal) => {
        when_parameter(
            $parameter,
            &when(
                &property($path).equals_parameter($parameter),
                &Check::ALWAYS,
                &undecided("AWS doesn't say how the rule's parameters compare with what is set"),
            ),
        )
    };
}

pub(super) static RULE: Rule = Rule {
    identifier: "DYNAMODB_AUTOSCALING_ENABLED",
    name: "dynamodb-autoscaling-enabled",
    resource_types: &["AWS::DynamoDB::Table"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    security_hub: &["DynamoDB.1"],
    parameters: &[
        Parameter {
            name: "minProvisionedReadCapacity",
            parameter_type: ParameterType::Int,
            required: false,
            default: None,
            description: "least MinCapacity for reads",
        },
        Parameter {
            name: "maxProvisionedReadCapacity",
            parameter_type: ParameterType::Int,
            required: false,
            default: None,
            description: "bound for MaxCapacity of reads",
        },
        Parameter {
            name: "targetReadUtilization",
            parameter_type: ParameterType::Double,
            required: false,
            default: None,
            description: "target utilization of reads, in percent",
        },
        Parameter {
            name: "minProvisionedWriteCapacity",
            parameter_type: ParameterType::Int,
            required: false,
            default: None,
            description: "least MinCapacity for writes",
        },
        Parameter {
            name: "maxProvisionedWriteCapacity",
            parameter_type: ParameterType::Int,
            required: false,
            default: None,
            description: "bound for MaxCapacity of writes",
        },
        Parameter {
            name: "targetWriteUtilization",
            parameter_type: ParameterType::Double,
            required: false,
            default: None,
            description: "target utilization of writes, in percent",
        },
    ],
    summary: "DynamoDB tables should scale capacity on demand or automatically.",
    details: "\
A table whose capacity stands still turns requests away on a busy day, and costs too much on a quiet one. \
Tables with `BillingMode` `PAY_PER_REQUEST` comply. All others (absent means `PROVISIONED`) need a \
scalable target of Application Auto Scaling for reads and one for writes, each with a target tracking \
policy, in the template.

AWS doesn't say how the parameters compare with the settings: equal complies, different leaves the verdict \
open. It doesn't say either whether global secondary indexes have to scale; here they play no part.",
    fix: "Set `BillingMode` to `PAY_PER_REQUEST`, or add scalable targets with target tracking \
policies for both dimensions.",
    remediation_document: Some("AWS-EnableDynamoDbAutoscaling"),
    certainty: Certainty::Known,
    compliant_when: any_of(&[
        property("BillingMode").default("PROVISIONED").equals("PAY_PER_REQUEST"),
        all_of(&[READ, WRITE]),
    ])
    .explained("the table's capacity is neither on demand nor scaled for reads and writes"),
    compliant_example: "\
Orders:
  Type: AWS::DynamoDB::Table
  Properties:
    BillingMode: PAY_PER_REQUEST
",
    noncompliant_example: "\
Orders:
  Type: AWS::DynamoDB::Table
  Properties:
    BillingMode: PROVISIONED
    ProvisionedThroughput:
      ReadCapacityUnits: 5
      WriteCapacityUnits: 5
",
    ..Rule::BASE
};

const TARGETS: Related = related(&["AWS::ApplicationAutoScaling::ScalableTarget"], "ResourceId");
const POLICY: &[&str] = &["AWS::ApplicationAutoScaling::ScalingPolicy"];
const READ: Check = scales!(
    "dynamodb:table:ReadCapacityUnits",
    "minProvisionedReadCapacity",
    "maxProvisionedReadCapacity",
    "targetReadUtilization"
)
.explained("the table's read capacity does not scale by a target tracking policy");
const WRITE: Check = scales!(
    "dynamodb:table:WriteCapacityUnits",
    "minProvisionedWriteCapacity",
    "maxProvisionedWriteCapacity",
    "targetWriteUtilization"
)
.explained("the table's write capacity does not scale by a target tracking policy");

//! `cloudformation-stack-notification-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "CLOUDFORMATION_STACK_NOTIFICATION_CHECK",
    name: "cloudformation-stack-notification-check",
    resource_types: &["AWS::CloudFormation::Stack"],
    severity: Severity::Low,
    parameters: &[
        Parameter {
            name: "snsTopic1",
            parameter_type: ParameterType::String,
            required: false,
            default: None,
            description: "ARN of an accepted SNS topic",
        },
        Parameter {
            name: "snsTopic2",
            parameter_type: ParameterType::String,
            required: false,
            default: None,
            description: "ARN of an accepted SNS topic",
        },
        Parameter {
            name: "snsTopic3",
            parameter_type: ParameterType::String,
            required: false,
            default: None,
            description: "ARN of an accepted SNS topic",
        },
        Parameter {
            name: "snsTopic4",
            parameter_type: ParameterType::String,
            required: false,
            default: None,
            description: "ARN of an accepted SNS topic",
        },
        Parameter {
            name: "snsTopic5",
            parameter_type: ParameterType::String,
            required: false,
            default: None,
            description: "ARN of an accepted SNS topic",
        },
    ],
    summary: "CloudFormation stacks should notify an SNS topic.",
    details: "\
Somebody should learn that a stack is changed or fails. A nested stack needs a topic in \
`NotificationARNs`; the topics of the stack that the template itself becomes are given at deployment, so \
it is not judged.

AWS doesn't say whether all topics of the parameters have to be used or one of them: a stack that uses \
some of them and not others leaves the verdict open.",
    fix: "Set `NotificationARNs` to the ARN of an SNS topic.",
    remediation_document: Some("AWS-EnableCloudFormationSNSNotification"),
    compliant_when: all_of(&[property("NotificationARNs").is_present(), function(uses_topics)]),
    compliant_example: "\
Network:
  Type: AWS::CloudFormation::Stack
  Properties:
    TemplateURL: https://templates.s3.eu-west-1.amazonaws.com/network.yaml
    NotificationARNs:
      - arn:aws:sns:eu-west-1:111122223333:stacks
",
    noncompliant_example: "\
Network:
  Type: AWS::CloudFormation::Stack
  Properties:
    TemplateURL: https://templates.s3.eu-west-1.amazonaws.com/network.yaml
",
    ..Rule::BASE
};

const PARAMETERS: [&str; 5] = ["snsTopic1", "snsTopic2", "snsTopic3", "snsTopic4", "snsTopic5"];

fn uses_topics<'a>(stack: &Subject<'a>) -> Truth<'a> {
    let wanted = PARAMETERS.iter().filter_map(|name| stack.parameter(name)).map(str::trim);
    let is_used = |topic: &str| {
        stack.get("NotificationARNs").map_or(Some(false), |topics| {
            three_valued::some_item(topics, &|found| three_valued::is_text(found, topic))
        })
    };
    // Without a parameter nothing is wanted.
    match three_valued::all_or_none(wanted.map(is_used)) {
        Some(true) => Truth::True,
        Some(false) => {
            stack.fails_at("NotificationARNs", "none of the topics of the rule's parameters is notified")
        }
        None => stack.unknown(
            "not all topics of the parameters are notified for sure, and AWS doesn't say whether one will do",
        ),
    }
}

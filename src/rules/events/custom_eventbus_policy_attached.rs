//! `custom-eventbus-policy-attached`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "CUSTOM_EVENTBUS_POLICY_ATTACHED",
    name: "custom-eventbus-policy-attached",
    resource_types: &["AWS::Events::EventBus"],
    severity: Severity::Low,
    security_hub: &["EventBridge.3"],
    summary: "Custom EventBridge event buses should have a resource policy.",
    details: "\
Without a policy of its own, a bus is open to every identity of the account that may send events. A custom \
bus needs `Policy`, or an `AWS::Events::EventBusPolicy` of the template whose `EventBusName` is the bus; \
one without that name belongs to the default bus.

Not applicable is the bus `default`. That the bus of a partner (`EventSourceName` is set) is none either \
is our reading.",
    fix: "Set `Policy`, or add an `AWS::Events::EventBusPolicy` for the bus.",
    applies_when: all_of(&[
        property("Name").differs_from("default").explained("the bus is the default one"),
        property("EventSourceName").is_absent().explained("the bus is a partner's"),
    ]),
    compliant_when: any_of(&[
        property("Policy").is_present(),
        related(&["AWS::Events::EventBusPolicy"], "EventBusName").exists(),
    ])
    .explained("the event bus has no Policy, and no AWS::Events::EventBusPolicy in the template names it"),
    compliant_example: "\
Orders:
  Type: AWS::Events::EventBus
  Properties:
    Name: orders
OrdersPolicy:
  Type: AWS::Events::EventBusPolicy
  Properties:
    EventBusName: !Ref Orders
    StatementId: account
    Statement:
      Effect: Allow
      Principal:
        AWS: arn:aws:iam::111122223333:root
      Action: events:PutEvents
      Resource: !GetAtt Orders.Arn
",
    noncompliant_example: "\
Orders:
  Type: AWS::Events::EventBus
  Properties:
    Name: orders
",
    ..Rule::BASE
};

//! `sqs-queue-policy-full-access-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "SQS_QUEUE_POLICY_FULL_ACCESS_CHECK",
    name: "sqs-queue-policy-full-access-check",
    resource_types: &["AWS::SQS::Queue"],
    severity: Severity::High,
    summary: "SQS queue policies should not allow every SQS action.",
    details: "\
Who may do everything with a queue may also change its policy and delete it. No statement may allow \
`sqs:*`, in upper or lower case, whoever the principal and whatever the condition. AWS doesn't say so of \
`*`, which includes it; here it counts. `NotAction` leaves the verdict open.

Looked at are the `AWS::SQS::QueuePolicy` and `AWS::SQS::QueueInlinePolicy` resources of the template for \
the queue.",
    fix: "Name the actions that are needed.",
    compliant_when: all_of(&[
        related(&["AWS::SQS::QueuePolicy"], "Queues[]").each(&NOT_EVERYTHING),
        related(&["AWS::SQS::QueueInlinePolicy"], "Queue").each(&NOT_EVERYTHING),
    ]),
    compliant_example: "\
Orders:
  Type: AWS::SQS::Queue
OrdersPolicy:
  Type: AWS::SQS::QueuePolicy
  Properties:
    Queues:
      - !Ref Orders
    PolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Principal:
            Service: events.amazonaws.com
          Action: sqs:SendMessage
          Resource: !GetAtt Orders.Arn
",
    noncompliant_example: "\
Orders:
  Type: AWS::SQS::Queue
OrdersPolicy:
  Type: AWS::SQS::QueuePolicy
  Properties:
    Queues:
      - !Ref Orders
    PolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Principal:
            AWS: arn:aws:iam::111122223333:root
          Action: sqs:*
          Resource: !GetAtt Orders.Arn
",
    ..Rule::BASE
};

const NOT_EVERYTHING: Check = no_statement(
    "PolicyDocument",
    |statement, _| {
        policy::all([
            statement.allows(),
            policy::any([
                statement.some("Action", |action| policy::covers(action, "sqs:*")),
                if statement.has("NotAction") { None } else { Some(false) },
            ]),
        ])
    },
    "the queue's policy allows every action",
);

//! `sqs-queue-no-public-access`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "SQS_QUEUE_NO_PUBLIC_ACCESS",
    name: "sqs-queue-no-public-access",
    resource_types: &["AWS::SQS::Queue"],
    severity: Severity::Critical,
    security_hub: &["SQS.3"],
    summary: "SQS queue policies should not allow public access.",
    details: "\
Anyone could send messages to such a queue, or take them out. The statement is public if it allows, its \
principal is `*` (also as `AWS`, in a list, with a wildcard or a policy variable in it, or as \
`NotPrincipal`), and no condition pins the caller to fixed values. AWS doesn't list the condition keys \
that do; here they are those of S3's definition of public, and keys that identify the caller as closely, \
such as `aws:PrincipalArn`.

Looked at are the `AWS::SQS::QueuePolicy` and `AWS::SQS::QueueInlinePolicy` resources of the template for \
the queue; without one only the owner has access.",
    fix: "Name the principals in the statement, or add a condition such as `aws:SourceArn`.",
    compliant_when: all_of(&[
        related(&["AWS::SQS::QueuePolicy"], "Queues[]").each(&NOT_PUBLIC),
        related(&["AWS::SQS::QueueInlinePolicy"], "Queue").each(&NOT_PUBLIC),
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
          Principal: '*'
          Action: sqs:SendMessage
          Resource: !GetAtt Orders.Arn
",
    ..Rule::BASE
};

const NOT_PUBLIC: Check = no_statement(
    "PolicyDocument",
    |statement, _| policy::lets_everyone_in(statement),
    "the queue's policy lets everyone in",
);

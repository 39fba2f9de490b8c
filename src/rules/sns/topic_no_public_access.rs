//! `sns-topic-no-public-access`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "SNS_TOPIC_NO_PUBLIC_ACCESS",
    name: "sns-topic-no-public-access",
    resource_types: &["AWS::SNS::Topic"],
    severity: Severity::Critical,
    security_hub: &["SNS.4"],
    summary: "SNS topic policies should not allow public access.",
    details: "\
Anyone could publish to such a topic, or listen to it. The statement is public if it allows, its principal \
is `*` (also as `AWS`, in a list, with a wildcard or a policy variable in it, or as `NotPrincipal`), and \
no condition pins the caller to fixed values. AWS doesn't list the condition keys that do; here they are \
those of S3's definition of public, and keys that identify the caller as closely, such as \
`aws:PrincipalArn`.

Looked at are the `AWS::SNS::TopicPolicy` and `AWS::SNS::TopicInlinePolicy` resources of the template for \
the topic; the default policy lets in the owner only.",
    fix: "Name the principals in the statement, or add a condition such as `aws:SourceArn`.",
    compliant_when: all_of(&[
        related(&["AWS::SNS::TopicPolicy"], "Topics[]").each(&NOT_PUBLIC),
        related(&["AWS::SNS::TopicInlinePolicy"], "TopicArn").each(&NOT_PUBLIC),
    ]),
    compliant_example: "\
Alerts:
  Type: AWS::SNS::Topic
AlertsPolicy:
  Type: AWS::SNS::TopicPolicy
  Properties:
    Topics:
      - !Ref Alerts
    PolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Principal:
            Service: events.amazonaws.com
          Action: sns:Publish
          Resource: !Ref Alerts
",
    noncompliant_example: "\
Alerts:
  Type: AWS::SNS::Topic
AlertsPolicy:
  Type: AWS::SNS::TopicPolicy
  Properties:
    Topics:
      - !Ref Alerts
    PolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Principal: '*'
          Action: sns:Publish
          Resource: !Ref Alerts
",
    ..Rule::BASE
};

const NOT_PUBLIC: Check = no_statement(
    "PolicyDocument",
    |statement, _| policy::lets_everyone_in(statement),
    "the topic's policy lets everyone in",
);

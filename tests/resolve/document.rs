//! The document that `cfn-gate resolve` prints.

use super::stack;
use serde_json::json;

#[test]
fn the_whole_document() {
    let stack = stack(
        "Transform: Mine
Parameters:
  Env: {Type: String}
Conditions:
  Prod: !Equals [!Ref Env, prod]
  Here: !Equals [a, a]
Resources:
  Topic:
    Type: AWS::SNS::Topic
    Condition: Prod
  Queue:
    Type: AWS::SQS::Queue
    Condition: Here
    Properties:
      DelaySeconds: 5
      Name: !Sub 'q-${Env}'
      Tags: !If [Prod, [], !Ref AWS::NoValue]
Outputs:
  Url: {Value: !Ref Queue}
  Wrong: {Value: [a]}
",
    );
    assert_eq!(
        stack.to_json(),
        json!({
            "template": "template.yaml",
            "resources": {
                "Topic": {
                    "type": "AWS::SNS::Topic",
                    "properties": {},
                    "condition": {
                        "$unknown": "the condition Prod is not known, because the parameter Env has no default and no \
                                     value was given for it",
                        "name": "Prod",
                    },
                    "line": 8,
                    "column": 3,
                },
                "Queue": {
                    "type": "AWS::SQS::Queue",
                    "properties": {
                        "DelaySeconds": 5,
                        "Name": {
                            "$unknown": "the parameter Env has no default and no value was given for it",
                            "$parts": [
                                "q-",
                                {"$unknown": "the parameter Env has no default and no value was given for it"},
                            ],
                        },
                        "Tags": {
                            "$unknown": "the condition Prod is not known, because the parameter Env has no default \
                                         and no value was given for it",
                            "$either": [[], {"$absent": true}],
                        },
                    },
                    "condition": "Here",
                    "line": 11,
                    "column": 3,
                },
            },
            "outputs": {
                "Url": {"$unknown": "the physical ID of Queue is known only after deployment"},
                "Wrong": {"$unknown": "it could not be worked out because of an error"},
            },
            "errors": [
                {"message": "the value of the output `Wrong` must be text, found a list", "line": 20, "column": 18},
            ],
            "warnings": [
                {
                    "message": "the macro `Mine` runs only at AWS: it may add or change resources",
                    "line": 1,
                    "column": 12,
                },
            ],
            "complete": false,
        })
    );
}

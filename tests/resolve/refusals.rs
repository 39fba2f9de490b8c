//! What CloudFormation refuses, with the place and in our words; and nothing is said twice.

use super::{errors, refusal, stack};

#[test]
fn values_that_can_not_be_what_they_must() {
    assert_eq!(refusal("!Join [',', !Ref Text]"), "0: `Fn::Join` needs a list, found text");
    assert_eq!(refusal("!Select [0, !Ref Text]"), "0: `Fn::Select` needs a list, found text");
    assert_eq!(refusal("{'Fn::Length': !Ref Text}"), "0: `Fn::Length` needs a list, found text");
    assert_eq!(refusal("!Base64 {Ref: List}"), "0: the argument of `Fn::Base64` must be text, found a list");
    assert_eq!(refusal("!Split [',', !Ref List]"), "0: the text of `Fn::Split` must be text, found a list");
    assert_eq!(
        refusal("!FindInMap [Map, !Ref List, Name]"),
        "0: the first key of `Fn::FindInMap` must be text, found a list"
    );
    assert_eq!(
        refusal("!Base64 {Ref: AWS::NoValue}"),
        "0: the argument of `Fn::Base64` must be text, found `AWS::NoValue`"
    );
}

#[test]
fn shapes_are_reported_once() {
    for wrong in ["!If [Holds, 1]", "!Select [1]", "!Sub '${ Text }'", "{'Fn::Nothing': 1}", "!Split ['', x]"]
    {
        refusal(wrong);
    }
}

#[test]
fn outputs_must_be_text() {
    let stack = stack(
        "
Parameters: {L: {Type: CommaDelimitedList, Default: 'a,b'}}
Resources: {R: {Type: AWS::S3::Bucket}}
Outputs:
  Absent: {Value: !Ref AWS::NoValue}
  List: {Value: !Ref L}
  Map: {Value: {A: 1}}
  Export: {Value: x, Export: {Name: !Ref AWS::NoValue}}
  Good: {Value: 1, Export: {Name: !Sub '${AWS::StackName}-x'}}
",
    );
    assert_eq!(
        errors(&stack),
        [
            "5: the output `Absent` must have a value, found `AWS::NoValue`",
            "6: the value of the output `List` must be text, found a list",
            "7: the value of the output `Map` must be text, found a map",
            "8: the name of an export must be text, found `AWS::NoValue`",
        ]
    );
}

#[test]
fn policies_must_come_out_as_text() {
    let policy = |policy: &str| {
        let text = format!(
            "Transform: AWS::LanguageExtensions\nParameters: {{L: {{Type: CommaDelimitedList, Default: a}}}}\n\
             Resources:\n  R:\n    Type: AWS::S3::Bucket\n    DeletionPolicy: {policy}\n"
        );
        let stack = stack(&text);
        let value =
            stack.resources[0].deletion_policy.as_ref().and_then(|value| value.as_text().map(String::from));
        (value, errors(&stack))
    };
    assert_eq!(policy("Retain"), (Some("Retain".to_owned()), vec![]));
    assert_eq!(policy("!Sub Retain"), (Some("Retain".to_owned()), vec![]));
    assert_eq!(policy("!Ref L").1, ["6: `DeletionPolicy` must be text, found a list"]);
    assert_eq!(policy("!Ref AWS::NoValue").1, ["6: `DeletionPolicy` must be text, found `AWS::NoValue`"]);
}

#[test]
fn conditions_see_parameters_only() {
    let stack = stack(
        "
Conditions:
  A: !Equals [!Ref R, x]
  B: !Equals [!Ref Nowhere, x]
Resources: {R: {Type: AWS::S3::Bucket}}
",
    );
    assert_eq!(
        errors(&stack),
        ["3: a condition can't refer to the resource `R`", "4: `Nowhere` is not a parameter of the template"]
    );
}

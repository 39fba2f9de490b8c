//! Macros and modules: what can't be expanded is said, and what can be resolved is.

use super::{errors, stack};
use serde_json::json;

#[test]
fn what_serverless_resources_become_may_be_referred_to() {
    let stack = stack(
        "
Transform: AWS::Serverless-2016-10-31
Resources:
  F: {Type: AWS::Serverless::Function, Properties: {InlineCode: x, Handler: a.b, Runtime: python3.13, AutoPublishAlias: live}}
  B: {Type: AWS::S3::Bucket, Properties: {Name: !Sub '${FRole.Arn} ${F.Alias}', Other: !Ref F.Version}}
",
    );
    assert_eq!(errors(&stack), [""; 0]);
    let logical_ids: Vec<_> = stack.resources.iter().map(|resource| &*resource.logical_id).collect();
    assert_eq!(logical_ids, ["F", "FRole", "FVersion5168f5ed55", "FAliaslive", "B"]);
    assert_eq!(stack.to_json()["complete"], json!(true));
}

#[test]
fn macros_and_modules_leave_the_stack_open() {
    let stack = stack(
        "
Transform: [AWS::LanguageExtensions, Mine]
Resources:
  M: {Type: My::Own::Thing::MODULE}
  B: {Type: AWS::S3::Bucket, Condition: Added, Properties: {A: !Ref MBucket, B: !FindInMap [More, a, b]}}
",
    );
    assert_eq!(errors(&stack), [""; 0]);
    let messages: Vec<_> = stack.incomplete.iter().map(|incomplete| incomplete.message.as_str()).collect();
    assert_eq!(
        messages,
        [
            "the macro `Mine` runs only at AWS: it may add or change resources",
            "the module `My::Own::Thing::MODULE` is expanded only at AWS: the resources in it are not known",
        ]
    );
    assert_eq!(
        stack.to_json()["resources"]["B"]["properties"]["B"],
        json!({"$unknown": "the macro Mine runs only at AWS"})
    );
    assert!(stack.resource("B").unwrap().condition.is_some());
}

#[test]
fn a_section_that_a_macro_adds_to() {
    let stack = stack(
        "
Resources:
  B: {Type: AWS::S3::Bucket}
  Fn::Transform: {Name: Mine}
",
    );
    assert_eq!(errors(&stack), [""; 0]);
    assert_eq!(stack.incomplete[0].message, "the macro `Mine` runs only at AWS: it may add resources");
}

#[test]
fn the_language_extensions_alone_leave_nothing_open() {
    let stack = stack("Transform: AWS::LanguageExtensions\nResources: {B: {Type: AWS::S3::Bucket}}\n");
    assert_eq!((errors(&stack), stack.incomplete.len()), (vec![], 0));
}

//! Conditions, and what hangs on them.

use super::{errors, given, stack, stack_in, value, warnings};
use cfn_gate::resolve::Content;
use serde_json::{Value as Json, json};

const UNKNOWN: &str = "the condition Open is not known, because the parameter Unknown has no default and no value \
                       was given for it";

/// Whether a condition is true: the value of an output that hangs on it.
#[track_caller]
fn decide(expression: &str) -> Json {
    let text = format!(
        "
Parameters:
  Text: {{Type: String, Default: 'true'}}
  Zero: {{Type: Number, Default: 0}}
  List: {{Type: CommaDelimitedList, Default: 'a,b'}}
  Unknown: {{Type: String}}
  Choice: {{Type: String, AllowedValues: [a, b]}}
Mappings:
  Map: {{a: {{b: c}}}}
Conditions:
  Holds: !Equals [a, a]
  Fails: !Equals [a, b]
  Open: !Equals [!Ref Unknown, a]
  Subject: {expression}
Resources:
  R: {{Type: AWS::S3::Bucket, Properties: {{P: !If [Subject, yes-it-is, no-it-is-not]}}}}
"
    );
    let stack = stack(&text);
    assert_eq!(errors(&stack), [""; 0], "{expression}");
    match stack.to_json()["resources"]["R"]["properties"]["P"].take() {
        Json::String(text) => json!(text == "yes-it-is"),
        unknown => unknown["$unknown"].clone(),
    }
}

#[test]
fn equals_compares_as_text() {
    assert_eq!(decide("!Equals ['0', 0]"), json!(true));
    assert_eq!(decide("!Equals [true, 'true']"), json!(true));
    assert_eq!(decide("!Equals [!Ref Text, true]"), json!(true));
    assert_eq!(decide("!Equals [!Ref Zero, 0]"), json!(true));
    assert_eq!(decide("!Equals [True, 'True']"), json!(false), "case matters");
    assert_eq!(decide("!Equals [A, a]"), json!(false));
    assert_eq!(decide("!Equals ['', '']"), json!(true));
    assert_eq!(decide("!Equals [!Join ['', !Ref List], ab]"), json!(true));
    assert_eq!(decide("!Equals [!Select [1, !Split ['-', a-b]], b]"), json!(true));
    assert_eq!(decide("!Equals [!FindInMap [Map, a, b], !Sub c]"), json!(true));
    assert_eq!(decide("!Equals [!Ref List, [a, b]]"), json!(true));
}

#[test]
fn three_valued_logic() {
    let open = "the condition Subject is not known, because the parameter Unknown has no default and no value was \
                given for it";
    assert_eq!(decide("!Condition Open"), json!(open));
    assert_eq!(decide("!Not [!Condition Open]"), json!(open));
    assert_eq!(decide("!And [!Condition Open, !Condition Fails]"), json!(false));
    assert_eq!(decide("!And [!Condition Open, !Condition Holds]"), json!(open));
    assert_eq!(decide("!Or [!Condition Open, !Condition Holds]"), json!(true));
    assert_eq!(decide("!Or [!Condition Open, !Condition Fails]"), json!(open));
    assert_eq!(decide("!Not [!Or [!Condition Fails, !Not [!Condition Holds]]]"), json!(true));
}

#[test]
fn a_value_that_is_not_allowed_is_ruled_out() {
    assert_eq!(decide("!Equals [!Ref Choice, c]"), json!(false));
    assert!(decide("!Equals [!Ref Choice, a]").is_string());
}

#[test]
fn conditions_may_stand_in_any_order() {
    let stack = stack(
        "
Conditions:
  A: !Not [!Condition B]
  B: !Or [!Condition C, !Condition C]
  C: !Equals [x, y]
Resources:
  Kept: {Type: AWS::S3::Bucket, Condition: A}
  Gone: {Type: AWS::S3::Bucket, Condition: B}
Outputs:
  Kept: {Value: x, Condition: A}
  Gone: {Value: x, Condition: B}
",
    );
    assert_eq!(errors(&stack), [""; 0]);
    assert_eq!(stack.resources.len(), 1);
    assert_eq!(stack.resources[0].condition_name.as_deref(), Some("A"));
    assert_eq!(stack.resources[0].condition, None);
    assert_eq!(stack.to_json()["outputs"], json!({"Kept": "x"}));
}

#[test]
fn circles_and_missing_names_are_errors() {
    let stack = stack(
        "
Conditions:
  A: !Not [!Condition B]
  B: !And [!Condition C, !Condition Nowhere]
  C: !Or [!Condition A, !Equals [a, a]]
  Self: !Not [!Condition Self]
Resources:
  R: {Type: AWS::S3::Bucket, Condition: Absent, Properties: {P: !If [Missing, 1, 2]}}
",
    );
    assert_eq!(
        errors(&stack),
        [
            "3: conditions depend on each other in a circle: A → B → C → A",
            "4: the condition `Nowhere` is not declared in the section Conditions",
            "6: conditions depend on each other in a circle: Self → Self",
            "8: the condition `Absent` is not declared in the section Conditions",
            "8: the condition `Missing` is not declared in the section Conditions",
        ]
    );
}

#[test]
fn if_takes_the_branch_that_is_known() {
    assert_eq!(value("!If [Holds, 1, 2]"), json!(1));
    assert_eq!(value("!If [Fails, 1, {A: [2]}]"), json!({"A": [2]}));
    assert_eq!(value("!If [Fails, 1, !Ref AWS::NoValue]"), json!(null));
    assert_eq!(value("[!If [Fails, 1, !Ref AWS::NoValue], 2]"), json!([2]));
}

#[test]
fn if_keeps_both_branches_where_the_condition_is_not_known() {
    assert_eq!(value("!If [Open, 1, [2]]"), json!({"$unknown": UNKNOWN, "$either": [1, [2]]}));
    assert_eq!(
        value("!If [Open, !Ref AWS::NoValue, {A: 1}]"),
        json!({"$unknown": UNKNOWN, "$either": [{"$absent": true}, {"A": 1}]})
    );
    assert_eq!(value("!If [Open, !Ref AWS::NoValue, !Ref AWS::NoValue]"), json!(null));
    assert_eq!(
        value("!Select [0, !If [Open, [a, b], [c]]]"),
        json!({"$unknown": UNKNOWN, "$either": ["a", "c"]})
    );
    assert_eq!(
        value("!Select [1, [a, !If [Open, b, !Ref AWS::NoValue], c]]"),
        json!({"$unknown": UNKNOWN}),
        "which item is second is not known"
    );
}

#[test]
fn a_resource_whose_condition_is_not_known_is_there_and_marked() {
    let stack = stack(
        "
Parameters: {Unknown: {Type: String}}
Conditions: {Open: !Equals [!Ref Unknown, a]}
Resources:
  R: {Type: AWS::S3::Bucket, Condition: Open, Properties: {A: 1}}
Outputs:
  O: {Condition: Open, Value: !Ref R}
",
    );
    assert_eq!(errors(&stack), [""; 0]);
    let resource = stack.resource("R").unwrap();
    assert_eq!(resource.condition.as_ref().unwrap().to_string(), UNKNOWN);
    assert_eq!(resource.condition.as_ref().unwrap().span.line, 5);
    assert!(matches!(stack.outputs.get("O").unwrap().content, Content::Either(_)));
}

#[test]
fn what_may_never_happen_is_a_warning() {
    let text = "
Parameters: {Unknown: {Type: String}}
Conditions: {Open: !Equals [!Ref Unknown, a]}
Resources:
  R:
    Type: AWS::S3::Bucket
    Properties:
      A: !If [Open, !Select [5, [a]], b]
";
    let message = "8: the index of `Fn::Select` is 5, but its list has 1 item";
    let open = stack(text);
    assert_eq!((errors(&open), warnings(&open)), (vec![], vec![message.to_owned()]));
    let taken = stack_in(text, &given(&[("Unknown", "a")]));
    assert_eq!(errors(&taken), [message]);
    let not_taken = stack_in(text, &given(&[("Unknown", "b")]));
    assert_eq!((errors(&not_taken), warnings(&not_taken)), (vec![], vec![]));
}

#[test]
fn nothing_is_equal_to_no_value() {
    let stack = stack(
        "
Conditions: {C: !Equals [!Ref AWS::NoValue, '']}
Resources: {R: {Type: AWS::S3::Bucket, Condition: C}}
",
    );
    assert_eq!(errors(&stack), [""; 0]);
    assert!(stack.resources[0].condition.is_some(), "neither true nor false");
}

#[test]
fn long_chains_need_no_stack() {
    use std::fmt::Write;
    let mut text = String::from("Conditions:\n  C0: !Equals [a, a]\n");
    for index in 1..=10_000 {
        writeln!(text, "  C{index}: !Not [!Condition C{}]", index - 1).unwrap();
    }
    text.push_str("Resources:\n  R: {Type: AWS::S3::Bucket, Properties: {P: !If [C10000, 1, 2]}}\n");
    let stack = stack(&text);
    assert_eq!(errors(&stack), [""; 0]);
    assert_eq!(stack.to_json()["resources"]["R"]["properties"]["P"], json!(1));
}

#[test]
fn a_condition_function_among_properties_is_decided_and_warned_of() {
    let stack = stack(
        "
Parameters: {Stage: {Type: String, Default: prod}}
Resources:
  R: {Type: AWS::SQS::Queue, Properties: {FifoQueue: !Equals [!Ref Stage, prod]}}
",
    );
    assert_eq!(errors(&stack), [""; 0]);
    assert_eq!(warnings(&stack).len(), 1);
    assert_eq!(stack.to_json()["resources"]["R"]["properties"]["FifoQueue"], json!(true));
}

#[test]
fn what_hangs_on_the_same_unknown_condition_hangs_together() {
    let stack = stack(
        "
Parameters: {Unknown: {Type: String}}
Conditions: {Open: !Equals [!Ref Unknown, a]}
Resources:
  Maybe: {Type: AWS::S3::Bucket, Condition: Open, Properties: {P: !If [Open, there, gone]}}
  Sure:
    Type: AWS::S3::Bucket
    Properties: {P: !If [Open, !If [Open, inner, never], !If [Open, never, other]], Q: !If [Open, 1, 2]}
Outputs:
  O: {Condition: Open, Value: !If [Open, there, gone]}
",
    );
    let json = stack.to_json();
    assert_eq!(json["resources"]["Maybe"]["properties"]["P"], json!("there"));
    assert_eq!(json["resources"]["Sure"]["properties"]["P"]["$either"], json!(["inner", "other"]));
    assert_eq!(json["resources"]["Sure"]["properties"]["Q"]["$either"], json!([1, 2]));
    assert_eq!(json["outputs"]["O"]["$either"], json!(["there", {"$absent": true}]));
}

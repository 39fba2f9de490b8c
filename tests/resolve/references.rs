//! Names that refer to resources: declared, existing, and not in a circle.

use super::{errors, given, stack, stack_in};

const CONDITIONAL: &str = "
Parameters: {Env: {Type: String, Default: dev}}
Conditions:
  Prod: !Equals [!Ref Env, prod]
  Dev: !Not [!Condition Prod]
Resources:
  Maybe: {Type: AWS::SNS::Topic, Condition: Prod}
  Plain:
    Type: AWS::SQS::Queue
    DependsOn: Maybe
    Properties:
      A: !If [Prod, !Ref Maybe, none]
";

#[test]
fn a_resource_whose_condition_is_false_can_be_avoided() {
    let stack = stack(&format!(
        "{CONDITIONAL}  Other: {{Type: AWS::SQS::Queue, Condition: Prod, Properties: {{T: !Ref Maybe}}}}\nOutputs:\n  O: {{Value: !Ref Maybe, Condition: Prod}}\n"
    ));
    assert_eq!(errors(&stack), [""; 0]);
    assert!(stack.resource("Maybe").is_none());
    assert_eq!(stack.resources.len(), 1);
}

#[test]
fn a_reference_to_a_resource_that_is_not_there() {
    let rest = "  User: {Type: AWS::SQS::Queue, Properties: {T: !GetAtt Maybe.TopicArn}}\nOutputs:\n  O: {Value: !Sub 'x-${Maybe}'}\n";
    let text = format!("{CONDITIONAL}{rest}");
    let message = "the resource `Maybe` is referred to, but its condition `Prod` is false: it does not exist";
    assert_eq!(errors(&stack(&text)), [format!("13: {message}"), format!("15: {message}")]);
    assert_eq!(errors(&stack_in(&text, &given(&[("Env", "prod")]))), [""; 0]);
}

#[test]
fn undeclared_names_are_errors_also_where_they_are_not_evaluated() {
    let stack = stack(
        "
Parameters: {Name: {Type: String, Default: x}}
Conditions: {Never: !Equals [a, b]}
Resources:
  Bucket:
    Type: AWS::S3::Bucket
    DependsOn: [Bukket]
    Properties:
      A: !Ref Nam
      B: !GetAtt Missing.Arn
      C: !If [Never, !Ref Dead, x]
      D: !Sub
        - |
          first ${Name}
          then ${Gone} ${Local} ${!Literal}
          and ${Lost.Arn}
        - {Local: 1}
      E: !GetAtt Name.Arn
      F: !Ref AWS::Nothing
  Never: {Type: AWS::S3::Bucket, Condition: Never, Properties: {A: !Ref Buried}}
Outputs:
  O: {Value: !Ref Nowhere}
",
    );
    assert_eq!(
        errors(&stack),
        [
            "7: `Bucket` depends on `Bukket`, which is no resource",
            "9: `Nam` is neither a parameter nor a resource of the template",
            "10: `Missing` is not a resource of the template",
            "11: `Dead` is neither a parameter nor a resource of the template",
            "15: `Gone` is neither a parameter nor a resource of the template",
            "16: `Lost` is not a resource of the template",
            "18: `Name` is a parameter: only resources have attributes",
            "19: there is no pseudo parameter `AWS::Nothing`",
            "20: `Buried` is neither a parameter nor a resource of the template",
            "22: `Nowhere` is neither a parameter nor a resource of the template",
        ]
    );
    assert_eq!(stack.diagnostics[1].help.as_deref(), Some("did you mean `Name`?"));
    assert_eq!(stack.diagnostics[4].span.column, 16, "the place in the text, not of the text");
}

#[test]
fn circles_are_told_with_their_path() {
    let stack = stack(
        "
Resources:
  A: {Type: T::T::A, Properties: {X: !Ref B}}
  B: {Type: T::T::B, Properties: {X: !Sub '${C.Arn}'}}
  C: {Type: T::T::C, DependsOn: A}
  Self: {Type: T::T::S, Properties: {X: [{Y: !GetAtt Self.Arn}]}}
",
    );
    assert_eq!(
        errors(&stack),
        [
            "5: resources depend on each other in a circle: A → B → C → A",
            "6: resources depend on each other in a circle: Self → Self",
        ]
    );
}

#[test]
fn a_circle_that_a_condition_breaks_is_none() {
    let text = "
Parameters: {Env: {Type: String}}
Conditions: {Prod: !Equals [!Ref Env, prod]}
Resources:
  A: {Type: T::T::A, Properties: {X: !If [Prod, !Ref B, x]}}
  B: {Type: T::T::B, Properties: {X: !If [Prod, x, !Ref A]}}
";
    assert_eq!(errors(&stack(text)), [""; 0], "the condition is not known");
    assert_eq!(errors(&stack_in(text, &given(&[("Env", "prod")]))), [""; 0]);
}

#[test]
fn long_chains_of_resources_need_no_stack() {
    use std::fmt::Write;
    let mut text = String::from("Resources:\n");
    for index in 0..80_000 {
        writeln!(text, " R{index}: {{Type: A, DependsOn: R{}}}", (index + 1) % 80_000).unwrap();
    }
    let stack = stack(&text);
    assert_eq!(
        errors(&stack),
        [
            "80001: resources depend on each other in a circle: R0 → R1 → R2 → R3 → R4 → R5 → R6 → R7 → R8 → R9 → R10 \
          → R11 → … (79988 more) → R0"
        ]
    );
}

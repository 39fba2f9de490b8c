//! Parameters: their values, and the constraints on them.

use super::{errors, given, stack, stack_in, warnings};
use cfn_gate::resolve::{Environment, ParameterValue};
use serde_json::{Value as Json, json};

/// The value of `Ref: P` for a parameter declared as `{…}`.
fn declared(declaration: &str, environment: &Environment) -> (Json, Vec<String>, Vec<String>) {
    let text = format!(
        "Parameters:\n  P: {declaration}\nResources:\n  R: {{Type: AWS::S3::Bucket, Properties: {{P: !Ref P}}}}\n"
    );
    let stack = stack_in(&text, environment);
    (stack.to_json()["resources"]["R"]["properties"]["P"].take(), errors(&stack), warnings(&stack))
}

#[track_caller]
fn default(declaration: &str) -> Json {
    let (value, errors, warnings) = declared(declaration, &Environment::default());
    assert_eq!((errors, warnings), (vec![], vec![]), "{declaration}");
    value
}

#[track_caller]
fn refused(declaration: &str, value: &str) -> String {
    let (json, errors, _) = declared(declaration, &given(&[("P", value)]));
    assert_eq!(errors.len(), 1, "{declaration} {value}: {errors:?}");
    assert_eq!(json, json!({"$unknown": "it could not be worked out because of an error"}));
    errors.into_iter().next().unwrap()
}

#[track_caller]
fn accepted(declaration: &str, value: &str) -> Json {
    let (json, errors, warnings) = declared(declaration, &given(&[("P", value)]));
    assert_eq!((errors, warnings), (vec![], vec![]), "{declaration} {value}");
    json
}

#[test]
fn defaults_are_text_whatever_was_written() {
    assert_eq!(default("{Type: Number, Default: 3}"), json!("3"));
    assert_eq!(default("{Type: String, Default: 1.10}"), json!("1.1"));
    assert_eq!(default("{Type: String, Default: true}"), json!("true"));
    assert_eq!(default("{Type: String, Default: ''}"), json!(""));
    assert_eq!(default("{Type: String, Default: 2012-10-17}"), json!("2012-10-17"));
    assert_eq!(default("{Type: AWS::EC2::VPC::Id, Default: vpc-1}"), json!("vpc-1"));
    assert_eq!(
        default("{Type: AWS::SSM::Parameter::Name, Default: /a}"),
        json!("/a"),
        "the name is the value"
    );
}

#[test]
fn lists_are_split_and_trimmed() {
    assert_eq!(default("{Type: CommaDelimitedList, Default: ' a ,b,, c'}"), json!(["a", "b", "", "c"]));
    assert_eq!(default("{Type: CommaDelimitedList, Default: ''}"), json!([""]));
    assert_eq!(default("{Type: 'List<Number>', Default: '1, 2'}"), json!(["1", "2"]));
    assert_eq!(
        accepted("{Type: 'List<AWS::EC2::Subnet::Id>'}", "subnet-1,subnet-2"),
        json!(["subnet-1", "subnet-2"])
    );
}

#[test]
fn a_given_value_beats_the_default() {
    assert_eq!(accepted("{Type: String, Default: a}", "b"), json!("b"));
    assert_eq!(accepted("{Type: String, Default: a}", ""), json!(""));
}

#[test]
fn without_value_and_default_it_is_unknown() {
    let unknown = json!({"$unknown": "the parameter P has no default and no value was given for it"});
    assert_eq!(default("{Type: String}"), unknown);
    assert_eq!(default("{Type: CommaDelimitedList}"), unknown);
}

#[test]
fn stored_parameters_are_unknown_unless_supplied() {
    let declaration = "{Type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>', Default: /ami}";
    let unknown =
        json!({"$unknown": "the value of the parameter P lies in the Systems Manager Parameter Store"});
    assert_eq!(default(declaration), unknown);
    assert_eq!(accepted(declaration, "/other"), unknown);
    let list = "{Type: 'AWS::SSM::Parameter::Value<List<String>>', Default: /list}";
    assert_eq!(default(list), unknown);
    let stored =
        [("/ami", "ami-1"), ("/list", "a, b")].map(|(name, value)| (name.to_owned(), value.to_owned()));
    let environment = Environment { stored_parameters: stored.into(), ..Environment::default() };
    assert_eq!(declared(declaration, &environment).0, json!("ami-1"));
    assert_eq!(declared(list, &environment).0, json!(["a", "b"]));
}

#[test]
fn numbers_must_be_numeric_and_in_range() {
    assert_eq!(accepted("{Type: Number, MinValue: 1, MaxValue: 10}", "10"), json!("10"));
    assert_eq!(accepted("{Type: Number}", "-1.5"), json!("-1.5"));
    assert_eq!(
        refused("{Type: Number}", "many"),
        "2: the value `many` of the parameter `P` (given by --parameter) must be a number"
    );
    assert!(refused("{Type: Number}", "inf").ends_with("must be a number"));
    assert!(refused("{Type: Number}", "").ends_with("must be a number"));
    assert!(refused("{Type: 'List<Number>'}", "1,x").contains("the value `x` of the parameter `P`"));
    assert!(refused("{Type: Number, MinValue: 1}", "0.5").ends_with("must be at least 1 (MinValue)"));
    assert!(refused("{Type: Number, MaxValue: 10}", "11").ends_with("must be at most 10 (MaxValue)"));
}

#[test]
fn lengths_count_characters() {
    assert_eq!(accepted("{Type: String, MinLength: 3, MaxLength: 3}", "äöü"), json!("äöü"));
    assert!(
        refused("{Type: String, MinLength: 3}", "ab")
            .ends_with("must have at least 3 characters (MinLength)")
    );
    assert!(
        refused("{Type: String, MaxLength: 3}", "abcd")
            .ends_with("must have at most 3 characters (MaxLength)")
    );
    let long = "x".repeat(4_097);
    assert_eq!(
        refused("{Type: String}", &long),
        "2: the value of the parameter `P` (given by --parameter) has more than 4096 bytes"
    );
}

#[test]
fn allowed_values_are_compared_as_text() {
    assert_eq!(accepted("{Type: String, AllowedValues: [true, 1]}", "true"), json!("true"));
    assert_eq!(accepted("{Type: Number, AllowedValues: [1, 2]}", "2"), json!("2"));
    assert_eq!(accepted("{Type: CommaDelimitedList, AllowedValues: [a, b]}", "b, a"), json!(["b", "a"]));
    assert_eq!(
        refused("{Type: String, AllowedValues: [dev, prod]}", "test"),
        "2: the value `test` of the parameter `P` (given by --parameter) is not one of its AllowedValues: `dev`, \
         `prod`"
    );
    assert!(refused("{Type: CommaDelimitedList, AllowedValues: [a]}", "a,b").contains("`b`"));
}

#[test]
fn a_default_that_is_not_allowed_is_an_error_where_it_stands() {
    let stack = stack(
        "
Parameters:
  P:
    Type: String
    AllowedValues: [dev, prod]
    Default: test
    ConstraintDescription: one of our two environments
Resources: {R: {Type: AWS::S3::Bucket}}
",
    );
    assert_eq!(
        errors(&stack),
        [
            "6: the value `test` of the parameter `P` (its default) is not one of its AllowedValues: `dev`, `prod`"
        ]
    );
    assert_eq!(stack.diagnostics[0].help.as_deref(), Some("one of our two environments"));
    assert_eq!(stack.diagnostics[0].related[0].0.line, 5);
}

#[test]
fn the_allowed_pattern_matches_the_whole_value() {
    assert_eq!(accepted("{Type: String, AllowedPattern: '[a-z]+'}", "abc"), json!("abc"));
    assert!(refused("{Type: String, AllowedPattern: '[a-z]+'}", "abc1").ends_with("AllowedPattern `[a-z]+`"));
    assert!(refused("{Type: String, AllowedPattern: 'a|b'}", "ab").ends_with("AllowedPattern `a|b`"));
    assert_eq!(
        accepted(
            "{Type: String, AllowedPattern: '^arn:aws:iam::\\d{12}:role\\/.*$'}",
            "arn:aws:iam::111122223333:role/x"
        ),
        json!("arn:aws:iam::111122223333:role/x")
    );
    assert!(refused("{Type: CommaDelimitedList, AllowedPattern: '[a-z]'}", "a,B").contains("the value `B`"));
}

#[test]
fn a_pattern_that_only_java_knows_is_not_checked() {
    let (value, errors, warnings) =
        declared("{Type: String, AllowedPattern: '(?!x).*'}", &given(&[("P", "x")]));
    assert_eq!((value, errors), (json!("x"), vec![]));
    assert_eq!(
        warnings,
        [
            "2: the AllowedPattern of the parameter `P` uses what only Java's regular expressions have, or is too large: it \
          is not checked"
        ]
    );
}

#[test]
fn a_parameter_that_is_not_declared() {
    let text =
        "Parameters: {Environment: {Type: String, Default: x}}\nResources: {R: {Type: AWS::S3::Bucket}}\n";
    let stack = stack_in(text, &given(&[("Enviroment", "prod")]));
    assert_eq!(errors(&stack), ["1: the template declares no parameter `Enviroment` (given by --parameter)"]);
    assert_eq!(stack.diagnostics[0].help.as_deref(), Some("did you mean `Environment`?"));

    let value = ParameterValue { value: "x".to_owned(), given: "params.json:3".to_owned() };
    let shared = Environment { parameters: [("Other".to_owned(), value)].into(), ..Environment::default() };
    let stack = stack_in(text, &shared);
    assert_eq!(errors(&stack), [""; 0], "a file may be shared by stacks with different parameters");
    assert_eq!(warnings(&stack), ["1: the template declares no parameter `Other` (given by params.json:3)"]);
}

#[test]
fn values_remember_where_they_come_from() {
    let stack = stack_in(
        "
Parameters:
  P:
    Type: String
    Default: here
Mappings:
  M:
    A:
      B: there
Resources:
  R:
    Type: AWS::S3::Bucket
    Properties:
      P: !Ref P
      M: !FindInMap [M, A, B]
      L: plain
      S: !Sub '${P}'
",
        &Environment::default(),
    );
    let properties = stack.resource("R").unwrap().properties.as_map().unwrap();
    let lines = |key: &str| {
        let value = properties.get(key).unwrap();
        (value.span.line, value.origin.map(|origin| origin.line))
    };
    assert_eq!(lines("P"), (14, Some(5)));
    assert_eq!(lines("M"), (15, Some(9)));
    assert_eq!(lines("L"), (16, None));
    assert_eq!(lines("S"), (17, Some(5)));
}

#[test]
fn rules_check_parameters() {
    let text = "
Parameters:
  Env: {Type: String, Default: prod}
  Size: {Type: String, Default: small}
  Sizes: {Type: CommaDelimitedList, Default: 'small,large'}
  Version: {Type: 'AWS::SSM::Parameter::Value<String>', Default: /cdk-bootstrap/hnb659fds/version}
Rules:
  ProdIsLarge:
    RuleCondition: !Equals [!Ref Env, prod]
    Assertions:
      - Assert: {'Fn::Contains': [[large, huge], !Ref Size]}
        AssertDescription: production needs a large instance
  Known:
    Assertions:
      - Assert: {'Fn::EachMemberIn': [!Ref Sizes, [small, large, huge]]}
      - Assert: {'Fn::EachMemberEquals': [[a, a], a]}
  CheckBootstrapVersion:
    Assertions:
      - Assert: {'Fn::Not': [{'Fn::Contains': [['1', '2'], !Ref Version]}]}
Resources: {R: {Type: AWS::S3::Bucket}}
";
    let small = stack(text);
    assert_eq!(
        errors(&small),
        ["11: the parameters break the rule `ProdIsLarge`: production needs a large instance"]
    );
    assert_eq!(errors(&stack_in(text, &given(&[("Size", "huge")]))), [""; 0]);
    assert_eq!(errors(&stack_in(text, &given(&[("Env", "dev")]))), [""; 0]);
}

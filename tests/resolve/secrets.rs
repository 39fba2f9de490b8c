//! NoEcho: the value decides conditions, and is seen nowhere.

use super::{errors, given, stack, stack_in};
use serde_json::json;

const SECRET: &str = "s3cr3t-value";

const TEXT: &str = "
Transform: AWS::LanguageExtensions
Parameters:
  Password: {Type: String, NoEcho: true, AllowedValues: [s3cr3t-value, other], Default: other}
  Index: {Type: Number, NoEcho: true, Default: 7}
Mappings:
  Map: {A: {B: c}}
Conditions:
  IsSet: !Not [!Equals [!Ref Password, '']]
  Lookup: !Equals [!FindInMap [Map, !Ref Password, B], c]
  Item: !Equals [!Select [!Ref Index, [a]], a]
Resources:
  R:
    Type: AWS::RDS::DBInstance
    Properties:
      Plain: !Ref Password
      Sub: !Sub 'pw=${Password}'
      Join: !Join ['', [!Ref Password]]
      Base64: !Base64 {Ref: Password}
      Split: !Split ['-', !Ref Password]
      Map: !FindInMap [Map, !Ref Password, B]
      Json: {'Fn::ToJsonString': [!Ref Password]}
      If: !If [IsSet, set, unset]
      'Fn::ForEach::X': [Y, [!Ref Password], {'K${Y}': v}]
Outputs:
  O: {Value: !Ref Password}
";

#[test]
fn a_secret_decides_conditions_and_is_shown_nowhere() {
    let stack = stack_in(TEXT, &given(&[("Password", SECRET)]));
    let json = stack.to_json();
    let printed = format!("{json} {:?} {stack:?}", stack.diagnostics);
    let printed = printed.replace(&format!("{:?}", stack.files), "");
    assert!(!printed.contains(SECRET), "{printed}");
    assert_eq!(json["outputs"]["O"], json!({"$unknown": "the parameter Password is a secret (NoEcho)"}));
    assert_eq!(
        errors(&stack),
        [
            "10: unable to get mapping for a value that depends on a secret: there is no such entry",
            "11: the index of `Fn::Select` is out of the range of its list",
        ]
    );
}

#[test]
fn a_secret_part_leaves_the_rest_known() {
    let text = TEXT.replace("'Fn::ForEach::X': [Y, [!Ref Password], {'K${Y}': v}]", "Z: 1");
    let stack = stack_in(&text, &given(&[("Password", SECRET)]));
    let properties = stack.to_json()["resources"]["R"]["properties"].take();
    assert_eq!(properties["If"], json!("set"));
    assert_eq!(
        properties["Sub"]["$parts"],
        json!(["pw=", {"$unknown": "the parameter Password is a secret (NoEcho)"}])
    );
}

#[test]
fn a_refused_secret_is_not_quoted() {
    let stack = stack_in(TEXT, &given(&[("Password", "wrong-secret")]));
    let error = errors(&stack).into_iter().next().unwrap();
    assert_eq!(
        error,
        "4: the value of the parameter `Password` (given by --parameter) is not one of its AllowedValues"
    );
    assert!(!format!("{:?}", stack.diagnostics).contains("wrong-secret"));
}

#[test]
fn a_refused_pattern_of_a_secret_is_not_quoted() {
    let text = "
Parameters: {P: {Type: String, NoEcho: true, AllowedPattern: '[0-9]+', MinLength: 20}}
Resources: {R: {Type: AWS::S3::Bucket}}
";
    let stack = stack_in(text, &given(&[("P", SECRET)]));
    assert!(!format!("{:?}", stack.diagnostics).contains(SECRET));
    assert_eq!(
        errors(&stack),
        [
            "2: the value of the parameter `P` (given by --parameter) must have at least 20 characters (MinLength)"
        ]
    );
}

#[test]
fn a_secret_that_is_empty_or_not_given_is_said_to_be() {
    let stack = stack(
        "
Parameters:
  Empty: {Type: String, NoEcho: true, Default: ''}
  Later: {Type: String, NoEcho: true}
Resources:
  R: {Type: AWS::SNS::Topic, Properties: {Empty: !Ref Empty, Later: !Ref Later}}
",
    );
    let properties = stack.to_json()["resources"]["R"]["properties"].take();
    assert_eq!(properties["Empty"], json!(""));
    assert_eq!(
        properties["Later"],
        json!({"$unknown": "the parameter Later has no default and no value was given for it"})
    );
}

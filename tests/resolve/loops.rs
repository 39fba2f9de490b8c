//! `Fn::ForEach`, in every section that takes it.

use super::{errors, given, stack, stack_in, value, warnings};
use serde_json::json;

const HEADER: &str = "Transform: AWS::LanguageExtensions\n";

#[test]
fn resources_are_made_where_the_loop_stands() {
    let stack = stack(&format!(
        "{HEADER}
Parameters: {{Names: {{Type: CommaDelimitedList, Default: 'Alpha,Beta'}}}}
Resources:
  First: {{Type: AWS::SNS::Topic}}
  Fn::ForEach::Buckets:
    - Name
    - !Ref Names
    - Bucket${{Name}}:
        Type: AWS::S3::Bucket
        DependsOn: First
        Properties:
          BucketName: !Sub '${{Name}}-bucket'
          Plain: 'plain-${{Name}}'
          Long: {{Ref: Name}}
          Short: !Ref Name
          Sub2: !Sub '${{Name}}-${{First}}'
  Last: {{Type: AWS::SNS::Topic, Properties: {{T: !GetAtt BucketAlpha.Arn}}}}
"
    ));
    assert_eq!(errors(&stack), [""; 0]);
    let ids: Vec<_> = stack.resources.iter().map(|resource| &*resource.logical_id).collect();
    assert_eq!(ids, ["First", "BucketAlpha", "BucketBeta", "Last"]);
    let json = stack.to_json();
    let beta = &json["resources"]["BucketBeta"];
    assert_eq!(beta["line"], json!(9));
    assert_eq!(
        beta["properties"],
        json!({
            "BucketName": "Beta-bucket",
            "Plain": "plain-Beta",
            "Long": "Beta",
            "Short": "Beta",
            "Sub2": {
                "$unknown": "the physical ID of First is known only after deployment",
                "$parts": ["Beta-", {"$unknown": "the physical ID of First is known only after deployment"}],
            },
        })
    );
}

#[test]
fn loops_nest_and_inner_bodies_see_outer_identifiers() {
    let stack = stack(&format!(
        "{HEADER}
Resources:
  Fn::ForEach::Outer:
    - A
    - [x, y]
    - Fn::ForEach::Inner:
        - B
        - ['1', '2']
        - R${{A}}${{B}}: {{Type: AWS::S3::Bucket, Properties: {{P: !Sub '${{A}}/${{B}}'}}}}
Outputs:
  Fn::ForEach::O:
    - A
    - [x, y]
    - Fn::ForEach::P:
        - Attribute
        - [Arn, DomainName]
        - Out${{A}}${{Attribute}}: {{Value: !GetAtt [!Sub 'R${{A}}1', !Ref Attribute]}}
"
    ));
    assert_eq!(errors(&stack), [""; 0]);
    let json = stack.to_json();
    let paths: Vec<_> = json["resources"]
        .as_object()
        .unwrap()
        .iter()
        .map(|(id, r)| (id.as_str(), r["properties"]["P"].as_str().unwrap()))
        .collect();
    assert_eq!(paths, [("Rx1", "x/1"), ("Rx2", "x/2"), ("Ry1", "y/1"), ("Ry2", "y/2")]);
    assert_eq!(
        json["outputs"]["OutyDomainName"],
        json!({"$unknown": "the attribute DomainName of Ry1 is known only after deployment"})
    );
    assert_eq!(json["outputs"].as_object().unwrap().len(), 4);
}

#[test]
fn conditions_can_be_made() {
    let stack = stack(
        &format!(
            "{HEADER}
Parameters: {{Env: {{Type: String, Default: prod}}}}
Conditions:
  Fn::ForEach::C:
    - E
    - [dev, prod]
    - Is${{E}}: !Equals [!Ref Env, !Ref E]
Resources:
  Fn::ForEach::R:
    - E
    - [dev, prod]
    - In${{E}}: {{Type: AWS::S3::Bucket, Condition: !Sub 'x', Properties: {{A: 1}}}}
"
        )
        .replace("Condition: !Sub 'x'", "Condition: 'Is${E}'"),
    );
    assert_eq!(errors(&stack), [""; 0]);
    let ids: Vec<_> = stack.resources.iter().map(|resource| &*resource.logical_id).collect();
    assert_eq!(ids, ["Inprod"]);
}

#[test]
fn properties_can_be_made() {
    assert_eq!(
        value(
            "{'Fn::ForEach::L': [X, [a, b], {'Key${X}': !Ref X, Beside: 1}], C: 2}"
                .replace(", Beside: 1", "")
                .as_str()
        ),
        json!({"Keya": "a", "Keyb": "b", "C": 2})
    );
    assert_eq!(value("{'Fn::ForEach::L': [X, [], {'Key${X}': !Ref X}], C: 2}"), json!({"C": 2}));
    assert_eq!(value("{'Fn::ForEach::L': [X, [''], {'Key${X}': !Ref X}]}"), json!({"Key": ""}));
    assert_eq!(value("{'Fn::ForEach::L': [X, [a, a], {'Key${X}': !Ref X}]}"), json!({"Keya": "a"}));
    assert_eq!(
        value("{'Fn::ForEach::L': [X, !FindInMap [Map, us-east-1, Sizes], {'K${X}': !Ref X}]}"),
        json!({"K1": "1", "Ktwo": "two"})
    );
    assert_eq!(
        value("{'Fn::ForEach::L': [X, [z, !Ref List], {'K${X}': !Ref X}]}"),
        json!({"Kz": "z", "Ka": "a", "Kb": "b", "Kc": "c"})
    );
    assert_eq!(
        value("{'Fn::ForEach::L': [X, !Ref Unknown, {'K${X}': !Ref X}], C: 2}"),
        json!({"$unknown": "the parameter Unknown has no default and no value was given for it"}),
        "which keys there are is not known"
    );
}

#[test]
fn an_ampersand_leaves_letters_and_digits() {
    let stack = stack(&format!(
        "{HEADER}
Resources:
  Fn::ForEach::Nets:
    - Block
    - [10.0.0.0/24, '10.0.1.0/24']
    - Net&{{Block}}: {{Type: AWS::EC2::Subnet, Properties: {{CidrBlock: !Ref Block, Name: 'n-&{{Block}}'}}}}
"
    ));
    assert_eq!(errors(&stack), [""; 0]);
    assert_eq!(
        stack.to_json()["resources"]["Net1001024"]["properties"],
        json!({"CidrBlock": "10.0.1.0/24", "Name": "n-1001024"})
    );
}

#[test]
fn names_must_differ() {
    let clash = stack(&format!(
        "{HEADER}
Resources:
  Ra: {{Type: AWS::S3::Bucket}}
  Fn::ForEach::L:
    - X
    - [a, b]
    - R${{X}}: {{Type: AWS::S3::Bucket, Properties: {{'Fn::ForEach::M': [Y, [p, q], {{Same: !Ref Y}}]}}}}
"
    ));
    assert_eq!(
        errors(&clash),
        [
            "8: `Fn::ForEach` makes `Ra` more than once, or it is declared",
            "8: `Fn::ForEach` makes the key `Same` more than once: the key has to hold `${Identifier}`",
        ]
    );
}

#[test]
fn a_collection_that_is_not_known_leaves_the_stack_open() {
    let text = format!(
        "{HEADER}
Parameters: {{Names: {{Type: CommaDelimitedList}}}}
Conditions:
  Fn::ForEach::C: [X, !Ref Names, {{'Is${{X}}': !Equals [a, a]}}]
Resources:
  Fn::ForEach::L: [X, !Ref Names, {{'R${{X}}': {{Type: AWS::S3::Bucket}}}}]
  Plain: {{Type: AWS::S3::Bucket, Condition: Isa, DependsOn: Ra, Properties: {{A: !GetAtt Ra.Arn}}}}
"
    );
    let open = stack(&text);
    assert_eq!(errors(&open), [""; 0]);
    let why = "because the parameter Names has no default and no value was given for it: what it makes in the section";
    assert_eq!(
        warnings(&open),
        [format!("5: the loop `Fn::ForEach::C` can't be unrolled, {why} Conditions is not known")]
    );
    assert_eq!(open.incomplete.len(), 1);
    assert_eq!(
        open.incomplete[0].message,
        format!("the loop `Fn::ForEach::L` can't be unrolled, {why} Resources is not known")
    );
    assert_eq!(open.to_json()["complete"], json!(false));
    assert!(open.resource("Plain").unwrap().condition.is_some());

    let closed = stack_in(&text, &given(&[("Names", "a")]));
    assert_eq!((errors(&closed), warnings(&closed), closed.incomplete.len()), (vec![], vec![], 0));
    assert_eq!(closed.resources.len(), 2);
}

#[test]
fn the_name_of_a_condition_in_if_is_not_replaced() {
    let stack = stack(&format!(
        "{HEADER}
Conditions: {{Isa: !Equals [a, a]}}
Resources:
  Fn::ForEach::L: [X, [a], {{'R${{X}}': {{Type: AWS::S3::Bucket, Properties: {{P: !If ['Is${{X}}', 1, 2]}}}}}}]
"
    ));
    assert_eq!(errors(&stack), ["5: the condition `Is${X}` is not declared in the section Conditions"]);
}

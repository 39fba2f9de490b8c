//! The intrinsic functions one by one.

use super::{refusal, value, value_in};
use cfn_gate::resolve::Environment;
use serde_json::json;

#[test]
fn ref_of_parameters_and_pseudo_parameters() {
    assert_eq!(value("!Ref Text"), json!("dev"));
    assert_eq!(value("!Ref Number"), json!("3"), "a parameter is text wherever it is used");
    assert_eq!(value("!Ref List"), json!(["a", "b", "c"]));
    assert_eq!(value("!Ref AWS::Region"), json!("us-east-1"));
    assert_eq!(value("!Ref AWS::AccountId"), json!("111122223333"));
    assert_eq!(value("!Ref AWS::Partition"), json!("aws"));
    assert_eq!(value("!Ref AWS::URLSuffix"), json!("amazonaws.com"));
    assert_eq!(value("!Ref AWS::StackName"), json!("shop"));
    assert_eq!(
        value("!Ref AWS::StackId"),
        json!({
            "$unknown": "AWS::StackId was not given",
            "$parts": [
                "arn:aws:cloudformation:us-east-1:111122223333:stack/shop/",
                {"$unknown": "AWS::StackId was not given"},
            ],
        })
    );
    assert_eq!(
        value("!Ref AWS::NotificationARNs"),
        json!({"$unknown": "AWS::NotificationARNs was not given"})
    );
}

#[test]
fn pseudo_parameters_follow_the_region() {
    let partition = |region: &str| {
        let environment = Environment { region: Some(region.to_owned()), ..Environment::default() };
        value_in("!Sub '${AWS::Partition} ${AWS::URLSuffix}'", &environment)
    };
    assert_eq!(partition("eu-central-1"), json!("aws amazonaws.com"));
    assert_eq!(partition("cn-north-1"), json!("aws-cn amazonaws.com.cn"));
    assert_eq!(partition("us-gov-west-1"), json!("aws-us-gov amazonaws.com"));
    assert_eq!(partition("us-iso-east-1"), json!("aws-iso c2s.ic.gov"));
    let nowhere = value_in("!Ref AWS::Partition", &Environment::default());
    assert_eq!(nowhere, json!({"$unknown": "AWS::Partition was not given"}));
}

#[test]
fn what_only_aws_knows_is_unknown() {
    let unknown = |expression: &str| value(expression)["$unknown"].as_str().unwrap().to_owned();
    assert_eq!(unknown("!Ref Topic"), "the physical ID of Topic is known only after deployment");
    assert_eq!(
        unknown("!GetAtt Topic.TopicArn"),
        "the attribute TopicArn of Topic is known only after deployment"
    );
    assert_eq!(
        unknown("!GetAtt Topic.Outputs.Name"),
        "the attribute Outputs.Name of Topic is known only after deployment"
    );
    assert_eq!(
        unknown("{'Fn::GetAtt': [!Join ['', [To, pic]], Arn]}"),
        "the attribute Arn of Topic is known only after deployment"
    );
    assert_eq!(unknown("!Ref Unknown"), "the parameter Unknown has no default and no value was given for it");
    assert_eq!(
        unknown("!Ref Stored"),
        "the value of the parameter Stored lies in the Systems Manager Parameter Store"
    );
    assert_eq!(unknown("!GetAZs ''"), "the Availability Zones of the account are known only to AWS");
    assert_eq!(
        unknown("!Select [0, !GetAZs '']"),
        "the Availability Zones of the account are known only to AWS"
    );
    assert_eq!(unknown("!ImportValue net-vpc"), "the export net-vpc belongs to another stack");
    assert_eq!(
        unknown("{'Fn::ImportValue': !Sub '${AWS::Region}-vpc'}"),
        "the export us-east-1-vpc belongs to another stack"
    );
    assert_eq!(unknown("{'Fn::ImportValue': !Ref Unknown}"), "it is imported from another stack");
    assert_eq!(
        unknown("{'Fn::GetStackOutput': {StackName: net, OutputName: Vpc}}"),
        "it is an output of another stack"
    );
    assert_eq!(
        unknown("{'Fn::Transform': {Name: Mine, Parameters: {A: 1}}, Beside: 2}"),
        "the macro Mine runs only at AWS"
    );
}

#[test]
fn sub_puts_values_into_text() {
    assert_eq!(value("!Sub '${Text}-${Number}-${AWS::Region}'"), json!("dev-3-us-east-1"));
    assert_eq!(value("!Sub '${!Text} $Text $ {x} $'"), json!("${Text} $Text $ {x} $"));
    assert_eq!(value("!Sub ['${Text}-${A}', {Text: mine, A: !Ref Text}]"), json!("mine-dev"));
    assert_eq!(value("!Sub ['${A}${B}${C}', {A: 1, B: true, C: 1.10}]"), json!("1true1.1"));
    assert_eq!(value("!Sub ['${A.B}', {A.B: dotted}]"), json!("dotted"));
    assert_eq!(
        value("!Sub 'arn:aws:sns:${AWS::Region}:x:${Topic.TopicName}/y'"),
        json!({
            "$unknown": "the attribute TopicName of Topic is known only after deployment",
            "$parts": [
                "arn:aws:sns:us-east-1:x:",
                {"$unknown": "the attribute TopicName of Topic is known only after deployment"},
                "/y",
            ],
        })
    );
    assert_eq!(
        value("!Sub '${Topic}'"),
        json!({"$unknown": "the physical ID of Topic is known only after deployment"})
    );
    assert_eq!(refusal("!Sub '${List}'"), "0: `${List}` in `Fn::Sub` must be text, found a list");
}

#[test]
fn join_writes_scalars_out_and_skips_absent_items() {
    assert_eq!(value("!Join ['-', [a, 1, true, !Ref Text]]"), json!("a-1-true-dev"));
    assert_eq!(value("!Join [',', !Ref List]"), json!("a,b,c"));
    assert_eq!(value("!Join [',', [!Ref AWS::NoValue, a, !Ref AWS::NoValue]]"), json!("a"));
    assert_eq!(value("!Join [',', [!Ref AWS::NoValue]]"), json!(""));
    assert_eq!(value("!Join ['', []]"), json!(""));
    assert_eq!(
        value("!Join [':', [a, b, !Ref Topic, c, d]]")["$parts"],
        json!(["a:b:", {"$unknown": "the physical ID of Topic is known only after deployment"}, ":c:d"])
    );
    assert_eq!(
        refusal("!Join ['', [!Ref List]]"),
        "0: `Fn::Join` joins text only, found a list among its values"
    );
}

#[test]
fn join_does_not_promise_a_delimiter_beside_an_item_that_may_vanish() {
    let parts = |expression: &str| {
        let mut parts = value(expression)["$parts"].take();
        for part in parts.as_array_mut().unwrap() {
            if part.is_object() {
                *part = json!("?");
            }
        }
        parts
    };
    let maybe = "!If [Open, x, !Ref AWS::NoValue]";
    assert_eq!(parts(&format!("!Join [',', [a, {maybe}, c]]")), json!(["a", "?", ",c"]));
    assert_eq!(parts(&format!("!Join [',', [{maybe}, b, c]]")), json!(["?", "b,c"]));
    assert_eq!(parts(&format!("!Join [',', [a, {maybe}]]")), json!(["a", "?"]));
}

#[test]
fn split_keeps_empty_pieces() {
    assert_eq!(value("!Split ['|', 'a||c|']"), json!(["a", "", "c", ""]));
    assert_eq!(value("!Split [',', '']"), json!([""]));
    assert_eq!(value("!Select [1, !Split ['-', !Sub '${AWS::Region}-x']]"), json!("east"));
    assert_eq!(
        value("!Split [':', !GetAtt Topic.TopicArn]"),
        json!({"$unknown": "the attribute TopicArn of Topic is known only after deployment"})
    );
}

#[test]
fn select_takes_an_index_in_any_form() {
    assert_eq!(value("!Select [1, [a, b]]"), json!("b"));
    assert_eq!(value("!Select ['1', !Ref List]"), json!("b"));
    assert_eq!(value("!Select [!Ref Number, [a, b, c, d]]"), json!("d"));
    assert_eq!(value("!Select [0, [!Ref AWS::NoValue, b]]"), json!("b"), "an absent item moves the others");
    assert_eq!(value("!Select [0, [!Ref Text, !Ref Topic]]"), json!("dev"));
    assert_eq!(
        refusal("!Select [3, !Ref List]"),
        "0: the index of `Fn::Select` is 3, but its list has 3 items"
    );
    assert_eq!(
        refusal("!Select [!Ref Text, !Ref List]"),
        "0: the index of `Fn::Select` must be a whole number from 0, found `dev`"
    );
}

#[test]
fn find_in_map_compares_keys_as_text() {
    assert_eq!(value("!FindInMap [Map, !Ref AWS::Region, Name]"), json!("virginia"));
    assert_eq!(value("!FindInMap [Map, us-east-1, Sizes]"), json!([1, "two"]));
    assert_eq!(value("!FindInMap [Map, eu-west-1, Sizes]"), json!([]));
    assert_eq!(value("!FindInMap [Map, 1, 2]"), json!("one-two"));
    assert_eq!(
        refusal("!FindInMap [Map, mars, Name]"),
        "0: unable to get mapping for `Map::mars::Name`: there is no such entry"
    );
    assert_eq!(
        refusal("!FindInMap ['1', '1', Nothing]"),
        "0: unable to get mapping for `1::1::Nothing`: there is no such entry"
    );
    assert_eq!(
        value_in("!FindInMap [Map, !Ref AWS::Region, Name]", &Environment::default()),
        json!({"$unknown": "AWS::Region was not given"})
    );
}

#[test]
fn find_in_map_has_a_default() {
    assert_eq!(value("!FindInMap [Map, mars, Name, {DefaultValue: !Ref Text}]"), json!("dev"));
    assert_eq!(value("!FindInMap [Nowhere, mars, Name, {DefaultValue: x}]"), json!("x"));
    assert_eq!(value("!FindInMap [Map, us-east-1, Name, {DefaultValue: x}]"), json!("virginia"));
    assert_eq!(
        value("!FindInMap [Map, '1', Nothing, {DefaultValue: null-is-missing}]"),
        json!("null-is-missing")
    );
    assert_eq!(value("!FindInMap [Map, mars, Name, {DefaultValue: !Ref AWS::NoValue}]"), json!(null));
}

#[test]
fn cidr_gives_the_first_blocks() {
    assert_eq!(value("!Cidr [10.0.0.0/16, 3, 8]"), json!(["10.0.0.0/24", "10.0.1.0/24", "10.0.2.0/24"]));
    assert_eq!(value("!Cidr ['10.0.0.0/16', '2', '5']"), json!(["10.0.0.0/27", "10.0.0.32/27"]));
    assert_eq!(value("!Cidr [192.168.1.0/24, 1]"), json!(["192.168.1.0/24"]), "8 bits by default");
    assert_eq!(value("!Cidr ['2001:db8::/56', 2]"), json!(["2001:db8::/64", "2001:db8:0:1::/64"]));
    assert_eq!(value("!Select [255, !Cidr [10.0.0.0/16, 256, 8]]"), json!("10.0.255.0/24"));
    assert_eq!(
        value("!Cidr [!GetAtt Topic.CidrBlock, 2, 8]"),
        json!({"$unknown": "the attribute CidrBlock of Topic is known only after deployment"})
    );
    assert_eq!(
        refusal("!Cidr [10.0.0.0/24, 2, 8]"),
        "0: `Fn::Cidr` can't make 2 blocks of prefix length 24 in a block of prefix length 24"
    );
    assert_eq!(
        refusal("!Cidr [10.0.0.0/16, 257, 8]"),
        "0: the count of `Fn::Cidr` must be a whole number from 1 to 256, found `257`"
    );
    assert_eq!(
        refusal("!Cidr [10.0.0.0, 1, 8]"),
        "0: `Fn::Cidr` needs an address block such as `10.0.0.0/16`, found `10.0.0.0`"
    );
}

#[test]
fn base64_of_known_text_only() {
    assert_eq!(value("!Base64 HelloWorld"), json!("SGVsbG9Xb3JsZA=="));
    assert_eq!(value("!Base64 'grün?>'"), json!("Z3LDvG4/Pg=="));
    assert_eq!(
        value("{'Fn::Base64': !Sub 'x ${Topic}'}"),
        json!({"$unknown": "the physical ID of Topic is known only after deployment"})
    );
}

#[test]
fn length_counts() {
    assert_eq!(value("{'Fn::Length': [a, b, c]}"), json!(3));
    assert_eq!(value("{'Fn::Length': !Ref List}"), json!(3));
    assert_eq!(value("{'Fn::Length': !Split [',', 'a,b']}"), json!(2));
    assert_eq!(
        value("{'Fn::Length': [!Ref Topic, !GetAtt Topic.Arn]}"),
        json!(2),
        "what they are is not asked"
    );
    assert!(value("{'Fn::Length': [a, !If [Open, b, !Ref AWS::NoValue]]}")["$unknown"].is_string());
}

#[test]
fn to_json_string_is_compact_and_in_order() {
    assert_eq!(value("{'Fn::ToJsonString': [a, b, c]}"), json!(r#"["a","b","c"]"#));
    assert_eq!(
        value("{'Fn::ToJsonString': {z: 1, a: true, t: 'say \"hi\"', l: [!Ref Text], n: {}}}"),
        json!(r#"{"z":1,"a":true,"t":"say \"hi\"","l":["dev"],"n":{}}"#)
    );
    assert_eq!(
        value("{'Fn::ToJsonString': {a: !Ref Topic, b: !Sub 'x-${Topic}'}}")["$parts"],
        json!([
            "{\"a\":",
            {"$unknown": "the physical ID of Topic is known only after deployment"},
            ",\"b\":\"x-",
            {"$unknown": "the physical ID of Topic is known only after deployment"},
            "\"}",
        ])
    );
}

#[test]
fn absent_values_leave_no_trace() {
    assert_eq!(value("{A: !Ref AWS::NoValue, B: 1}"), json!({"B": 1}));
    assert_eq!(value("[a, !Ref AWS::NoValue, b]"), json!(["a", "b"]));
    assert_eq!(value("[!Ref AWS::NoValue]"), json!([]));
    assert_eq!(value("[]"), json!([]), "an empty list that is written stays");
    assert_eq!(value("''"), json!(""));
    assert_eq!(value("!Ref AWS::NoValue"), json!(null));
    assert_eq!(value("{'Ref': {'Ref': AWS::NoValue}}"), json!(null));
}

#[test]
fn dynamic_references_are_unknown_wherever_they_stand() {
    let reference = |service: &str| json!({"$unknown": format!("it is a dynamic reference ({service}) that is resolved at deployment")});
    assert_eq!(value("'{{resolve:ssm:/a/b:1}}'"), reference("ssm"));
    assert_eq!(value("'{{resolve:ssm-secure:/a/b}}'"), reference("ssm-secure"));
    assert_eq!(
        value("!Sub '{{resolve:secretsmanager:${Text}:SecretString:pw}}'"),
        reference("secretsmanager")
    );
    assert_eq!(
        value("!Join ['', ['{{resolve:secretsmanager:', !Ref Topic, ':SecretString:pw}}']]"),
        reference("secretsmanager"),
        "also where its name is not known"
    );
    assert_eq!(value("'jdbc:{{resolve:ssm:/db}}/x'")["$parts"], json!(["jdbc:", reference("ssm"), "/x"]));
    for inert in ["{{ resolve:ssm:/a }}", "{{resolve:ssm:/a }}", "{{resolve:ssm:/a", "{{other:x}}"] {
        assert_eq!(value(&format!("'{inert}'")), json!(inert));
    }
    assert_eq!(value("!Split ['/', '{{resolve:ssm:/a/b}}']"), reference("ssm"), "its text is not the value");
}

#[test]
fn scalars_stay_what_they_are() {
    assert_eq!(
        value("[1, 1.10, true, 'true', 2012-10-17, null]"),
        json!([1, 1.1, true, "true", "2012-10-17", null])
    );
}

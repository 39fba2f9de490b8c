//! Nested stacks outside of CDK: `AWS::CloudFormation::Stack` whose `TemplateURL` is a local file.

use super::{PLAIN, check, complaints, folder, judged, run};
use serde_json::Value;

const PARENT: &str = "\
Parameters:
  Encrypted: { Type: String, Default: 'true' }
  Size: { Type: Number }
Resources:
  Key:
    Type: AWS::KMS::Key
  Second:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: nested/database.yaml
      Parameters:
        Encrypted: !GetAtt First.Outputs.Encrypted
        Key: !Sub 'key/${Key}'
        Size: !Ref Size
  First:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: ./nested/flag.yaml
      Parameters: { Flag: !Ref Encrypted }
Outputs:
  Size: { Value: !GetAtt Second.Outputs.Size }
";

const FLAG: &str = "\
Parameters:
  Flag: { Type: String, AllowedValues: ['true', 'false'] }
Conditions:
  IsOn: !Equals [!Ref Flag, 'true']
Resources:
  Topic:
    Type: AWS::SNS::Topic
    Condition: IsOn
Outputs:
  Encrypted: { Value: !Ref Flag }
";

const DATABASE: &str = "\
Parameters:
  Encrypted: { Type: String }
  Key: { Type: String }
  Size: { Type: Number }
Resources:
  Database:
    Type: AWS::RDS::DBInstance
    Properties:
      StorageEncrypted: !Ref Encrypted
      KmsKeyId: !Ref Key
      AllocatedStorage: !Ref Size
Outputs:
  Size: { Value: !Ref Size }
";

const FILES: [(&str, &str); 3] =
    [("app/parent.yaml", PARENT), ("app/nested/flag.yaml", FLAG), ("app/nested/database.yaml", DATABASE)];

#[test]
fn parameters_go_down_and_outputs_come_back() {
    let folder = folder(&FILES);
    let stacks = run(folder.path(), &["resolve", "app/parent.yaml", "--parameter", "Size=20"]).documents();
    let names: Vec<_> = stacks.iter().map(|stack| stack["template"].as_str().unwrap()).collect();
    assert_eq!(names, ["app/parent.yaml", "app/nested/database.yaml", "app/nested/flag.yaml"]);
    let database = &stacks[1]["resources"]["Database"]["properties"];
    assert_eq!(database["StorageEncrypted"], "true");
    assert_eq!(database["AllocatedStorage"], "20");
    assert_eq!(
        database["KmsKeyId"]["$unknown"],
        "in the stack app/parent.yaml, the physical ID of Key is known only after deployment"
    );
    assert_eq!(database["KmsKeyId"]["$parts"][0], "key/");
    assert_eq!(stacks[0]["outputs"]["Size"], "20");
    assert_eq!(
        stacks[1]["nested_in"],
        serde_json::json!({ "stack": "app/parent.yaml", "logical_id": "Second" })
    );
}

#[test]
fn what_the_parent_does_not_know_the_nested_stack_does_not_know() {
    let folder = folder(&FILES);
    let stacks = run(folder.path(), &["resolve", "app/parent.yaml"]).documents();
    assert_eq!(
        stacks[1]["resources"]["Database"]["properties"]["AllocatedStorage"]["$unknown"],
        "in the stack app/parent.yaml, the parameter Size has no default and no value was given for it"
    );
}

#[test]
fn values_from_the_parent_decide_conditions_and_meet_constraints() {
    let folder = folder(&FILES);
    let off =
        run(folder.path(), &["resolve", "app/parent.yaml", "--parameter", "Encrypted=false"]).documents();
    assert_eq!(off[2]["resources"], serde_json::json!({}));
    let report = check(folder.path(), &["app/parent.yaml", "--parameter", "Encrypted=maybe"]);
    assert_eq!(report.code, 3);
    let complaints = complaints(&report.document());
    assert_eq!(complaints.len(), 1, "{complaints:?}");
    assert!(complaints[0].starts_with("app/nested/flag.yaml: error: "), "{complaints:?}");
}

#[test]
fn nested_stacks_are_judged() {
    let folder = folder(&FILES);
    let run = check(folder.path(), &["app/parent.yaml", "--parameter", "Encrypted=false"]);
    assert_eq!(run.code, 1);
    assert_eq!(judged(&run.document()), ["app/nested/database.yaml Database NON_COMPLIANT"]);
}

/// A template with one nested stack.
fn parent(properties: &str) -> String {
    format!("Resources:\n  Inner:\n    Type: AWS::CloudFormation::Stack\n    Properties: {properties}\n")
}

fn complaints_of(properties: &str, more: &[(&str, &str)]) -> (i32, Vec<String>) {
    let parent = parent(properties);
    let mut files = vec![("app/a.yaml", parent.as_str())];
    files.extend(more);
    let run = check(folder(&files).path(), &["app/a.yaml"]);
    (run.code, complaints(&run.document()))
}

#[test]
fn nothing_outside_the_folder_is_read() {
    let outside = [("secret.json", PLAIN)];
    let (code, complaints) = complaints_of("{TemplateURL: ../secret.json}", &outside);
    assert_eq!(code, 3);
    assert_eq!(
        complaints,
        [
            "../secret.json: error: the template of the nested stack `Inner` leads out of the folder: nothing outside it is read"
        ]
    );
}

#[test]
fn a_template_elsewhere_is_not_forgotten() {
    let (code, complaints) = complaints_of("{TemplateURL: 'https://bucket.s3.amazonaws.com/x.json'}", &[]);
    assert_eq!(code, 0);
    assert_eq!(
        complaints,
        [
            "app/a.yaml: warning: the template of the nested stack `Inner` is not judged: it is not a local file"
        ]
    );
}

#[test]
fn an_output_that_the_nested_stack_has_not() {
    let parent = format!(
        "{}Outputs:\n  X: {{Value: !GetAtt Inner.Outputs.Nothing}}\n",
        parent("{TemplateURL: b.json}")
    );
    let run = check(folder(&[("a.yaml", &parent), ("b.json", PLAIN)]).path(), &["a.yaml"]);
    assert_eq!(
        complaints(&run.document()),
        ["a.yaml: error: the nested stack `Inner` has no output `Nothing`"]
    );
}

#[test]
fn a_parameter_that_the_nested_stack_has_not() {
    let (_, complaints) =
        complaints_of("{TemplateURL: b.json, Parameters: {Nope: 1}}", &[("app/b.json", PLAIN)]);
    assert_eq!(
        complaints,
        ["app/b.json: error: the parent stack passes the parameter `Nope`, which is not declared"]
    );
}

#[test]
fn a_template_that_nests_itself_ends() {
    let (code, complaints) = complaints_of("{TemplateURL: a.yaml}", &[]);
    assert_eq!(code, 3);
    assert_eq!(
        complaints,
        ["app/a.yaml: error: stacks are nested more than 16 levels deep here: this one is not read"]
    );
    let twice = format!(
        "{}  Other:\n    Type: AWS::CloudFormation::Stack\n    Properties: {{TemplateURL: a.yaml}}\n",
        parent("{TemplateURL: a.yaml}")
    );
    let run = check(folder(&[("a.yaml", &twice)]).path(), &["a.yaml"]);
    assert_eq!(run.code, 3);
}

#[test]
fn a_nested_stack_that_may_not_exist_is_judged_and_says_so() {
    let parent = "\
Parameters: { Wanted: { Type: String } }
Conditions: { IsOn: !Equals [!Ref Wanted, 'yes'] }
Resources:
  Inner:
    Type: AWS::CloudFormation::Stack
    Condition: IsOn
    Properties: { TemplateURL: b.json }
";
    let folder = folder(&[("a.yaml", parent), ("b.json", PLAIN)]);
    let stacks = run(folder.path(), &["resolve", "a.yaml"]).documents();
    assert_eq!(stacks.len(), 2);
    let off = run(folder.path(), &["resolve", "a.yaml", "--parameter", "Wanted=no"]).documents();
    assert_eq!(off.len(), 1);
    let condition: &Value = &stacks[1]["resources"]["Database"]["condition"];
    assert!(
        condition["$unknown"].as_str().unwrap().starts_with("in the stack a.yaml, the condition IsOn"),
        "{condition}"
    );
}

#[test]
fn values_that_grow_from_stack_to_stack_end() {
    // Each stack hands on a choice between what it was given and the same again.
    let child = "\
Parameters: { In: { Type: String }, Wanted: { Type: String } }
Conditions: { IsWanted: !Equals [!Ref Wanted, 'yes'] }
Resources: { Topic: { Type: AWS::SNS::Topic, Properties: { DisplayName: !Ref In } } }
Outputs: { Out: { Value: !If [IsWanted, !Ref In, !Ref In] } }
";
    let mut parent =
        "Parameters: { In: { Type: String }, Wanted: { Type: String } }\nResources:\n".to_owned();
    for index in 0..40_usize {
        let given = match index.checked_sub(1) {
            Some(before) => format!("!GetAtt S{before}.Outputs.Out"),
            None => "!Ref In".into(),
        };
        parent += &format!(
            "  S{index}: {{ Type: AWS::CloudFormation::Stack, Properties: {{ TemplateURL: b.yaml, Parameters: {{ In: {given}, \
             Wanted: !Ref Wanted }} }} }}\n"
        );
    }
    let run = check(folder(&[("a.yaml", &parent), ("b.yaml", child)]).path(), &["a.yaml"]);
    assert_eq!(run.code, 3);
    let complaints = complaints(&run.document());
    let first = complaints.first().map(String::as_str);
    assert_eq!(
        first,
        Some("a.yaml: error: the template expands to more than 800000 values: the rest is not resolved"),
        "{complaints:?}"
    );
}

#[test]
fn a_nested_template_that_a_search_finds_is_judged_once() {
    let folder = folder(&FILES);
    let files = |arguments: &[&str]| -> Vec<String> {
        let report = check(folder.path(), arguments).document();
        let templates = report["templates"].as_array().unwrap().iter();
        templates.map(|template| template["file"].as_str().unwrap().to_owned()).collect()
    };
    let nested = ["app/parent.yaml", "app/nested/database.yaml", "app/nested/flag.yaml"];
    assert_eq!(files(&["app"]), nested);
    // Whoever names it wants it judged by itself as well.
    assert_eq!(files(&["app/nested/flag.yaml", "app"])[0], "app/nested/flag.yaml");
    assert_eq!(files(&["app/nested/flag.yaml", "app"])[1..], nested);
}

#[test]
fn templates_that_nest_each_other_are_not_forgotten() {
    let folder = folder(&[
        ("a.yaml", &parent("{TemplateURL: b.yaml}")),
        ("b.yaml", &parent("{TemplateURL: a.yaml}")),
        ("c.json", super::ENCRYPTED),
    ]);
    let run = check(folder.path(), &["."]);
    assert_eq!(run.code, 3);
    assert_eq!(complaints(&run.document()).len(), 2);
}

#[test]
fn stacks_that_loops_and_included_files_nest_are_followed() {
    let parent = "\
Transform: [AWS::LanguageExtensions, {Name: AWS::Include, Parameters: {Location: more.yaml}}]
Resources:
  Fn::ForEach::Databases:
    - Name
    - [Orders, Users]
    - ${Name}Stack:
        Type: AWS::CloudFormation::Stack
        Properties:
          TemplateURL: !Sub nested/${Name}.yaml
          Parameters: {Encrypted: 'false', Key: !Ref Name, Size: 20}
  Fn::ForEach::Remote:
    - Name
    - [One, Two]
    - ${Name}Remote:
        Type: AWS::CloudFormation::Stack
        Properties: {TemplateURL: !Sub 'https://example.com/${Name}.yaml'}
";
    let more = "\
Resources:
  Included:
    Type: AWS::CloudFormation::Stack
    Properties: {TemplateURL: nested/Orders.yaml, Parameters: {Encrypted: 'true', Key: k, Size: 1}}
";
    let files = [
        ("app/parent.yaml", parent),
        ("app/more.yaml", more),
        ("app/nested/Orders.yaml", DATABASE),
        ("app/nested/Users.yaml", DATABASE),
    ];
    let folder = folder(&files);
    let run = check(folder.path(), &["app/parent.yaml"]);
    let report = run.document();
    assert_eq!(
        judged(&report),
        [
            "app/nested/Orders.yaml Database NON_COMPLIANT",
            "app/nested/Users.yaml Database NON_COMPLIANT",
            "app/nested/Orders.yaml Database COMPLIANT",
        ]
    );
    let stacks: Vec<_> =
        report["templates"].as_array().unwrap().iter().map(|stack| &stack["stack"]["nestedIn"]).collect();
    let nested_in: Vec<_> = stacks.iter().filter_map(|nested_in| nested_in["logicalId"].as_str()).collect();
    assert_eq!(nested_in, ["OrdersStack", "UsersStack", "Included"]);
    let complaints = complaints(&report);
    assert_eq!(complaints.len(), 2, "{complaints:?}");
    assert!(
        complaints[0]
            .ends_with("the template of the nested stack `OneRemote` is not judged: it is not a local file")
    );
}

#[test]
fn a_loop_that_nests_its_own_template_ends() {
    let parent = "\
Transform: AWS::LanguageExtensions
Resources:
  Fn::ForEach::Selves:
    - Name
    - [A, B, C]
    - Self${Name}:
        Type: AWS::CloudFormation::Stack
        Properties: {TemplateURL: parent.yaml}
";
    let folder = folder(&[("app/parent.yaml", parent)]);
    let run = check(folder.path(), &["app/parent.yaml"]);
    assert_eq!(run.code, 3);
    let report = run.document();
    let templates = report["templates"].as_array().unwrap();
    assert!(templates.len() < 4_000, "{}", templates.len());
    assert!(complaints(&report).iter().any(|complaint| complaint.contains("more than")), "{report}");
}

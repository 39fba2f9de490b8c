//! Where what SAM makes comes from: for spans, for reports, for whoever asks whether all is known.

use super::stack;
use serde_json::json;

const TEMPLATE: &str = "
Transform: AWS::Serverless-2016-10-31
Resources:
  Hello:
    Type: AWS::Serverless::Function
    Properties:
      InlineCode: x
      Handler: a.b
      Runtime: python3.13
      Events:
        Tick:
          Type: Schedule
          Properties: {Schedule: rate(1 minute)}
  Table:
    Type: AWS::Serverless::SimpleTable
";

#[test]
fn resources_know_from_which_serverless_resource_they_come() {
    let stack = stack("template.yaml", TEMPLATE);
    let made: Vec<_> = stack
        .resources
        .iter()
        .map(|resource| {
            let made_by = resource.made_by.as_ref().unwrap();
            (&*resource.logical_id, &*made_by.logical_id, &*made_by.resource_type)
        })
        .collect();
    assert_eq!(
        made,
        [
            ("Hello", "Hello", "AWS::Serverless::Function"),
            ("HelloRole", "Hello", "AWS::Serverless::Function"),
            ("HelloTick", "Hello", "AWS::Serverless::Function"),
            ("HelloTickPermission", "Hello", "AWS::Serverless::Function"),
            ("Table", "Table", "AWS::Serverless::SimpleTable"),
        ]
    );
    assert_eq!(
        stack.to_json()["resources"]["HelloRole"]["made_by"],
        json!({"type": "AWS::Serverless::Function", "logical_id": "Hello"})
    );
}

#[test]
fn what_is_copied_keeps_its_line_and_what_is_made_has_that_of_its_origin() {
    let stack = stack("template.yaml", TEMPLATE);
    let line = |logical_id: &str, property: &str| {
        let resource = stack.resource(logical_id).unwrap();
        (resource.span.line, resource.properties.as_map().unwrap().get(property).unwrap().span.line)
    };
    assert_eq!(line("Hello", "Runtime"), (4, 9));
    assert_eq!(line("HelloRole", "AssumeRolePolicyDocument"), (4, 4));
    assert_eq!(line("HelloTick", "ScheduleExpression"), (11, 13));
    assert_eq!(line("HelloTickPermission", "Principal"), (11, 11));
}

#[test]
fn a_stack_is_complete_unless_something_is_not_expanded() {
    assert_eq!(stack("template.yaml", TEMPLATE).incomplete, []);
    let with = |resource: &str| {
        let stack = stack("template.yaml", &format!("{TEMPLATE}  Other: {resource}\n"));
        let messages: Vec<_> = stack.incomplete.iter().map(|incomplete| incomplete.message.clone()).collect();
        messages.join("\n")
    };
    assert_eq!(
        with(
            "{Type: AWS::Serverless::Application, Properties: {Location: {ApplicationId: a, SemanticVersion: 1.0.0}}}"
        ),
        "the application `Other` is in the Serverless Application Repository: the resources in it are not known"
    );
    assert_eq!(
        with("{Type: AWS::Serverless::Application, Properties: {Location: 'https://example.com/t.yaml'}}"),
        "the template of the application `Other` is not a local file: the resources in it are not known"
    );
    assert_eq!(
        with("{Type: AWS::Serverless::Surprise}"),
        "the type `AWS::Serverless::Surprise` is not one that is expanded here: what it becomes is not known"
    );
}

#[test]
fn without_a_region_the_partition_stays_open() {
    let stack = cfn_gate::resolve::resolve(
        cfn_gate::template::Template::parse("template.yaml", TEMPLATE),
        &cfn_gate::resolve::Environment { keep_expanded: true, ..Default::default() },
    );
    let expanded = stack.expanded.unwrap();
    assert_eq!(
        expanded["Resources"]["HelloRole"]["Properties"]["ManagedPolicyArns"],
        json!([{"Fn::Sub": "arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"}])
    );
}

#[test]
fn secrets_are_not_read() {
    let stack = stack(
        "template.yaml",
        "
Transform: AWS::Serverless-2016-10-31
Parameters:
  Key: {Type: String, NoEcho: true, Default: hidden}
Resources:
  Hello:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: {Bucket: b, Key: !Ref Key}
      Handler: a.b
      Runtime: python3.13
      AutoPublishAlias: live
",
    );
    assert!(!serde_json::to_string(&stack.expanded).unwrap().contains("hidden"));
    assert!(!stack.to_json().to_string().contains("hidden"));
}

#[test]
fn local_paths_are_taken_as_they_are() {
    let stack = stack(
        "template.yaml",
        "
Transform: AWS::Serverless-2016-10-31
Resources:
  Hello: {Type: AWS::Serverless::Function, Properties: {CodeUri: src/, Handler: a.b, Runtime: python3.13}}
  Image: {Type: AWS::Serverless::Function, Metadata: {DockerContext: ./image}, Properties: {PackageType: Image}}
  Layer: {Type: AWS::Serverless::LayerVersion, Properties: {ContentUri: ./layer}}
  Machine: {Type: AWS::Serverless::StateMachine, Properties: {DefinitionUri: machine.asl.json}}
",
    );
    assert_eq!(super::messages(&stack), "");
    let expanded = stack.expanded.unwrap();
    let resources = &expanded["Resources"];
    assert_eq!(resources["Hello"]["Properties"]["Code"], "src/");
    assert_eq!(resources["Image"]["Properties"]["Code"], json!({}));
    assert_eq!(resources["Machine"]["Properties"]["DefinitionS3Location"], "machine.asl.json");
}

#[test]
fn findings_say_from_which_serverless_resource_the_judged_one_comes() {
    let run = |format: &str| {
        let output = std::process::Command::new(assert_cmd::cargo::cargo_bin!("cfn-gate"))
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .args(["check", "--format", format, "--region", "eu-west-1", "examples/sam/template.yaml"])
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(1));
        String::from_utf8(output.stdout).unwrap()
    };
    let text = run("text");
    assert!(text.contains("made by AWS::Serverless::Function Fulfil"), "{text}");
    assert!(text.contains("Runtime: python3.7"), "{text}");
    let report: serde_json::Value = serde_json::from_str(&run("json")).unwrap();
    assert_eq!(
        report["templates"][0]["findings"][0]["madeBy"],
        json!({"logicalId": "Take", "resourceType": "AWS::Serverless::Function"})
    );
}

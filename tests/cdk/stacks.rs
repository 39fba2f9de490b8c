//! Which stacks of an assembly are judged, and where assemblies are found.

use super::{ENCRYPTED, PLAIN, check, complaints, folder, judged, manifest, stack, write};
use serde_json::json;
use std::path::Path;
use tempfile::TempDir;

/// `Shared`, and two stages with a stack each; `cdk.out` is ignored, as it usually is.
fn app() -> TempDir {
    let folder = folder(&[
        (".gitignore", "cdk.out\n"),
        ("cdk.out/cdk.out", r#"{"version": "48.0.0"}"#),
        ("cdk.out/Shared.template.json", PLAIN),
        ("cdk.out/asset.1234/template.yaml", PLAIN),
    ]);
    let mut artifacts = json!({ "Shared": stack("Shared.template.json") });
    for stage in ["Dev", "Prod"] {
        let directory = format!("assembly-{stage}");
        artifacts[&directory] =
            json!({ "type": "cdk:cloud-assembly", "properties": { "directoryName": directory } });
        let mut inner = stack("Data.template.json");
        inner["displayName"] = json!(format!("{stage}/Data"));
        write(
            folder.path(),
            &format!("cdk.out/{directory}/manifest.json"),
            &manifest(json!({ "Data": inner })),
        );
        write(folder.path(), &format!("cdk.out/{directory}/Data.template.json"), ENCRYPTED);
    }
    write(folder.path(), "cdk.out/manifest.json", &manifest(artifacts));
    folder
}

const ALL: [&str; 3] =
    ["Shared Database NON_COMPLIANT", "Dev/Data Database COMPLIANT", "Prod/Data Database COMPLIANT"];

fn judged_in(folder: &Path, arguments: &[&str]) -> Vec<String> {
    judged(&check(folder, arguments).document())
}

#[test]
fn an_assembly_is_read_by_its_manifest() {
    assert_eq!(judged_in(app().path(), &["cdk.out"]), ALL);
}

#[test]
fn a_folder_that_holds_an_assembly_is_read_with_it() {
    let app = app();
    assert_eq!(judged_in(app.path(), &["."]), ALL);
    assert_eq!(judged_in(app.path(), &[]), ALL);
    assert_eq!(judged_in(app.path(), &["cdk.out", "."]), ALL);
    let outer = app.path().file_name().unwrap().to_str().unwrap();
    assert_eq!(judged_in(app.path().parent().unwrap(), &[outer]), ALL);
}

#[test]
fn an_assembly_without_its_marker_is_known_by_its_manifest() {
    let app = app();
    std::fs::remove_file(app.path().join("cdk.out/cdk.out")).unwrap();
    assert_eq!(judged_in(app.path(), &["cdk.out"]), ALL);
    // Others have manifests too.
    let other = folder(&[("manifest.json", r#"{"version": "1", "icons": []}"#), ("a.json", PLAIN)]);
    assert_eq!(judged_in(other.path(), &["."]), ["a.json Database NON_COMPLIANT"]);
}

#[test]
fn stacks_are_chosen_by_display_name() {
    let app = app();
    assert_eq!(judged_in(app.path(), &["cdk.out", "--stack", "Dev/*"]), ALL[1..2]);
    assert_eq!(judged_in(app.path(), &["cdk.out", "--stack", "*", "--stack", "Prod/**"]), [ALL[0], ALL[2]]);
    assert_eq!(judged_in(app.path(), &["cdk.out", "--stack", "**"]), ALL);
}

#[test]
fn a_pattern_that_chooses_nothing_is_an_error() {
    let run = check(app().path(), &["cdk.out", "--stack", "Shared", "--stack", "Data"]);
    assert_eq!(run.code, 2);
    assert_eq!(
        run.stderr,
        "error: --stack Data: no stack matches\n  the stacks are Shared, Dev/Data, Prod/Data\n"
    );
    let plain = folder(&[("a.json", PLAIN)]);
    let run = check(plain.path(), &["a.json", "--stack", "**"]);
    assert_eq!(run.code, 2);
    assert_eq!(
        run.stderr,
        "error: --stack **: no stack matches\n  there is no cloud assembly among the paths\n"
    );
}

#[test]
fn the_manifest_says_where_a_stack_goes_and_what_it_is_given() {
    let template = json!({
        "Parameters": { "Encrypted": { "Type": "String", "Default": "false" } },
        "Resources": { "Database": {
            "Type": "AWS::RDS::DBInstance",
            "Properties": {
                "StorageEncrypted": { "Ref": "Encrypted" },
                "Tags": [{ "Key": "where", "Value": { "Fn::Sub": "${AWS::AccountId}/${AWS::Region}/${AWS::StackName}" } }],
            },
        } },
    });
    let artifact = json!({
        "type": "aws:cloudformation:stack",
        "environment": "aws://111122223333/eu-west-1",
        "properties": { "templateFile": "a.json", "stackName": "data", "parameters": { "Encrypted": "true" } },
    });
    let folder = folder(&[
        ("manifest.json", &manifest(json!({ "Data": artifact }))),
        ("a.json", &template.to_string()),
    ]);
    let resolved = super::run(folder.path(), &["resolve", ".", "--region", "us-east-1"]).document();
    let properties = &resolved["resources"]["Database"]["properties"];
    assert_eq!(properties["StorageEncrypted"], "true");
    assert_eq!(properties["Tags"][0]["Value"], "111122223333/eu-west-1/data");
    // Arguments win over what the assembly gives parameters.
    let run = check(folder.path(), &[".", "--parameter", "Encrypted=false"]);
    assert_eq!(judged(&run.document()), ["Data Database NON_COMPLIANT"]);
}

#[test]
fn exports_are_resolved_in_any_order_within_one_account_and_region() {
    let producer = json!({
        "Resources": { "Topic": { "Type": "AWS::SNS::Topic" } },
        "Outputs": {
            "Flag": { "Value": "true", "Export": { "Name": "flag" } },
            "Arn": { "Value": { "Ref": "Topic" }, "Export": { "Name": "arn" } },
        },
    });
    let consumer = json!({ "Resources": { "Database": {
        "Type": "AWS::RDS::DBInstance",
        "Properties": {
            "StorageEncrypted": { "Fn::ImportValue": "flag" },
            "KmsKeyId": { "Fn::Sub": ["${Arn}/x", { "Arn": { "Fn::ImportValue": "arn" } }] },
        },
    } } });
    let at = |template: &str, region: &str| {
        let mut artifact = stack(template);
        artifact["environment"] = json!(format!("aws://111122223333/{region}"));
        artifact
    };
    let artifacts = json!({
        "Consumer": at("consumer.json", "eu-west-1"),
        "Elsewhere": at("consumer.json", "us-east-1"),
        "Producer": at("producer.json", "eu-west-1"),
    });
    let folder = folder(&[
        ("manifest.json", &manifest(artifacts)),
        ("producer.json", &producer.to_string()),
        ("consumer.json", &consumer.to_string()),
    ]);
    let stacks = super::run(folder.path(), &["resolve", "."]).documents();
    let properties = |index: usize| &stacks[index]["resources"]["Database"]["properties"];
    assert_eq!(properties(0)["StorageEncrypted"], "true");
    assert_eq!(
        properties(0)["KmsKeyId"]["$unknown"],
        "in the stack Producer, the physical ID of Topic is known only after deployment"
    );
    assert_eq!(properties(1)["StorageEncrypted"]["$unknown"], "the export flag belongs to another stack");
}

#[test]
fn constructs_are_known_from_metadata_where_templates_don_t_name_them() {
    let template = |kind: &str| json!({ "Resources": { "Thing": { "Type": kind } } });
    let mut parent = template("AWS::SNS::Topic");
    parent["Resources"]["Inner"] = json!({
        "Type": "AWS::CloudFormation::Stack",
        "Properties": { "TemplateURL": { "Fn::Sub": "https://s3.${AWS::URLSuffix}/x" } },
        "Metadata": { "aws:asset:path": "inner.json", "aws:asset:property": "TemplateURL" },
    });
    let logical_id =
        |id: &str, frame: &str| json!([{ "type": "aws:cdk:logicalId", "data": id, "trace": [frame] }]);
    let mut artifact = stack("web.json");
    artifact["metadata"] = json!({
        "/Web/Inner/Thing/Resource": logical_id("Thing", "new Inner (/app/lib/inner.ts:5:3)"),
        "/Web/Inner.NestedStack/Inner.NestedStackResource": logical_id("Inner", "at /app/node_modules/x/y.js:1:1"),
        "/Web/Thing/Resource": logical_id("Thing", "at new Web (/app/lib/web.ts:9:5)"),
    });
    let folder = folder(&[
        ("manifest.json", &manifest(json!({ "Web": artifact }))),
        ("web.json", &parent.to_string()),
        ("inner.json", &template("AWS::SQS::Queue").to_string()),
    ]);
    let stacks = super::run(folder.path(), &["resolve", "."]).documents();
    let thing = |index: usize| {
        let thing = &stacks[index]["resources"]["Thing"];
        (thing["construct_path"].as_str().unwrap().to_owned(), thing["source"].as_str().unwrap().to_owned())
    };
    assert_eq!(thing(0), ("Web/Thing/Resource".into(), "/app/lib/web.ts:9:5".into()));
    assert_eq!(thing(1), ("Web/Inner/Thing/Resource".into(), "/app/lib/inner.ts:5:3".into()));
    assert_eq!(stacks[1]["stack"], "Web/Inner");
    assert!(stacks[0]["resources"]["Inner"]["source"].is_null());
}

#[test]
fn nested_templates_are_found_by_their_hash_where_nothing_names_them() {
    // As an app writes its assembly when it is run without CDK's command line.
    let hash = "dae5e9e141464a21b610b7e743635513c6a6c1766f48e3ecab51f259975f8fef";
    let parent = json!({ "Resources": { "Inner": {
        "Type": "AWS::CloudFormation::Stack",
        "Properties": { "TemplateURL": { "Fn::Join": ["", [
            "https://s3.eu-west-1.", { "Ref": "AWS::URLSuffix" }, format!("/cdk-assets/{hash}.json"),
        ]] } },
    } } });
    let asset = json!({ "path": "inner.nested.template.json", "packaging": "file" });
    let assets = json!({ "version": "48.0.0", "files": { hash: { "source": asset } } });
    let artifacts = json!({
        "Web": stack("web.json"),
        "Web.assets": { "type": "cdk:asset-manifest", "properties": { "file": "web.assets.json" } },
    });
    let folder = folder(&[
        ("manifest.json", &manifest(artifacts)),
        ("web.json", &parent.to_string()),
        ("web.assets.json", &assets.to_string()),
        ("inner.nested.template.json", PLAIN),
    ]);
    assert_eq!(judged_in(folder.path(), &["."]), ["Web/Inner Database NON_COMPLIANT"]);

    // As CDK 1 says it, in the metadata of the stack.
    let mut artifact = stack("web.json");
    let asset =
        json!({ "path": "inner.nested.template.json", "id": hash, "sourceHash": hash, "packaging": "file" });
    artifact["metadata"] = json!({ "/Web": [{ "type": "aws:cdk:asset", "data": asset }] });
    write(folder.path(), "manifest.json", &manifest(json!({ "Web": artifact })));
    assert_eq!(judged_in(folder.path(), &["."]), ["Web/Inner Database NON_COMPLIANT"]);
}

#[test]
fn unusable_metadata_is_only_a_warning() {
    let mut artifact = stack("a.json");
    artifact["additionalMetadataFile"] = json!("a.metadata.json");
    let folder = folder(&[("manifest.json", &manifest(json!({ "Data": artifact }))), ("a.json", ENCRYPTED)]);
    let run = check(folder.path(), &["."]);
    assert_eq!(run.code, 0);
    assert_eq!(
        complaints(&run.document()),
        [
            "./a.json: warning: the construct metadata in `a.metadata.json` can't be read: no such file or directory: source \
          lines and some construct paths are missing"
        ]
    );
}

/// Two stacks of the same name in different accounts and Regions, and one that reads an output of each, as CDK writes
/// references across Regions.
#[test]
fn an_output_is_that_of_the_stack_in_its_account_and_region() {
    let producer =
        |value: &str| json!({"Resources": {}, "Outputs": {"Encrypted": {"Value": value}}}).to_string();
    let output = |more: serde_json::Value| {
        let mut arguments = json!({"StackName": "base", "OutputName": "Encrypted"});
        arguments.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        json!({"Type": "AWS::RDS::DBInstance", "Properties": {"StorageEncrypted": {"Fn::GetStackOutput": arguments}}})
    };
    let role = "arn:aws:iam::222222222222:role/reader";
    let consumer = json!({"Resources": {
        "Here": output(json!({})),
        "Paris": output(json!({"Region": "eu-west-3"})),
        "Other": output(json!({"RoleArn": role})),
        "Nowhere": output(json!({"RoleArn": role, "Region": "us-east-1"})),
        "Somewhere": output(json!({"RoleArn": {"Fn::GetAtt": ["Here", "DBInstanceArn"]}})),
    }})
    .to_string();
    let folder = folder(&[
        ("cdk.out/here.json", &producer("true")),
        ("cdk.out/paris.json", &producer("false")),
        ("cdk.out/other.json", &producer("false")),
        ("cdk.out/app.json", &consumer),
    ]);
    let stack = |file: &str, name: &str, environment: &str, needs: &[&str]| {
        json!({
            "type": "aws:cloudformation:stack", "environment": environment, "dependencies": needs,
            "properties": {"templateFile": file, "stackName": name},
        })
    };
    let artifacts = json!({
        "App": stack("app.json", "app", "aws://111111111111/eu-west-1", &["Here", "Paris", "Other"]),
        "Here": stack("here.json", "base", "aws://111111111111/eu-west-1", &[]),
        "Paris": stack("paris.json", "base", "aws://111111111111/eu-west-3", &[]),
        "Other": stack("other.json", "base", "aws://222222222222/eu-west-1", &[]),
    });
    write(folder.path(), "cdk.out/manifest.json", &manifest(artifacts));
    assert_eq!(
        judged_in(folder.path(), &["cdk.out"]),
        [
            "App Here COMPLIANT",
            "App Paris NON_COMPLIANT",
            "App Other NON_COMPLIANT",
            "App Nowhere INSUFFICIENT_DATA",
            "App Somewhere INSUFFICIENT_DATA",
        ]
    );
}

/// CDK's integration tests have a stack for assertions, most often without a resource; it is never deployed.
#[test]
fn a_stack_without_resources_is_none_to_miss() {
    let rule = json!({"Parameters": {"BootstrapVersion": {
        "Type": "AWS::SSM::Parameter::Value<String>", "Default": "/cdk-bootstrap/hnb659fds/version"
    }}});
    let folder = folder(&[
        ("cdk.out/App.template.json", ENCRYPTED),
        ("cdk.out/Assert.template.json", &rule.to_string()),
        ("cdk.out/Empty.template.json", "{}"),
    ]);
    let artifacts = json!({
        "App": stack("App.template.json"),
        "Assert": stack("Assert.template.json"),
        "Empty": stack("Empty.template.json"),
    });
    write(folder.path(), "cdk.out/manifest.json", &manifest(artifacts));
    let run = check(folder.path(), &["cdk.out"]);
    assert_eq!(run.code, 0, "{run:?}");
    let report = run.document();
    assert_eq!(complaints(&report), [""; 0]);
    assert_eq!(report["templates"].as_array().unwrap().len(), 3);
    // By itself, it is no template.
    assert_eq!(check(folder.path(), &["cdk.out/Empty.template.json"]).code, 2);
}

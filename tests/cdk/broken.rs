//! Assemblies that are wrong, on purpose or not: an error for that part, the rest judged, and never a pass.

use super::{ENCRYPTED, check, complaints, folder, judged, manifest, stack};
use serde_json::json;

/// Judges an assembly with a stack that is well beside the one that isn't.
fn beside(bad: serde_json::Value, more: &[(&str, &str)]) -> (i32, Vec<String>) {
    let manifest = manifest(json!({ "Good": stack("good.json"), "Bad": bad }));
    let mut files =
        vec![("out/cdk.out", "{}"), ("out/manifest.json", manifest.as_str()), ("out/good.json", ENCRYPTED)];
    files.extend(more);
    let run = check(folder(&files).path(), &["out"]);
    let report = run.document();
    assert_eq!(judged(&report), ["Good Database COMPLIANT"]);
    (run.code, complaints(&report))
}

fn error(message: &str) -> (i32, Vec<String>) {
    (3, vec![message.to_owned()])
}

#[test]
fn a_missing_template() {
    assert_eq!(
        beside(stack("missing.json"), &[]),
        error("out/missing.json: error: the template of the stack can't be read: no such file or directory")
    );
}

#[test]
fn paths_that_lead_out_of_the_folder() {
    let outside = [("secret.json", ENCRYPTED)];
    assert_eq!(
        beside(stack("../secret.json"), &outside),
        error(
            "../secret.json: error: the template of the stack leads out of the folder: nothing outside it is read"
        )
    );
    assert_eq!(
        beside(stack("a/../../secret.json"), &outside),
        error(
            "a/../../secret.json: error: the template of the stack leads out of the folder: nothing outside it is read"
        )
    );
    for absolute in ["/etc/passwd", "C:\\secret.json", "\\\\server\\secret.json"] {
        assert_eq!(
            beside(stack(absolute), &outside),
            error(&format!(
                "{absolute}: error: the template of the stack is an absolute path: only files in the same folder are read"
            ))
        );
    }
    let stage = json!({ "type": "cdk:cloud-assembly", "properties": { "directoryName": "../.." } });
    assert_eq!(
        beside(stage, &outside),
        error(
            "out/manifest.json (Bad): error: its directory leads out of the folder: nothing outside it is read"
        )
    );
}

#[cfg(unix)]
#[test]
fn symbolic_links_that_lead_out_of_the_folder() {
    let folder = folder(&[
        ("secret.json", ENCRYPTED),
        ("out/manifest.json", &manifest(json!({ "Good": stack("good.json"), "Bad": stack("link.json") }))),
        ("out/good.json", ENCRYPTED),
    ]);
    std::os::unix::fs::symlink("../secret.json", folder.path().join("out/link.json")).unwrap();
    let run = check(folder.path(), &["out"]);
    assert_eq!(run.code, 3);
    assert_eq!(
        complaints(&run.document()),
        [
            "out/link.json: error: the template of the stack is a symbolic link that leads out of the folder: nothing outside it \
          is read"
        ]
    );
}

#[cfg(unix)]
#[test]
fn a_pipe_in_place_of_a_template_is_not_waited_for() {
    let folder = folder(&[("manifest.json", &manifest(json!({ "Bad": stack("pipe") })))]);
    assert!(std::process::Command::new("mkfifo").arg(folder.path().join("pipe")).status().unwrap().success());
    let run = check(folder.path(), &["."]);
    assert_eq!(run.code, 2);
    assert_eq!(complaints(&run.document()), ["./pipe: error: the template of the stack is not a file"]);
}

#[test]
fn a_manifest_that_is_none() {
    for (text, why) in [
        ("{", "is no manifest: it ends too early (line 1, column 1)"),
        ("[]", "is no manifest: it has another shape (line 1, column 2)"),
        ("{\"artifacts\": {\"a\" 1}}", "is no manifest: it is not valid JSON (line 1, column 20)"),
        ("{}", "lists no stack: there is nothing to judge"),
    ] {
        let folder = folder(&[("out/cdk.out", "{}"), ("out/manifest.json", text), ("out/a.json", ENCRYPTED)]);
        let run = check(folder.path(), &["out"]);
        assert_eq!(run.code, 2, "{text}");
        assert_eq!(complaints(&run.document()), [format!("out/manifest.json: error: {why}")]);
    }
    let folder = folder(&[("out/cdk.out", "{}"), ("out/a.json", ENCRYPTED)]);
    assert_eq!(
        complaints(&check(folder.path(), &["out"]).document()),
        ["out/manifest.json: error: can't be read: no such file or directory"]
    );
}

#[test]
fn an_artifact_that_is_none() {
    assert_eq!(
        beside(json!({ "type": 7 }), &[]),
        error(
            "out/manifest.json (Bad): error: can't be read from the manifest: it has another shape (line 1, column 9)"
        )
    );
    assert_eq!(
        beside(json!({ "type": "aws:cloudformation:stack" }), &[]),
        error("out/manifest.json (Bad): error: has no `properties` in the manifest")
    );
}

#[test]
fn a_million_artifacts() {
    let artifacts =
        (0..1_000_000).map(|number| format!("\"{number}\":{{\"type\":\"x\"}}")).collect::<Vec<_>>();
    let manifest = format!("{{\"version\":\"48.0.0\",\"artifacts\":{{{}}}}}", artifacts.join(","));
    let run = check(folder(&[("manifest.json", &manifest)]).path(), &["."]);
    assert_eq!(run.code, 2);
    assert_eq!(
        complaints(&run.document()),
        ["./manifest.json: error: has 1000000 artifacts, and more than 20000 are not read"]
    );
}

#[test]
fn assemblies_that_hold_each_other() {
    let stage = json!({ "type": "cdk:cloud-assembly", "properties": { "directoryName": "." } });
    assert_eq!(
        beside(stage, &[]),
        error("out/manifest.json: error: is listed more than once: assemblies can't hold each other")
    );
}

#[test]
fn a_nested_stack_without_its_template() {
    let parent = json!({ "Resources": {
        "Database": { "Type": "AWS::RDS::DBInstance", "Properties": { "StorageEncrypted": true } },
        "Inner": {
            "Type": "AWS::CloudFormation::Stack",
            "Metadata": { "aws:asset:path": "inner.nested.template.json", "aws:asset:property": "TemplateURL" },
        },
    } });
    let folder = folder(&[
        ("manifest.json", &manifest(json!({ "A": stack("a.json") }))),
        ("a.json", &parent.to_string()),
    ]);
    let run = check(folder.path(), &["."]);
    assert_eq!(run.code, 3);
    assert_eq!(judged(&run.document()), ["A Database COMPLIANT"]);
    assert_eq!(
        complaints(&run.document()),
        [
            "./inner.nested.template.json: error: the template of the nested stack `A/Inner` can't be read: no such file or \
          directory"
        ]
    );
}

#[test]
fn a_newer_manifest_is_read_as_far_as_it_is_understood() {
    let manifest = json!({
        "version": "99999.0.0",
        "artifacts": {
            "A": {
                "type": "aws:cloudformation:stack",
                "properties": { "templateFile": "a.json", "novelty": { "deep": [1] } },
                "novelty": true,
            },
            "New": { "type": "cdk:novelty", "novelty": 1 },
        },
        "novelty": [],
    });
    let run =
        check(folder(&[("manifest.json", &manifest.to_string()), ("a.json", ENCRYPTED)]).path(), &["."]);
    assert_eq!(run.code, 0);
    assert_eq!(judged(&run.document()), ["A Database COMPLIANT"]);
    assert_eq!(
        complaints(&run.document()),
        [
            "./a.json: warning: `./manifest.json` has version 99999.0.0 of the cloud assembly schema, and this cfn-gate knows \
          55: what it understands is read, what is new in it is not"
        ]
    );
}

#[test]
fn values_that_were_never_looked_up_make_the_result_incomplete() {
    let manifest = json!({
        "version": "48.0.0",
        "artifacts": { "A": stack("a.json") },
        "missing": [{ "key": "vpc-provider:account=1", "provider": "vpc-provider", "props": { "account": "111122223333" } }],
    });
    let folder = folder(&[("manifest.json", &manifest.to_string()), ("a.json", ENCRYPTED)]);
    let run = check(folder.path(), &["."]);
    assert_eq!(run.code, 3);
    assert_eq!(
        complaints(&run.document()),
        [
            "./a.json: incomplete: the app was synthesised without looking up what it asks of the account (vpc-provider), so \
          the template holds dummy values such as `vpc-12345` in its place; run `cdk synth` with credentials, or commit \
          cdk.context.json"
        ]
    );
    assert_eq!(check(folder.path(), &[".", "--allow-incomplete"]).code, 0);
}

//! Running a CDK app: only when asked to, and what then becomes of it.
#![cfg(unix)]

use super::{ENCRYPTED, PLAIN, check, folder, judged, manifest, stack};
use serde_json::{Value, json};
use tempfile::TempDir;

/// An "app": a script that writes an assembly, and what it was told.
fn app(template: &str) -> TempDir {
    let script = "\
set -e
mkdir -p \"$CDK_OUTDIR\"
cp manifest.json data.json \"$CDK_OUTDIR\"
printf '%s' \"$CDK_CONTEXT_JSON\" > context.seen
echo 'the app says hello'
";
    folder(&[
        ("app.sh", script),
        ("manifest.json", &manifest(json!({ "Data": stack("data.json") }))),
        ("data.json", template),
        ("cdk.json", r#"{"app": "sh app.sh", "context": {"stage": "test"}}"#),
        ("cdk.context.json", r#"{"vpc": {"vpcId": "vpc-1"}}"#),
    ])
}

#[test]
fn an_app_is_run_and_its_output_judged() {
    let app = app(PLAIN);
    let run = check(app.path(), &["--cdk-app", "sh app.sh"]);
    assert_eq!(run.code, 1, "{run:?}");
    assert_eq!(judged(&run.document()), ["Data Database NON_COMPLIANT"]);
    assert_eq!(run.document()["templates"][0]["file"], "cdk.out/data.json");
    assert_eq!(run.stderr, "the app says hello\n");
    assert!(!app.path().join("cdk.out").exists());
}

#[test]
fn the_app_gets_its_context() {
    let app = app(ENCRYPTED);
    assert_eq!(check(app.path(), &["--synth"]).code, 0);
    let seen: Value =
        serde_json::from_str(&std::fs::read_to_string(app.path().join("context.seen")).unwrap()).unwrap();
    assert_eq!(seen["stage"], "test");
    assert_eq!(seen["vpc"]["vpcId"], "vpc-1");
    assert_eq!(seen["aws:cdk:enable-path-metadata"], true);
    assert_eq!(seen["aws:cdk:enable-asset-metadata"], true);
}

#[test]
fn the_app_in_another_folder() {
    let app = app(ENCRYPTED);
    let name = app.path().file_name().unwrap().to_str().unwrap();
    let run = check(app.path().parent().unwrap(), &["--synth", name]);
    assert_eq!(judged(&run.document()), ["Data Database COMPLIANT"]);
}

#[test]
fn nothing_is_run_unless_asked_for() {
    let app = app(PLAIN);
    assert_eq!(check(app.path(), &["."]).code, 1);
    assert!(!app.path().join("context.seen").exists());
}

#[test]
fn an_app_that_fails_is_no_pass() {
    let app = app(ENCRYPTED);
    let run = check(app.path(), &["--cdk-app", "exit 7"]);
    assert_eq!(run.code, 2);
    assert_eq!(run.stderr, "error: the CDK app failed (exit status: 7): `exit 7`\n");
    let run = check(app.path(), &["--cdk-app", "true"]);
    assert_eq!(run.code, 2);
    assert_eq!(
        run.stderr,
        "error: `true` ended well but wrote no cloud assembly to the folder in CDK_OUTDIR\n"
    );
    let run = check(folder(&[]).path(), &["--synth"]);
    assert_eq!(run.code, 2);
    assert_eq!(
        run.stderr,
        "error: there is no `app` in `./cdk.json`: name the app's command with --cdk-app\n"
    );
}

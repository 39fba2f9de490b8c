//! Suppressions, the baseline and `--strict`, as a user meets them.

mod baseline;
mod configured;
mod docs;
mod formats;
mod in_template;
mod program;
mod strict;
mod tools;

use assert_cmd::Command;
use serde_json::Value;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// A directory with these files in it.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        write(folder.path(), name, text);
    }
    folder
}

fn write(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// What a run printed, and its exit code.
#[derive(Debug)]
struct Run {
    code: i32,
    stdout: String,
    stderr: String,
}

fn run(directory: &Path, arguments: &[&str]) -> Run {
    let output = Command::cargo_bin("cfn-gate")
        .unwrap()
        .current_dir(directory)
        .env("SOURCE_DATE_EPOCH", "1767225600")
        .env_remove("GITHUB_STEP_SUMMARY")
        .args(arguments)
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Run { code: output.status.code().unwrap(), stdout: text(output.stdout), stderr: text(output.stderr) }
}

/// What a check of these files says, on 23 November 2026: the exit code and the JSON report.
fn check(directory: &Path, arguments: &[&str]) -> (i32, Value) {
    let mut all = vec!["check", "--format", "json", "--today", "2026-11-23"];
    all.extend(arguments);
    let run = run(directory, &all);
    let document = serde_json::from_str(&run.stdout).unwrap_or_else(|_| panic!("no report: {run:?}"));
    (run.code, document)
}

/// Every finding that is wrong or open: the resource, the rule, and who suppresses it.
fn findings(document: &Value) -> Vec<String> {
    let templates = document["templates"].as_array().unwrap();
    let all = templates.iter().flat_map(|template| template["findings"].as_array().unwrap());
    let wrong = all.filter(|finding| {
        ["NON_COMPLIANT", "INSUFFICIENT_DATA"].contains(&finding["compliance"].as_str().unwrap())
    });
    wrong
        .map(|finding| {
            let suppressed = &finding["suppression"];
            assert!(suppressed.is_null() || finding["fails"] == false);
            let suppressed = match suppressed["by"].as_str() {
                None if finding["fails"] == true => "fails".into(),
                None => "tolerated".into(),
                Some(by) => {
                    let key = suppressed["key"].as_str().map(|key| format!(" {key}")).unwrap_or_default();
                    format!(
                        "{by}{key} at line {}: {}",
                        suppressed["line"],
                        suppressed["reason"].as_str().unwrap()
                    )
                }
            };
            let (resource, rule) = (&finding["logicalId"], &finding["rule"]["name"]);
            format!("{} {}: {suppressed}", resource.as_str().unwrap(), rule.as_str().unwrap())
        })
        .collect()
}

/// Every warning: its line, what it says, and what to do.
fn warnings(document: &Value) -> Vec<String> {
    let templates = document["templates"].as_array().unwrap();
    let in_templates = templates.iter().flat_map(|template| template["diagnostics"].as_array().unwrap());
    let all = in_templates.chain(document["warnings"].as_array().unwrap());
    all.map(|warning| {
        assert_eq!(warning["level"], "warning");
        let help = warning["help"].as_str().unwrap_or("-");
        format!("{}: {} | {help}", warning["location"]["line"], warning["message"].as_str().unwrap())
    })
    .collect()
}

/// A bucket that violates s3-bucket-logging-enabled, with this in its `Metadata`.
fn bucket(metadata: &str) -> String {
    let indented: String = metadata.lines().map(|line| format!("      {line}\n")).collect();
    format!("Resources:\n  Data:\n    Type: AWS::S3::Bucket\n    Metadata:\n{indented}")
}

/// The same with one entry in our list of suppressions.
fn suppressing(entry: &str) -> String {
    let lines: Vec<_> = entry.lines().collect();
    bucket(&format!("cfn-gate:\n  suppress:\n    - {}", lines.join("\n      ")))
}

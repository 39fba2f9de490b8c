//! Cloud assemblies and nested stacks, as a user meets them. `orders` is the assembly of `examples/cdk`, made by
//! `examples/cdk/synth.sh fixture`.

mod app;
mod broken;
mod lines;
mod nested;
mod orders;
mod stacks;

use assert_cmd::Command;
use serde_json::{Value, json};
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

impl Run {
    /// The documents on standard output.
    fn documents(&self) -> Vec<Value> {
        serde_json::Deserializer::from_str(&self.stdout).into_iter().collect::<Result<_, _>>().unwrap()
    }

    /// The only document on standard output.
    fn document(&self) -> Value {
        self.documents().pop().unwrap_or_else(|| panic!("no document: {self:?}"))
    }
}

fn run(directory: &Path, arguments: &[&str]) -> Run {
    let output =
        Command::cargo_bin("cfn-gate").unwrap().current_dir(directory).args(arguments).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Run { code: output.status.code().unwrap(), stdout: text(output.stdout), stderr: text(output.stderr) }
}

/// Judges under one rule, so that findings are few.
fn check(directory: &Path, arguments: &[&str]) -> Run {
    let rule = ["check", "--format", "json", "--rule", "rds-storage-encrypted"];
    run(directory, &[&rule, arguments].concat())
}

/// The errors and reasons to doubt of a report, with the file that each is about.
fn complaints(report: &Value) -> Vec<String> {
    let mut complaints = Vec::new();
    for template in report["templates"].as_array().unwrap() {
        let remarks = ["diagnostics", "incomplete"].map(|key| template[key].as_array().unwrap().iter());
        for remark in remarks.into_iter().flatten() {
            let level = remark.get("level").and_then(Value::as_str).unwrap_or("incomplete");
            let file = template["file"].as_str().unwrap();
            complaints.push(format!("{file}: {level}: {}", remark["message"].as_str().unwrap()));
        }
    }
    complaints
}

/// Which templates were judged, and how they came out.
fn judged(report: &Value) -> Vec<String> {
    let templates = report["templates"].as_array().unwrap().iter();
    templates
        .flat_map(|template| {
            let name = template["stack"]["displayName"].as_str().or(template["file"].as_str()).unwrap();
            let findings = template["findings"].as_array().unwrap().iter();
            findings.map(move |finding| {
                format!(
                    "{name} {} {}",
                    finding["logicalId"].as_str().unwrap(),
                    finding["compliance"].as_str().unwrap()
                )
            })
        })
        .collect()
}

const ENCRYPTED: &str = r#"{"Resources": {"Database": {"Type": "AWS::RDS::DBInstance", "Properties": {"StorageEncrypted": true}}}}"#;
const PLAIN: &str = r#"{"Resources": {"Database": {"Type": "AWS::RDS::DBInstance", "Properties": {"StorageEncrypted": false}}}}"#;

/// A manifest with these artifacts.
fn manifest(artifacts: Value) -> String {
    json!({ "version": "48.0.0", "artifacts": artifacts }).to_string()
}

/// A stack artifact with this template.
fn stack(template_file: &str) -> Value {
    json!({ "type": "aws:cloudformation:stack", "properties": { "templateFile": template_file } })
}

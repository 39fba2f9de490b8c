//! The command line as a user meets it: exit codes, messages, files, streams.

mod arguments;
mod config;
mod config_values;
mod exit_codes;
mod init;
mod input;
mod output;
mod resolve;
mod rule_sets;
mod rules;
mod schema;
#[cfg(feature = "shell")]
mod shell;

use assert_cmd::Command;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// Violates rds-storage-encrypted.
const INSECURE: &str = "\
Resources:
  Database:
    Type: AWS::RDS::DBInstance
    Properties:
      StorageEncrypted: false
";

/// Nothing is wrong with it under rds-storage-encrypted.
const SECURE: &str = "\
Resources:
  Database:
    Type: AWS::RDS::DBInstance
    Properties:
      StorageEncrypted: true
";

/// Whether it violates rds-storage-encrypted hangs on a parameter.
const OPEN: &str = "\
Parameters:
  Encrypted:
    Type: String
Resources:
  Database:
    Type: AWS::RDS::DBInstance
    Properties:
      StorageEncrypted: !Ref Encrypted
";

/// CloudFormation would refuse it.
const BROKEN: &str = "\
AWSTemplateFormatVersion: '2010-09-09'
Resources:
  Database:
    Properties: {}
";

/// A macro that only AWS can run.
const MACRO: &str = "\
Transform: Company::Standards
Resources:
  Database:
    Type: AWS::RDS::DBInstance
    Properties:
      StorageEncrypted: true
";

/// A directory with these files in it.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        write(folder.path(), name, text.as_bytes());
    }
    folder
}

fn write(folder: &Path, name: &str, bytes: &[u8]) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

/// What a run printed, and its exit code.
#[derive(Debug)]
struct Run {
    code: i32,
    out: String,
    err: String,
}

/// `cfn-gate` with these arguments, in `folder`.
fn command(folder: &TempDir, arguments: &[&str]) -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("cfn-gate"));
    command.current_dir(folder.path()).args(arguments).env_clear().env("TERM", "xterm");
    command
}

fn run(folder: &TempDir, arguments: &[&str]) -> Run {
    finish(&mut command(folder, arguments))
}

fn finish(command: &mut Command) -> Run {
    let output = command.output().unwrap();
    Run {
        code: output.status.code().expect("an exit code, not a signal"),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// `check` under the one rule that the templates of these tests are about.
fn check(folder: &TempDir, arguments: &[&str]) -> Run {
    run(folder, &[&["check", "--rule", "rds-storage-encrypted"], arguments].concat())
}

/// The JSON report of `check`.
fn report(folder: &TempDir, arguments: &[&str]) -> serde_json::Value {
    let run = check(folder, &[&["--format", "json"], arguments].concat());
    serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {run:?}"))
}

/// The names of the templates in the JSON report of `check`.
fn judged(folder: &TempDir, arguments: &[&str]) -> Vec<String> {
    let report = report(folder, arguments);
    let templates = report["templates"].as_array().unwrap();
    templates.iter().map(|template| template["file"].as_str().unwrap().to_owned()).collect()
}

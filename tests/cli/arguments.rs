//! Arguments that are wrong: exit code 2, nothing on standard output, and a message that says how to go on.

use super::{OPEN, SECURE, check, folder, run};

/// Runs `check a.yaml` with more arguments and compares the beginning of the message.
fn refused(arguments: &[&str], message: &str) {
    let folder = folder(&[("a.yaml", SECURE)]);
    let run = run(&folder, &[&["check", "a.yaml"], arguments].concat());
    assert_eq!((run.code, run.out.as_str()), (2, ""), "{}", run.err);
    assert!(run.err.starts_with(&format!("error: {message}")), "{}", run.err);
}

#[test]
fn misspelt_flags_get_a_suggestion() {
    let folder = folder(&[("a.yaml", SECURE)]);
    let run = run(&folder, &["check", "--formt", "json", "a.yaml"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("'--formt'") && run.err.contains("'--format'"), "{}", run.err);
}

#[test]
fn misspelt_subcommands_get_a_suggestion() {
    let run = run(&folder(&[]), &["chek"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("'check'"), "{}", run.err);
}

#[test]
fn misspelt_rules_get_a_suggestion() {
    refused(
        &["--rule", "rds-storage-encryptd"],
        "there is no rule `rds-storage-encryptd`\n  did you mean `rds-storage-encrypted`?",
    );
    refused(
        &["--rule", "RDS_STORAGE_ENCRYPTD"],
        "there is no rule `RDS_STORAGE_ENCRYPTD`\n  did you mean `RDS_STORAGE_ENCRYPTED`?",
    );
    refused(
        &["--skip-rule", "rds-storage-encryptd"],
        "there is no rule `rds-storage-encryptd`\n  did you mean `rds-storage-encrypted`?",
    );
    refused(
        &["--rule", "no-such-thing-at-all"],
        "there is no rule `no-such-thing-at-all`\n  `cfn-gate rules list --all` lists the rules that there are",
    );
}

#[test]
fn parameters_of_a_rule_are_checked() {
    refused(
        &["--rule", "rds-storage-encrypted:kmsKey=1"],
        "--rule rds-storage-encrypted:kmsKey=1: the rule rds-storage-encrypted has no parameter kmsKey: it takes kmsKeyId",
    );
    refused(
        &["--rule", "rds-storage-encrypted:1"],
        "--rule rds-storage-encrypted:1: expected KEY=VALUE after the colon, found `1`",
    );
}

#[test]
fn a_rule_named_twice_is_refused() {
    refused(
        &["--rule", "rds-storage-encrypted", "--rule", "RDS_STORAGE_ENCRYPTED"],
        "--rule names rds-storage-encrypted more than once",
    );
}

#[test]
fn skipping_needs_something_to_skip_and_something_to_remain() {
    refused(
        &["--rule", "rds-storage-encrypted", "--skip-rule", "RDS_STORAGE_ENCRYPTED"],
        "--skip-rule leaves no rule to apply",
    );
    refused(
        &["--rule", "rds-storage-encrypted", "--skip-rule", "s3-bucket-logging-enabled"],
        "--skip-rule s3-bucket-logging-enabled: the rule is not among those that would be applied",
    );
}

#[test]
fn values_are_checked() {
    refused(
        &["--parameter", "Encrypted"],
        "invalid value 'Encrypted' for '--parameter <KEY=VALUE>': expected KEY=VALUE",
    );
    refused(&["--account-id", "12345"], "invalid value '12345' for '--account-id <ID>': expected 12 digits");
    refused(
        &["--region", "Ireland"],
        "invalid value 'Ireland' for '--region <REGION>': expected the code of an AWS Region",
    );
    refused(&["--partition", "china"], "invalid value 'china' for '--partition <PARTITION>'");
    refused(&["--stack-name", "my stack"], "invalid value 'my stack' for '--stack-name <NAME>'");
    refused(&["--format", "xml"], "invalid value 'xml' for '--format <FORMAT>'");
    refused(
        &["--report", "junit"],
        "invalid value 'junit' for '--report <FORMAT=FILE>': expected FORMAT=FILE",
    );
    refused(
        &["--report", "junit=-"],
        "invalid value 'junit=-' for '--report <FORMAT=FILE>': expected a file",
    );
    refused(&["--report", "xml=a.xml"], "invalid value 'xml=a.xml' for '--report <FORMAT=FILE>'");
    refused(&["--fail-on", "everything"], "invalid value 'everything' for '--fail-on <WHAT>'");
    refused(&["--engine", "cloud"], "invalid value 'cloud' for '--engine <ENGINE>'");
}

#[test]
fn template_parameters_decide() {
    let folder = folder(&[("a.yaml", OPEN)]);
    assert_eq!(check(&folder, &["a.yaml", "--parameter", "Encrypted=true"]).code, 0);
    assert_eq!(check(&folder, &["a.yaml", "--parameter", "Encrypted=false"]).code, 1);
}

#[test]
fn a_parameter_that_no_template_declares_is_an_error() {
    let folder = folder(&[("a.yaml", OPEN), ("b.yaml", SECURE)]);
    let run = check(&folder, &["a.yaml", "--parameter", "Encryptd=true"]);
    assert_eq!(run.code, 2);
    assert!(run.out.contains("Encryptd") && run.out.contains("did you mean `Encrypted`?"), "{run:?}");
    // That one of several declares it is enough.
    assert_eq!(check(&folder, &["a.yaml", "b.yaml", "--parameter", "Encrypted=true"]).code, 0);
    assert_eq!(check(&folder, &["a.yaml", "b.yaml", "--parameter", "Encryptd=true"]).code, 2);
}

#[test]
fn parameter_files_are_overridden_by_arguments() {
    let folder = folder(&[
        ("a.yaml", OPEN),
        ("off.json", r#"[{"ParameterKey": "Encrypted", "ParameterValue": "false"}]"#),
        ("on.yaml", "Encrypted: 'true'\n"),
    ]);
    assert_eq!(check(&folder, &["a.yaml", "--parameters", "off.json"]).code, 1);
    assert_eq!(check(&folder, &["a.yaml", "--parameters", "off.json", "--parameters", "on.yaml"]).code, 0);
    let arguments = ["a.yaml", "--parameter", "Encrypted=true", "--parameters", "off.json"];
    assert_eq!(check(&folder, &arguments).code, 0);
}

#[test]
fn a_parameter_file_that_is_not_there_is_an_error() {
    refused(&["--parameters", "none.json"], "can't read `none.json`: no such file or directory");
}

#[test]
fn the_environment_sets_no_pseudo_parameter() {
    let template = "\
Conditions:
  Here: !Equals [!Ref AWS::Region, eu-west-1]
Resources:
  Database:
    Type: AWS::RDS::DBInstance
    Properties:
      StorageEncrypted: !If [Here, true, false]
";
    let folder = folder(&[("a.yaml", template)]);
    let arguments = ["check", "--rule", "rds-storage-encrypted", "--fail-on", "insufficient-data", "a.yaml"];
    let mut command = super::command(&folder, &arguments);
    command.env("AWS_REGION", "eu-west-1").env("AWS_DEFAULT_REGION", "eu-west-1");
    assert_eq!(super::finish(&mut command).code, 1);
    assert_eq!(
        check(&folder, &["a.yaml", "--fail-on", "insufficient-data", "--region", "eu-west-1"]).code,
        0
    );
    assert_eq!(check(&folder, &["a.yaml", "--region", "eu-west-2"]).code, 1);
}

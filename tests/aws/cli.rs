//! The command line of the AWS engine: nothing of the environment gets through but the emulator's address.

use assert_cmd::Command;
use cfn_gate::emulator::{
    ChangeSet, ConfigRule, Emulator, EvaluationMode, Fault, FaultKind, Settings, Source, StackOutput,
    StackParameter, StackState, proactive_rules,
};
use serde_json::{Value, json};
use std::fmt::Write;

pub fn program(emulator: &Emulator) -> Command {
    let mut command = Command::cargo_bin("cfn-gate").unwrap();
    command
        .env_clear()
        .env("AWS_ENDPOINT_URL", emulator.endpoint())
        .env("AWS_REGION", "eu-west-1")
        .env("AWS_ACCESS_KEY_ID", "emulated")
        .env("AWS_SECRET_ACCESS_KEY", "emulated")
        .env("AWS_EC2_METADATA_DISABLED", "true")
        .env("AWS_CONFIG_FILE", "/dev/null")
        .env("AWS_SHARED_CREDENTIALS_FILE", "/dev/null");
    command
}

/// Exit code, standard output and standard error.
fn run(emulator: &Emulator, arguments: &[&str], stdin: &str) -> (i32, String, String) {
    let output = program(emulator).args(arguments).write_stdin(stdin).output().unwrap();
    (
        output.status.code().unwrap(),
        String::from_utf8(output.stdout).unwrap(),
        String::from_utf8(output.stderr).unwrap(),
    )
}

const TOPIC: &str = "Resources:\n  Topic:\n    Type: AWS::SNS::Topic\n";

/// The findings of a JSON report: resource, rule, verdict.
fn findings(report: &str) -> Vec<String> {
    let report: serde_json::Value = serde_json::from_str(report).unwrap();
    let templates = report["templates"].as_array().unwrap();
    let findings = templates.iter().flat_map(|template| template["findings"].as_array().unwrap());
    let text = |value: &serde_json::Value| value.as_str().unwrap_or("?").to_owned();
    findings
        .map(|finding| {
            let rule = finding["rule"].get("name").map_or_else(|| text(&finding["rule"]), text);
            format!("{} {rule} {}", text(&finding["logicalId"]), text(&finding["compliance"]))
        })
        .collect()
}

#[test]
fn a_violation_fails_the_gate() {
    let emulator = Emulator::start(Settings::default()).unwrap();
    let (code, out, err) = run(&emulator, &["check", "--engine", "aws", "--format", "json", "-"], TOPIC);
    assert_eq!(code, 1, "{err}");
    assert_eq!(findings(&out), ["Topic sns-encrypted-kms NON_COMPLIANT"]);
    let report: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(
        report["templates"][0]["findings"][0]["resourceEvaluation"]["replaced"],
        serde_json::json!([]),
        "{out}"
    );
    let schema: serde_json::Value =
        serde_json::from_str(include_str!("../../schemas/report.schema.json")).unwrap();
    assert!(jsonschema::draft202012::is_valid(&schema, &report));
}

#[test]
fn a_dry_run_evaluates_nothing_and_says_what_it_would_cost() {
    let emulator = Emulator::start(Settings::default()).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let payloads = folder.path().join("payloads");
    let arguments = ["check", "--engine", "aws", "--dry-run", "--payloads", payloads.to_str().unwrap(), "-"];
    let (code, out, err) = run(&emulator, &arguments, TOPIC);
    assert_eq!((code, out.as_str()), (0, ""), "{err}");
    assert!(err.starts_with("Account 123456789012, Region eu-west-1, run "), "{err}");
    assert!(err.contains("Resources to evaluate: 1, of which 1 differ\n  1 AWS::SNS::Topic\n"), "{err}");
    assert!(err.contains("Rule evaluations: at most 1; likely cost 0.000 USD"), "{err}");
    assert!(!emulator.calls().contains_key("StartResourceEvaluation"));
    let files: Vec<_> = std::fs::read_dir(payloads).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(files.len(), 1);
    assert_eq!(std::fs::read_to_string(&files[0]).unwrap(), "{}");
}

#[test]
fn what_stands_in_the_way_is_reported_and_ends_with_3() {
    for (fault, call, message) in [
        (FaultKind::AccessDenied, "DescribeConfigRules", "may not call config:DescribeConfigRules"),
        (FaultKind::AccessDenied, "StartResourceEvaluation", "may not call config:StartResourceEvaluation"),
        (FaultKind::ExpiredCredentials, "GetResourceEvaluationSummary", "the AWS credentials have expired"),
        (FaultKind::WrongClock, "DescribeConfigRules", "this machine's clock is "),
    ] {
        let emulator =
            Emulator::start(Settings { faults: vec![Fault::new(fault).call(call)], ..Settings::default() })
                .unwrap();
        let (code, out, err) = run(&emulator, &["check", "--engine", "aws", "--format", "json", "-"], TOPIC);
        assert_eq!(code, 3, "{call}: {err}");
        assert!(out.contains(message), "{call}: {out}");
    }
    let mut settings = Settings::default();
    settings.seed.rules.clear();
    let emulator = Emulator::start(settings).unwrap();
    let (code, out, _) = run(&emulator, &["check", "--engine", "aws", "--format", "json", "-"], TOPIC);
    assert_eq!(code, 3);
    assert!(out.contains("no rule is in proactive mode in this account in eu-west-1"), "{out}");
}

#[test]
fn missing_credentials_and_a_missing_region_are_named() {
    let emulator = Emulator::start(Settings::default()).unwrap();
    let arguments = ["check", "--engine", "aws", "--format", "json", "-"];
    let mut command = program(&emulator);
    command.env_remove("AWS_ACCESS_KEY_ID").env_remove("AWS_SECRET_ACCESS_KEY");
    let output = command.args(arguments).write_stdin(TOPIC).output().unwrap();
    assert_eq!(output.status.code(), Some(3));
    assert!(
        String::from_utf8(output.stdout)
            .unwrap()
            .contains("there are no AWS credentials: set AWS_ACCESS_KEY_ID")
    );
    let output =
        program(&emulator).env_remove("AWS_REGION").args(arguments).write_stdin(TOPIC).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let err = String::from_utf8(output.stderr).unwrap();
    assert_eq!(
        err,
        "error: there is no Region: pass --region, set AWS_REGION, or set `region` in the profile default\n"
    );
    assert!(emulator.calls().is_empty());
}

#[test]
fn the_endpoint_of_the_shared_configuration_file_is_taken_under_the_key_of_the_cli() {
    let emulator = Emulator::start(Settings::default()).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("config");
    let endpoint = emulator.endpoint();
    let mut text = String::from(
        "[profile test]\nregion = eu-west-1\nservices = local\naws_access_key_id = emulated\n\
         aws_secret_access_key = emulated\n\n[services local]\n",
    );
    for service in ["config_service", "cloudformation"] {
        let _ = write!(text, "{service} =\n  endpoint_url = {endpoint}\n");
    }
    std::fs::write(&file, text).unwrap();
    let mut command = program(&emulator);
    command.env_remove("AWS_ENDPOINT_URL").env_remove("AWS_REGION").env("AWS_CONFIG_FILE", &file);
    let output = command
        .args(["check", "--engine", "aws", "--profile", "test", "-"])
        .write_stdin(TOPIC)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn the_arguments_of_one_engine_are_refused_by_the_other() {
    let emulator = Emulator::start(Settings::default()).unwrap();
    let (code, _, err) = run(&emulator, &["check", "--timeout", "5m", "-"], TOPIC);
    assert_eq!((code, err.as_str()), (2, "error: --timeout belongs to the AWS engine: add --engine aws\n"));
    for (argument, value, message) in [
        (
            "--rules",
            "all",
            "--rules chooses rules for the embedded engine; the AWS engine applies those that are in",
        ),
        ("--rule", "sns-encrypted-kms:kmsKeyIds=a", "a rule has the parameters that it has in the account"),
        (
            "--rule",
            "sns-encripted-kms",
            "no rule in proactive mode is called `sns-encripted-kms`\n  The account's rules are",
        ),
        ("--skip-rule", "sns", "no rule in proactive mode is called `sns`"),
        ("--account-role", "1=r", "expected the 12 digits of an account before the `=`, found `1`"),
        ("--account-role", "111122223333=arn:aws:iam::444455556666:role/r", "the role is one of the account"),
    ] {
        let (code, _, err) = run(&emulator, &["check", "--engine", "aws", argument, value, "-"], TOPIC);
        assert_eq!(code, 2, "{argument} {value}");
        assert!(err.contains(message), "{err}");
    }
}

#[test]
fn the_accounts_rules_can_be_chosen_from() {
    let emulator = Emulator::start(Settings::default()).unwrap();
    let check = |arguments: &[&str]| {
        let arguments = [&["check", "--engine", "aws", "--format", "json", "-"], arguments].concat();
        let database = "Resources: {Db: {Type: AWS::RDS::DBInstance, Properties: {Engine: mysql}}, Topic: {Type: AWS::SNS::Topic}}";
        let (_, out, err) = run(&emulator, &arguments, database);
        assert!(!out.is_empty(), "{err}");
        findings(&out)
    };
    assert_eq!(
        check(&["--rule", "rds-multi-az-support", "--rule", "SNS_ENCRYPTED_KMS"]),
        ["Db rds-multi-az-support NON_COMPLIANT", "Topic sns-encrypted-kms NON_COMPLIANT"]
    );
    let all = check(&[]);
    let mut left = check(&["--skip-rule", "sns-encrypted-kms"]);
    left.push("Topic sns-encrypted-kms NON_COMPLIANT".into());
    assert_eq!(left, all);
    let evaluated = emulator.evaluations().len();
    assert_eq!(check(&["--severity", "critical"]), ["Db rds-instance-public-access-check INSUFFICIENT_DATA"]);
    // The topic was not sent: no rule that counts judges it.
    assert_eq!(emulator.evaluations().len(), evaluated + 1);
}

/// An account with a stack, an export, and a change set.
fn account() -> Settings {
    let mut settings = Settings::default();
    let parameter = |value: &str, resolved: Option<&str>| StackParameter {
        parameter_key: "Key".into(),
        parameter_value: value.into(),
        resolved_value: resolved.map(str::to_owned),
    };
    settings.seed.stacks = vec![StackState {
        stack_name: "app".into(),
        parameters: vec![parameter("/keys/app", Some(""))],
        outputs: vec![StackOutput {
            output_key: "Key".into(),
            output_value: String::new(),
            export_name: Some("shared-key".into()),
        }],
        template_body: "Transform: Macro\nResources: {Topic: {Type: AWS::SNS::Topic}}".into(),
        processed_template_body: Some(
            "{\"Resources\": {\"Made\": {\"Type\": \"AWS::SNS::Topic\"}, \"Kept\": {\"Type\": \"AWS::SNS::Topic\"}}}".into(),
        ),
    }];
    settings.seed.change_sets = vec![ChangeSet {
        change_set_name: "next".into(),
        stack_name: "app".into(),
        changes: vec![serde_json::json!({
            "Type": "Resource",
            "ResourceChange": {"Action": "Add", "LogicalResourceId": "Made", "ResourceType": "AWS::SNS::Topic"},
        })],
        processed_template_body: settings.seed.stacks[0].processed_template_body.clone(),
        ..ChangeSet::default()
    }];
    settings
}

#[test]
fn what_cloudformation_has_expanded_is_judged() {
    let emulator = Emulator::start(account()).unwrap();
    let check = |arguments: &[&str]| {
        let arguments = [&["check", "--engine", "aws", "--format", "json"], arguments].concat();
        let (code, out, err) = run(&emulator, &arguments, "");
        assert_eq!(code, 1, "{out}{err}");
        findings(&out)
    };
    let both = ["Made sns-encrypted-kms NON_COMPLIANT", "Kept sns-encrypted-kms NON_COMPLIANT"];
    assert_eq!(check(&["--stack", "app", "--processed"]), both);
    assert_eq!(check(&["--change-set", "next", "--stack", "app"]), both);
    assert_eq!(check(&["--change-set", "next", "--stack", "app", "--changed-only"]), both[..1]);
    let (code, _, err) =
        run(&emulator, &["check", "--engine", "aws", "--stack", "missing", "--processed"], "");
    assert_eq!(code, 2);
    assert!(err.contains("Stack with id missing does not exist"), "{err}");
}

#[test]
fn what_only_the_change_set_knows_is_taken_from_it() {
    let template = r#"{
        "Parameters": {"Key": {"Type": "String"}, "Password": {"Type": "String", "NoEcho": true}},
        "Conditions": {"Keyed": {"Fn::Equals": [{"Ref": "Key"}, "yes"]}},
        "Resources": {
            "Imported": {"Type": "AWS::SNS::Topic", "Properties": {"KmsMasterKeyId": {"Fn::ImportValue": "elsewhere"}}},
            "Chosen": {"Type": "AWS::SNS::Topic", "Properties": {
                "KmsMasterKeyId": {"Fn::If": ["Keyed", "alias/a", {"Ref": "AWS::NoValue"}]}}},
            "Conditional": {"Type": "AWS::SNS::Topic", "Condition": "Keyed"},
            "Database": {"Type": "AWS::RDS::DBInstance", "Properties": {
                "Engine": "mysql", "PubliclyAccessible": {"Ref": "Key"}, "MasterUserPassword": {"Ref": "Password"},
                "DBInstanceIdentifier": {"Fn::Sub": "db-${Key}"}, "StorageEncrypted": true,
                "VPCSecurityGroups": [{"Ref": "Key"}, {"Fn::GetAtt": ["Imported", "TopicName"]}]}}
        }
    }"#;
    let change = |id: &str, properties: Value| {
        json!({"Type": "Resource", "ResourceChange": {
            "Action": "Add", "LogicalResourceId": id, "ResourceType": "AWS::SNS::Topic",
            "AfterContext": json!({"Properties": properties}).to_string(),
        }})
    };
    let mut settings = account();
    settings.seed.change_sets = vec![ChangeSet {
        change_set_name: "next".into(),
        stack_name: "app".into(),
        template_body: template.into(),
        changes: vec![
            // The export is empty: whatever the embedded rule thinks of imports, this is a violation.
            change("Imported", json!({"KmsMasterKeyId": ""})),
            change("Chosen", json!({})),
            change("Conditional", json!({})),
            change(
                "Database",
                json!({
                    "Engine": "mysql", "PubliclyAccessible": "false", "MasterUserPassword": "hunter2", "StorageEncrypted": "true",
                    "DBInstanceIdentifier": "db-no",
                    "VPCSecurityGroups": ["sg-1", "{{changeSet:KNOWN_AFTER_APPLY}}"],
                }),
            ),
        ],
        ..ChangeSet::default()
    }];
    let emulator = Emulator::start(Settings { page_size: 1, ..settings.clone() }).unwrap();
    let arguments =
        ["check", "--engine", "aws", "--format", "json", "--change-set", "next", "--stack", "app"];
    let (code, out, err) = run(&emulator, &arguments, "");
    assert_eq!(code, 1, "{out}{err}");
    let found = findings(&out);
    for finding in [
        "Imported sns-encrypted-kms NON_COMPLIANT",
        "Chosen sns-encrypted-kms NON_COMPLIANT",
        "Conditional sns-encrypted-kms NON_COMPLIANT",
        "Database rds-instance-public-access-check COMPLIANT",
    ] {
        assert!(found.iter().any(|line| line == finding), "{finding}: {found:#?}");
    }
    let sent = emulator.evaluations();
    let sent = |id: &str| {
        let details =
            sent.iter().find(|details| details["ResourceId"].as_str().unwrap().ends_with(id)).unwrap();
        serde_json::from_str::<Value>(details["ResourceConfiguration"].as_str().unwrap()).unwrap()
    };
    let database = sent("_Database");
    assert_eq!(database["DBInstanceIdentifier"], "db-no");
    assert_eq!(database["VPCSecurityGroups"][0], "sg-1");
    assert_ne!(database["VPCSecurityGroups"][1], "{{changeSet:KNOWN_AFTER_APPLY}}");
    assert!(!database.to_string().contains("hunter2"), "{database}");
    assert!(!out.contains("hunter2") && !out.contains("changeSet:"), "{out}");
    // Without the right to read the change set the run goes on, and says so.
    let fault = Fault::new(FaultKind::AccessDenied).call("DescribeChangeSet");
    let emulator = Emulator::start(Settings { faults: vec![fault], ..settings }).unwrap();
    let (_, out, err) = run(&emulator, &arguments, "");
    assert!(err.contains("warning: values that only the change set knows stay unknown: "), "{err}");
    assert!(findings(&out).iter().any(|line| line == "Chosen sns-encrypted-kms INSUFFICIENT_DATA"), "{out}");
}

#[test]
fn exports_and_parameters_in_the_parameter_store_are_looked_up() {
    let template = "\
Parameters:
  Key: {Type: 'AWS::SSM::Parameter::Value<String>', Default: /keys/app}
Resources:
  Imported: {Type: AWS::SNS::Topic, Properties: {KmsMasterKeyId: !ImportValue shared-key}}
  Stored: {Type: AWS::SNS::Topic, Properties: {KmsMasterKeyId: !Ref Key}}
";
    let emulator = Emulator::start(account()).unwrap();
    let arguments = ["check", "--engine", "aws", "--format", "json", "--stack-name", "app", "-"];
    let (code, out, err) = run(&emulator, &arguments, template);
    assert_eq!(code, 1, "{out}{err}");
    // Both are empty, so both fail.
    assert_eq!(
        findings(&out),
        ["Imported sns-encrypted-kms NON_COMPLIANT", "Stored sns-encrypted-kms NON_COMPLIANT"]
    );
    // Where the calls are denied the values stay unknown, and the run says so and goes on.
    let faults = ["ListExports", "DescribeStacks"].map(|call| Fault::new(FaultKind::AccessDenied).call(call));
    let emulator = Emulator::start(Settings { faults: faults.into(), ..account() }).unwrap();
    let (code, _, err) = run(&emulator, &arguments, template);
    assert_eq!(code, 0, "{err}");
    assert!(err.contains("warning: Fn::ImportValue stays unknown: the credentials may not call"), "{err}");
    assert!(err.contains("warning: the values of the stack's parameters stay unknown: "), "{err}");
}

#[test]
fn rules_are_pulled_in_conformance_pack_form() {
    let emulator = Emulator::start(Settings::default()).unwrap();
    let (code, out, err) = run(&emulator, &["rules", "pull", "--proactive"], "");
    assert_eq!(code, 0, "{err}");
    let pack: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(pack["Resources"].as_object().unwrap().len(), 18);
    assert_eq!(
        pack["Resources"]["LambdaFunctionSettingsCheck"]["Properties"]["Source"]["SourceIdentifier"],
        "LAMBDA_FUNCTION_SETTINGS_CHECK"
    );
    // The embedded engine reads it, and needs nobody for its verdict.
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("rules.json");
    std::fs::write(&file, out).unwrap();
    drop(emulator);
    let mut command = Command::cargo_bin("cfn-gate").unwrap();
    command.env_clear().args(["check", "--format", "json", "--rules", file.to_str().unwrap(), "-"]);
    let output = command.write_stdin(TOPIC).output().unwrap();
    let report = String::from_utf8(output.stdout).unwrap();
    assert_eq!(findings(&report), ["Topic sns-encrypted-kms NON_COMPLIANT"]);
}

#[test]
fn proactive_mode_is_switched_on_for_the_whole_rule() {
    let mut settings = Settings::default();
    let detective = |name: &str, created_by: Option<&str>| ConfigRule {
        config_rule_name: name.into(),
        description: Some("mine".into()),
        scope: Some(serde_json::json!({"ComplianceResourceTypes": ["AWS::SNS::Topic"]})),
        source: Source {
            owner: "AWS".into(),
            source_identifier: Some("SNS_ENCRYPTED_KMS".into()),
            ..Source::default()
        },
        input_parameters: Some("{\"kmsKeyIds\":\"alias/a\"}".into()),
        created_by: created_by.map(str::to_owned),
        evaluation_modes: Some(vec![EvaluationMode { mode: "DETECTIVE".into() }]),
        ..ConfigRule::default()
    };
    settings.seed.rules =
        vec![detective("mine", None), detective("theirs", Some("securityhub.amazonaws.com"))];
    let emulator = Emulator::start(settings).unwrap();
    // Nobody can be asked, so nothing happens without --yes.
    let (code, out, err) = run(&emulator, &["rules", "enable", "mine"], "");
    assert_eq!(code, 2, "{err}");
    assert_eq!(out, "mine\n-  EvaluationModes: DETECTIVE\n+  EvaluationModes: DETECTIVE, PROACTIVE\n");
    assert!(!emulator.calls().contains_key("PutConfigRule"));
    let (code, out, err) = run(&emulator, &["rules", "enable", "--yes", "mine", "theirs"], "");
    assert_eq!(code, 2);
    assert!(out.ends_with("mine: proactive mode is on\n"), "{out}");
    assert!(
        err.starts_with("theirs: belongs to securityhub.amazonaws.com, and only that service may change it.")
    );
    let (_, out, _) = run(&emulator, &["rules", "pull", "--proactive"], "");
    let pack: serde_json::Value = serde_json::from_str(&out).unwrap();
    let rule = &pack["Resources"]["Mine"]["Properties"];
    assert_eq!(rule["Description"], "mine");
    assert_eq!(rule["InputParameters"], serde_json::json!({"kmsKeyIds": "alias/a"}));
    assert_eq!(rule["Scope"]["ComplianceResourceTypes"], serde_json::json!(["AWS::SNS::Topic"]));
    let (code, _, err) = run(&emulator, &["rules", "enable", "missing"], "");
    assert_eq!(code, 2);
    assert!(err.contains("'missing'"), "{err}");
}

#[test]
fn the_emulator_binds_loopback_only_unless_told() {
    let emulator = Emulator::start(Settings::default()).unwrap();
    let (code, _, err) = run(&emulator, &["emulate", "--address", "0.0.0.0", "--port", "0"], "");
    assert_eq!(code, 2);
    assert!(err.contains("the emulator answers everyone"), "{err}");
    assert!(
        Emulator::start(Settings { listen: "0.0.0.0:0".parse().unwrap(), ..Settings::default() }).is_err()
    );
    assert_eq!(proactive_rules().len(), 18);
}

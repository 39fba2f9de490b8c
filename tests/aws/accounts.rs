//! Stacks that go to several accounts and Regions: each is judged where it goes, and nowhere else.

use crate::cli::program;
use cfn_gate::emulator::{
    ConfigRule, Emulator, Fault, FaultKind, Role, Seed, SeededAccount, Settings, Source, StackOutput,
    StackState,
};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::Path;
use tempfile::TempDir;

const OWN: &str = "111111111111";
const OTHER: &str = "222222222222";

/// The emulator's own account has the rule `own-rule` in all Regions, the other `other-rule`, both on topics. In
/// us-east-1 the other has another rule.
fn settings() -> Settings {
    let seed = |rule: &str| Seed { rules: vec![topic_rule(rule)], ..Seed::default() };
    let other = |region: Option<&str>, rule: &str| SeededAccount {
        account_id: OTHER.into(),
        region: region.map(str::to_owned),
        seed: Seed {
            roles: vec![
                Role { role_name: "gate".into(), external_id: None },
                Role {
                    role_name: format!("cdk-x-lookup-role-{OTHER}-eu-west-1"),
                    external_id: Some("x".into()),
                },
            ],
            stacks: vec![StackState {
                stack_name: "shared".into(),
                outputs: vec![StackOutput {
                    output_key: "Key".into(),
                    output_value: "alias/key".into(),
                    export_name: Some("shared-key".into()),
                }],
                ..StackState::default()
            }],
            ..seed(rule)
        },
    };
    Settings {
        account_id: OWN.into(),
        seed: Seed {
            accounts: vec![other(None, "other-rule"), other(Some("us-east-1"), "rule-in-virginia")],
            ..seed("own-rule")
        },
        ..Settings::default()
    }
}

fn topic_rule(name: &str) -> ConfigRule {
    ConfigRule {
        config_rule_name: name.into(),
        source: Source {
            owner: "AWS".into(),
            source_identifier: Some("SNS_ENCRYPTED_KMS".into()),
            ..Source::default()
        },
        evaluation_modes: Settings::default().seed.rules[0].evaluation_modes.clone(),
        ..ConfigRule::default()
    }
}

/// A cloud assembly of stacks with a topic each: name, environment.
fn assembly(stacks: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut artifacts = serde_json::Map::new();
    for (name, environment) in stacks {
        let file = format!("{name}.template.json");
        let template = json!({"Resources": {format!("{name}Topic"): {
            "Type": "AWS::SNS::Topic",
            "Properties": {"TopicName": name, "KmsMasterKeyId": {"Fn::ImportValue": "shared-key"}},
        }}});
        std::fs::write(folder.path().join(&file), template.to_string()).unwrap();
        artifacts.insert(
            (*name).to_owned(),
            json!({
                "type": "aws:cloudformation:stack",
                "environment": environment,
                "properties": {
                    "templateFile": file,
                    "lookupRole": {
                        "arn": "arn:${AWS::Partition}:iam::222222222222:role/cdk-x-lookup-role-222222222222-eu-west-1",
                        "assumeRoleExternalId": "x",
                    },
                },
            }),
        );
    }
    std::fs::write(
        folder.path().join("manifest.json"),
        json!({"version": "36.0.0", "artifacts": artifacts}).to_string(),
    )
    .unwrap();
    folder
}

/// Judges an assembly; gives the exit code and "resource rule verdict" or "resource: reason", sorted.
fn check(emulator: &Emulator, folder: &Path, arguments: &[&str]) -> (i32, Vec<String>) {
    let (code, report) = report(emulator, folder, arguments);
    let mut lines = BTreeSet::new();
    let text = |value: &Value| value.as_str().unwrap_or("?").to_owned();
    for template in report["templates"].as_array().unwrap() {
        for finding in template["findings"].as_array().unwrap() {
            let rule = text(&finding["rule"]["name"]);
            lines.insert(format!("{} {rule} {}", text(&finding["logicalId"]), text(&finding["compliance"])));
        }
        for resource in template["notEvaluated"].as_array().unwrap() {
            lines.insert(format!("{}: {}", text(&resource["logicalId"]), text(&resource["message"])));
        }
    }
    (code, lines.into_iter().collect())
}

fn report(emulator: &Emulator, folder: &Path, arguments: &[&str]) -> (i32, Value) {
    let mut command = program(emulator);
    // An access key that ends in no other account's ID is one of the emulator's own.
    command.args(["check", "--engine", "aws", "--format", "json"]).args(arguments).arg(folder);
    let output = command.output().unwrap();
    let out = String::from_utf8(output.stdout).unwrap();
    let err = String::from_utf8(output.stderr).unwrap();
    let report = serde_json::from_str(&out).unwrap_or_else(|_| panic!("{out}{err}"));
    (output.status.code().unwrap(), report)
}

const STACKS: [(&str, &str); 5] = [
    ("Open", "aws://unknown-account/unknown-region"),
    ("OwnParis", "aws://111111111111/eu-west-3"),
    ("Agnostic", "aws://unknown-account/us-west-2"),
    ("Other", "aws://222222222222/eu-west-1"),
    ("Virginia", "aws://222222222222/us-east-1"),
];

#[test]
fn each_stack_is_judged_where_it_goes() {
    let emulator = Emulator::start(settings()).unwrap();
    let folder = assembly(&STACKS);
    let role = format!("{OTHER}=gate");
    let (code, lines) = check(&emulator, folder.path(), &["--account-role", &role]);
    assert_eq!(
        lines,
        [
            "AgnosticTopic own-rule COMPLIANT",
            "OpenTopic own-rule COMPLIANT",
            "OtherTopic other-rule COMPLIANT",
            "OwnParisTopic own-rule COMPLIANT",
            "VirginiaTopic rule-in-virginia COMPLIANT",
        ]
    );
    assert_eq!(code, 0);
    let judged = |account: &str, region: &str| {
        let evaluations = emulator.evaluations_in(account, region);
        let id =
            |details: &Value| details["ResourceId"].as_str().unwrap().rsplit('_').next().unwrap().to_owned();
        evaluations.iter().map(id).collect::<Vec<_>>()
    };
    assert_eq!(judged(OWN, "eu-west-1"), ["OpenTopic"]);
    assert_eq!(judged(OWN, "eu-west-3"), ["OwnParisTopic"]);
    assert_eq!(judged(OWN, "us-west-2"), ["AgnosticTopic"]);
    assert_eq!(judged(OTHER, "eu-west-1"), ["OtherTopic"]);
    assert_eq!(judged(OTHER, "us-east-1"), ["VirginiaTopic"]);
    assert_eq!(emulator.evaluations().len(), 5);
    // The export is looked up where the stack goes: only the other account has it.
    let sent = |account: &str, region: &str| {
        let details = &emulator.evaluations_in(account, region)[0];
        let sent: Value = serde_json::from_str(details["ResourceConfiguration"].as_str().unwrap()).unwrap();
        sent["KmsMasterKeyId"].clone()
    };
    assert_eq!(sent(OTHER, "eu-west-1"), "alias/key");
    assert_ne!(sent(OWN, "eu-west-3"), "alias/key");
}

#[test]
fn without_credentials_for_an_account_its_stacks_are_not_evaluated() {
    let emulator = Emulator::start(settings()).unwrap();
    let folder = assembly(&STACKS[1..4]);
    let (code, lines) = check(&emulator, folder.path(), &[]);
    assert_eq!(
        lines,
        [
            "AgnosticTopic own-rule COMPLIANT",
            "OtherTopic: its stack goes to the account 222222222222, and the credentials are those of 111111111111: name a \
             role or a profile for that account with --account-role 222222222222=ROLE, --account-profile \
             222222222222=PROFILE, or `accounts` in .cfn-gate.yaml",
            "OwnParisTopic own-rule COMPLIANT",
        ]
    );
    assert_eq!(code, 3);
    assert_eq!(emulator.evaluations_in(OTHER, "eu-west-1").len(), 0);
    assert_eq!(emulator.evaluations().len(), 2);
    // Stacks that were not chosen need no account.
    let (code, lines) = check(&emulator, folder.path(), &["--stack", "OwnParis"]);
    assert_eq!((code, lines), (0, vec!["OwnParisTopic own-rule COMPLIANT".to_owned()]));
}

#[test]
fn a_role_that_may_not_be_assumed_and_one_of_another_account_judge_nothing() {
    let emulator = Emulator::start(settings()).unwrap();
    let folder = assembly(&STACKS[3..4]);
    let role = format!("{OTHER}=stranger");
    let (code, lines) = check(&emulator, folder.path(), &["--account-role", &role]);
    assert_eq!(code, 3);
    assert_eq!(lines.len(), 1);
    assert!(
        lines[0].starts_with("OtherTopic: the account 222222222222 can't be reached: the AWS credentials could not be had: ")
            && lines[0].contains(
                "User: arn:aws:iam::111111111111:user/emulated is not authorized to perform: sts:AssumeRole on resource: \
                 arn:aws:iam::222222222222:role/stranger"
            ),
        "{lines:?}"
    );
    let config = folder.path().join("config");
    std::fs::write(
        &config,
        "[profile mistaken]\naws_access_key_id = OWN\naws_secret_access_key = x\n\
         [profile deploy]\naws_access_key_id = OTHER222222222222\naws_secret_access_key = x\n",
    )
    .unwrap();
    let with_profile = |profile: &str| {
        let mut command = program(&emulator);
        command.env("AWS_CONFIG_FILE", &config);
        command.args(["check", "--engine", "aws", "--format", "json", "--account-profile"]);
        let output = command.arg(format!("{OTHER}={profile}")).arg(folder.path()).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let report = with_profile("mistaken");
    assert!(
        report.contains(
            "the credentials that were named for the account 222222222222 are those of 111111111111: nothing is judged there"
        ),
        "{report}"
    );
    let report = with_profile("missing");
    assert!(
        report.contains("the account 222222222222 can't be reached: the AWS credentials could not be had: ")
            && report.contains("profile `missing` was not defined"),
        "{report}"
    );
    assert_eq!(emulator.evaluations().len(), 0);
    // The keys in the environment don't come before those of a profile that was named.
    let report = with_profile("deploy");
    assert!(report.contains("other-rule"), "{report}");
    assert_eq!(emulator.evaluations_in(OTHER, "eu-west-1").len(), 1);
}

#[test]
fn the_lookup_role_of_cdk_is_assumed_only_if_asked_for() {
    let emulator = Emulator::start(settings()).unwrap();
    let folder = assembly(&STACKS[3..4]);
    let (code, _) = check(&emulator, folder.path(), &[]);
    assert_eq!(code, 3);
    let (code, lines) = check(&emulator, folder.path(), &["--cdk-lookup-role"]);
    assert_eq!((code, lines), (0, vec!["OtherTopic other-rule COMPLIANT".to_owned()]));
}

#[test]
fn an_account_id_that_is_not_the_credentials_is_another_account() {
    let emulator = Emulator::start(settings()).unwrap();
    let template = "Resources:\n  Topic:\n    Type: AWS::SNS::Topic\n";
    let check = |account: &str| {
        let mut command = program(&emulator);
        command.args(["check", "--engine", "aws", "--format", "json", "--account-id", account, "-"]);
        command.write_stdin(template).output().unwrap().status.code()
    };
    assert_eq!(check(OWN), Some(1));
    assert_eq!(check(OTHER), Some(3));
}

#[test]
fn where_nobody_knows_whose_the_credentials_are_a_named_account_is_not_judged() {
    let fault = Fault::new(FaultKind::ExpiredCredentials).call("GetCallerIdentity");
    let emulator = Emulator::start(Settings { faults: vec![fault], ..settings() }).unwrap();
    let folder = assembly(&STACKS[1..2]);
    let (code, lines) = check(&emulator, folder.path(), &[]);
    assert_eq!(code, 3);
    assert_eq!(
        lines,
        [
            "OwnParisTopic: its stack goes to the account 111111111111, and whose the credentials are is not known: the AWS \
             credentials have expired: log in again, or use a session that outlasts the run"
        ]
    );
}

#[test]
fn an_account_has_limits_of_its_own() {
    let mut settings = settings();
    settings.rate_limits.insert("StartResourceEvaluation".into(), 1.0);
    let emulator = Emulator::start(settings).unwrap();
    let folder = assembly(&STACKS);
    let role = format!("{OTHER}=gate");
    let (code, _) = check(&emulator, folder.path(), &["--account-role", &role]);
    assert_eq!(code, 0);
    assert_eq!(emulator.calls()["StartResourceEvaluation"].throttled, 0);
}

#[test]
fn a_dry_run_names_every_account() {
    let emulator = Emulator::start(settings()).unwrap();
    let folder = assembly(&STACKS[2..4]);
    let mut command = program(&emulator);
    command.args(["check", "--engine", "aws", "--dry-run"]).arg(folder.path());
    let err = String::from_utf8(command.output().unwrap().stderr).unwrap();
    assert!(err.contains(&format!("Account {OWN}, Region us-west-2, run ")), "{err}");
    assert!(err.contains(&format!("Account {OTHER}, Region eu-west-1, run ")), "{err}");
    assert!(err.contains("Nothing can be judged there: its stack goes to the account 222222222222"), "{err}");
}

#[test]
fn the_configuration_file_says_how_accounts_are_reached_and_arguments_win() {
    let emulator = Emulator::start(settings()).unwrap();
    let folder = assembly(&STACKS[3..4]);
    let write = |role: &str| {
        let text = format!("accounts:\n  '{OTHER}':\n    role: {role}\n");
        std::fs::write(folder.path().join(".cfn-gate.yaml"), text).unwrap();
    };
    let code = |arguments: &[&str]| {
        let mut command = program(&emulator);
        command.current_dir(folder.path()).args(["check", "--engine", "aws", "."]).args(arguments);
        command.output().unwrap().status.code()
    };
    write("gate");
    assert_eq!(code(&[]), Some(0));
    write("stranger");
    assert_eq!(code(&[]), Some(3));
    assert_eq!(code(&["--account-role", &format!("{OTHER}=gate")]), Some(0));
    assert_eq!(code(&["--account-role", "333333333333=gate"]), Some(3));
}

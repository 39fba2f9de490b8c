//! What the settings of `.cfn-gate.yaml` do, and how arguments win over them.

use super::{INSECURE, MACRO, OPEN, SECURE, folder, run};
use serde_json::Value;
use tempfile::TempDir;

/// Violates two rules: one of the severity MEDIUM, one of LOW.
const TWO: &str = "\
Resources:
  Database:
    Type: AWS::RDS::DBInstance
    Properties: {StorageEncrypted: false, MultiAZ: true, PubliclyAccessible: false}
";

/// The rules that were violated by the template of this name, in the JSON report.
fn violated(folder: &TempDir, arguments: &[&str], template: &str) -> Vec<String> {
    findings(folder, arguments)
        .into_iter()
        .filter(|(file, _, compliance)| file == template && compliance == "NON_COMPLIANT")
        .map(|(_, rule, _)| rule)
        .collect()
}

/// Template, rule and compliance type of every finding. A stack with a name of its own goes by that.
fn findings(folder: &TempDir, arguments: &[&str]) -> Vec<(String, String, String)> {
    let run = run(folder, &[&["check", "--format", "json"], arguments].concat());
    let report: Value = serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {run:?}"));
    let mut findings = Vec::new();
    for template in report["templates"].as_array().unwrap() {
        let name = template["stack"]["displayName"].as_str().or(template["file"].as_str()).unwrap();
        for finding in template["findings"].as_array().unwrap() {
            let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
            findings.push((name.to_owned(), text(&finding["rule"]["name"]), text(&finding["compliance"])));
        }
    }
    findings
}

#[test]
fn arguments_win() {
    let config = "rule: rds-storage-encrypted\nfail-on: critical\nformat: json\nreport: {junit: out.xml}\n";
    let folder = folder(&[(".cfn-gate.yaml", config), ("a.yaml", INSECURE)]);
    let of_file = run(&folder, &["check", "a.yaml"]);
    assert_eq!(of_file.code, 0, "{of_file:?}");
    assert!(of_file.out.starts_with('{') && folder.path().join("out.xml").exists());
    std::fs::remove_file(folder.path().join("out.xml")).unwrap();
    let given = run(
        &folder,
        &["check", "a.yaml", "--fail-on", "low", "--format", "text", "--report", "json=other.json"],
    );
    assert_eq!(given.code, 1, "{given:?}");
    assert!(given.out.starts_with("a.yaml"));
    // Reports go by their format.
    assert!(folder.path().join("other.json").exists() && folder.path().join("out.xml").exists());
    std::fs::remove_file(folder.path().join("out.xml")).unwrap();
    run(&folder, &["check", "a.yaml", "--report", "junit=new.xml"]);
    assert!(folder.path().join("new.xml").exists() && !folder.path().join("out.xml").exists());
}

#[test]
fn what_relaxes_the_gate_is_noted() {
    let config = "rules: proactive\nskip-rule: rds-storage-encrypted\nfail-on: high\n";
    let folder = folder(&[(".cfn-gate.yaml", config), ("a.yaml", SECURE)]);
    let noted = "note: .cfn-gate.yaml relaxes the gate: skip-rule (line 2), fail-on (line 3). --show-config shows the settings in force\n";
    assert_eq!(run(&folder, &["check", "a.yaml"]).err, noted);
    assert_eq!(run(&folder, &["check", "a.yaml", "--quiet"]).err, "");
    assert_eq!(run(&folder, &["check", "a.yaml", "--no-config"]).err, "");
    assert_eq!(run(&folder, &["check", "a.yaml", "--rules", "proactive", "--fail-on", "low"]).err, "");
}

#[test]
fn paths_are_judged_when_none_is_given() {
    let folder = folder(&[
        (".cfn-gate.yaml", "paths: [one, two/b.yaml]\nrule: rds-storage-encrypted\n"),
        ("one/a.yaml", SECURE),
        ("two/b.yaml", SECURE),
        ("three/c.yaml", INSECURE),
    ]);
    assert_eq!(run(&folder, &["check"]).code, 0);
    assert_eq!(run(&folder, &["check", "three"]).code, 1);
    assert_eq!(super::judged(&folder, &[]), ["one/a.yaml", "two/b.yaml"]);
}

#[test]
fn a_rule_on_the_command_line_sets_aside_the_choice_of_the_file() {
    let config = "rules: fsbp\nrule: s3-bucket-logging-enabled\nskip-rule: rds-storage-encrypted\nseverity: critical\n";
    let folder = folder(&[(".cfn-gate.yaml", config), ("a.yaml", INSECURE)]);
    assert_eq!(
        violated(&folder, &["a.yaml", "--rule", "rds-storage-encrypted"], "a.yaml"),
        ["rds-storage-encrypted"]
    );
    let violated = violated(&folder, &["a.yaml", "--rules", "proactive"], "a.yaml");
    assert!(violated.contains(&"rds-storage-encrypted".to_owned()), "{violated:?}");
}

#[test]
fn rules_have_parameters() {
    let template =
        "Resources: {F: {Type: AWS::Lambda::Function, Properties: {ReservedConcurrentExecutions: 50}}}";
    let config = |high: u32| {
        format!(
            "rule:\n  - lambda-concurrency-check: {{ConcurrencyLimitLow: 10, ConcurrencyLimitHigh: {high}}}\n  - rds-storage-encrypted\n"
        )
    };
    let folder = folder(&[("a.yaml", template), (".cfn-gate.yaml", &config(100))]);
    assert_eq!(run(&folder, &["check", "a.yaml"]).code, 0);
    super::write(folder.path(), ".cfn-gate.yaml", config(40).as_bytes());
    assert_eq!(run(&folder, &["check", "a.yaml"]).code, 1);
    super::write(
        folder.path(),
        ".cfn-gate.yaml",
        b"rule: 'lambda-concurrency-check:ConcurrencyLimitHigh=40'\n",
    );
    assert_eq!(run(&folder, &["check", "a.yaml"]).code, 1);
    super::write(folder.path(), ".cfn-gate.yaml", b"\nrule: {lambda-concurrency-check: {Limit: 40}}\n");
    let wrong = run(&folder, &["check", "a.yaml"]);
    assert_eq!(wrong.code, 2);
    assert!(wrong.err.ends_with("\n  .cfn-gate.yaml:2 takes part in choosing the rules\n"), "{}", wrong.err);
}

#[test]
fn a_conformance_pack_lies_beside_the_file() {
    let pack = "Resources: {A: {Type: AWS::Config::ConfigRule, Properties: {Source: {Owner: AWS, SourceIdentifier: RDS_STORAGE_ENCRYPTED}}}}";
    let folder = folder(&[
        ("ci/gate.yaml", "rules: packs/ours.yaml\n"),
        ("ci/packs/ours.yaml", pack),
        ("a.yaml", INSECURE),
    ]);
    assert_eq!(
        violated(&folder, &["a.yaml", "--config", "ci/gate.yaml"], "a.yaml"),
        ["rds-storage-encrypted"]
    );
}

#[test]
fn flags_can_be_set() {
    let folder = folder(&[
        (".cfn-gate.yaml", "rule: rds-storage-encrypted\nquiet: true\nallow-incomplete: true\n"),
        ("not.yaml", "rule: rds-storage-encrypted\nquiet: false\nallow-incomplete: no\n"),
        ("a.yaml", MACRO),
    ]);
    let quiet = run(&folder, &["check", "a.yaml"]);
    assert_eq!((quiet.code, quiet.out.as_str()), (0, ""), "{quiet:?}");
    let loud = run(&folder, &["check", "a.yaml", "--config", "not.yaml"]);
    assert!(loud.code == 3 && !loud.out.is_empty(), "{loud:?}");
}

#[test]
fn parameters_come_in_layers() {
    let config =
        "rule: rds-storage-encrypted\nparameters: off.yaml\nparameter: {Other: 1, Encrypted: true}\n";
    let folder = folder(&[
        (".cfn-gate.yaml", config),
        ("a.yaml", OPEN),
        ("off.yaml", "Encrypted: 'false'\n"),
        ("files.yaml", "rule: rds-storage-encrypted\nparameters: [off.yaml]\n"),
    ]);
    // A value wins over a file, and what no template declares is no error here: others may.
    assert_eq!(run(&folder, &["check", "a.yaml"]).code, 0);
    assert_eq!(run(&folder, &["check", "a.yaml", "--config", "files.yaml"]).code, 1);
    // A file on the command line wins over a value in the configuration.
    assert_eq!(run(&folder, &["check", "a.yaml", "--parameters", "off.yaml"]).code, 1);
    assert_eq!(
        run(&folder, &["check", "a.yaml", "--config", "files.yaml", "--parameter", "Encrypted=true"]).code,
        0
    );
}

#[test]
fn a_template_is_judged_once_for_every_stack() {
    let config = "\
rule: rds-storage-encrypted
parameter: {Encrypted: false}
stacks:
  - template: templates/db.yaml
    stack-name: dev
  - template: templates/db.yaml
    stack-name: prod
    parameters: [params/off.json, params/on.json]
  - template: templates/db.yaml
    stack-name: test
    parameters: params/on.json
    parameter: {Encrypted: false}
";
    let folder = folder(&[
        (".cfn-gate.yaml", config),
        ("templates/db.yaml", OPEN),
        ("templates/other.yaml", SECURE),
        ("params/off.json", r#"[{"ParameterKey": "Encrypted", "ParameterValue": "false"}]"#),
        ("params/on.json", r#"[{"ParameterKey": "Encrypted", "ParameterValue": "true"}]"#),
    ]);
    let row = |name: &str, compliance: &str| {
        (name.to_owned(), "rds-storage-encrypted".to_owned(), compliance.to_owned())
    };
    let all = [
        row("dev", "NON_COMPLIANT"),
        row("prod", "COMPLIANT"),
        row("test", "NON_COMPLIANT"),
        row("templates/other.yaml", "COMPLIANT"),
    ];
    assert_eq!(findings(&folder, &[]), all);
    assert_eq!(findings(&folder, &["templates/db.yaml"]), all[..3]);
    // By name, however it is written, and by the name of the stack; what is no stack stays.
    assert_eq!(findings(&folder, &["./params/../templates/db.yaml", "--stack", "prod"]), all[1..2]);
    // The command line wins.
    let given = findings(&folder, &["templates/db.yaml", "--parameter", "Encrypted=true"]);
    assert!(given.iter().all(|(_, _, compliance)| compliance == "COMPLIANT"), "{given:?}");
}

#[test]
fn stacks_know_where_they_go() {
    let template = "\
Conditions:
  Here: !And [!Equals [!Ref AWS::Region, eu-west-1], !Equals [!Ref AWS::AccountId, '012345670123'], !Equals [!Ref AWS::StackName, prod]]
Resources:
  Database:
    Type: AWS::RDS::DBInstance
    Properties:
      StorageEncrypted: !If [Here, true, false]
";
    // As it is written, also where it would be an octal number.
    let config = "rule: rds-storage-encrypted\nregion: us-east-1\nstacks:\n  - {template: a.yaml, stack-name: prod, region: eu-west-1, account-id: 012345670123}\n";
    let folder = folder(&[(".cfn-gate.yaml", config), ("a.yaml", template)]);
    assert_eq!(run(&folder, &["check"]).code, 0);
    assert_eq!(run(&folder, &["check", "--region", "eu-west-2"]).code, 1);
    assert_eq!(run(&folder, &["check", "--account-id", "111122223333"]).code, 1);
    assert_eq!(run(&folder, &["check", "--stack-name", "other"]).code, 1);
    assert!(run(&folder, &["resolve"]).out.contains("\"StorageEncrypted\": true"));
}

#[test]
fn a_parameter_that_the_template_of_a_stack_does_not_declare_is_warned_of() {
    let config = "rule: rds-storage-encrypted\nstacks: [{template: a.yaml, parameter: {Encryptd: true}}]\n";
    let folder = folder(&[(".cfn-gate.yaml", config), ("a.yaml", OPEN)]);
    let run = run(&folder, &["check"]);
    assert_eq!(run.code, 0);
    let warning = "the template declares no parameter `Encryptd` (given by .cfn-gate.yaml:2)";
    assert!(run.out.contains(warning) && run.out.contains("did you mean `Encrypted`?"), "{run:?}");
}

#[test]
fn a_stack_needs_its_template() {
    let folder = folder(&[(".cfn-gate.yaml", "\nstacks: [{template: gone.yaml}]\n"), ("a.yaml", SECURE)]);
    let gone = run(&folder, &["check"]);
    assert_eq!(gone.code, 2);
    assert_eq!(gone.err, "error: .cfn-gate.yaml:2:21: `template`: there is no file `gone.yaml`\n");
    // Where it isn't judged, it isn't missed.
    assert_eq!(run(&folder, &["check", "a.yaml", "--rule", "rds-storage-encrypted"]).code, 0);
}

#[test]
fn overrides_change_the_rules_for_some_paths() {
    let config = "\
rule: [rds-storage-encrypted, rds-enhanced-monitoring-enabled]
skip-rule: rds-enhanced-monitoring-enabled
overrides:
  - paths: legacy
    skip-rule: RDS_STORAGE_ENCRYPTED
    rule: rds-multi-az-support
  - paths: ['legacy/old/**', 'new/*.yaml']
    rules: proactive
    severity: medium
";
    let folder = folder(&[
        (".cfn-gate.yaml", config),
        ("a.yaml", TWO),
        ("legacy/a.yaml", TWO),
        ("legacy/old/a.yaml", TWO),
        ("new/a.yaml", TWO),
        ("new/deep/a.yaml", TWO),
    ]);
    let violated = |template: &str| violated(&folder, &[], template);
    assert_eq!(violated("a.yaml"), ["rds-storage-encrypted"]);
    assert_eq!(violated("legacy/a.yaml"), [""; 0]);
    assert_eq!(violated("new/a.yaml"), ["rds-storage-encrypted"]);
    assert_eq!(violated("new/deep/a.yaml"), ["rds-storage-encrypted"]);
    assert_eq!(violated("legacy/old/a.yaml"), [""; 0]);
    let rules = |template: &str| {
        let found = findings(&folder, &[template]).into_iter().map(|(_, rule, _)| rule);
        found.filter(|rule| rule.starts_with("rds-")).collect::<Vec<_>>()
    };
    assert_eq!(rules("legacy/a.yaml"), ["rds-multi-az-support"]);
    let old = rules("legacy/old/a.yaml");
    assert!(
        old.contains(&"rds-multi-az-support".into())
            && !old.contains(&"rds-enhanced-monitoring-enabled".into()),
        "{old:?}"
    );
    assert!(!old.contains(&"rds-storage-encrypted".into()), "{old:?}");
}

#[test]
fn overrides_follow_the_file_not_the_working_directory() {
    let config = "rule: [rds-storage-encrypted, rds-multi-az-support]\noverrides: [{paths: legacy, skip-rule: rds-storage-encrypted}]\n";
    let folder = folder(&[(".cfn-gate.yaml", config), ("legacy/a.yaml", TWO)]);
    let mut command = super::command(&folder, &["check", "a.yaml"]);
    let run = super::finish(command.current_dir(folder.path().join("legacy")));
    assert_eq!(run.code, 0, "{run:?}");
}

#[test]
fn a_rule_on_the_command_line_sets_overrides_aside() {
    let config = "overrides: [{paths: '**', skip-rule: rds-storage-encrypted}]\n";
    let folder = folder(&[(".cfn-gate.yaml", config), ("a.yaml", INSECURE)]);
    assert_eq!(run(&folder, &["check", "a.yaml", "--rule", "rds-storage-encrypted"]).code, 1);
}

#[test]
fn what_is_wrong_with_an_override_names_its_line() {
    let config =
        "rule: rds-storage-encrypted\noverrides:\n  - paths: a.yaml\n    skip-rule: rds-storage-encryptd\n";
    let folder = folder(&[(".cfn-gate.yaml", config), ("a.yaml", INSECURE)]);
    let run = run(&folder, &["check"]);
    assert_eq!(run.code, 2);
    assert!(
        run.err.contains(
            "error: .cfn-gate.yaml:3: `overrides`: there is no rule `rds-storage-encryptd`\n  did you mean"
        ),
        "{}",
        run.err
    );
}

#[test]
fn suppressions_keep_their_findings_in_the_report() {
    let config = "\
rule: rds-storage-encrypted
suppressions:
  - rule: rds-storage-encrypted
    path: legacy/**
    resource: Database
    reason: goes away with the next release
";
    let folder = folder(&[(".cfn-gate.yaml", config), ("legacy/a.yaml", INSECURE), ("a.yaml", INSECURE)]);
    let suppressed = run(&folder, &["check", "legacy", "--format", "json"]);
    assert_eq!(suppressed.code, 0, "{suppressed:?}");
    let report: Value = serde_json::from_str(&suppressed.out).unwrap();
    let finding = &report["templates"][0]["findings"][0];
    assert_eq!((&finding["compliance"], &finding["fails"]), (&"NON_COMPLIANT".into(), &false.into()));
    assert_eq!(finding["suppression"]["reason"], "goes away with the next release", "{finding}");
    assert_eq!(run(&folder, &["check", "a.yaml"]).code, 1);
    let expired = config.replace("reason:", "until: 2020-01-31\n    reason:");
    super::write(folder.path(), ".cfn-gate.yaml", expired.as_bytes());
    assert_eq!(run(&folder, &["check", "legacy"]).code, 1);
}

#[test]
fn the_baseline_and_strictness_can_be_set() {
    let folder = folder(&[("a.yaml", INSECURE), (".cfn-gate.yaml", "rule: rds-storage-encrypted\n")]);
    assert_eq!(run(&folder, &["check"]).code, 1);
    assert_eq!(run(&folder, &["baseline", "--output", "old.json"]).code, 0);
    super::write(folder.path(), ".cfn-gate.yaml", b"rule: rds-storage-encrypted\nbaseline: old.json\n");
    assert_eq!(run(&folder, &["check"]).code, 0);
}

#[test]
fn what_is_in_force_is_shown_with_where_it_comes_from() {
    let config = "rules: proactive\nskip-rule: [rds-storage-encrypted]\ntimeout: 5m\nregion: eu-west-1\nfail-on: [high]\nstacks: [{template: a.yaml}]\n";
    let folder = folder(&[(".cfn-gate.yaml", config), ("a.yaml", SECURE)]);
    let shown = run(
        &folder,
        &[
            "check",
            "a.yaml",
            "--show-config",
            "--rule",
            "rds-storage-encrypted",
            "--fail-on",
            "low",
            "--quiet",
        ],
    );
    assert_eq!((shown.code, shown.err.as_str()), (0, ""));
    let wanted = "\
# The settings of .cfn-gate.yaml and the arguments
paths: [a.yaml]                # PATH
region: eu-west-1              # .cfn-gate.yaml:4
rule: [rds-storage-encrypted]  # --rule
fail-on: [low]                 # --fail-on
engine: embedded               # default
format: text                   # default
quiet: true                    # --quiet
color: auto                    # default
# stacks (.cfn-gate.yaml:6): 1
# set aside: rules (.cfn-gate.yaml:1), because --rule was given
# set aside: skip-rule (.cfn-gate.yaml:2), because --rule was given
# set aside: fail-on (.cfn-gate.yaml:5), because --fail-on was given
# set aside: timeout (.cfn-gate.yaml:3), because it counts with --engine aws
";
    assert_eq!(shown.out, wanted);
}

#[test]
fn arguments_that_do_not_go_with_the_file_say_so() {
    let folder = folder(&[(".cfn-gate.yaml", "paths: nowhere\n")]);
    let run = run(&folder, &["check"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("can't read `nowhere`"), "{}", run.err);
}

#[cfg(feature = "aws")]
#[test]
fn accounts_count_once_the_aws_engine_is_asked_for() {
    // As it is written, also where it would be an octal number.
    let config = "rules: fsbp\naccounts:\n  012345670123: {role: cfn-gate}\n";
    let folder = folder(&[(".cfn-gate.yaml", config), ("a.yaml", SECURE)]);
    let shown = run(&folder, &["check", "a.yaml", "--show-config", "--engine", "aws"]).out;
    assert!(shown.contains("account-role: [\"012345670123=cfn-gate\"]  # .cfn-gate.yaml:2\n"), "{shown}");
    assert!(!shown.contains("account-profile"), "{shown}");
    assert!(
        shown
            .contains("# set aside: rules (.cfn-gate.yaml:1), because AWS Config chooses its rules itself\n")
    );
    assert!(!run(&folder, &["check", "a.yaml", "--show-config"]).out.contains("account-role"));
}

//! `.cfn-gate.yaml`: where it is found, what is wrong with it, what it may not say.

use super::{INSECURE, OPEN, Run, SECURE, command, finish, folder, run};
use tempfile::TempDir;

/// Runs `check a.yaml` beside a configuration file with this text, which is wrong.
fn wrong(config: &str) -> String {
    let folder = folder(&[("a.yaml", SECURE), (".cfn-gate.yaml", config)]);
    let run = run(&folder, &["check", "a.yaml"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""), "{config}: {}", run.err);
    run.err
}

/// The first message about a configuration file with this text.
fn refused(config: &str, message: &str) {
    let found = wrong(config);
    assert!(found.starts_with(&format!("error: .cfn-gate.yaml:{message}")), "{config}\n{found}");
}

/// A repository, so that nothing above it counts.
fn repository(files: &[(&str, &str)]) -> TempDir {
    let folder = folder(files);
    std::fs::create_dir(folder.path().join(".git")).unwrap();
    folder
}

fn run_in(folder: &TempDir, directory: &str, arguments: &[&str]) -> Run {
    finish(command(folder, arguments).current_dir(folder.path().join(directory)))
}

#[test]
fn it_is_found_upwards_and_no_further_than_the_repository() {
    let config = "rule: rds-storage-encrypted\n";
    let folder = repository(&[(".cfn-gate.yaml", config), ("a/b/t.yaml", INSECURE), ("c/t.yaml", INSECURE)]);
    let shown = run_in(&folder, "a/b", &["check", "t.yaml", "--show-config"]);
    assert!(shown.out.contains("# ../../.cfn-gate.yaml:1\n"), "{shown:?}");
    assert_eq!(run_in(&folder, "a/b", &["check", "t.yaml"]).code, 1);
    // Another repository in it has another root.
    std::fs::create_dir(folder.path().join("c/.git")).unwrap();
    let shown = run_in(&folder, "c", &["check", "t.yaml", "--show-config"]);
    assert!(shown.out.starts_with("# No configuration file: the arguments alone\n"), "{shown:?}");
}

#[test]
fn the_other_extension_works_but_not_both() {
    let folder = folder(&[("a.yaml", INSECURE), (".cfn-gate.yml", "rule: rds-storage-encrypted\n")]);
    assert_eq!(run(&folder, &["check", "a.yaml"]).code, 1);
    super::write(folder.path(), ".cfn-gate.yaml", b"");
    let run = run(&folder, &["check", "a.yaml"]);
    assert_eq!(run.code, 2);
    assert_eq!(run.err, "error: both `.cfn-gate.yaml` and `.cfn-gate.yml` are there: delete one of them\n");
}

#[test]
fn another_file_can_be_named_or_none_taken() {
    let folder = folder(&[
        ("a.yaml", SECURE),
        (".cfn-gate.yaml", "no: thing\n"),
        ("ci/gate.yaml", "rule: rds-storage-encrypted\n"),
    ]);
    assert_eq!(run(&folder, &["check", "a.yaml"]).code, 2);
    assert_eq!(run(&folder, &["check", "a.yaml", "--config", "ci/gate.yaml"]).code, 0);
    assert_eq!(run(&folder, &["check", "a.yaml", "--no-config", "--rule", "rds-storage-encrypted"]).code, 0);
    let run = run(&folder, &["check", "a.yaml", "--config", "none.yaml"]);
    assert_eq!(run.code, 2);
    assert_eq!(run.err, "error: --config: can't read `none.yaml`: no such file or directory\n");
}

#[test]
fn subcommands_that_judge_nothing_have_no_use_for_it() {
    let folder = folder(&[(".cfn-gate.yaml", "no: thing\n")]);
    assert_eq!(run(&folder, &["rules", "show", "rds-storage-encrypted"]).code, 0);
    assert_eq!(run(&folder, &["config", "keys"]).code, 0);
}

#[test]
fn an_empty_file_says_nothing() {
    for config in ["", "# nothing yet\n", "---\n", "{}\n"] {
        let folder = folder(&[("a.yaml", INSECURE), (".cfn-gate.yaml", config)]);
        assert_eq!(run(&folder, &["check", "a.yaml", "--rule", "rds-storage-encrypted"]).code, 1, "{config}");
    }
}

#[test]
fn unknown_keys_get_a_suggestion() {
    refused("regoin: eu-west-1\n", "1:1: `regoin` is not a setting\n  did you mean `region`?\n");
    refused("\nfail_on: high\n", "2:1: `fail_on` is not a setting\n  did you mean `fail-on`?\n");
    refused("Region: eu-west-1\n", "1:1: `Region` is not a setting\n  did you mean `region`?\n");
    refused("reports: {}\n", "1:1: `reports` is not a setting\n  did you mean `report`?\n");
    refused("colour: auto\n", "1:1: `colour` is not a setting\n  did you mean `color`?\n");
    refused("xyz: 1\n", "1:1: `xyz` is not a setting\n  `cfn-gate config keys` lists the settings\n");
    refused(
        "stacks:\n  - {template: a.yaml, tempalte: a.yaml}\n",
        "2:24: `tempalte` is not a key of `stacks`\n  did you mean `template`?\n",
    );
    refused(
        "overrides: [{paths: x, fail-on: high}]\n",
        "1:24: `fail-on` is not a key of `overrides`\n  the keys are paths, rules, rule, skip-rule, severity\n",
    );
}

#[test]
fn values_of_the_wrong_type_say_what_was_expected() {
    refused("- region: x\n", "1:1: expected a map of settings, found a list\n");
    refused(
        "region: [a]\n",
        "1:9: `region`: expected the code of an AWS Region, for example eu-west-1, found a list",
    );
    refused(
        "region: Ireland\n",
        "1:9: `region`: expected the code of an AWS Region, for example eu-west-1, found `Ireland`",
    );
    refused("account-id: 12345\n", "1:13: `account-id`: expected 12 digits, found `12345`");
    refused("partition: china\n", "1:12: `partition`: expected the name of an AWS partition");
    refused("stack-name: my stack\n", "1:13: `stack-name`: expected letters, digits and hyphens");
    refused("quiet: 'yes'\n", "1:8: `quiet`: expected true or false, found text\n");
    refused("format: jsn\n", "1:9: `format`: expected text, json, ");
    refused(
        "severity: hig\n",
        "1:11: `severity`: expected low, medium, high or critical, found `hig`\n  did you mean `high`?\n",
    );
    refused("fail-on: [low, all]\n", "1:16: `fail-on`: expected non-compliant, insufficient-data, low");
    refused("max-in-flight: 0\n", "1:16: `max-in-flight`: expected a whole number from 1, found `0`\n");
    refused(
        "timeout: 5 minutes\n",
        "1:10: `timeout`: expected a number and a unit: 250ms, 90s, 15m, 24h, 7d, found `5 minutes`\n",
    );
    refused("skip-rule:\n", "1:10: `skip-rule` has no value: give it one, or delete the line\n");
    refused(
        "report: [junit=a.xml]\n",
        "1:9: `report`: expected a map, found a list\n  for example `junit: cfn-gate.xml` below it\n",
    );
    refused("report: {xml: a.xml}\n", "1:10: `report`: expected text, json, ");
    refused(
        "parameter: Stage=prod\n",
        "1:12: `parameter`: expected a map, found text\n  for example `Stage: production` below it; files stand under `parameters`\n",
    );
    refused(
        "parameters: {Stage: prod}\n",
        "1:13: `parameters`: expected a path, or a list of that, found a map\n  values of parameters stand under `parameter`\n",
    );
    refused("cdk-app: {a: b}\n", "1:10: `cdk-app`: expected text, found a map\n");
}

#[test]
fn items_say_what_they_lack() {
    refused("stacks: [{stack-name: a}]\n", "1:10: `stacks` needs `template` here: the template's file\n");
    refused("stacks: [a.yaml]\n", "1:10: `stacks`: expected a map, found text\n");
    refused(
        "overrides: [{skip-rule: x}]\n",
        "1:13: `overrides` needs `paths` here: templates that it is for\n",
    );
    refused(
        "suppressions: [{rule: rds-storage-encrypted}]\n",
        "1:16: `suppressions` needs `reason` here: why\n",
    );
    refused(
        "suppressions: [{rule: rds-storage-encrypted, reason: ' '}]\n",
        "1:54: `reason`: expected a reason, found ` `\n",
    );
    refused(
        "suppressions: [{rule: rds-storage-encryptd, reason: x}]\n",
        "1:23: `rule`: there is no rule `rds-storage-encryptd`\n  did you mean `rds-storage-encrypted`?\n",
    );
    refused(
        "suppressions: [{rule: rds-storage-encrypted, reason: x, until: 2027-02-30}]\n",
        "1:64: `until`: there is no day 30",
    );
    refused(
        "suppressions: [{rule: rds-storage-encrypted, reason: x, until: soon}]\n",
        "1:64: `until`: expected a date such as 2027-01-31, found `soon`\n",
    );
    refused("overrides: [{paths: /legacy}]\n", "1:21: `paths`: `/legacy` begins with `/`");
    refused(
        "stacks: [{template: a.yaml}, {template: ./a.yaml}]\n",
        "1:41: there is a stack of this template already: give both a `stack-name`\n",
    );
    refused(
        "stacks: [{template: a.yaml, stack-name: x}, {template: a.yaml, stack-name: x}]\n",
        "1:56: there is a stack `x` of this template already\n",
    );
    refused("accounts: {12: {profile: x}}\n", "1:12: `accounts`: expected 12 digits, found `12`\n");
    refused(
        "accounts: {111122223333: {role: 'arn:aws:iam::444455556666:role/x'}}\n",
        "1:33: `role`: the role is one of the account 444455556666, expected one of 111122223333\n",
    );
    refused("rule: [{a: {X: 1}, b: {}}]\n", "1:8: `rule`: expected one rule a map, found 2 keys\n");
    refused("rule: [{a: 5}]\n", "1:12: `a`: expected a map of parameters, found a number\n");
    refused("rule: [{a: {X: 'b,Y=c'}}]\n", "1:8: `rule`: a comma followed by `NAME=` in a value");
}

#[test]
fn all_errors_are_told_at_once_in_the_order_of_the_file() {
    let found = wrong("stacks: [{template: b.yaml}, {template: b.yaml}]\nregion: x\nno: 1\nfail-on: all\n");
    let places: Vec<_> = found
        .lines()
        .filter_map(|line| line.strip_prefix("error: .cfn-gate.yaml:"))
        .map(|line| line.split(':').next().unwrap())
        .collect();
    assert_eq!(places, ["2", "3", "4"], "{found}");
}

#[test]
fn yaml_that_is_none_is_an_error_with_its_line() {
    assert!(wrong("a: [\n").starts_with("error: .cfn-gate.yaml:"));
    refused("region: eu-west-1\nregion: eu-west-2\n", "2:1: key `region` is given twice, on lines 1 and 2\n");
    // Anchors are for people who like them.
    let folder = folder(&[
        ("a.yaml", SECURE),
        (".cfn-gate.yaml", "paths: [&a a.yaml]\nrules: proactive\nstack-name: x\nstacks: [{template: *a}]\n"),
    ]);
    assert_eq!(run(&folder, &["check", "--show-config"]).code, 0);
}

#[test]
fn a_file_full_of_errors_is_not_listed_to_its_end() {
    let config: String = (0..5_000).map(|number| format!("key{number}: 1\n")).collect();
    let found = wrong(&config);
    assert!(found.contains("more than 100 errors: those after this one are not listed"), "{found}");
    assert!(found.lines().count() < 250);
    let huge = format!("region: {}\n", "x".repeat(300_000));
    assert_eq!(wrong(&huge), "error: `.cfn-gate.yaml` is larger than 256 KiB: that is no configuration\n");
    let long = format!("region: {}\n", "x".repeat(100_000));
    assert!(wrong(&long).len() < 500);
}

#[test]
fn hostile_text_reaches_no_terminal() {
    let found = wrong("\"\\e[31mred\\u202e\": 1\nregion: \"\\e]0;title\\a\"\n");
    assert!(!found.contains(['\u{1b}', '\u{202e}', '\u{7}']), "{found:?}");
    assert!(found.contains("\\u{1b}[31mred\\u{202e}"), "{found}");
    let found = wrong("rules: \"no\\e[31mfile\"\n");
    assert!(!found.contains('\u{1b}'), "{found:?}");
}

#[test]
fn what_a_pull_request_must_not_decide_can_not_stand_in_it() {
    refused(
        "engine: aws\n",
        "1:1: `engine` can't stand in this file: the file never opens a connection: whoever runs cfn-gate says --engine aws\n",
    );
    for key in
        ["synth", "profile", "role-arn", "endpoint-url", "ca-bundle", "cache", "today", "config", "dry-run"]
    {
        refused(&format!("{key}: x\n"), &format!("1:1: `{key}` can't stand in this file: "));
    }
}

#[test]
fn no_path_leads_out_of_the_repository() {
    refused(
        "paths: /etc\n",
        "1:8: `paths`: `/etc` is not relative: paths here are relative to the folder of this file\n",
    );
    refused("paths: ~/x\n", "1:8: `paths`: `~/x` is not relative");
    refused("paths: 'C:\\x'\n", "1:8: `paths`: `C:\\x` is not relative");
    refused("paths: ../x\n", "1:8: `paths`: `../x` leads out of the repository");
    refused("paths: a/../../x\n", "1:8: `paths`: `a/../../x` leads out of the repository");
    refused("paths: '-'\n", "1:8: `paths`: expected a path, found `-`\n");
    refused("paths: .git/config\n", "1:8: `paths`: `.git/config` lies in `.git`, which is Git's own\n");
    refused(
        "report: {text: .GIT/hooks/pre-commit}\n",
        "1:16: `text`: `.GIT/hooks/pre-commit` lies in `.git`",
    );
    refused("report: {json: ../x.json}\n", "1:16: `json`: `../x.json` leads out of the repository");
    refused("rules: ../pack.yaml\n", "1:8: `rules`: `../pack.yaml` leads out of the repository");
    refused("stacks: [{template: ../x.yaml}]\n", "1:21: `template`: `../x.yaml` leads out of the repository");
    refused("baseline: /x.json\n", "1:11: `baseline`: `/x.json` is not relative");
}

#[test]
fn a_folder_below_may_name_its_neighbours() {
    let folder = repository(&[
        ("infra/.cfn-gate.yaml", "paths: ../templates\nrule: rds-storage-encrypted\n"),
        ("templates/a.yaml", INSECURE),
    ]);
    let run = run_in(&folder, "infra", &["check", "--format", "json"]);
    assert_eq!(run.code, 1, "{run:?}");
    assert!(run.out.contains("\"../templates/a.yaml\""), "{}", run.out);
}

#[cfg(unix)]
#[test]
fn symbolic_links_lead_no_further() {
    use std::os::unix::fs::symlink;
    let outside = folder(&[("secret.yaml", "aws_secret_access_key: x\n"), ("a.yaml", INSECURE)]);
    let folder = repository(&[
        (".cfn-gate.yaml", "paths: link/a.yaml\n"),
        ("report.yaml", "report: {json: link/x.json}\n"),
    ]);
    symlink(outside.path(), folder.path().join("link")).unwrap();
    let run = |arguments: &[&str]| super::run(&folder, arguments);
    assert!(run(&["check"]).err.contains("`link/a.yaml` leads out of the repository"));
    assert!(
        run(&["check", "--config", "report.yaml"]).err.contains("`link/x.json` leads out of the repository")
    );
    std::fs::remove_file(folder.path().join(".cfn-gate.yaml")).unwrap();
    symlink(outside.path().join("secret.yaml"), folder.path().join(".cfn-gate.yaml")).unwrap();
    let found = run(&["check"]);
    assert_eq!(found.code, 2);
    assert_eq!(found.err, "error: `.cfn-gate.yaml` is a symbolic link that leads out of the repository\n");
    std::fs::remove_file(folder.path().join(".cfn-gate.yaml")).unwrap();
    std::fs::create_dir(folder.path().join(".cfn-gate.yaml")).unwrap();
    assert_eq!(run(&["check"]).err, "error: can't read `.cfn-gate.yaml`: it is not a file\n");
}

#[test]
fn the_file_runs_no_program() {
    let folder = folder(&[(".cfn-gate.yaml", "cdk-app: touch ran\n"), ("a.yaml", SECURE)]);
    run(&folder, &["check"]);
    assert!(!folder.path().join("ran").exists());
    // Asked for, it does.
    run(&folder, &["check", "--synth"]);
    assert!(folder.path().join("ran").exists());
}

#[test]
fn parameters_are_not_shown() {
    let config =
        "parameter: {Encrypted: hunter2}\nstacks: [{template: a.yaml, parameter: {Encrypted: hunter3}}]\n";
    let folder = folder(&[(".cfn-gate.yaml", config), ("a.yaml", OPEN)]);
    let shown = run(&folder, &["check", "--show-config", "--parameter", "Other=hunter1"]);
    assert_eq!(shown.code, 0);
    assert!(
        shown.out.contains("parameter: [Other]")
            && shown.out.contains("# parameter (.cfn-gate.yaml:1): Encrypted")
    );
    assert!(!shown.out.contains("hunter"), "{}", shown.out);
}

//! `cfn-gate init`: a first configuration file that works right away.

use super::{INSECURE, OPEN, SECURE, folder, run};
use std::fs;
use tempfile::TempDir;

fn written(folder: &TempDir) -> String {
    fs::read_to_string(folder.path().join(".cfn-gate.yaml")).unwrap()
}

const ON: &str = r#"[{"ParameterKey": "Encrypted", "ParameterValue": "true"}]"#;

#[test]
fn in_an_empty_directory_it_writes_a_file_to_fill_in() {
    let folder = folder(&[]);
    let init = run(&folder, &["init"]);
    assert_eq!((init.code, init.err.as_str()), (0, ""));
    assert!(init.out.starts_with("Found\n  templates        0\n"), "{}", init.out);
    assert!(written(&folder).contains("# No template was found yet."));
    super::write(folder.path(), "a.yaml", SECURE.as_bytes());
    assert_eq!(run(&folder, &["check", "--show-config"]).code, 0);
}

#[test]
fn what_is_commented_out_works_as_well() {
    let folder = folder(&[
        ("templates/service.yaml", OPEN),
        ("service.yaml", OPEN),
        ("production.json", "{\"Encrypted\": \"true\"}"),
    ]);
    run(&folder, &["init"]);
    let all: String = written(&folder)
        .lines()
        .map(|line| match line.strip_prefix("# ") {
            // A line of YAML: a key, an item, or what is below.
            Some(rest)
                if rest.trim_start().starts_with("- ")
                    || rest.split(' ').next().unwrap().ends_with(':')
                    || rest.starts_with(' ') =>
            {
                format!("{rest}\n")
            }
            _ => format!("{line}\n"),
        })
        .filter(|line| {
            !line.starts_with(" ") || !line.contains("cfn-gate ") && !line.contains("yaml-language")
        })
        .collect();
    super::write(folder.path(), ".cfn-gate.yaml", all.as_bytes());
    let shown = run(&folder, &["check", "--show-config"]);
    assert_eq!(shown.code, 0, "{all}\n{}", shown.err);
    for key in ["paths", "skip-rule", "report", "overrides", "suppressions", "stacks"] {
        assert!(shown.out.contains(key), "{key}: {all}\n{}", shown.out);
    }
}

#[test]
fn it_never_writes_over_a_file_unasked() {
    let folder = folder(&[(".cfn-gate.yaml", "# mine\n")]);
    let refused = run(&folder, &["init"]);
    assert_eq!(refused.code, 2);
    assert_eq!(refused.err, "error: `.cfn-gate.yaml` is there already\n  --force writes over it\n");
    assert_eq!(written(&folder), "# mine\n");
    assert_eq!(run(&folder, &["init", "--force"]).code, 0);
    assert_ne!(written(&folder), "# mine\n");
    let folder = super::folder(&[(".cfn-gate.yml", "# mine\n")]);
    assert_eq!(run(&folder, &["init", "--force"]).code, 2);
    assert!(!folder.path().join(".cfn-gate.yaml").exists());
}

#[test]
fn templates_get_the_parameters_that_are_found() {
    let folder = folder(&[
        ("stacks/db.yaml", OPEN),
        ("stacks/db-prod.json", ON),
        ("params/other.json", r#"{"Parameters": {"Unheard": "of"}}"#),
        ("other.yaml", INSECURE),
    ]);
    let init = run(&folder, &["init"]);
    assert!(init.out.contains("  parameter files  2\n"), "{}", init.out);
    let file = written(&folder);
    assert!(
        file.contains("\nstacks:\n  - template: stacks/db.yaml\n    parameters: stacks/db-prod.json\n"),
        "{file}"
    );
    assert!(
        file.contains("# Of these it isn't clear which template they are for:\n#   params/other.json\n"),
        "{file}"
    );
    assert!(file.contains("# paths:\n#   - other.yaml\n#   - stacks\n"), "{file}");
    let check = run(&folder, &["check", "--format", "json"]);
    assert_eq!(check.code, 1, "{check:?}");
    assert!(check.out.contains("\"rds-storage-encrypted\""), "{}", check.out);
    assert!(!check.out.contains("has no default and no value"), "{}", check.out);
}

#[test]
fn several_files_for_a_template_are_several_stacks() {
    let folder =
        folder(&[("db.yaml", OPEN), ("env/dev.json", ON), ("env/prod.json", ON), ("env/1 2.json", ON)]);
    run(&folder, &["init"]);
    let file = written(&folder);
    assert!(file.contains("  - template: db.yaml\n    stack-name: dev # after the file: what is its name really?\n    parameters: env/dev.json\n"), "{file}");
    assert!(file.contains("  - template: db.yaml\n    parameters: \"env/1 2.json\"\n"), "{file}");
    assert_eq!(run(&folder, &["check", "--rule", "rds-storage-encrypted"]).code, 0);
}

#[test]
fn files_of_sam_and_git_sync_are_found() {
    let sam = "version = 0.1\n[default.deploy.parameters]\nparameter_overrides = \"Encrypted=true\"\n";
    let folder = folder(&[("template.yaml", OPEN), ("samconfig.toml", sam)]);
    run(&folder, &["init"]);
    assert!(written(&folder).contains("  - template: template.yaml\n    parameters: samconfig.toml\n"));
    assert_eq!(run(&folder, &["check", "--rule", "rds-storage-encrypted"]).code, 0);
    let folder = super::folder(&[
        ("template.yaml", OPEN),
        ("deployment.yaml", "template-file-path: template.yaml\nparameters: {Encrypted: 'true'}\n"),
    ]);
    run(&folder, &["init"]);
    assert!(written(&folder).contains("    parameters: deployment.yaml\n"));
}

#[test]
fn it_says_what_to_do_in_the_ci_that_is_there() {
    let folder = folder(&[
        (".github/workflows/ci.yml", "on: push\n"),
        (".gitlab-ci.yml", "a: {}\n"),
        ("Jenkinsfile", "pipeline {}\n"),
        (".pre-commit-config.yaml", "repos: []\n"),
        ("cdk.json", "{\"app\": \"npx ts-node bin/app.ts\"}\n"),
    ]);
    let init = run(&folder, &["init"]);
    for wanted in [
        "  CI               GitHub Actions, GitLab CI, Jenkins, pre-commit\n",
        "  CDK apps         1 (not synthesised yet: run `cdk synth`, or cfn-gate with --synth)\n",
        "- uses: OWNER/cfn-gate@v",
        "codequality: gl-code-quality-report.json\n",
        "In Jenkins (Jenkinsfile), before what deploys:\n",
        "- repo: https://github.com/OWNER/cfn-gate\n",
    ] {
        assert!(init.out.contains(wanted), "{wanted}\n{}", init.out);
    }
    assert!(written(&folder).contains("# The CDK app in . is judged by what `cdk synth` wrote"));
}

#[test]
fn hostile_names_stay_what_they_are() {
    let name = "x\nengine: aws\n.yaml";
    if fs::write(folder(&[]).path().join(name), "").is_err() {
        return;
    }
    let folder = folder(&[(name, OPEN), ("p.json", ON)]);
    let init = run(&folder, &["init"]);
    assert_eq!(init.code, 0);
    assert!(!written(&folder).lines().any(|line| line.starts_with("engine")), "{}", written(&folder));
    assert_eq!(run(&folder, &["check", "--rule", "rds-storage-encrypted"]).code, 0);
}

#[test]
fn a_file_above_is_mentioned() {
    let folder = folder(&[(".cfn-gate.yaml", ""), ("below/a.yaml", SECURE)]);
    let mut command = super::command(&folder, &["init"]);
    let init = super::finish(command.current_dir(folder.path().join("below")));
    assert!(
        init.out.contains("It takes the place of ../.cfn-gate.yaml for everything below this directory.\n"),
        "{}",
        init.out
    );
}

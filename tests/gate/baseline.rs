//! `cfn-gate baseline` and `check --baseline`.

use super::{check, findings, folder, run, suppressing, warnings, write};
use std::fs;
use std::path::Path;

const OLD: &str = "\
Resources:
  Orders:
    Type: AWS::RDS::DBInstance
  Archive:
    Type: AWS::RDS::DBInstance
    Properties:
      StorageEncrypted: false
";
const RULE: [&str; 2] = ["--rule", "rds-storage-encrypted"];
const FILE: &str = ".cfn-gate-baseline.json";

/// Writes the baseline of what is in the folder.
fn baseline(folder: &Path, arguments: &[&str]) -> String {
    let run = run(folder, &[&["baseline"][..], &RULE, arguments].concat());
    assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{run:?}");
    run.stdout
}

/// Exit code, findings and warnings of a check with the baseline.
fn judged(folder: &Path, arguments: &[&str]) -> (i32, Vec<String>, Vec<String>) {
    let (code, document) = check(folder, &[&RULE[..], &["--baseline", FILE], arguments].concat());
    (code, findings(&document), warnings(&document))
}

#[test]
fn what_is_old_passes_and_what_is_new_fails() {
    let folder = folder(&[("stacks/a.yaml", OLD)]);
    assert_eq!(baseline(folder.path(), &[]), "Wrote 2 findings to .cfn-gate-baseline.json.\n");
    insta::assert_snapshot!(fs::read_to_string(folder.path().join(FILE)).unwrap());
    let (code, findings, told) = judged(folder.path(), &[]);
    assert_eq!((code, told.len()), (0, 0));
    assert_eq!(
        findings,
        [
            "Orders rds-storage-encrypted: baseline at line 5: it was there when the baseline was written",
            "Archive rds-storage-encrypted: baseline at line 4: it was there when the baseline was written",
        ]
    );
    write(folder.path(), "stacks/a.yaml", &format!("{OLD}  New:\n    Type: AWS::RDS::DBInstance\n"));
    let (code, findings, _) = judged(folder.path(), &[]);
    assert_eq!((code, findings[2].as_str()), (1, "New rds-storage-encrypted: fails"));
    write(folder.path(), "stacks/b.yaml", OLD);
    assert_eq!(judged(folder.path(), &["stacks/b.yaml"]).0, 1, "another template is new");
}

#[test]
fn moved_and_reformatted_is_still_old() {
    let folder = folder(&[("a.yaml", OLD)]);
    baseline(folder.path(), &[]);
    for text in [
        format!("# A comment.\n\nDescription: moved\n{OLD}"),
        // The same as JSON, in another order.
        r#"{"Resources": {"Archive": {"Properties": {"StorageEncrypted": "false"}, "Type": "AWS::RDS::DBInstance"},
            "Orders": {"Type": "AWS::RDS::DBInstance"}}}"#
            .to_owned(),
        // Known through a parameter now.
        "Parameters: {E: {Type: String, Default: 'false'}}\n".to_owned()
            + &OLD.replace("StorageEncrypted: false", "StorageEncrypted: !Ref E"),
    ] {
        write(folder.path(), "a.yaml", &text);
        assert_eq!(judged(folder.path(), &[]).0, 0, "{text}");
    }
}

#[test]
fn it_does_not_matter_from_where_the_check_runs() {
    let folder = folder(&[("stacks/a.yaml", OLD)]);
    baseline(folder.path(), &["."]);
    let absolute = folder.path().join("stacks/a.yaml");
    for path in ["stacks", "./stacks/a.yaml", "stacks/../stacks/a.yaml", absolute.to_str().unwrap()] {
        assert_eq!(judged(folder.path(), &[path]).0, 0, "{path}");
    }
    let below = folder.path().join("stacks");
    let arguments = ["a.yaml", "--baseline", "../.cfn-gate-baseline.json", RULE[0], RULE[1]];
    assert_eq!(check(&below, &arguments).0, 0);
}

#[test]
fn what_got_worse_fails() {
    let open = "Parameters:\n  E:\n    Type: String\n".to_owned()
        + &OLD.replace("  Orders:\n    Type: AWS::RDS::DBInstance\n", "").replace(": false", ": !Ref E");
    let folder = folder(&[("a.yaml", &open)]);
    let strict = ["--fail-on", "insufficient-data"];
    baseline(folder.path(), &strict);
    assert_eq!(judged(folder.path(), &strict).0, 0);
    write(folder.path(), "a.yaml", &open.replace("Type: String", "Type: String\n    Default: 'false'"));
    assert_eq!(judged(folder.path(), &strict).0, 1, "known to be wrong is worse than not known");
    baseline(folder.path(), &strict);
    write(folder.path(), "a.yaml", &open);
    assert_eq!(judged(folder.path(), &strict).0, 0, "and the other way round it is not");
}

#[test]
fn what_is_fixed_is_told() {
    let folder = folder(&[("a.yaml", OLD)]);
    baseline(folder.path(), &[]);
    let help = "Run `cfn-gate baseline` with the same paths and rules to write it without them.";
    write(folder.path(), "a.yaml", &OLD.replace("false", "true"));
    let (code, _, told) = judged(folder.path(), &[]);
    assert_eq!(code, 0);
    assert_eq!(told, [format!("4: an entry of the baseline is fixed: its finding is gone | {help}")]);
    assert_eq!(judged(folder.path(), &["--strict"]).0, 1);
    // The resources themselves are gone.
    write(folder.path(), "a.yaml", "Resources:\n  Topic:\n    Type: AWS::SNS::Topic\n");
    let (code, _, told) = judged(folder.path(), &[]);
    assert_eq!(code, 0);
    assert_eq!(told, [format!("4: 2 entries of the baseline are fixed: their findings are gone | {help}")]);
    assert_eq!(baseline(folder.path(), &[]), "Wrote 0 findings to .cfn-gate-baseline.json: 0 new, 2 gone.\n");
    assert_eq!(judged(folder.path(), &["--strict"]).0, 0);
}

#[test]
fn what_was_not_looked_at_is_not_fixed() {
    let folder =
        folder(&[("a.yaml", OLD), ("b.yaml", OLD), ("c.yaml", "Resources: {T: {Type: 'AWS::SNS::Topic'}}")]);
    baseline(folder.path(), &[]);
    let strict = ["check", "--strict", "--baseline", FILE];
    for (what, arguments) in [
        ("other templates", vec!["a.yaml", "--rule", "rds-storage-encrypted"]),
        ("other rules", vec!["a.yaml", "b.yaml", "--rule", "sns-encrypted-kms"]),
    ] {
        let run = run(folder.path(), &[&strict[..], &arguments].concat());
        assert_eq!(run.code, 0, "{what}: {run:?}");
    }
    // A condition that doesn't hold in this deployment.
    let conditional = OLD.replace("  Orders:\n", "  Orders:\n    Condition: Never\n");
    write(folder.path(), "a.yaml", &("Conditions: {Never: !Equals [a, b]}\n".to_owned() + &conditional));
    assert_eq!(judged(folder.path(), &["a.yaml", "--strict"]).0, 0);
}

#[test]
fn what_can_not_be_told_apart_is_counted() {
    let parent = |names: &[&str]| {
        let nested = |name: &&str| {
            format!(
                "  {name}:\n    Type: AWS::CloudFormation::Stack\n    Properties: {{TemplateURL: a.yaml}}\n"
            )
        };
        format!("Resources:\n{}", names.iter().map(nested).collect::<String>())
    };
    let folder = folder(&[("nested/a.yaml", OLD), ("nested/parent.yaml", &parent(&["One"]))]);
    baseline(folder.path(), &["nested/parent.yaml"]);
    assert_eq!(judged(folder.path(), &["nested/parent.yaml"]).0, 0);
    write(folder.path(), "nested/parent.yaml", &parent(&["One", "Two"]));
    let (code, findings, _) = judged(folder.path(), &["nested/parent.yaml"]);
    assert_eq!(code, 1);
    assert_eq!(findings.iter().filter(|finding| finding.ends_with("fails")).count(), 2, "{findings:?}");
}

#[test]
fn what_is_suppressed_or_tolerated_is_not_written() {
    let folder = folder(&[
        ("a.yaml", &suppressing("rule: s3-bucket-logging-enabled\nreason: x")),
        ("b.yaml", OLD),
        ("c.yaml", "Resources: {B: {Type: 'AWS::S3::Bucket'}}"),
    ]);
    let write = |arguments: &[&str]| run(folder.path(), &[&["baseline"][..], arguments].concat()).stdout;
    assert_eq!(
        write(&["--rule", "s3-bucket-logging-enabled"]),
        "Wrote 1 finding to .cfn-gate-baseline.json.\n"
    );
    assert_eq!(
        write(&["--rule", "s3-bucket-logging-enabled", "--no-template-suppressions"]),
        "Wrote 2 findings to .cfn-gate-baseline.json: 1 new, 0 gone.\n"
    );
    assert_eq!(
        write(&["--rule", "rds-storage-encrypted", "--fail-on", "critical"]),
        "Wrote 0 findings to .cfn-gate-baseline.json: 0 new, 2 gone.\n"
    );
}

#[test]
fn a_suppression_makes_the_entry_needless() {
    let folder = folder(&[("a.yaml", "Resources:\n  Data:\n    Type: AWS::S3::Bucket\n")]);
    let logging = ["--rule", "s3-bucket-logging-enabled"];
    run(folder.path(), &[&["baseline"][..], &logging].concat());
    write(folder.path(), "a.yaml", &suppressing("rule: s3-bucket-logging-enabled\nreason: x"));
    let (code, document) = check(folder.path(), &[&logging[..], &["--baseline", FILE]].concat());
    assert_eq!(code, 0);
    assert_eq!(findings(&document), ["Data s3-bucket-logging-enabled: metadata cfn-gate at line 7: x"]);
    assert_eq!(document["baseline"]["fixed"], 1);
}

#[test]
fn the_file_is_as_its_schema_says() {
    let folder = folder(&[("a.yaml", OLD)]);
    baseline(folder.path(), &["--output", "sub.json"]);
    let read = |path: &Path| serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let schema: serde_json::Value =
        read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas/baseline.schema.json"));
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let mut document: serde_json::Value = read(&folder.path().join("sub.json"));
    assert!(validator.is_valid(&document));
    document["findings"][0]["surprise"] = true.into();
    assert!(!validator.is_valid(&document));
}

#[test]
fn an_incomplete_result_is_not_written_down() {
    let with_macro = format!("Transform: Company::Standards\n{OLD}");
    for (text, code) in [("Resources: []\n", 2), (with_macro.as_str(), 3)] {
        let folder = folder(&[("a.yaml", text)]);
        let run = run(folder.path(), &["baseline", "a.yaml"]);
        assert_eq!(run.code, code, "{run:?}");
        assert!(run.stderr.contains("`.cfn-gate-baseline.json` was not written"), "{run:?}");
        assert!(!folder.path().join(FILE).exists());
    }
    let folder = folder(&[("a.yaml", &with_macro)]);
    assert_eq!(run(folder.path(), &["baseline", "a.yaml", "--allow-incomplete"]).code, 0);
}

#[test]
fn a_broken_file_ends_the_run() {
    let entry = r#"{"template": "a.yaml", "resource": "Orders", "rule": "r", "compliance": "NON_COMPLIANT"}"#;
    let document =
        |entries: &str| format!("{{\n  \"version\": 1,\n  \"findings\": [\n    {entries}\n  ]\n}}\n");
    for (text, place, message) in [
        (String::new(), "1:1", "EOF while parsing a value"),
        ("[]".into(), "1:", "invalid length 0"),
        (document(entry).replace("  ]", "<<<<<<< HEAD\n  ]"), "5:1", "expected `,` or `]`"),
        (document(entry).replace("1,", "2,"), "1:1", "it has version 2, and this cfn-gate reads version 1"),
        (document(entry).replace("version", "vresion"), "2:", "unknown field `vresion`"),
        (
            document(&format!("{entry},\n    {}", entry.replace("rule", "rulle"))),
            "5:",
            "unknown field `rulle`",
        ),
        (document(&entry.replace(r#""rule": "r", "#, "")), "4:", "missing field `rule`"),
        (document(&entry.replace("NON_COMPLIANT", "COMPLIANT")), "4:", "unknown variant `COMPLIANT`"),
        (document("7"), "4:5", "invalid type: integer `7`"),
    ] {
        let folder = folder(&[("a.yaml", OLD), (FILE, &text)]);
        let run = run(folder.path(), &["check", "a.yaml", "--baseline", FILE]);
        assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{run:?}");
        let begins = format!("error: {FILE}:{place}");
        assert!(
            run.stderr.starts_with(&begins) && run.stderr.contains(message),
            "{begins} {message}: {}",
            run.stderr
        );
    }
    let folder = folder(&[("a.yaml", OLD)]);
    let run = run(folder.path(), &["check", "a.yaml", "--baseline", FILE]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("the baseline `.cfn-gate-baseline.json` can't be read"), "{}", run.stderr);
    assert!(run.stderr.contains("`cfn-gate baseline` writes one"), "{}", run.stderr);
}

#[test]
fn what_is_no_baseline_is_not_replaced() {
    let folder =
        folder(&[("a.yaml", OLD), ("b.yaml", OLD), (FILE, "<<<<<<< HEAD\n{\"version\": 1, \"findings\": [")]);
    let refused = run(folder.path(), &["baseline", "a.yaml", "--output", "b.yaml"]);
    assert_eq!(refused.code, 2, "{refused:?}");
    assert!(refused.stderr.contains("`b.yaml` is there and is no baseline"), "{refused:?}");
    assert_eq!(fs::read_to_string(folder.path().join("b.yaml")).unwrap(), OLD);
    // A merge that was not finished.
    assert_eq!(baseline(folder.path(), &["a.yaml"]), "Wrote 2 findings to .cfn-gate-baseline.json.\n");
}

#[test]
fn a_file_that_can_not_be_written_is_named() {
    let folder = folder(&[("a.yaml", OLD)]);
    let run = run(folder.path(), &["baseline", "a.yaml", "--output", "missing/baseline.json"]);
    assert_eq!(run.code, 3, "{run:?}");
    assert!(
        run.stderr.starts_with("error: can't write the baseline to `missing/baseline.json`: "),
        "{run:?}"
    );
}

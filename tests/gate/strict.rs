//! `--strict`: what is a warning fails.

use super::{check, folder, run, suppressing};

const RULE: &str = "s3-bucket-logging-enabled";

#[test]
fn every_warning_about_a_suppression_fails() {
    let mended = "    Properties:\n      LoggingConfiguration: {LogFilePrefix: a}\n";
    for entry in [
        format!("rule: {RULE}\nreason: x"),
        format!("rule: {RULE}\nreason: x\nuntil: 2026-01-01"),
        format!("rule: {RULE}\nreasn: x"),
        "rule: s3-bucket-loging-enabled\nreason: x".to_owned(),
    ] {
        let folder = folder(&[("a.yaml", &(suppressing(&entry) + mended))]);
        assert_eq!(check(folder.path(), &["a.yaml", "--rule", RULE]).0, 0, "{entry}");
        let (code, document) = check(folder.path(), &["a.yaml", "--rule", RULE, "--strict"]);
        assert_eq!((code, &document["verdict"]), (1, &"failed".into()), "{entry}");
        let text = run(folder.path(), &["check", "a.yaml", "--rule", RULE, "--strict"]).stdout;
        assert!(text.contains("\n  × "), "{text}");
        assert!(text.ends_with("\nFailed: 1 warning fails the gate (--strict).\n"), "{text}");
    }
}

#[test]
fn without_warnings_it_changes_nothing() {
    let folder = folder(&[("a.yaml", &suppressing(&format!("rule: {RULE}\nreason: x")))]);
    assert_eq!(check(folder.path(), &["a.yaml", "--rule", RULE, "--strict"]).0, 0);
}

#[test]
fn a_broken_template_stays_one() {
    let folder = folder(&[("a.yaml", "Resources: []\n")]);
    assert_eq!(check(folder.path(), &["a.yaml", "--strict"]).0, 2);
}

#[test]
fn reports_say_what_fails() {
    let mended = "    Properties:\n      LoggingConfiguration: {LogFilePrefix: a}\n";
    let folder = folder(&[("a.yaml", &(suppressing(&format!("rule: {RULE}\nreason: x")) + mended))]);
    let of = |format: &str| {
        run(folder.path(), &["check", "a.yaml", "--rule", RULE, "--strict", "--format", format]).stdout
    };
    assert!(of("github").starts_with("::error file=a.yaml,line=7,"), "{}", of("github"));
    assert!(
        of("junit").contains("<failure type=\"warning\" message=\"the suppression of"),
        "{}",
        of("junit")
    );
    assert!(of("cdk").contains("\"ruleName\":\"warning\""), "{}", of("cdk"));
    assert!(of("gitlab").contains("\"severity\":\"blocker\""), "{}", of("gitlab"));
    // All was judged: it is the gate that says no.
    assert!(of("sarif").contains("\"executionSuccessful\":true"), "{}", of("sarif"));
    assert!(of("markdown").contains("Fails the gate"), "{}", of("markdown"));
}

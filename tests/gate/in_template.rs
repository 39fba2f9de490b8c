//! `Metadata` of a resource, under `cfn-gate`.

use super::{bucket, check, findings, folder, run, suppressing, warnings};

const RULE: &str = "s3-bucket-logging-enabled";
const HELP: &str = "A suppression has a `rule`, a `reason`, and, if it shall end, `until` with its last day.";

/// Exit code, findings and warnings of a template with one bucket.
fn judged(template: &str, arguments: &[&str]) -> (i32, Vec<String>, Vec<String>) {
    let folder = folder(&[("a.yaml", template)]);
    let mut all = vec!["a.yaml"];
    all.extend(arguments);
    let (code, document) = check(folder.path(), &all);
    (code, findings(&document), warnings(&document))
}

#[test]
fn a_finding_is_suppressed_with_its_reason() {
    for (rule, quote) in [(RULE, ""), ("S3_BUCKET_LOGGING_ENABLED", "\"")] {
        let template = suppressing(&format!("rule: {rule}\nreason: {quote}to the trail{quote}"));
        let (code, findings, warnings) = judged(&template, &[]);
        assert_eq!(code, 0);
        assert_eq!(findings, ["Data s3-bucket-logging-enabled: metadata cfn-gate at line 7: to the trail"]);
        assert_eq!(warnings, [""; 0]);
    }
}

#[test]
fn json_templates_hold_suppressions_too() {
    let template = r#"{"Resources": {"Data": {"Type": "AWS::S3::Bucket", "Metadata": {"cfn-gate": {"suppress": [
        {"rule": "s3-bucket-logging-enabled", "reason": "to the trail"}]}}}}}"#;
    let (code, findings, warnings) = judged(template, &[]);
    assert_eq!((code, warnings.len()), (0, 0));
    assert_eq!(findings, ["Data s3-bucket-logging-enabled: metadata cfn-gate at line 2: to the trail"]);
}

#[test]
fn other_rules_and_other_resources_still_fail() {
    let template =
        suppressing(&format!("rule: {RULE}\nreason: to the trail")) + "  Other:\n    Type: AWS::S3::Bucket\n";
    let (code, findings, _) = judged(&template, &["--rule", RULE, "--rule", "s3-bucket-versioning-enabled"]);
    assert_eq!(code, 1);
    assert_eq!(
        findings,
        [
            "Data s3-bucket-logging-enabled: metadata cfn-gate at line 7: to the trail",
            "Data s3-bucket-versioning-enabled: fails",
            "Other s3-bucket-logging-enabled: fails",
            "Other s3-bucket-versioning-enabled: fails",
        ]
    );
}

#[test]
fn it_holds_to_the_end_of_its_last_day() {
    let template = suppressing(&format!("rule: {RULE}\nreason: for now\nuntil: 2027-03-31"));
    let folder = folder(&[("a.yaml", &template)]);
    for (today, code) in [("2026-11-23", 0), ("2027-03-31", 0), ("2027-04-01", 1), ("2028-01-01", 1)] {
        let run = run(folder.path(), &["check", "a.yaml", "--today", today]);
        assert_eq!(run.code, code, "{today}: {run:?}");
    }
}

#[test]
fn an_expired_suppression_is_told() {
    let (code, findings, told) =
        judged(&suppressing(&format!("rule: {RULE}\nreason: for now\nuntil: 2026-11-22")), &[]);
    assert_eq!((code, findings), (1, vec!["Data s3-bucket-logging-enabled: fails".to_owned()]));
    assert_eq!(
        told,
        ["7: the suppression of `s3-bucket-logging-enabled` has expired: its last day was 2026-11-22 | \
          Mend what it was for, or decide anew and give a later `until`."]
    );
    let mended = "    Properties:\n      LoggingConfiguration: {LogFilePrefix: a}\n";
    let (code, _, told) =
        judged(&(suppressing(&format!("rule: {RULE}\nreason: for now\nuntil: 2026-11-22")) + mended), &[]);
    assert_eq!(code, 0);
    assert!(told[0].ends_with("| Delete it."), "{told:?}");
}

#[test]
fn what_serves_nothing_is_told() {
    let mended = "    Properties:\n      LoggingConfiguration: {LogFilePrefix: a}\n";
    let (code, _, told) = judged(&(suppressing(&format!("rule: {RULE}\nreason: x")) + mended), &[]);
    assert_eq!(code, 0);
    assert_eq!(
        told,
        [
            "7: the suppression of `s3-bucket-logging-enabled` serves nothing: the rule finds nothing wrong with Data | \
          Delete it."
        ]
    );
    let (_, _, told) = judged(&suppressing("rule: rds-storage-encrypted\nreason: x"), &[]);
    assert_eq!(
        told,
        [
            "7: the suppression of `rds-storage-encrypted` serves nothing: the rule does not look at AWS::S3::Bucket | \
          Delete it."
        ]
    );
}

#[test]
fn nobody_hears_of_a_rule_that_was_not_applied() {
    let mended = "    Properties:\n      LoggingConfiguration: {LogFilePrefix: a}\n";
    let template = suppressing(&format!("rule: {RULE}\nreason: x")) + mended;
    let (code, _, told) = judged(&template, &["--rule", "s3-bucket-versioning-enabled"]);
    assert_eq!((code, told.len()), (1, 0));
}

#[test]
fn a_finding_that_is_tolerated_is_suppressed_all_the_same() {
    // Else the suppression would be told to serve nothing.
    let template = suppressing(&format!("rule: {RULE}\nreason: x"));
    let (code, findings, told) = judged(&template, &["--fail-on", "high"]);
    assert_eq!((code, told.len()), (0, 0));
    assert_eq!(findings, ["Data s3-bucket-logging-enabled: metadata cfn-gate at line 7: x"]);
}

#[test]
fn what_is_not_understood_suppresses_nothing_and_is_told() {
    let rule = format!("rule: {RULE}");
    let cases = [
        (rule.clone(), "7: the entry gives no reason, so it suppresses nothing", HELP),
        ("reason: x".into(), "7: the entry names no rule, so it suppresses nothing", HELP),
        (format!("{rule}\nreason: ' '"), "8: `reason` is blank, so the entry suppresses nothing", HELP),
        (
            format!("{rule}\nreason: [x]"),
            "8: `reason` has to be text, found a list, so the entry suppresses nothing",
            HELP,
        ),
        (
            format!("{rule}\nreason: !Ref AWS::StackId"),
            "8: `reason` can't be known before deployment, so the entry suppresses nothing",
            HELP,
        ),
        (
            format!("{rule}\nresaon: x"),
            "8: `resaon` is no key of a suppression, so the entry suppresses nothing",
            "Did you mean `reason`?",
        ),
        (
            format!("{rule}\nreason: x\nticket: A-1"),
            "9: `ticket` is no key of a suppression, so the entry suppresses nothing",
            "The keys are `rule`, `reason`, `until`.",
        ),
        (
            format!("{rule}\nreason: x\nuntil: 31.03.2027"),
            "9: `until` is `31.03.2027`, but a day is written YEAR-MONTH-DAY, for example 2027-03-31, so the entry \
             suppresses nothing",
            HELP,
        ),
        (
            format!("{rule}\nreason: x\nuntil: 2027-02-29"),
            "9: `until` is `2027-02-29`, but there is no day 29 in a month of 28 days, so the entry suppresses nothing",
            HELP,
        ),
        (
            "rule: s3-bucket-loging-enabled\nreason: x".into(),
            "7: there is no rule `s3-bucket-loging-enabled`, so the entry suppresses nothing",
            "Did you mean `s3-bucket-logging-enabled`?",
        ),
        (
            "rule: our-own\nreason: x".into(),
            "7: there is no rule `our-own`, so the entry suppresses nothing",
            "`cfn-gate rules list --all` lists the rules that there are.",
        ),
        (
            RULE.into(),
            "7: an entry of `suppress` has to be a map with `rule` and `reason`, found text, so the entry suppresses nothing",
            HELP,
        ),
    ];
    for (entry, message, help) in cases {
        let (code, findings, told) = judged(&suppressing(&entry), &[]);
        assert_eq!(told, [format!("{message} | {help}")], "{entry}");
        assert_eq!((code, findings), (1, vec!["Data s3-bucket-logging-enabled: fails".into()]), "{entry}");
    }
}

#[test]
fn the_key_itself_may_be_wrong() {
    for (metadata, message) in [
        (
            "cfn-gate: true",
            "5: `cfn-gate` has to be a map with the key `suppress`, found a boolean, so the entry suppresses nothing",
        ),
        (
            "cfn-gate: {supress: []}",
            "5: `supress` is no key of `cfn-gate`, so the entry suppresses nothing | Did you mean `suppress`?",
        ),
        (
            "cfn-gate: {suppress: {rule: s3-bucket-logging-enabled, reason: x}}",
            "5: `suppress` has to be a list, found a map, so the entry suppresses nothing",
        ),
        (
            "cfn-gate: !If [Never, {suppress: []}, {suppress: []}]",
            "5: `cfn-gate` can't be known before deployment, so the entry suppresses nothing",
        ),
    ] {
        let conditions =
            "Parameters: {Stage: {Type: String}}\nConditions: {Never: !Equals [!Ref Stage, x]}\n";
        let template = conditions.to_owned() + &bucket(metadata);
        let (code, _, told) = judged(&template, &[]);
        assert_eq!(code, 1, "{metadata}");
        let (line, message) = message.split_once(": ").unwrap();
        let line: u32 = line.parse::<u32>().unwrap() + 2;
        assert!(told[0].starts_with(&format!("{line}: {message}")), "{metadata}: {told:?}");
    }
}

#[test]
fn a_loop_has_one_suppression_for_all() {
    let template = "\
Transform: AWS::LanguageExtensions
Resources:
  Fn::ForEach::Buckets:
    - Name
    - [One, Two]
    - Data${Name}:
        Type: AWS::S3::Bucket
        Metadata:
          cfn-gate:
            suppress:
              - rule: s3-bucket-logging-enabled
                reason: to the trail
              - rule: s3-bucket-versioning-enabled
                reason: versions are elsewhere
        Properties:
          VersioningConfiguration: {Status: Enabled}
";
    let (code, findings, told) =
        judged(template, &["--rule", RULE, "--rule", "s3-bucket-versioning-enabled"]);
    assert_eq!((code, findings.len()), (0, 2), "{findings:?}");
    assert_eq!(
        told,
        [
            "13: the suppression of `s3-bucket-versioning-enabled` serves nothing: the rule finds nothing wrong with any of 2 \
          resources | Delete it."
        ]
    );
}

#[test]
fn what_is_shared_is_told_once() {
    let entry = "{rule: s3-bucket-logging-enabled, resaon: x}";
    let loops = format!(
        "Transform: AWS::LanguageExtensions\nResources:\n  Fn::ForEach::Buckets:\n    - Name\n    - [One, Two]\n    - \
         Data${{Name}}:\n        Type: AWS::S3::Bucket\n        Metadata: {{cfn-gate: {{suppress: [{entry}]}}}}\n"
    );
    let alias = format!(
        "Resources:\n  One:\n    Type: AWS::S3::Bucket\n    Metadata: &m {{cfn-gate: {{suppress: [{entry}]}}}}\n  \
         Two:\n    Type: AWS::S3::Bucket\n    Metadata: *m\n"
    );
    // Of aliases themselves there is a warning, too.
    let judged = |template: &str| {
        let (code, findings, told) = judged(template, &[]);
        (code, findings.len(), told.iter().filter(|told| !told.contains("YAML aliases")).count())
    };
    for template in [loops, alias] {
        assert_eq!(judged(&template), (1, 2, 1), "{template}");
        assert_eq!(judged(&template.replace("resaon", "reason")), (0, 2, 0), "{template}");
    }
}

#[test]
fn what_serves_one_of_two_deployments_serves() {
    // The same template, once as it is and once nested with another value.
    let child = "\
Parameters:
  Encrypted:
    Type: String
Resources:
  Database:
    Type: AWS::RDS::DBInstance
    Metadata:
      cfn-gate:
        suppress:
          - rule: rds-storage-encrypted
            reason: a copy
    Properties:
      StorageEncrypted: !Ref Encrypted
";
    let parent = |value: &str| {
        format!(
            "  {value}:\n    Type: AWS::CloudFormation::Stack\n    Properties:\n      TemplateURL: child.yaml\n      \
             Parameters: {{Encrypted: '{}'}}\n",
            value == "Yes"
        )
    };
    let parent = format!("Resources:\n{}{}", parent("Yes"), parent("No"));
    let folder = folder(&[("parent.yaml", &parent), ("child.yaml", child)]);
    let (code, document) = check(folder.path(), &["parent.yaml", "--rule", "rds-storage-encrypted"]);
    assert_eq!((code, warnings(&document)), (0, Vec::new()), "{document}");
    assert_eq!(findings(&document), ["Database rds-storage-encrypted: metadata cfn-gate at line 10: a copy"]);
}

#[test]
fn the_owner_of_the_gate_need_not_heed_templates() {
    let folder = folder(&[("a.yaml", &suppressing(&format!("rule: {RULE}\nreason: I want it so")))]);
    let (code, document) = check(folder.path(), &["a.yaml", "--no-template-suppressions"]);
    assert_eq!(code, 1);
    assert_eq!(findings(&document), ["Data s3-bucket-logging-enabled: fails"]);
    assert_eq!(warnings(&document), [""; 0]);
    let text = run(folder.path(), &["check", "a.yaml", "--no-template-suppressions"]).stdout;
    assert!(text.contains("the template suppresses this, which this gate does not heed"), "{text}");
}

#[test]
fn the_score_leaves_out_what_is_suppressed() {
    let folder = folder(&[("a.yaml", &suppressing(&format!("rule: {RULE}\nreason: x")))]);
    let with = check(folder.path(), &["a.yaml", "--rules", "fsbp"]).1;
    let without = check(folder.path(), &["a.yaml", "--rules", "fsbp", "--no-template-suppressions"]).1;
    let failed = |document: &serde_json::Value| document["score"]["failed"].as_u64().unwrap();
    assert_eq!(failed(&with) + 1, failed(&without));
    assert_eq!(with["score"]["passed"], without["score"]["passed"]);
}

#[test]
fn standard_output_counts_and_lists_on_demand() {
    let folder = folder(&[(
        "a.yaml",
        &suppressing(&format!("rule: {RULE}\nreason: to the trail\nuntil: 2027-03-31")),
    )]);
    let arguments = ["check", "a.yaml", "--today", "2026-11-23", "--rule", RULE];
    let text = run(folder.path(), &arguments).stdout;
    insta::assert_snapshot!(text);
    let listed = run(folder.path(), &[&arguments[..], &["--show-suppressed"]].concat()).stdout;
    insta::assert_snapshot!(listed.split("Summary").next().unwrap());
}

//! `cfn-gate rules`.

use super::{INSECURE, check, folder, run};
use serde_json::Value;

#[test]
fn the_list_is_a_table_with_the_rules_that_apply_by_default() {
    let run = run(&folder(&[]), &["rules", "list"]);
    assert_eq!(run.code, 0);
    let lines: Vec<_> = run.out.lines().collect();
    assert!(lines[0].starts_with("RULE ") && lines[0].ends_with("SUMMARY"));
    let summary = lines[0].find("SUMMARY").unwrap();
    let row = lines.iter().find(|line| line.starts_with("rds-storage-encrypted ")).unwrap();
    assert!(row[..summary].contains("AWS::RDS::DBInstance"));
    assert_eq!(&row[summary..], "Storage encryption should be on for RDS DB instances.");
    assert_eq!(lines.len() - 1, cfn_gate::rules::all().filter(|rule| rule.proactive).count());
}

#[test]
fn the_list_of_all_rules_as_json() {
    let run = run(&folder(&[]), &["rules", "list", "--all", "--format", "json"]);
    let list: Vec<Value> = serde_json::from_str(&run.out).unwrap();
    assert_eq!(list.len(), cfn_gate::rules::all().count());
    assert!(list.iter().any(|rule| rule["identifier"] == "RDS_STORAGE_ENCRYPTED"));
}

#[test]
fn a_page_can_be_had_by_name_and_by_identifier() {
    let folder = folder(&[]);
    let page = run(&folder, &["rules", "show", "rds-storage-encrypted"]);
    assert_eq!(page.code, 0);
    for part in [
        "# rds-storage-encrypted\n\nStorage encryption should be on for RDS DB instances.\n",
        "- Identifier: `RDS_STORAGE_ENCRYPTED`\n",
        "- Security Hub controls: RDS.3\n",
        "- `kmsKeyId` (String, optional): ",
        "## Passes\n\n```yaml\nResources:\n  ",
        "## Fails\n\n```yaml\nResources:\n  ",
        "<https://docs.aws.amazon.com/config/latest/developerguide/rds-storage-encrypted.html>",
    ] {
        assert!(page.out.contains(part), "{part:?} is not in\n{}", page.out);
    }
    assert_eq!(page.out, run(&folder, &["rules", "show", "RDS_STORAGE_ENCRYPTED"]).out);
}

#[test]
fn a_page_as_json() {
    let run = run(&folder(&[]), &["rules", "show", "rds-storage-encrypted", "--format", "json"]);
    let page: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(page["name"], "rds-storage-encrypted");
    assert_eq!(page["parameters"][0]["name"], "kmsKeyId");
    assert_eq!(page["resourceTypes"], serde_json::json!(["AWS::RDS::DBInstance"]));
}

#[test]
fn a_misspelt_rule_is_2() {
    let run = run(&folder(&[]), &["rules", "show", "rds-storage-encryptd"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.contains("did you mean `rds-storage-encrypted`?"), "{run:?}");
}

#[test]
fn parameters_of_rules_are_heeded() {
    let template = INSECURE.replace("false", "true\n      KmsKeyId: alias/one");
    let folder = folder(&[("a.yaml", &template)]);
    let code = |rule: &str| super::run(&folder, &["check", "a.yaml", "--rule", rule]).code;
    assert_eq!(code("rds-storage-encrypted:kmsKeyId=alias/one"), 0);
    assert_eq!(code("rds-storage-encrypted:kmsKeyId=alias/two"), 1);
    assert_eq!(check(&folder, &["a.yaml"]).code, 0);
}

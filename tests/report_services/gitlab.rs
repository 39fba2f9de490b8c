//! GitLab's code quality report.

use super::common::edges;
use super::{array, edges_and_cdk, json, listed, made_by_cdk, one, text};
use cfn_gate::evaluate::Compliance;
use cfn_gate::report::Format;
use std::collections::HashSet;

const SEVERITIES: [&str; 5] = ["info", "minor", "major", "critical", "blocker"];

#[test]
fn issues_are_as_gitlab_wants_them() {
    for (name, report) in edges_and_cdk() {
        let issues = json(Format::Gitlab, &report);
        let issues = array(&issues);
        for issue in issues {
            let keys: Vec<&str> = issue.as_object().unwrap().keys().map(String::as_str).collect();
            assert_eq!(keys, ["description", "check_name", "fingerprint", "severity", "location"]);
            assert!(SEVERITIES.contains(&text(&issue["severity"])), "{name}: {issue}");
            assert!(!text(&issue["description"]).is_empty() && !text(&issue["check_name"]).is_empty());
            assert!(!text(&issue["location"]["path"]).starts_with("./"), "{name}: {issue}");
            assert!(issue["location"]["lines"]["begin"].as_u64() >= Some(1), "{name}: {issue}");
        }
        let fingerprints: HashSet<_> = issues.iter().map(|issue| text(&issue["fingerprint"])).collect();
        assert_eq!(fingerprints.len(), issues.len(), "{name}");
    }
}

#[test]
fn every_finding_is_an_issue() {
    for (name, report) in edges() {
        let issues = json(Format::Gitlab, &report);
        for (rule, logical_id, compliance) in listed(&report) {
            let found = array(&issues)
                .iter()
                .filter(|issue| {
                    let description = text(&issue["description"]);
                    let mark = ["suppressed", "in the baseline"].into_iter().find(|mark| *mark == name);
                    let mark = mark.map(|mark| format!("({mark}) ")).unwrap_or_default();
                    text(&issue["check_name"]) == rule
                        && description.starts_with(&format!("{mark}{logical_id} (AWS::RDS::DBInstance): "))
                        && description.contains("INSUFFICIENT_DATA")
                            == (compliance == Compliance::InsufficientData)
                })
                .count();
            assert_eq!(found, 1, "{name}: {rule} {logical_id}");
        }
    }
}

#[test]
fn the_line_of_the_program_comes_first() {
    let issues = json(Format::Gitlab, &one("", "", |run| made_by_cdk(run, true)));
    assert_eq!(issues[0]["location"]["path"], "lib/orders.ts");
    assert_eq!(issues[0]["location"]["lines"]["begin"], 7);
    assert!(text(&issues[0]["description"]).contains("in the template: ./a b/c:d.yaml:3:11"));
}

#[test]
fn fingerprints_survive_moved_lines() {
    let print = |before| json(Format::Gitlab, &one(before, "", |_| {}))[0]["fingerprint"].take();
    assert_eq!(print(""), print("# moved\n\n"));
}

//! SARIF, for GitHub code scanning.

use super::common::{edges, everything, written};
use super::{array, edges_and_cdk, json, listed, made_by_cdk, many, many_under, one, schema, text};
use cfn_gate::gate::{Policy, Report};
use cfn_gate::report::Format;
use cfn_gate::template::Span;
use serde_json::Value;
use std::collections::HashSet;
use std::sync::Arc;

fn sarif_run(report: &Report) -> Value {
    json(Format::Sarif, report)["runs"][0].take()
}

#[test]
fn sarif_is_as_the_schema_says() {
    let mut schema = schema("sarif-2.1.0.json");
    // A pattern with a bracket too many, which strict validators refuse; no report sets the language.
    for definition in ["run", "toolComponent"] {
        let language = &mut schema["definitions"][definition]["properties"]["language"];
        language.as_object_mut().unwrap().remove("pattern").unwrap();
    }
    let validator = jsonschema::draft7::new(&schema).unwrap();
    for (name, report) in edges_and_cdk() {
        let document = json(Format::Sarif, &report);
        let errors: Vec<_> = validator
            .iter_errors(&document)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{name}: {errors:#?}");
    }
}

#[test]
fn sarif_loses_no_finding() {
    for (name, report) in edges() {
        let run = sarif_run(&report);
        let rules = array(&run["tool"]["driver"]["rules"]);
        let written: HashSet<_> = array(&run["results"])
            .iter()
            .map(|result| {
                let rule = text(&result["ruleId"]);
                let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
                assert_eq!(text(&rules[index]["id"]), rule, "{name}");
                let properties = &result["properties"];
                (
                    rule.trim_end_matches("/insufficient-data").to_owned(),
                    text(&properties["logicalId"]).to_owned(),
                    text(&properties["compliance"]).to_owned(),
                )
            })
            .collect();
        let expected: HashSet<_> = listed(&report)
            .into_iter()
            .map(|(rule, id, compliance)| (rule.to_owned(), id.to_owned(), compliance.to_string()))
            .collect();
        assert_eq!(written, expected, "{name}");
    }
}

#[test]
fn sarif_levels_follow_the_gate() {
    let levels = |policy| {
        let run = sarif_run(&many_under(policy, 2, ""));
        let results = array(&run["results"]).iter();
        results
            .map(|result| format!("{} {}", text(&result["ruleId"]), text(&result["level"])))
            .collect::<HashSet<_>>()
    };
    let set = |lines: [&str; 2]| lines.map(str::to_owned).into_iter().collect::<HashSet<_>>();
    let open = "open/insufficient-data";
    assert_eq!(levels(Policy::default()), set(["rds-storage-encrypted error", &format!("{open} note")]));
    assert_eq!(
        levels(Policy { insufficient_data: true, ..Policy::default() }),
        set(["rds-storage-encrypted error", &format!("{open} error")])
    );
    assert_eq!(
        levels(Policy { non_compliant: false, ..Policy::default() }),
        set(["rds-storage-encrypted warning", &format!("{open} note")])
    );
}

#[test]
fn sarif_gives_no_security_severity_to_what_is_open() {
    let run = sarif_run(&many(2, ""));
    for rule in array(&run["tool"]["driver"]["rules"]) {
        let open = text(&rule["id"]).ends_with("/insufficient-data");
        assert_eq!(rule["properties"]["security-severity"].is_null(), open, "{rule}");
    }
}

#[test]
fn sarif_says_what_was_not_judged() {
    let run = sarif_run(&everything());
    let invocation = &run["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    assert_eq!(invocation["exitCode"], 1);
    let notifications: Vec<_> = array(&invocation["toolExecutionNotifications"])
        .iter()
        .map(|notification| {
            let uri = &notification["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
            format!(
                "{} {} {}: {}",
                text(&notification["level"]),
                text(&notification["descriptor"]["id"]),
                uri.as_str().unwrap_or("-"),
                text(&notification["message"]["text"])
            )
        })
        .collect();
    insta::assert_snapshot!(notifications.join("\n"));
}

/// The fingerprints in a report, as SARIF and GitLab have them.
fn fingerprints(report: &Report) -> Vec<String> {
    let run = sarif_run(report);
    array(&run["results"])
        .iter()
        .map(|result| text(&result["partialFingerprints"]["primaryLocationLineHash"]).to_owned())
        .collect()
}

#[test]
fn fingerprints_survive_moved_lines_and_nothing_else() {
    let at_first = one("", "StorageEncrypted", |_| {});
    let moved = one("# moved\n\n\n", "StorageEncrypted", |_| {});
    assert_eq!(fingerprints(&at_first), fingerprints(&moved));
    let other_property = one("", "KmsKeyId", |_| {});
    let other_template = one("", "StorageEncrypted", |run| {
        let file = Arc::make_mut(&mut run.stack().files[0]);
        file.name = "other.yaml".into();
    });
    let cdk = one("", "StorageEncrypted", |run| made_by_cdk(run, true));
    let nested = one("", "StorageEncrypted", |run| {
        run.stack().provenance.display_name = Some("Parent/Child".into());
    });
    let all = [&at_first, &other_property, &other_template, &cdk, &nested];
    let different: HashSet<_> = all.into_iter().flat_map(fingerprints).collect();
    assert_eq!(different.len(), all.len());
}

#[test]
fn what_is_said_twice_has_two_fingerprints() {
    let mut report = one("", "StorageEncrypted", |_| {});
    let finding = report.templates[0].findings[0].clone();
    report.templates[0].findings.extend([finding.clone(), finding]);
    assert_eq!(fingerprints(&report).into_iter().collect::<HashSet<_>>().len(), 3);
}

#[test]
fn sarif_paths_are_relative_to_the_root_and_encoded() {
    let run = sarif_run(&one("", "", |_| {}));
    let location = &run["results"][0]["locations"][0]["physicalLocation"];
    assert_eq!(location["artifactLocation"]["uri"], "a%20b/c%3Ad.yaml");
    assert_eq!(location["artifactLocation"]["uriBaseId"], "SRCROOT");
    assert!(run["originalUriBaseIds"]["SRCROOT"].is_object());
    assert_eq!(location["region"]["startLine"], 3);
    assert_eq!(location["region"]["startColumn"], 11);
    assert_eq!(location["region"]["endColumn"], 31);
    let absolute = one("", "", |run| {
        Arc::make_mut(&mut run.stack().files[0]).name = "/src/a.yaml".into();
    });
    let artifact =
        sarif_run(&absolute)["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"].take();
    assert_eq!(artifact["uri"], "file:///src/a.yaml");
    assert!(artifact["uriBaseId"].is_null());
}

#[test]
fn sarif_points_at_the_program_if_it_is_at_hand() {
    for (is_local, first) in [(true, "lib/orders.ts"), (false, "a%20b/c%3Ad.yaml")] {
        let run = sarif_run(&one("", "", |run| made_by_cdk(run, is_local)));
        let result = &run["results"][0];
        let place = &result["locations"][0];
        assert_eq!(place["physicalLocation"]["artifactLocation"]["uri"], first);
        let name = &place["logicalLocations"][0]["fullyQualifiedName"];
        assert_eq!(name, "Prod/Orders/Database/Resource");
        assert_eq!(result["relatedLocations"].is_null(), !is_local, "the template is the other place");
    }
}

#[test]
fn sarif_keeps_to_what_code_scanning_takes() {
    let run = sarif_run(&many(25_002, ""));
    let results = array(&run["results"]);
    assert_eq!(results.len(), 25_000);
    let cut = array(&run["invocations"][0]["toolExecutionNotifications"])
        .iter()
        .find(|notification| notification["descriptor"]["id"] == "results-cut")
        .unwrap();
    assert!(text(&cut["message"]["text"]).starts_with("2 of 25002 results are not here"), "{cut}");
    // What is cut is what matters least.
    let wrong = results.iter().filter(|result| result["level"] == "error").count();
    assert_eq!(wrong, 12_501);
    assert!(sarif_run(&many(10, ""))["invocations"][0]["toolExecutionNotifications"] == Value::Array(vec![]));
}

#[test]
fn sarif_is_bounded_however_long_the_text() {
    let written = written(Format::Sarif, &many(40, &"\u{1b}\u{fe0f}x".repeat(100_000)));
    assert!(written.len() < 1_000_000, "{}", written.len());
    assert_eq!(written.matches("\"ruleIndex\"").count(), 40);
}

#[test]
fn links_in_sarif_are_ours() {
    let mut report = one("", "", |_| {});
    let evaluation = &mut report.templates[0].findings[0].evaluation;
    evaluation.annotation = "see [here](https://evil.example) or [x](1)".into();
    evaluation.origin = Some(Span { line: 1, column: 1, ..Span::default() });
    let run = sarif_run(&report);
    assert_eq!(
        text(&run["results"][0]["message"]["text"]),
        "Only (AWS::RDS::DBInstance): see [here] (https://evil.example) or [x] (1). \
         The value comes from here: [./a b/c:d.yaml:1:1](1)."
    );
}

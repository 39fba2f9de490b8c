//! The JSON Schema of the configuration file: fresh, valid, and of one mind with the program.

use super::{SECURE, folder, run};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

/// Files as a map of settings, and whether they are right. Where only the program can tell (paths, patterns, names of
/// rules), it may be stricter than the schema: those are not here.
fn files() -> Vec<(bool, Value)> {
    let right = |value: Value| (true, value);
    let wrong = |value: Value| (false, value);
    vec![
        right(json!({})),
        right(json!({"paths": "a.yaml"})),
        right(
            json!({"paths": ["a.yaml"], "region": "eu-west-1", "account-id": "111122223333", "quiet": true}),
        ),
        right(
            json!({"rules": ["fsbp", "proactive"], "skip-rule": "rds-storage-encrypted", "severity": "low"}),
        ),
        right(
            json!({"rules": "proactive", "rule": ["s3-bucket-logging-enabled", {"lambda-concurrency-check": {"ConcurrencyLimitHigh": 5}}]}),
        ),
        right(json!({"parameter": {"Number": 1, "Flag": true, "List": ["a", 1]}, "parameters": []})),
        right(json!({"stacks": {"template": "a.yaml"}})),
        right(
            json!({"stacks": [{"template": "a.yaml", "stack-name": "x", "region": "us-gov-west-1", "parameter": {}}]}),
        ),
        right(json!({"overrides": [{"paths": "x/**", "severity": "high"}]})),
        right(
            json!({"suppressions": [{"rule": "rds-storage-encrypted", "reason": "x", "until": "2099-01-31", "resource": "A/B"}]}),
        ),
        right(json!({"report": {"json": "a.json"}, "format": "text", "color": "never"})),
        right(
            json!({"accounts": {"111122223333": {"profile": "x", "role": "y"}}, "max-in-flight": 3, "timeout": "1.5h"}),
        ),
        right(json!({"fail-on": ["high", "insufficient-data"], "allow-incomplete": false})),
        wrong(json!([])),
        wrong(json!("text")),
        wrong(json!({"unknown": 1})),
        wrong(json!({"engine": "aws"})),
        wrong(json!({"paths": null})),
        wrong(json!({"paths": {"a": "b"}})),
        wrong(json!({"paths": [["a.yaml"]]})),
        wrong(json!({"region": "Ireland"})),
        wrong(json!({"account-id": "12"})),
        wrong(json!({"quiet": "yes"})),
        wrong(json!({"severity": "HIGH"})),
        wrong(json!({"rule": [{"a": {}, "b": {}}]})),
        wrong(json!({"rule": [{"a": 1}]})),
        wrong(json!({"parameter": ["a=b"]})),
        wrong(json!({"parameter": {"a": {"b": "c"}}})),
        wrong(json!({"parameters": {"a": "b"}})),
        wrong(json!({"stacks": [{}]})),
        wrong(json!({"stacks": [{"template": "a.yaml", "no": 1}]})),
        wrong(json!({"overrides": [{"severity": "high"}]})),
        wrong(json!({"suppressions": [{"rule": "rds-storage-encrypted"}]})),
        wrong(json!({"suppressions": [{"rule": "rds-storage-encrypted", "reason": " "}]})),
        wrong(
            json!({"suppressions": [{"rule": "rds-storage-encrypted", "reason": "x", "until": "2027-13-01"}]}),
        ),
        wrong(json!({"report": {"xml": "a"}})),
        wrong(json!({"report": ["json=a"]})),
        wrong(json!({"accounts": {"12": {}}})),
        wrong(json!({"accounts": {"111122223333": {"no": 1}}})),
        wrong(json!({"max-in-flight": 0})),
        wrong(json!({"max-in-flight": 1.5})),
        wrong(json!({"timeout": "5"})),
        wrong(json!({"fail-on": "all"})),
    ]
}

#[test]
fn the_schema_and_the_program_agree() {
    let folder = folder(&[("a.yaml", SECURE)]);
    let schema: Value = serde_json::from_str(&run(&folder, &["config", "schema"]).out).unwrap();
    assert!(jsonschema::draft7::meta::is_valid(&schema));
    let validator = jsonschema::draft7::new(&schema).unwrap();
    for (is_right, file) in files() {
        assert_eq!(validator.is_valid(&file), is_right, "the schema of {file}");
        super::write(folder.path(), ".cfn-gate.yaml", file.to_string().as_bytes());
        let run = run(&folder, &["check", "a.yaml", "--show-config"]);
        assert_eq!(run.code, if is_right { 0 } else { 2 }, "the program of {file}: {}", run.err);
    }
}

#[test]
fn the_schema_in_the_repository_is_fresh() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas/config.schema.json");
    let printed = run(&folder(&[]), &["config", "schema"]).out;
    assert_eq!(
        fs::read_to_string(path).unwrap_or_default(),
        printed,
        "run `cargo run --example docs -- configuration`"
    );
}

#[test]
fn the_examples_in_the_documentation_are_right() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/configuration.md");
    let document = fs::read_to_string(path).unwrap();
    let examples: Vec<&str> =
        document.split("```yaml\n").skip(1).map(|rest| rest.split("```").next().unwrap()).collect();
    assert!(examples.len() > 3);
    for example in examples {
        let folder = folder(&[("a.yaml", SECURE), (".cfn-gate.yaml", example)]);
        let run = run(&folder, &["check", "a.yaml", "--show-config"]);
        assert_eq!(run.code, 0, "{example}\n{}", run.err);
    }
}

/// What the help lists, so that no argument is forgotten when one is added.
#[test]
fn every_argument_can_be_set_or_is_said_not_to_be() {
    let folder = folder(&[("a.yaml", SECURE)]);
    let help = run(&folder, &["check", "--help"]).out;
    let arguments = help.lines().filter_map(|line| {
        let (_, name) = line.trim_start().split_once("--").filter(|(before, _)| before.len() <= 4)?;
        Some(name.split([' ', '=']).next().unwrap_or(name))
    });
    let arguments: Vec<&str> = arguments.filter(|name| !["help", "version"].contains(name)).collect();
    assert!(arguments.len() > 20, "{help}");
    for name in arguments {
        super::write(folder.path(), ".cfn-gate.yaml", format!("{name}: null\n").as_bytes());
        let said = run(&folder, &["check", "a.yaml"]).err;
        let is_known = said.contains("has no value") || said.contains("can't stand in this file");
        assert!(is_known, "--{name} is in neither table of src/config/keys.rs: {said}");
    }
}

/// What may be said is what the argument of that name takes.
#[test]
fn the_words_of_a_setting_are_those_of_its_argument() {
    let folder = folder(&[("a.yaml", SECURE)]);
    let schema: Value = serde_json::from_str(&run(&folder, &["config", "schema"]).out).unwrap();
    let keys = schema["anyOf"][0]["properties"].as_object().unwrap();
    let help = run(&folder, &["check", "--help"]).out;
    let mut compared = 0;
    for (key, schema) in keys {
        let Some(words) = schema["enum"].as_array().or(schema["anyOf"][0]["enum"].as_array()) else {
            continue;
        };
        // Rule sets can be files as well.
        if key == "rules" {
            continue;
        }
        let of_key: Vec<&str> = words.iter().filter_map(Value::as_str).collect();
        let after =
            help.split(&format!("--{key} <")).nth(1).unwrap_or_else(|| panic!("--{key} is not in the help"));
        let own = after.split("\n      --").next().unwrap();
        let of_argument: Vec<&str> = match own.split("[possible values: ").nth(1) {
            Some(values) => values
                .split(']')
                .next()
                .unwrap()
                .split([',', '\n'])
                .map(str::trim)
                .filter(|word| !word.is_empty())
                .collect(),
            None => own
                .lines()
                .filter_map(|line| line.trim_start().strip_prefix("- "))
                .map(|line| line.split(':').next().unwrap())
                .collect(),
        };
        assert_eq!(of_key, of_argument, "{key}: {own}");
        compared += 1;
    }
    assert!(compared >= 4, "{compared}");
}

//! Files of parameter values, in all the shapes that people have them.

use cfn_gate::resolve::read_parameter_file;

/// The values of a file: `name=value (where)`, sorted.
#[track_caller]
fn read(name: &str, text: &str) -> Vec<String> {
    let values = read_parameter_file(name, text).unwrap_or_else(|errors| panic!("{errors:?}"));
    let mut values: Vec<_> =
        values.iter().map(|(key, value)| format!("{key}={} ({})", value.value, value.given)).collect();
    values.sort();
    values
}

#[track_caller]
fn refused(name: &str, text: &str) -> Vec<String> {
    let errors = read_parameter_file(name, text).unwrap_err();
    errors.iter().map(|error| format!("{}: {}", error.span.line, error.message)).collect()
}

#[test]
fn the_list_of_the_aws_cli() {
    let text = r#"[
  {"ParameterKey": "Env", "ParameterValue": "prod"},
  {"ParameterKey": "Size", "ParameterValue": 3, "ResolvedValue": "x"},
  {"ParameterKey": "Old", "UsePreviousValue": true}
]"#;
    assert_eq!(read("p.json", text), ["Env=prod (p.json:2)", "Size=3 (p.json:3)"]);
    let yaml = "- ParameterKey: Env\n  ParameterValue: 'a,b'\n";
    assert_eq!(read("p.yaml", yaml), ["Env=a,b (p.yaml:2)"]);
}

#[test]
fn the_template_configuration_of_code_pipeline() {
    let text = r#"{
  "Parameters": {
    "Env": "prod",
    "Bucket": {"Fn::GetArtifactAtt": ["Artifact", "BucketName"]}
  },
  "Tags": {"Owner": "me"},
  "StackPolicy": {"Statement": []}
}"#;
    assert_eq!(read("c.json", text), ["Env=prod (c.json:3)"]);
}

#[test]
fn a_list_of_pairs() {
    assert_eq!(
        read("p.json", r#"["Env=prod", "Url=https://x/?a=b"]"#),
        ["Env=prod (p.json:1)", "Url=https://x/?a=b (p.json:1)"]
    );
}

#[test]
fn the_deployment_file_of_git_sync() {
    let text = "template-file-path: t.yaml\nparameters:\n  Env: prod\n  On: yes\ntags:\n  Owner: me\n";
    assert_eq!(read("d.yaml", text), ["Env=prod (d.yaml:3)", "true=true (d.yaml:4)"]);
    assert_eq!(read("d.yaml", "template-file-path: t.yaml\n"), [""; 0]);
}

#[test]
fn the_overrides_of_sam() {
    let toml = "version = 0.1\n\n[default.global.parameters]\nstack_name = \"x\"\nparameter_overrides = \"Env=dev Only=1\"\n\n\
                [default.deploy.parameters]\nparameter_overrides = \"Env=\\\"prod\\\" Name='a b' ParameterKey=Old,ParameterValue=way\"\n\n\
                [prod.deploy.parameters]\nparameter_overrides = \"Env=other\"\n";
    assert_eq!(
        read("samconfig.toml", toml),
        [
            "Env=prod (samconfig.toml:8)",
            "Name=a b (samconfig.toml:8)",
            "Old=way (samconfig.toml:8)",
            "Only=1 (samconfig.toml:5)",
        ]
    );
    let list = "[prod.deploy.parameters]\nparameter_overrides = [\n  \"Env=prod\",\n  \"Size=3\",\n]\n";
    assert_eq!(read("samconfig.toml", list), ["Env=prod (samconfig.toml:3)", "Size=3 (samconfig.toml:4)"]);
    let yaml = "version: 0.1\ndefault:\n  deploy:\n    parameters:\n      parameter_overrides:\n        - Env=prod\n        - Size: 3\n";
    assert_eq!(read("samconfig.yaml", yaml), ["Env=prod (samconfig.yaml:6)", "Size=3 (samconfig.yaml:7)"]);
}

#[test]
fn a_plain_map() {
    assert_eq!(
        read("p.yaml", "Env: prod\nSize: 1.10\nFlag: on\nNets: [a, b]\nDate: 2012-10-17\nEmpty: ''\n"),
        [
            "Date=2012-10-17 (p.yaml:5)",
            "Empty= (p.yaml:6)",
            "Env=prod (p.yaml:1)",
            "Flag=true (p.yaml:3)",
            "Nets=a,b (p.yaml:4)",
            "Size=1.1 (p.yaml:2)",
        ]
    );
    assert_eq!(read("p.json", "\u{feff}{\"Env\": \"prod\"}"), ["Env=prod (p.json:1)"]);
    assert_eq!(read("p.toml", "Env = \"prod\"\nSize = 3\n"), ["Env=prod (p.toml:1)", "Size=3 (p.toml:2)"]);
    assert_eq!(read("p.json", "{}"), [""; 0]);
}

#[test]
fn errors_name_the_line_and_no_value() {
    assert_eq!(
        refused(
            "p.json",
            "[\n  {\"ParameterKey\": \"A\"},\n  {\"ParameterValue\": \"secret\"},\n  \"secret\",\n  3\n]"
        ),
        [
            "2: `A` has neither ParameterValue nor UsePreviousValue",
            "3: expected a map with ParameterKey and ParameterValue: no ParameterKey",
            "4: expected `Key=Value`, found text without `=`",
            "5: expected `Key=Value` or a map with ParameterKey, found a number",
        ]
    );
    assert_eq!(
        refused("p.yaml", "A: 1\nB:\n  C: secret\n"),
        ["3: the value of `B` must be text or a list of text, found a map"]
    );
    assert_eq!(refused("p.yaml", "secret"), ["1: expected a map or a list of parameters, found text"]);
    assert_eq!(
        refused("samconfig.toml", "[a.deploy.parameters]\nx = 1\n[b.deploy.parameters]\nx = 1\n"),
        ["1: expected the environment `default` or a single one, found a, b"]
    );
    let toml = refused("samconfig.toml", "[default\nx = 1\n");
    assert!(toml[0].starts_with("1: not valid TOML: "), "{toml:?}");
    assert_eq!(refused("p.json", "{\"A\": ").len(), 1);
}

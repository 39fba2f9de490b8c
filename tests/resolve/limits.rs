//! Templates that expand without bounds end in an error that says what grew.

use super::{errors, stack};
use cfn_gate::template::MAX_DEPTH;
use std::fmt::Write;

#[test]
fn loops_in_loops() {
    let items = (0..50).map(|item| item.to_string()).collect::<Vec<_>>().join(", ");
    let mut body = "{'K${A}${B}${C}${D}': x}".to_owned();
    for identifier in ["D", "C", "B", "A"] {
        body = format!("{{'Fn::ForEach::L{identifier}': [{identifier}, [{items}], {body}]}}");
    }
    let text = format!(
        "Transform: AWS::LanguageExtensions\nResources:\n  R:\n    Type: AWS::S3::Bucket\n    Properties: {body}\n"
    );
    let stack = stack(&text);
    assert_eq!(
        errors(&stack),
        [
            "5: the `Fn::ForEach` loops of the template generate more than 400000 nodes: the rest is not expanded"
        ]
    );
}

#[test]
fn long_values_again_and_again() {
    let mut text =
        format!("Parameters:\n  P: {{Type: String, Default: {}}}\nResources:\n", "x".repeat(4_000));
    let uses = "${P}".repeat(1_000);
    for index in 0..20 {
        writeln!(text, "  R{index}: {{Type: AWS::S3::Bucket, Properties: {{A: !Sub '{uses}'}}}}").unwrap();
    }
    assert_eq!(
        errors(&stack(&text)),
        ["11: the functions of the template make more than 32 MiB of text: the rest is not resolved"]
    );
}

#[test]
fn lists_again_and_again() {
    let mut text = format!(
        "Parameters:\n  P: {{Type: CommaDelimitedList, Default: '{}'}}\nResources:\n",
        ",".repeat(4_000)
    );
    for index in 0..300 {
        writeln!(text, "  R{index}: {{Type: AWS::S3::Bucket, Properties: {{A: !Ref P}}}}").unwrap();
    }
    assert_eq!(
        errors(&stack(&text)),
        ["203: the template expands to more than 800000 values: the rest is not resolved"]
    );
}

#[test]
fn partly_known_text_again_and_again() {
    let mut text = String::from("Resources:\n  T: {Type: AWS::SNS::Topic}\n");
    let long = format!("{}${{T}}", "x".repeat(40_000));
    let uses = "${A}".repeat(4_000);
    writeln!(
        text,
        "  R: {{Type: AWS::SNS::Topic, Properties: {{A: !Sub ['{uses}', {{A: !Sub '{long}'}}]}}}}"
    )
    .unwrap();
    assert_eq!(
        errors(&stack(&text)),
        ["3: the functions of the template make more than 32 MiB of text: the rest is not resolved"]
    );
}

#[test]
fn json_text_again_and_again() {
    let mut text = format!(
        "Transform: AWS::LanguageExtensions\nParameters:\n  P: {{Type: String, Default: {}}}\nResources:\n  R:\n    Type: \
         AWS::S3::Bucket\n    Properties:\n",
        "x".repeat(4_000)
    );
    let uses = "!Ref P, ".repeat(500);
    for index in 0..30 {
        writeln!(text, "      K{index}: {{'Fn::ToJsonString': [{uses}]}}").unwrap();
    }
    assert_eq!(
        errors(&stack(&text)),
        ["22: the functions of the template make more than 32 MiB of text: the rest is not resolved"]
    );
}

#[test]
fn deep_nesting_within_what_is_read() {
    // Beside the value: the template, its section, the resource, its properties.
    let depth = MAX_DEPTH - 5;
    for (open, close, levels) in [
        ("[", "]", 1),
        ("{A: ", "}", 1),
        ("{'Fn::If': [Open, ", ", x]}", 2),
        ("{'Fn::Join': ['', [", "]]}", 3),
    ] {
        let times = depth / levels;
        let text = format!(
            "Parameters: {{P: {{Type: String}}}}\nConditions: {{Open: !Equals [!Ref P, a]}}\nResources:\n  R: {{Type: \
             AWS::S3::Bucket, Properties: {{A: {}x{}}}}}\n",
            open.repeat(times),
            close.repeat(times)
        );
        let stack = stack(&text);
        assert_eq!(errors(&stack), [""; 0], "{open}");
        assert!(stack.to_json().is_object());
    }
}

//! Templates that expand without bounds end in an error that says what grew.

use super::{errors, stack};
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
        ["12: the functions of the template make more than 32 MiB of text: the rest is not resolved"]
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
fn deep_nesting_within_what_is_read() {
    let depth = 90;
    let text = format!(
        "Resources:\n  R: {{Type: AWS::S3::Bucket, Properties: {{A: {}x{}}}}}\n",
        "{'Fn::Join': ['', [".repeat(depth / 2),
        "]]}".repeat(depth / 2)
    );
    assert_eq!(errors(&stack(&text)), [""; 0]);
}

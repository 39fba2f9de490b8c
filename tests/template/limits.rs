//! Hostile templates end in one error that says which limit they met.

use cfn_gate::template::{MAX_BYTES, MAX_DEPTH, Template, looks_like_template};

fn only_error(text: &str) -> String {
    let template = Template::parse("hostile", text);
    assert_eq!(template.diagnostics.len(), 1, "{:?}", template.diagnostics);
    template.diagnostics[0].message.clone()
}

#[test]
fn deep_nesting_is_an_error() {
    let message = format!("nested more than {MAX_DEPTH} levels deep");
    for text in [
        "[".repeat(10_000),
        "{\"a\":".repeat(10_000),
        format!("a: {}", "[".repeat(10_000)),
        "- ".repeat(10_000),
        "? ".repeat(10_000),
        (0..1000).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect(),
        format!("a: &a {}1{}\nb: {}*a{}", "[".repeat(150), "]".repeat(150), "[".repeat(150), "]".repeat(150)),
    ] {
        assert_eq!(only_error(&text), message, "{}", &text[..20]);
    }
}

#[test]
fn short_forms_count_as_a_level() {
    let nested = |depth: usize| format!("a: {}x{}", "!If [".repeat(depth), "]".repeat(depth));
    assert!(only_error(&nested(MAX_DEPTH / 2)).starts_with("nested more than"));
    assert!(!Template::parse("t", nested(MAX_DEPTH / 2 - 2)).diagnostics[0].message.starts_with("nested"));
}

#[test]
fn an_alias_bomb_is_an_error() {
    let mut text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_string();
    for level in 1..20 {
        let aliases = vec![format!("*a{}", level - 1); 10].join(", ");
        text += &format!("a{level}: &a{level} [{aliases}]\n");
    }
    assert_eq!(only_error(&text), "more than 500000 values, which is more than a template can hold");
}

#[test]
fn too_many_values_are_an_error() {
    for text in [format!("[{}0]", "0,".repeat(500_000)), format!("a: [{}0]", "0,".repeat(500_000))] {
        assert_eq!(only_error(&text), "more than 500000 values, which is more than a template can hold");
    }
}

#[test]
fn too_long_a_text_is_an_error_but_still_looks_like_a_template() {
    let text = format!("Resources:\n  A:\n    Type: AWS::S3::Bucket\n{}", "#\n".repeat(MAX_BYTES / 2));
    assert!(only_error(&text).ends_with("no more than 4194304 are read, and CloudFormation takes 1 MB"));
    assert!(looks_like_template(&text));
}

#[test]
fn errors_are_listed_up_to_a_thousand() {
    let text = format!(
        "{{\"Resources\": {{{}\"Z\": 1}}}}",
        (0..2000).fold(String::new(), |text, number| { text + &format!("\"A{number}\": {{}}, ") })
    );
    let template = Template::parse("hostile", text);
    let errors: Vec<_> = template.diagnostics.iter().filter(|found| found.is_error()).collect();
    assert_eq!(errors.len(), 1001);
    assert_eq!(errors[1000].message, "more than 1000 errors: those after this one are not listed");
}

#[test]
fn what_cloudformation_takes_no_more_of_is_a_warning() {
    let mut text = "Resources:\n".to_string();
    for number in 0..501 {
        text += &format!("  R{number}: {{Type: Custom::X}}\n");
    }
    let template = Template::parse("t", text);
    assert_eq!(template.resources.len(), 501);
    assert_eq!(template.diagnostics[0].message, "501 resources, CloudFormation takes at most 500");
    assert_eq!(template.diagnostics[0].span.line, 502);
    assert!(!template.has_errors());
}

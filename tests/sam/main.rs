//! Serverless templates become what the Serverless Application Model at AWS makes of them.
//!
//! `compare.py` holds the same inputs to AWS's own translator.

mod origin;

use cfn_gate::resolve::{Environment, Stack, resolve};
use cfn_gate::template::Template;
use std::path::Path;

/// The stack that a template makes in a Region.
fn stack(name: &str, text: &str) -> Stack {
    let environment = Environment {
        region: Some("ap-southeast-1".to_owned()),
        keep_expanded: true,
        ..Environment::default()
    };
    resolve(Template::parse(name, text), &environment)
}

/// All that is wrong with a template, a line each.
fn messages(stack: &Stack) -> String {
    let mut lines = Vec::new();
    for diagnostic in stack.diagnostics.iter().filter(|diagnostic| diagnostic.is_error()) {
        lines.push(format!("{}: {}", diagnostic.span, diagnostic.message));
        lines.extend(diagnostic.help.iter().map(|help| format!("    help: {help}")));
    }
    lines.join("\n")
}

#[test]
fn templates_become_what_sam_makes_of_them() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sam/inputs");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    assert!(paths.len() > 10);
    for path in paths {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let stack = stack(&name, &std::fs::read_to_string(&path).unwrap());
        let expanded = serde_json::to_string_pretty(&stack.expanded).unwrap();
        let errors = messages(&stack);
        insta::assert_snapshot!(name, if errors.is_empty() { expanded } else { errors });
    }
}

#[test]
fn what_sam_refuses_is_refused() {
    insta::assert_snapshot!(refusals(include_str!("refused.yaml")));
}

#[test]
fn what_sam_refuses_of_apis_is_refused() {
    insta::assert_snapshot!(refusals(include_str!("refused_apis.yaml")));
}

/// What is wrong with each of several templates, which begin with their names.
fn refusals(cases: &str) -> String {
    let mut report = String::new();
    for case in cases.split("---\n").filter(|case| !case.trim().is_empty()) {
        let name = case.lines().next().unwrap().trim_start_matches("# ");
        let errors = messages(&stack(name, case));
        assert_ne!(errors, "", "{name}");
        report.push_str(&format!("{name}\n    {}\n", errors.replace('\n', "\n    ")));
    }
    report
}

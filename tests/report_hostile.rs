//! What templates may try on whoever reads a report: nothing of it may do anything but be read.

mod common;

use cfn_gate::evaluate::{Compliance, Reason};
use cfn_gate::gate::{Origin, Report, Scope, Suppression, Warning};
use cfn_gate::report::{Format, Options};
use cfn_gate::source::CodeLine;
use cfn_gate::template::{Diagnostic, FileId, SourceFile, Span};
use common::{Made, Run, custom, storage_encrypted, written, written_with};
use std::sync::Arc;

const HOSTILE: &str = "x\u{1b}[2J\u{1b}]8;;http://evil\u{7}\u{9b}31m\n::error::owned\r\u{202e}txt\u{2066}]]><script>alert(1)</script>\
     \u{0}\u{8}\u{7f}\u{85}\u{2028}\u{200b}\u{feff}\u{ffff}&amp;\"'##vso[task]";

/// A run with hostile text wherever a template, a file name or AWS can put some.
fn hostile() -> Report {
    let rule = custom(HOSTILE);
    let mut run = Run::new(&[&rule]);
    let file = Arc::new(SourceFile { name: HOSTILE.into(), text: format!("a: {HOSTILE}") });
    let here = Span { start: 3, end: 9, line: 1, column: 4, ..Span::default() };
    let scope = |logical_id: &str| Scope::Matching {
        path: None,
        logical_id: Some(logical_id.into()),
        construct: None,
    };
    let line = CodeLine { file: HOSTILE.into(), line: 3, column: None, is_local: true };
    let origins = [
        ("Configured", Origin::Configuration { file: Arc::clone(&file), span: here }),
        ("Held", Origin::Metadata { key: "checkov", file: Arc::clone(&file), span: here }),
        ("Acknowledged", Origin::Program { construct: HOSTILE.into(), line: Some(line) }),
        ("Old", Origin::Baseline { file: Arc::clone(&file), span: here }),
    ];
    run.gate().suppressions = origins
        .iter()
        .map(|(logical_id, origin)| Suppression {
            rule: Some(HOSTILE.into()),
            reason: HOSTILE.into(),
            until: None,
            scope: scope(logical_id),
            origin: origin.clone(),
        })
        .collect();
    let diagnostic = Diagnostic::warning(here, HOSTILE).help(HOSTILE).related(here, HOSTILE);
    run.gate().warnings.push(Warning { file, diagnostic });
    let text = format!("Resources: # {}\n  Only: {HOSTILE}\n", HOSTILE.replace(['\n', '\r'], " "));
    run.template(HOSTILE, &text).resource("Only", HOSTILE);
    let span = run.at("Only");
    for compliance in [Compliance::NonCompliant, Compliance::InsufficientData, Compliance::NotApplicable] {
        let made = Made {
            rule: &rule,
            logical_id: "Only",
            resource_type: HOSTILE,
            compliance,
            annotation: HOSTILE,
            property: HOSTILE,
            at: "Resources: # >>x\u{1b}[2J",
        };
        run.finding(made, |evaluation| {
            evaluation.logical_id = HOSTILE.into();
            evaluation.condition = Some(HOSTILE.into());
            evaluation.origin = Some(span);
        });
    }
    for (logical_id, _) in origins {
        let made = Made {
            rule: &rule,
            logical_id: "Only",
            resource_type: HOSTILE,
            compliance: Compliance::NonCompliant,
            annotation: HOSTILE,
            property: HOSTILE,
            at: "Only",
        };
        run.finding(made, |evaluation| evaluation.logical_id = logical_id.into());
    }
    run.not_evaluated("Only", HOSTILE, Reason::Failed(HOSTILE.into()));
    run.not_evaluated("Only", HOSTILE, Reason::NoRule);
    run.incomplete("Only", HOSTILE);
    run.diagnostic(Diagnostic::warning(span, HOSTILE).help(HOSTILE).related(span, HOSTILE));
    run.template(HOSTILE, &text);
    run.diagnostic(Diagnostic::error(span, HOSTILE).help(HOSTILE).related(span, HOSTILE));
    run.report()
}

/// Characters that move the cursor, turn the reading direction or hide.
fn is_dangerous(character: char) -> bool {
    (character.is_control() && character != '\n')
        || matches!(
            character,
            '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{ffff}'
        )
}

#[test]
fn every_format_is_inert() {
    for format in Format::ALL {
        let output = written(*format, &hostile());
        let dangerous: Vec<_> = output.chars().filter(|character| is_dangerous(*character)).collect();
        assert!(dangerous.is_empty(), "{format}: {dangerous:?}");
        // A line that begins so is a command to GitHub or Azure.
        for line in output.lines().map(str::trim_start) {
            let ours = ["::error file=", "::warning file=", "::notice file="];
            let ours = *format == Format::Github && ours.iter().any(|start| line.starts_with(start));
            assert!(!line.starts_with("::") || ours, "{format}: {line}");
            assert!(!line.starts_with("##[") && !line.starts_with("##vso"), "{format}: {line}");
        }
    }
}

#[test]
fn colour_is_the_only_escape() {
    let output = written_with(Format::Text, &hostile(), &Options { colour: true, ..Options::default() });
    let mut rest = output.as_str();
    while let Some(at) = rest.find('\u{1b}') {
        let escape: String = rest[at + 1..].chars().take_while(|character| *character != 'm').collect();
        assert!(
            escape.starts_with('[') && escape[1..].chars().all(|c| c.is_ascii_digit() || c == ';'),
            "{escape:?}"
        );
        rest = &rest[at + 1 + escape.len()..];
    }
    assert!(!output.contains('\u{9b}') && !output.contains('\u{202e}'));
}

#[test]
fn json_keeps_what_it_escapes() {
    let document: serde_json::Value = serde_json::from_str(&written(Format::Json, &hostile())).unwrap();
    let findings = document["templates"][0]["findings"].as_array().unwrap();
    let finding = findings.iter().find(|finding| finding["logicalId"] == HOSTILE).unwrap();
    assert_eq!(finding["rule"]["name"], HOSTILE);
    assert_eq!(finding["location"]["file"], HOSTILE);
    let suppressed: Vec<_> = findings.iter().filter(|finding| !finding["suppression"].is_null()).collect();
    assert_eq!(suppressed.len(), 4);
    assert!(suppressed.iter().all(|finding| finding["suppression"]["reason"] == HOSTILE));
}

#[test]
fn junit_is_xml() {
    let xml = written(Format::Junit, &hostile());
    let document = roxmltree::Document::parse(&xml).unwrap();
    assert!(!document.descendants().any(|node| node.has_tag_name("script")));
    let failure = document.descendants().find(|node| node.has_tag_name("failure")).unwrap();
    assert!(failure.text().unwrap().contains("]]><script>alert(1)</script>"));
    assert!(failure.attribute("message").unwrap().contains("\\u{1b}[2J"));
}

fn finding_at(text: &str, at: &str) -> Run {
    let rule = storage_encrypted(&[]);
    let mut run = Run::new(&[&rule]);
    run.template("a.json", text);
    let made = Made {
        rule: &rule,
        logical_id: "Only",
        resource_type: "AWS::RDS::DBInstance",
        compliance: Compliance::NonCompliant,
        annotation: "StorageEncrypted is `false`, expected `true`",
        property: "StorageEncrypted",
        at,
    };
    run.finding(made, |_| {});
    run
}

#[test]
fn long_lines_are_cropped_around_the_place() {
    let filler = "\"Filler\":\"äöü\",".repeat(5_000);
    let text = format!("{{{filler}\"Only\":{{\"StorageEncrypted\":false}},{filler}\"Z\":1}}");
    let mut run = finding_at(&text, "StorageEncrypted\":>>false");
    let origin = run.at("\"Z\":>>1");
    let mut report = run.report();
    report.templates[0].findings[0].evaluation.origin = Some(origin);
    let output = written(Format::Text, &report);
    insta::assert_snapshot!(output.lines().take(14).collect::<Vec<_>>().join("\n"));
    assert!(output.lines().all(|line| line.chars().count() <= 100), "{output}");
}

#[test]
fn a_place_longer_than_a_line_is_cropped() {
    let text = format!("Only: {}\nnext: line\n", "x".repeat(300));
    let mut report = finding_at(&text, "Only").report();
    report.templates[0].findings[0].evaluation.span.end = u32::try_from(text.len()).unwrap();
    let output = written(Format::Text, &report);
    assert!(output.lines().all(|line| line.chars().count() <= 100), "{output}");
    assert!(!output.contains("next"));
}

#[test]
fn secrets_are_masked() {
    let text =
        "{\"Only\":{\"StorageEncrypted\":false,\"P\":{\"NoEcho\":true,\"Default\":\"correct-horse\"}}}";
    for at in ["StorageEncrypted\":>>false", "\"correct-horse\"", "correct-horse", "horse"] {
        let report = finding_at(text, at).secret("\"correct-horse\"").report();
        for format in Format::ALL {
            let output = written(*format, &report);
            assert!(!output.contains("correct") && !output.contains("horse"), "{format}: {output}");
        }
        let output = written(Format::Text, &report);
        assert!(output.contains("\"Default\":***************}"), "the width stays: {output}");
    }
}

#[test]
fn a_place_in_an_included_file_is_shown_with_its_file() {
    let mut run = finding_at("Only: {}\n", "Only");
    run.stack()
        .files
        .push(Arc::new(SourceFile { name: "included.yaml".into(), text: "a: 1\nb: no\n".into() }));
    let mut report = run.report();
    report.templates[0].findings[0].evaluation.origin =
        Some(Span { file: FileId(1), start: 8, end: 10, line: 2, column: 4 });
    let output = written(Format::Text, &report);
    assert!(output.contains("[included.yaml:2:4]"), "{output}");
    assert!(output.contains(" 2 │ b: no\n"), "{output}");
}

#[test]
fn spans_that_lead_nowhere_are_no_panic() {
    for text in ["", "\n", "é", "é\r\n\té\r\n", "Only"] {
        for (start, end) in [(0, 0), (0, 1), (1, 1), (1, 2), (1, 9), (7, 3), (u32::MAX, u32::MAX)] {
            for file in [0, 1, u16::MAX] {
                let span = Span { file: FileId(file), start, end, line: 0, column: 0 };
                let mut report = finding_at("Only", "Only").report();
                let template = &mut report.templates[0];
                template.stack.files = vec![Arc::new(SourceFile { name: "a".into(), text: text.into() })];
                template.stack.diagnostics.push(Diagnostic::warning(span, "w").related(span, "r"));
                template.stack.secrets.push(span);
                template.findings[0].evaluation.span = span;
                template.findings[0].evaluation.origin = Some(span);
                for format in Format::ALL {
                    written(*format, &report);
                }
            }
        }
    }
}
